import { createHash } from 'node:crypto';
import { AppError, invalidInput } from '@runlight/service';

/** Content of a list cursor: position, what it belongs to, and the time bound fixed on page one. */
export interface Cursor {
  /** Sort values of the item, its id last as tie-breaker. */
  keys: (string | number)[];
  /** Upper time bound of the walk in microseconds, so that later rows do not shift pages. */
  asOfUs?: number;
}

const version = 1;

/** Short hash of filter and order; a cursor used with other arguments is refused. */
export function argumentsHash(args: unknown): string {
  return createHash('sha256').update(JSON.stringify(args)).digest('base64url').slice(0, 12);
}

export function encodeCursor(cursor: Cursor, hash: string): string {
  return Buffer.from(
    JSON.stringify({ v: version, k: cursor.keys, q: hash, a: cursor.asOfUs }),
  ).toString('base64url');
}

/** Throws BAD_CURSOR for what is not a cursor of this list with these arguments. */
export function decodeCursor(text: string, hash: string): Cursor {
  const bad = () => new AppError('BAD_CURSOR', 'The cursor does not belong to this list');
  if (text.length > 1024) throw bad();
  let raw: unknown;
  try {
    raw = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    throw bad();
  }
  if (typeof raw !== 'object' || raw === null) throw bad();
  const { v, k, q, a } = raw as { v?: unknown; k?: unknown; q?: unknown; a?: unknown };
  if (v !== version || q !== hash || !isKeys(k)) throw bad();
  if (a === undefined) return { keys: k };
  if (typeof a !== 'number' || !Number.isSafeInteger(a)) throw bad();
  return { keys: k, asOfUs: a };
}

function isKeys(value: unknown): value is (string | number)[] {
  return (
    Array.isArray(value) &&
    value.every(
      (key) => typeof key === 'string' || (typeof key === 'number' && Number.isFinite(key)),
    )
  );
}

/** Checks `first`; out of range is an error, not a clamp. */
export function pageSize(first: number | null | undefined, max = 100, fallback = 25): number {
  const size = first ?? fallback;
  if (size < 1 || size > max) throw invalidInput(`first must be between 1 and ${max}`);
  return size;
}
