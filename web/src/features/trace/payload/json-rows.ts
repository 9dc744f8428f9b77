import { sizeText } from '../../../lib/format.ts';
import type { Media } from './chat.ts';
import { base64Bytes, mediaOfText } from './media.ts';

/** What a row of the JSON viewer draws. */
export type JsonRow =
  | {
      kind: 'value';
      path: JsonPath;
      depth: number;
      key: string | null;
      value: unknown;
      isOpen: boolean;
      count: number;
    }
  | {
      kind: 'range';
      path: JsonPath;
      id: string;
      depth: number;
      from: number;
      to: number;
      isOpen: boolean;
    }
  | { kind: 'line'; path: JsonPath; depth: number; text: string; index: number };

export type JsonPath = readonly (string | number)[];

/** Ids of opened and closed rows; a row not named is open above `level`. */
export interface JsonExpansion {
  level: number;
  toggled: ReadonlyMap<string, boolean>;
}

/** Lists longer than this open into ranges, so that no click makes a million rows. */
export const rangeSize = 1000;
/** Strings longer than this are cut, and open into lines. */
export const cutLength = 300;
const lineLength = 160;
/** The browser cannot scroll over more than some 30 million pixels. */
export const maxRows = 1_000_000;

export function pathId(path: JsonPath): string {
  return JSON.stringify(path);
}

