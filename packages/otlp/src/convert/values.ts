import type { OtlpObject, OtlpValue } from '../span.ts';
import { emptyObject } from '../span.ts';

export function isObject(value: unknown): value is OtlpObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text that says something. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** The first of the values that is text. */
export function firstText(...values: unknown[]): string | undefined {
  for (const value of values) {
    const text = asText(value);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** A finite number, also when it was written as text. */
export function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || !/^-?\d+(\.\d+)?([eE]-?\d+)?$/.test(value.trim())) {
    return undefined;
  }
  return Number(value);
}

/** A count of tokens. */
export function asCount(value: unknown): number | undefined {
  const number = asNumber(value);
  return number !== undefined && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

export function asFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'True') return true;
  return value === 'false' || value === 'False' ? false : undefined;
}

/** How deep JSON within an attribute may nest, and what it may hold, to be read; else it stays text. */
const maxDepth = 100;
const maxValues = 200_000;

/** What JSON in a text says; anything else as it is. */
export function parsed(value: OtlpValue): OtlpValue {
  if (typeof value !== 'string' || !/^\s*[[{"]/.test(value)) return value;
  if (isTooMuch(value)) return value;
  try {
    return JSON.parse(value) as OtlpValue;
  } catch {
    return value;
  }
}

function isTooMuch(text: string): boolean {
  let open = 0;
  let values = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) isInString = !isInString;
    else if (isInString) {
      if (code === 0x5c) at += 1;
    } else if (code === 0x7b || code === 0x5b) {
      open += 1;
      values += 1;
      if (open > maxDepth || values > maxValues) return true;
    } else if (code === 0x7d || code === 0x5d) open -= 1;
    else if (code === 0x2c) {
      values += 1;
      if (values > maxValues) return true;
    }
  }
  return false;
}

/** Arguments of a tool call, which some encode twice. */
export function parsedTwice(value: OtlpValue): OtlpValue {
  const once = parsed(value);
  return typeof once === 'string' && typeof value === 'string' ? parsed(once) : once;
}

/** Whether the value says anything: null, empty text, `{}` and `[]` do not. */
export function saysSomething(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/** Keys of a tree of attributes with numbers between the dots, such as `messages.0.role`. */
const indexPattern = /^\d{1,6}$/;
const maxLevels = 24;

/**
 * The tree that dotted keys describe: `{'0.role': 'user'}` is `[{role: 'user'}]`. Indices only order;
 * attributes come in any order and may leave some out.
 */
export function treeOf(entries: Iterable<[key: string, value: OtlpValue]>): OtlpValue {
  const root = emptyObject();
  for (const [key, value] of entries) {
    const path = key.split('.', maxLevels + 1);
    if (path.length > maxLevels) continue;
    put(root, path, value);
  }
  return listsOf(root);
}

function put(root: OtlpObject, path: string[], value: OtlpValue): void {
  let place = root;
  for (const [depth, step] of path.entries()) {
    if (depth === path.length - 1) {
      if (!isObject(place[step])) place[step] = value;
      return;
    }
    const next = place[step];
    if (isObject(next)) place = next;
    else {
      const made = emptyObject();
      place[step] = made;
      place = made;
    }
  }
}

/** Objects whose keys are all numbers become lists in the order of the numbers. */
function listsOf(value: OtlpValue): OtlpValue {
  if (!isObject(value)) return value;
  const keys = Object.keys(value);
  if (keys.length > 0 && keys.every((key) => indexPattern.test(key))) {
    return keys.sort((a, b) => Number(a) - Number(b)).map((key) => listsOf(value[key]!));
  }
  for (const key of keys) value[key] = listsOf(value[key]!);
  return value;
}
