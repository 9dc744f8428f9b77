import type { RunEnvelope } from '../run.ts';
import { scanMembers, skipBlanks } from './json-scan.ts';
import { openJson, parseJson, requireShallow } from './json-text.ts';
import { readExtra, readTags } from './labels.ts';
import type { WireOperation } from './operation.ts';
import type { ReadingPlace } from './payloads.ts';
import { invalid } from './refusal.ts';
import type { RunObject } from './run-object.ts';
import { addWarning, cleanerFor, isObject } from './text.ts';

/** A label of a run that came as a part of its own, `post.<id>.tags` or `post.<id>.metadata`. */
export interface LabelPart {
  field: 'tags' | 'metadata';
  part: string;
  bytes: Buffer;
}

/**
 * Puts labels where they belong: tags into the envelope, metadata into `extra`. Returns the parts of
 * the operation, `extra` completed. They win over what the run's object or `extra` say themselves.
 */
export function applyLabels(
  wire: WireOperation,
  run: RunObject,
  envelope: RunEnvelope,
  warnings: string[],
  place: ReadingPlace,
): WireOperation['parts'] {
  let { parts } = wire;
  for (const { field, part, bytes } of lastOfEach(wire.labels ?? [], warnings)) {
    place.part = part;
    place.sample = bytes;
    const json = openJson(bytes, warnings);
    requireShallow(json);
    const value = parseJson(json);
    if (value === null) continue;
    if (field === 'tags') {
      run.fields.tags = undefined;
      const tags = readTags(value, cleanerFor(json), warnings);
      if (tags) envelope.tags = tags;
      continue;
    }
    if (!isObject(value)) throw invalid('metadata is not an object');
    const extra = takeExtra(parts, run);
    if (extra || wire.kind === 'create') {
      parts = parts.filter((other) => other.field !== 'extra');
      parts.push({ field: 'extra', part, bytes: withMetadata(extra, json.bytes) });
    } else {
      // The stored `extra` of the create stays as it is: it would be replaced as a whole.
      Object.assign(envelope, readExtra({ metadata: value }, cleanerFor(json), warnings));
    }
  }
  place.part = wire.part;
  place.sample = wire.main;
  return parts;
}

/** As with payload fields the last one of several counts: merging thousands would take minutes. */
function lastOfEach(labels: LabelPart[], warnings: string[]): Iterable<LabelPart> {
  const last = new Map(labels.map((label) => [label.field, label]));
  if (last.size < labels.length) addWarning(warnings, 'field_sent_twice');
  return last.values();
}

/** JSON of `extra` wherever it stood, taken out of the run's object; undefined when it says nothing. */
function takeExtra(parts: WireOperation['parts'], { json, inline }: RunObject): Buffer | undefined {
  const inside = inline?.extra;
  if (inside) delete inline.extra;
  const apart = parts.findLast(({ field }) => field === 'extra')?.bytes;
  const bytes = apart ?? (inside && json.bytes.subarray(inside.start, inside.end));
  return bytes?.toString('latin1').trim() === 'null' ? undefined : bytes;
}

/** `extra` with these metadata, on bytes: numbers beyond JavaScript keep their text. */
function withMetadata(extra: Buffer | undefined, metadata: Buffer): Buffer {
  if (!extra) return join(['{"metadata":', metadata, '}']);
  const members = membersOf(extra);
  // Not an object, or not JSON: whoever reads it will say so.
  if (!members) return extra;
  const others = members.filter(({ key }) => key !== '"metadata"');
  const known = members.find(({ key }) => key === '"metadata"');
  const merged = mergeMembers(known?.value, metadata);
  const kept = others.flatMap(({ key, value }) => [key, ':', value, ',']);
  return join(['{', ...kept, '"metadata":', merged, '}']);
}

function mergeMembers(known: Buffer | undefined, added: Buffer): Buffer {
  const before = known && membersOf(known);
  const after = membersOf(added);
  if (!before || !after) return added;
  const newKeys = new Set(after.map(({ key }) => key));
  const members = [...before.filter(({ key }) => !newKeys.has(key)), ...after];
  const pieces = members.flatMap(({ key, value }, index) => [
    index === 0 ? '' : ',',
    key,
    ':',
    value,
  ]);
  return join(['{', ...pieces, '}']);
}

/** Members of an object, keys as they are written, quotes included; undefined for anything else. */
function membersOf(bytes: Buffer): { key: string; value: Buffer }[] | undefined {
  const scanned = scanMembers(bytes, skipBlanks(bytes, 0), 'object');
  if (!scanned || scanned.isCut || skipBlanks(bytes, scanned.end) !== bytes.length) {
    return undefined;
  }
  return scanned.members.map(({ keyStart, keyEnd, start, end }) => ({
    key: bytes.toString('utf8', keyStart - 1, keyEnd + 1),
    value: bytes.subarray(start, end),
  }));
}

/** A list, since there may be more pieces than a call may have arguments. */
const join = (pieces: (string | Buffer)[]): Buffer =>
  Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
