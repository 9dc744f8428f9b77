import type { PayloadField, RunEnvelope, RunOperation, RunStatus, RunType } from '../run.ts';
import { payloadFields, runTypes } from '../run.ts';
import { readIdentity, readUuid } from './identity.ts';
import type { Identity } from './identity.ts';
import { scanMembers, maxJsonDepth, skipBlanks } from './json-scan.ts';
import { openJson, parseJson, requireShallow } from './json-text.ts';
import type { JsonText } from './json-text.ts';
import { readTags } from './labels.ts';
import { readPayloads } from './payloads.ts';
import type { ReceivedField } from './payloads.ts';
import { Refusal, invalid } from './refusal.ts';
import type { Rejection } from './refusal.ts';
import { cleanText, cutText, isObject } from './text.ts';
import type { JsonObject } from './text.ts';
import { parseTime } from './time.ts';

/** An operation as it came over the wire: ranges of the request's bytes, nothing read yet. */
export interface WireOperation {
  kind: 'create' | 'update';
  /** Id in the part's name or in the path, as written. */
  idHint?: string;
  /** Name of the part or place in the body, for the answer. */
  part: string;
  /** The JSON object of the run; it may hold payload fields. */
  main: Buffer;
  /** Payload fields that came as parts of their own; they win over fields of `main`. */
  parts: { field: PayloadField; part: string; bytes: Buffer }[];
}

/** The project an operation names, to be resolved while accepting. */
export type ProjectReference = { name: string } | { id: string };

/** An operation that can be stored once its project is known. */
export interface ReadOperation {
  operation: RunOperation;
  project?: ProjectReference;
  /** Name of the part or place in the body, for the answer. */
  part: string;
  /** The dotted order that was sent is unusable; only a parent in the same request can replace it. */
  mustDerive: boolean;
}

export interface ReadOptions {
  nowUs: number;
  /** Make an id for a create that names none (`POST /runs`). */
  mayMakeId?: boolean;
}

export type ReadResult = { read: ReadOperation } | { rejection: Rejection };

export const maxNameLength = 256;
const dayUs = 86_400_000_000;

