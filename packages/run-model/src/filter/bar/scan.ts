import { FilterSyntaxError } from '../syntax-error.ts';
import type { Span } from '../syntax-error.ts';
import { unescapeQuoted } from '../values.ts';

/** A text as it was written; `isQuoted` tells `"*"` from `*`. */
export interface Word extends Span {
  text: string;
  isQuoted: boolean;
}

export interface BarScanner {
  /** Whether the text goes on like this, after blanks. */
  nextIs: (pattern: RegExp) => boolean;
  /** Takes it, after blanks. */
  take: (pattern: RegExp) => string | undefined;
  /** Takes it where the last word ended, without blanks between. */
  takeHere: (pattern: RegExp) => string | undefined;
  /** A quoted text or a run of the characters that the pattern matches, where the last word ended. */
  wordHere: (bare: RegExp) => Word | undefined;
  isAtEnd: () => boolean;
  /** Where the next word begins, to `length` characters behind. */
  here: (length?: number) => Span;
  since: (start: number) => Span;
}

const maxTextLength = 200_000;

/** Takes a text apart; patterns are sticky. */
export function createBarScanner(text: string): BarScanner {
  if (text.length > maxTextLength) {
    throw new FilterSyntaxError(`A filter may have at most ${maxTextLength} characters`, {
      start: maxTextLength,
      end: text.length,
    });
  }
  let at = 0;
  const find = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const takeHere = (pattern: RegExp): string | undefined => {
    const found = find(pattern);
    if (found !== undefined) at += found.length;
    return found;
  };
  const skip = () => takeHere(/\s*/y);

  function quoted(): Word | undefined {
    const start = at;
    const quote = text[at];
    if (quote !== '"' && quote !== "'") return undefined;
    const body = takeHere(quote === '"' ? /"(?:[^"\\]|\\[^])*"/y : /'(?:[^'\\]|\\[^])*'/y);
    if (body === undefined) {
      throw new FilterSyntaxError('This quote is never closed', { start, end: text.length });
    }
    return { text: unescapeQuoted(body.slice(1, -1)), isQuoted: true, start, end: at };
  }

  return {
    nextIs: (pattern) => {
      skip();
      return find(pattern) !== undefined;
    },
    take: (pattern) => {
      skip();
      return takeHere(pattern);
    },
    takeHere,
    wordHere: (bare) => {
      const start = at;
      const word = quoted();
      if (word) return word;
      const found = takeHere(bare);
      return found === undefined || found === ''
        ? undefined
        : { text: found, isQuoted: false, start, end: at };
    },
    isAtEnd: () => {
      skip();
      return at === text.length;
    },
    here: (length = 1) => {
      skip();
      return { start: at, end: Math.min(at + length, text.length) };
    },
    since: (start) => ({ start, end: at }),
  };
}
