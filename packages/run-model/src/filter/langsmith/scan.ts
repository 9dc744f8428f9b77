import type { Literal } from '../conditions.ts';
import { filterLimits } from '../filter.ts';
import { FilterSyntaxError } from '../syntax-error.ts';
import type { Span } from '../syntax-error.ts';
import { unescapeQuoted } from '../values.ts';

/** UTF-16 units of a filter; what is within the other limits is far shorter. */
export const maxTextLength = 200_000;

export interface Scanner {
  /** Whether the mark comes next; takes it then. */
  take: (mark: string) => boolean;
  /** Whether the mark comes next; leaves it. */
  nextIs: (mark: string) => boolean;
  /** Takes the mark. @throws {FilterSyntaxError} something else comes */
  expect: (mark: string) => void;
  /** An identifier, or undefined. Quotes may stand around it and around what follows a dot. */
  name: () => (Span & { text: string }) | undefined;
  /** A value. @throws {FilterSyntaxError} none comes */
  literal: () => Literal;
  isAtEnd: () => boolean;
  /** The place of the next character. */
  here: () => Span;
  /** From a start to what was last taken. */
  since: (start: number) => Span;
}

/** Takes the words of the filter language from a text one by one. */
export function createScanner(text: string): Scanner {
  if (text.length > maxTextLength) {
    const end = { start: maxTextLength, end: text.length };
    throw new FilterSyntaxError(`A filter may have at most ${maxTextLength} characters`, end);
  }
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const skip = () => match(/\s*/y);
  const here = (): Span => {
    skip();
    return { start: at, end: Math.min(at + 1, text.length) };
  };
  const take = (mark: string): boolean => {
    skip();
    if (!text.startsWith(mark, at)) return false;
    at += mark.length;
    return true;
  };

  function quoted(): string | undefined {
    const start = at;
    const quote = text[at];
    if (quote !== '"' && quote !== "'") return undefined;
    const body = match(quote === '"' ? /"(?:[^"\\]|\\[^])*"/y : /'(?:[^'\\]|\\[^])*'/y);
    if (body === undefined) {
      throw new FilterSyntaxError('This quote is never closed', { start, end: text.length });
    }
    const value = unescapeQuoted(body.slice(1, -1));
    if (value.length > filterLimits.valueLength) throw tooLong({ start, end: at });
    return value;
  }

  function list(start: number): Literal {
    const value: Literal[] = [];
    while (!take(']')) {
      if (value.length > 0 && !take(',')) throw expected('a comma or a closing bracket', here());
      if (value.length === filterLimits.listValues) throw tooMany(here());
      const item = literal();
      if (typeof item.value === 'object' && item.value !== null) throw expected('a value', item);
      value.push(item);
    }
    return { value, start, end: at };
  }

  function literal(): Literal {
    const { start } = here();
    const string = quoted();
    if (string !== undefined) return { value: string, start, end: at };
    if (take('[')) return list(start);
    const raw = match(/-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])/y);
    if (raw !== undefined) {
      const value = Number(raw);
      if (!Number.isFinite(value)) throw expected('a finite number', { start, end: at });
      return { value, raw, start, end: at };
    }
    const word = match(/(?:true|false|null)\b/iy)?.toLowerCase();
    if (word === undefined) throw expected('a value: a quoted text, a number or a list', here());
    return { value: word === 'null' ? null : word === 'true', start, end: at };
  }

  return {
    take,
    nextIs: (mark) => text.startsWith(mark, here().start),
    expect: (mark) => {
      if (!take(mark)) throw expected(markNames[mark] ?? mark, here());
    },
    name: () => {
      const { start } = here();
      let name = quoted() ?? match(/[A-Za-z_][\w.-]*/y);
      if (name === undefined) return undefined;
      if (name.endsWith('.')) name += quoted() ?? '';
      return { text: name, start, end: at };
    },
    literal,
    isAtEnd: () => {
      skip();
      return at === text.length;
    },
    here,
    since: (start) => ({ start, end: at }),
  };
}

const markNames: Record<string, string> = {
  '(': 'an opening parenthesis',
  ')': 'a closing parenthesis',
  ',': 'a comma',
};

export const expected = (what: string, at: Span): FilterSyntaxError =>
  new FilterSyntaxError(`Expected ${what}`, at);

const tooLong = (at: Span): FilterSyntaxError =>
  new FilterSyntaxError(
    `A value in a filter may have at most ${filterLimits.valueLength} characters`,
    at,
  );

const tooMany = (at: Span): FilterSyntaxError =>
  new FilterSyntaxError(
    `A list in a filter may have at most ${filterLimits.listValues} values`,
    at,
  );