/** Reads and checks one operation; a bad one is described and never costs its neighbours. */
export function readOperation(wire: WireOperation, options: ReadOptions): ReadResult {
  // Which part is being read, for the answer if it is refused.
  const place = { part: wire.part };
  let runId = wire.idHint;
  try {
    const main = readMain(wire.main);
    runId ??= typeof main.fields['id'] === 'string' ? main.fields['id'] : undefined;
    return { read: buildOperation(wire, main, options, place) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const rejection: Rejection = {
      part: place.part,
      code: error.code,
      reason: error.message,
    };
    const id = canonicalId(runId);
    if (id !== undefined) rejection.runId = id;
    return { rejection };
  }
}

const canonicalId = (id: string | undefined): string | undefined => {
  try {
    return readUuid(id, 'id');
  } catch {
    return undefined;
  }
};

/** The run's object, and where its payload fields stand in the bytes. */
interface Main {
  json: JsonText;
  fields: JsonObject;
  inline: Map<PayloadField, { start: number; end: number }> | undefined;
}

const isPayloadField = new Set<string>(payloadFields);

function readMain(bytes: Buffer): Main {
  const json = openJson(bytes);
  const scanned = scanMembers(json.latin, skipBlanks(json.latin, 0), 'object');
  if (!scanned) {
    requireShallow(json);
    parseJson(json);
    throw invalid('it is not a JSON object');
  }
  let inline: Main['inline'];
  for (const { key, start, end, depth } of scanned.members) {
    if (depth > maxJsonDepth) throw invalid(`it nests deeper than ${maxJsonDepth} levels`);
    if (isPayloadField.has(key)) {
      inline ??= new Map();
      inline.set(key as PayloadField, { start, end });
    }
  }
  const fields = parseJson(json);
  if (!isObject(fields)) throw invalid('it is not a JSON object');
  requireCleanKeys(fields, scanned.members.length, json);
  return { json, fields, inline };
}

/** Two values for one field, or a key that a store would bend, leave it open what was meant. */
function requireCleanKeys(fields: JsonObject, written: number, json: JsonText): void {
  const keys = Object.keys(fields);
  if (keys.length !== written) throw invalid('a field is given twice');
  if (json.hasEscapes && keys.some((key) => key.includes('\0'))) {
    throw invalid('the name of a field holds a NUL character');
  }
  if (keys.length === 0) throw invalid('the object is empty');
}

function buildOperation(
  wire: WireOperation,
  main: Main,
  options: ReadOptions,
  place: { part: string },
): ReadOperation {
  const { fields } = main;
  const warnings = new Set(main.json.warnings);
  const startTimeUs = readTime(fields, 'start_time');
  const identity = readIdentity(
    fields,
    {
      kind: wire.kind,
      idHint: wire.idHint,
      mayMakeId: options.mayMakeId ?? false,
      startTimeUs: startTimeUs ?? (wire.kind === 'create' ? options.nowUs : undefined),
    },
    warnings,
  );
  const envelope: RunEnvelope = {};
  readNaming(wire.kind, fields, envelope, warnings);
  readTimes(wire.kind, identity, { startTimeUs, nowUs: options.nowUs }, fields, envelope, warnings);
  if (identity.parentRunId !== undefined) envelope.parentRunId = identity.parentRunId;
  if (identity.dottedOrder !== undefined) envelope.dottedOrder = identity.dottedOrder;
  readRest(fields, envelope, warnings);
  const project = readProject(fields);
  const payloads = readPayloads(
    received(wire, main, warnings),
    wire.kind,
    envelope,
    warnings,
    place,
  );
  place.part = wire.part;
  if (warnings.size > 0) envelope.warnings = [...warnings];

  const operation: RunOperation = { kind: wire.kind, runId: identity.runId, envelope, payloads };
  if (identity.traceId !== undefined) operation.traceId = identity.traceId;
  if (identity.traceStartUs !== undefined) operation.traceStartUs = identity.traceStartUs;
  const read: ReadOperation = { operation, part: wire.part, mustDerive: identity.mustDerive };
  if (project) read.project = project;
  return read;
}

/** The payload fields, wherever they stood; a part of its own wins, the last one of several. */
function received(
  wire: WireOperation,
  { json, fields, inline }: Main,
  warnings: Set<string>,
): ReceivedField[] {
  if (!inline) return withoutRepetition(wire.parts, warnings);
  const list: ReceivedField[] = [];
  for (const [field, { start, end }] of inline) {
    const bytes = json.bytes.subarray(start, end);
    list.push({ field, part: wire.part, bytes, inline: { value: fields[field] } });
  }
  return wire.parts.length === 0 ? list : withoutRepetition([...list, ...wire.parts], warnings);
}

function withoutRepetition(fields: ReceivedField[], warnings: Set<string>): ReceivedField[] {
  const byField = new Map(fields.map((received) => [received.field, received]));
  if (byField.size === fields.length) return fields;
  warnings.add('field_sent_twice');
  return [...byField.values()];
}

function readTime(fields: JsonObject, name: 'start_time' | 'end_time'): number | undefined {
  const value = fields[name];
  if (value === undefined || value === null || value === '') return undefined;
  const us = parseTime(value);
  if (us === undefined) throw invalid(`${name} is not a time between 1970 and 2200`);
  return us;
}

function readNaming(
  kind: 'create' | 'update',
  fields: JsonObject,
  envelope: RunEnvelope,
  warnings: Set<string>,
): void {
  const name = readText(fields, 'name');
  if (name !== undefined && name.trim() !== '') {
    if (name.length > maxNameLength) warnings.add('name_cut');
    envelope.name = cleanText(cutText(name, maxNameLength));
  } else if (kind === 'create') {
    warnings.add('name_missing');
    envelope.name = 'unnamed';
  }
  const runType = readText(fields, 'run_type');
  if (runType !== undefined) {
    const known = runTypes.find((type) => type === runType || type === runType.toLowerCase());
    if (!known) warnings.add('run_type_unknown');
    envelope.runType = known ?? 'chain';
  } else if (kind === 'create') envelope.runType = 'chain' satisfies RunType;
}

function readText(fields: JsonObject, field: string): string | undefined {
  const value = fields[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw invalid(`${field} is not text`);
  return value;
}

function readTimes(
  kind: 'create' | 'update',
  identity: Identity,
  { startTimeUs, nowUs }: { startTimeUs: number | undefined; nowUs: number },
  fields: JsonObject,
  envelope: RunEnvelope,
  warnings: Set<string>,
): void {
  let start = startTimeUs;
  if (start === undefined && kind === 'create') {
    start = identity.segmentStartUs ?? nowUs;
    if (identity.segmentStartUs === undefined) warnings.add('start_time_missing');
  }
  if (start !== undefined) {
    envelope.startTimeUs = start;
    if (start > nowUs + dayUs) warnings.add('start_time_in_future');
    if (start < nowUs - 366 * dayUs) warnings.add('start_time_long_past');
  }
  const end = readTime(fields, 'end_time');
  if (end === undefined) return;
  envelope.endTimeUs = end;
  if (start !== undefined && end < start) warnings.add('end_before_start');
}

function readRest(fields: JsonObject, envelope: RunEnvelope, warnings: Set<string>): void {
  const tags = readTags(fields['tags'], warnings);
  if (tags) envelope.tags = tags;
  const status = readStatus(fields['status']);
  if (status) envelope.status = status;
  const example = readUuid(fields['reference_example_id'], 'reference_example_id');
  if (example !== undefined) envelope.referenceExampleId = example;
}

/** Only a status that we know is honoured; it is a legacy field that may hold anything. */
function readStatus(value: unknown): RunStatus | undefined {
  const status = typeof value === 'string' ? value.toLowerCase() : undefined;
  return status === 'pending' || status === 'success' || status === 'error' ? status : undefined;
}

function readProject(fields: JsonObject): ProjectReference | undefined {
  const id = readUuid(fields['session_id'], 'session_id');
  if (id !== undefined) return { id };
  const name = readText(fields, 'session_name');
  return name === undefined ? undefined : { name };
}