export function childCount(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

export function isContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

export function isLongText(value: unknown): value is string {
  return typeof value === 'string' && (value.length > cutLength || value.includes('\n'));
}

/** The rows that show: only opened parts are visited, so a 20 MB value costs what is on screen. */
export function jsonRows(root: unknown, expansion: JsonExpansion): JsonRow[] {
  const rows: JsonRow[] = [];
  if (!isContainer(root)) {
    pushValue(rows, root, [], null, 0, expansion, true);
    return rows;
  }
  pushChildren(rows, root, [], 0, expansion);
  return rows;
}

function pushValue(
  rows: JsonRow[],
  value: unknown,
  path: JsonPath,
  key: string | null,
  depth: number,
  expansion: JsonExpansion,
  isRoot = false,
): void {
  if (rows.length >= maxRows) return;
  const count = childCount(value);
  const canOpen = count > 0 || isLongText(value);
  const isOpen = canOpen && isOpenAt(pathId(path), depth, value, expansion, isRoot);
  rows.push({ kind: 'value', path, depth, key, value, isOpen, count });
  if (!isOpen) return;
  if (typeof value === 'string') pushLines(rows, value, path, depth + 1);
  else pushChildren(rows, value, path, depth + 1, expansion);
}

function isOpenAt(
  id: string,
  depth: number,
  value: unknown,
  expansion: JsonExpansion,
  isRoot: boolean,
): boolean {
  const toggled = expansion.toggled.get(id);
  if (toggled !== undefined) return toggled;
  if (typeof value === 'string') return isRoot && value.length < 20_000;
  return depth < expansion.level && childCount(value) <= rangeSize;
}

function pushChildren(
  rows: JsonRow[],
  value: unknown,
  path: JsonPath,
  depth: number,
  expansion: JsonExpansion,
): void {
  const isList = Array.isArray(value);
  const keys = isList ? null : Object.keys(value as object);
  const count = isList ? value.length : keys!.length;
  if (count <= rangeSize) {
    pushSpan(rows, value, keys, path, depth, expansion, 0, count);
    return;
  }
  for (let from = 0; from < count; from += rangeSize) {
    const to = Math.min(count, from + rangeSize);
    const id = rangeId(path, from);
    const isOpen = expansion.toggled.get(id) ?? false;
    rows.push({ kind: 'range', path, id, depth, from, to, isOpen });
    if (isOpen) pushSpan(rows, value, keys, path, depth + 1, expansion, from, to);
  }
}

export function rangeId(path: JsonPath, index: number): string {
  return `${pathId(path)}@${Math.floor(index / rangeSize) * rangeSize}`;
}

function pushSpan(
  rows: JsonRow[],
  value: unknown,
  keys: string[] | null,
  path: JsonPath,
  depth: number,
  expansion: JsonExpansion,
  from: number,
  to: number,
): void {
  for (let index = from; index < to; index += 1) {
    const key = keys ? keys[index]! : index;
    const child = keys ? (value as Record<string, unknown>)[key] : (value as unknown[])[index];
    pushValue(rows, child, [...path, key], String(key), depth, expansion);
  }
}

/** A text as lines of at most 160 characters; a 5 MB line becomes many rows instead of one huge one. */
function pushLines(rows: JsonRow[], text: string, path: JsonPath, depth: number): void {
  let index = 0;
  for (const line of textLines(text)) {
    if (rows.length >= maxRows) return;
    rows.push({ kind: 'line', path, depth, text: line, index });
    index += 1;
  }
}

/** Lines of a text, broken after `width` characters and never inside a surrogate pair. */
export function* textLines(text: string, width = lineLength): Generator<string> {
  let from = 0;
  while (from <= text.length) {
    const newline = text.indexOf('\n', from);
    const lineEnd = newline === -1 ? text.length : newline;
    let end = Math.min(lineEnd, from + width);
    if (end < lineEnd && isHighSurrogate(text.charCodeAt(end - 1))) end -= 1;
    yield text.slice(from, end);
    if (end < lineEnd) from = end;
    else if (newline === -1) return;
    else from = newline + 1;
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

/** A value on one row. Strings are cut; bytes say how many they are. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') {
    const media = value.length > 100 ? mediaOfText(value) : undefined;
    if (media) return mediaText(media);
    return JSON.stringify(value.length > cutLength ? value.slice(0, cutLength) : value);
  }
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.length} ]`;
  if (typeof value === 'object' && value !== null) {
    const count = Object.keys(value).length;
    return count === 0 ? '{}' : `{ ${count} }`;
  }
  return String(value);
}

function mediaText({ mimeType, base64 = '', stored }: Media): string {
  return `${mimeType || 'binary'}, ${sizeText(stored?.sizeBytes ?? base64Bytes(base64))}`;
}

const plainKey = /^[A-Za-z_$][\w$]*$/;

/** A path as people write it: `messages[0].content["a b"]`. */
export function pathText(path: JsonPath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (plainKey.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text === '' ? '$' : text;
}

export interface JsonHit {
  path: JsonPath;
}

export const maxHits = 10_000;

/**
 * Finds keys and values that contain the text, in reading order. A generator that pauses every few
 * thousand values, so that the caller can search 20 MB without blocking a frame. `wanted` is lower case.
 */
export function* findInJson(root: unknown, wanted: string): Generator<JsonHit | null> {
  const stack: { path: JsonPath; value: unknown }[] = [{ path: [], value: root }];
  let seen = 0;
  while (stack.length > 0) {
    const { path, value } = stack.pop()!;
    seen += 1;
    if (seen % 2000 === 0) yield null;
    if (isHit(path.at(-1), value, wanted)) yield { path };
    pushForSearch(stack, path, value);
  }
}

function isHit(key: string | number | undefined, value: unknown, wanted: string): boolean {
  if (typeof key === 'string' && key.toLowerCase().includes(wanted)) return true;
  if (typeof value === 'string') return value.toLowerCase().includes(wanted);
  return !isContainer(value) && String(value).includes(wanted);
}

function pushForSearch(
  stack: { path: JsonPath; value: unknown }[],
  path: JsonPath,
  value: unknown,
): void {
  if (Array.isArray(value)) {
    for (let index = value.length - 1; index >= 0; index -= 1) {
      stack.push({ path: [...path, index], value: value[index] as unknown });
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value).toReversed()) {
      stack.push({ path: [...path, key], value: child });
    }
  }
}

/** Ids to open so that the row of `path` shows. */
export function idsAbove(root: unknown, path: JsonPath): string[] {
  const ids: string[] = [];
  let value = root;
  for (let length = 0; length < path.length; length += 1) {
    const here = path.slice(0, length);
    if (length > 0) ids.push(pathId(here));
    const step = path[length]!;
    if (childCount(value) > rangeSize) {
      const index = typeof step === 'number' ? step : Object.keys(value as object).indexOf(step);
      ids.push(rangeId(here, index));
    }
    value = (value as Record<string | number, unknown>)[step];
  }
  return ids;
}
