import { payloadFields } from '../run.ts';
import type { PayloadField } from '../run.ts';
import { backslash, maxMembers, quote, scanMembers, skipBlanks } from './json-scan.ts';
import type { Member } from './json-scan.ts';
import {
  malformed,
  maxParsedJsonBytes,
  openJson,
  parseJson,
  requireDepth,
  requireShallow,
} from './json-text.ts';
import type { JsonText } from './json-text.ts';
import { readLargeJson } from './large-json.ts';
import { Refusal, invalid } from './refusal.ts';

/** The fields of a run on the wire that are read; others are checked to be JSON and left alone. */
const fieldNames = [
  'id',
  'trace_id',
  'dotted_order',
  'parent_run_id',
  'name',
  'run_type',
  'start_time',
  'end_time',
  'tags',
  'status',
  'session_name',
  'session_id',
  'address',
  'reference_example_id',
] as const;
export type RunFields = Partial<Record<(typeof fieldNames)[number], unknown>>;

/** The JSON object of a run. */
export interface RunObject {
  json: JsonText;
  fields: RunFields;
  /** Payload fields that stand in the object itself. */
  inline: Partial<Record<PayloadField, { start: number; end: number; value: unknown }>> | undefined;
}

// From a key as it was cut out of the text to the very string that our code names.
const fieldByKey = new Map<string, (typeof fieldNames)[number]>(fieldNames.map((n) => [n, n]));
const payloadByKey = new Map<string, PayloadField>(payloadFields.map((n) => [n, n]));

/**
 * Reads the object member by member, not by one JSON.parse: that finds where payload fields stand and
 * which field is given twice, and most values are short strings, which are cheaper to cut out.
 */
export function readRunObject(bytes: Buffer, warnings: string[]): RunObject {
  const json = openJson(bytes, warnings);
  const start = skipBlanks(json.bytes, 0);
  const scanned = scanMembers(json.bytes, start, 'object');
  if (!scanned || skipBlanks(json.bytes, scanned.end) !== json.bytes.length) {
    requireShallow(json);
    parseJson(json);
    throw invalid('it is not a JSON object');
  }
  if (scanned.isCut) throw invalid(`the object has more than ${maxMembers} fields`);
  if (scanned.members.length === 0) throw invalid('the object is empty');
  const object: RunObject = { json, fields: {}, inline: undefined };
  const others: string[] = [];
  for (const member of scanned.members) readMember(object, member, others);
  if (new Set(others).size !== others.length) throw twice();
  return object;
}

/** Far more than the thousand tags that count. */
const maxFieldBytes = maxParsedJsonBytes;

const tooLarge = (field: string) =>
  new Refusal('too_large', `${field} is larger than ${maxFieldBytes} bytes`);
const twice = () => invalid('a field is given twice');

function readMember(object: RunObject, member: Member, others: string[]): void {
  const { json, fields } = object;
  const key = latinSlice(json, member.keyStart, member.keyEnd);
  const name = fieldByKey.get(key) ?? fieldByKey.get(plainKey(json, key, member));
  if (name !== undefined) {
    if (fields[name] !== undefined) throw twice();
    if (member.end - member.start > maxFieldBytes) throw tooLarge(name);
    fields[name] = memberValue(json, member);
    return;
  }
  const field = payloadByKey.get(key);
  if (field !== undefined) {
    object.inline ??= {};
    if (object.inline[field]) throw twice();
    const { start, end } = member;
    object.inline[field] = { start, end, value: memberValue(json, member) };
    return;
  }
  memberValue(json, member);
  others.push(plainKey(json, key, member));
}

/** The key as it is meant: escapes undone, so that `\u0069d` is `id`. */
function plainKey(json: JsonText, key: string, { keyStart, keyEnd }: Member): string {
  if (isPlainText(json.bytes, keyStart, keyEnd)) return key;
  const plain = parseSlice(json, keyStart - 1, keyEnd + 1) as string;
  if (plain.includes('\0')) throw invalid('the name of a field holds a NUL character');
  // A payload field under an escaped name would be stored under none.
  if (payloadByKey.has(plain)) throw invalid('the name of a payload field is escaped');
  return plain;
}

function memberValue(json: JsonText, { start, end, depth }: Member): unknown {
  requireDepth(depth);
  const isString = json.bytes[start] === quote;
  if (isString && end - start < 256 && isPlainText(json.bytes, start + 1, end - 1)) {
    return latinSlice(json, start + 1, end - 1);
  }
  return parseSlice(json, start, end);
}

const latinSlice = ({ latin, bytes }: JsonText, start: number, end: number): string =>
  latin === undefined ? bytes.toString('latin1', start, end) : latin.slice(start, end);

/** Whether a string means what it says byte for byte: ASCII, without escapes or control characters. */
function isPlainText(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const code = bytes[at]!;
    if (code < 0x20 || code > 0x7e || code === backslash) return false;
  }
  return true;
}

/** Of a large member only an outline. */
function parseSlice(json: JsonText, start: number, end: number): unknown {
  if (end - start > maxParsedJsonBytes) return readLargeJson(json.bytes.subarray(start, end));
  try {
    return JSON.parse(
      json.isAscii ? latinSlice(json, start, end) : json.bytes.toString('utf8', start, end),
    );
  } catch {
    throw malformed();
  }
}
