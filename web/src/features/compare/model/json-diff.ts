import { isObject } from '../../trace/payload/chat.ts';
import type { JsonPath } from '../../trace/payload/json-rows.ts';

/** A place where two JSON values differ. */
export type JsonChange =
  | { kind: 'added'; path: JsonPath; after: unknown }
  | { kind: 'removed'; path: JsonPath; before: unknown }
  | { kind: 'changed'; path: JsonPath; before: unknown; after: unknown };

export interface JsonDiff {
  changes: JsonChange[];
  /** There were more than are told. */
  isCut: boolean;
}

export const mostChanges = 500;

/**
 * Where two values differ, in reading order. Objects are compared by key, whatever their order; of lists
 * what is alike at both ends is set aside and the rest compared entry by entry.
 */
export function diffJson(before: unknown, after: unknown): JsonDiff {
  const changes: JsonChange[] = [];
  const stack: { path: JsonPath; before: unknown; after: unknown }[] = [
    { path: [], before, after },
  ];
  while (stack.length > 0 && changes.length < mostChanges) {
    const pair = stack.pop()!;
    if (pair.before === pair.after) continue;
    if (pair.before === undefined) {
      changes.push({ kind: 'added', path: pair.path, after: pair.after });
    } else if (pair.after === undefined) {
      changes.push({ kind: 'removed', path: pair.path, before: pair.before });
    } else {
      const inside = insideOf(pair.before, pair.after, pair.path);
      if (inside) stack.push(...inside.toReversed());
      else changes.push({ kind: 'changed', ...pair });
    }
  }
  return { changes, isCut: stack.length > 0 };
}

/** The parts of two values of the same sort; undefined where they are to be compared as wholes. */
function insideOf(before: unknown, after: unknown, path: JsonPath) {
  if (Array.isArray(before) && Array.isArray(after)) return entriesOf(before, after, path);
  if (!isObject(before) || !isObject(after)) return undefined;
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].map((key) => ({
    path: [...path, key],
    before: Object.hasOwn(before, key) ? before[key] : undefined,
    after: Object.hasOwn(after, key) ? after[key] : undefined,
  }));
}

/** A list that lost or won entries at one place is told as that, not as a change of all that follows. */
function entriesOf(before: unknown[], after: unknown[], path: JsonPath) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && isEqual(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && isEqual(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  const length = Math.max(before.length, after.length) - head - tail;
  return Array.from({ length }, (_, index) => ({
    path: [...path, head + index],
    before: head + index < before.length - tail ? before[head + index] : undefined,
    after: head + index < after.length - tail ? after[head + index] : undefined,
  }));
}

/** Whether two JSON values are the same, whatever the order of keys. */
export function isEqual(before: unknown, after: unknown): boolean {
  const stack: [unknown, unknown][] = [[before, after]];
  while (stack.length > 0) {
    const [a, b] = stack.pop()!;
    if (a === b) continue;
    if (Array.isArray(a) && Array.isArray(b)) {
      if (a.length !== b.length) return false;
      for (const [index, item] of a.entries()) stack.push([item, b[index]]);
    } else if (isObject(a) && isObject(b)) {
      const keys = Object.keys(a);
      if (keys.length !== Object.keys(b).length) return false;
      for (const key of keys) {
        if (!Object.hasOwn(b, key)) return false;
        stack.push([a[key], b[key]]);
      }
    } else {
      return false;
    }
  }
  return true;
}
