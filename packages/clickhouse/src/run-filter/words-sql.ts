import { empty, join, sql, text, texts } from '../sql.ts';
import type { Sql } from '../sql.ts';
import { likeLiterals, searchWords } from '@runlight/run-model';
import type { TextTest } from '@runlight/run-model';

/** Letters that form an escape with a backslash and so stick to the word behind it in JSON text. */
const escapes = ['n', 'r', 't', 'b', 'f'];
const escapePattern = String.raw`\\[nrtbf]`;

const wordsOf = (search: string): string[] => [...new Set(searchWords(search))];

/**
 * Condition on `run_payloads` that the text index answers without reading content: a superset of the
 * rows with all words. To the index `\nTask` is the word `ntask`, which so has to count for `task`.
 */
export function mayHaveWords(search: string): Sql {
  return sql`field IN ('inputs', 'outputs', 'error')${andTokens(wordsOf(search))}`;
}

/** The same of lower-case words in a field that somebody else names, to follow another condition. */
export function andTokens(words: readonly string[]): Sql {
  const perWord = [...new Set(words)].map((word) => {
    const spellings = [word, ...escapes.map((letter) => letter + word)];
    return sql` AND hasAnyTokens(content, ${texts(spellings)})`;
  });
  return join(perWord, empty);
}

/** All words occur in the row's content, where escapes of blanks are blanks. */
export const hasWords = (search: string): Sql =>
  sql`hasAllTokens(lower(replaceRegexpAll(content, ${text(escapePattern)}, ' ')), ${texts(wordsOf(search))})`;

/** Words that a JSON text surely has when a text in it passes the test. */
export function tokensOfText(test: TextTest): string[] {
  switch (test.operator) {
    case 'eq':
      return tokensOfValue(test.value);
    case 'contains':
      return tokensOfValue(test.value, true);
    case 'like':
      return likeLiterals(test.value).flatMap((literal) => tokensOfValue(literal, true));
    default:
      return [];
  }
}

/** Characters that no serializer of JSON writes as an escape that could stick to the word behind. */
const safeBefore = /[ !#$%()*,\-./:;=?@[\]^_{|}~\n\r\t\f\b]/;

/**
 * Words (as the index cuts them) that the JSON text of this value surely has as tokens of their own, however
 * it was escaped: those of ASCII alone, and not behind a character that may stand as `\u003c`.
 *
 * @param isCut the value may begin and end within a word, so that its outer words do not count
 */
function tokensOfValue(value: string, isCut = false): string[] {
  const words: string[] = [];
  for (const match of value.matchAll(/[A-Za-z0-9\P{ASCII}]+/gu)) {
    const [word] = match;
    const isFirst = match.index === 0;
    const isLast = match.index + word.length === value.length;
    if (!/^[a-z0-9]+$/i.test(word)) continue;
    if (isFirst ? isCut : !safeBefore.test(value[match.index - 1]!)) continue;
    if (isLast && isCut) continue;
    words.push(word.toLowerCase());
  }
  return [...new Set(words)].slice(0, maxTokens);
}

/** More would narrow no further. */
const maxTokens = 8;
