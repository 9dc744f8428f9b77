import type { PayloadField, RunEnvelope, RunOperation, RunStatus, RunType } from '../run.ts';
import { payloadFields, runTypes } from '../run.ts';
import { lastStampUs } from './dotted-order.ts';
import { readIdentity, readUuid } from './identity.ts';
import type { Identity } from './identity.ts';
import { applyLabels } from './label-parts.ts';
import type { LabelPart } from './label-parts.ts';
import { readTags } from './labels.ts';
import { readPayloads } from './payloads.ts';
import type { ReadingPlace, ReceivedField } from './payloads.ts';
import { Refusal, invalid } from './refusal.ts';
import type { Rejection } from './refusal.ts';
import { readRunObject } from './run-object.ts';
import type { RunFields, RunObject } from './run-object.ts';
import { addWarning, cleanerFor, cutText } from './text.ts';
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
  /** Tags and metadata that came as parts of their own. */
  labels?: LabelPart[];
  /** The sender cannot know when its trace began: see `RunOperation.opensTrace`. */
  opensTrace?: boolean;
}

/** The project an operation names, to be resolved while accepting. */
export type ProjectReference = { name: string } | { id: string };

/** An operation that can be stored once its project is known. */
export interface ReadOperation {
  operation: RunOperation;
  project?: ProjectReference;
  /** What it was read from, for the answer and for those who look at what was refused. */
  wire: WireOperation;
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
  const place: ReadingPlace = { part: wire.part, sample: wire.main };
  let runId = wire.idHint;
  try {
    const warnings: string[] = [];
    const run = readRunObject(wire.main, warnings);
    runId ??= typeof run.fields.id === 'string' ? run.fields.id : undefined;
    return { read: buildOperation(wire, run, options, warnings, place) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const rejection: Rejection = { ...place, code: error.code, reason: error.message };
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

function buildOperation(
  wire: WireOperation,
  run: RunObject,
  options: ReadOptions,
  warnings: string[],
  place: ReadingPlace,
): ReadOperation {
  const { fields } = run;
  const startTimeUs = readTime(fields, 'start_time');
  const identity = readIdentity(
    fields,
    {
      kind: wire.kind,
      idHint: wire.idHint,
      mayMakeId: options.mayMakeId ?? false,
      opensTrace: wire.opensTrace ?? false,
      startTimeUs: startTimeUs ?? (wire.kind === 'create' ? options.nowUs : undefined),
    },
    warnings,
  );
  const envelope: RunEnvelope = {};
  const parts = wire.labels ? applyLabels(wire, run, envelope, warnings, place) : wire.parts;
  readNaming(wire.kind, run, envelope, warnings);
  readTimes(wire.kind, identity, { startTimeUs, nowUs: options.nowUs }, fields, envelope, warnings);
  if (identity.parentRunId !== undefined) envelope.parentRunId = identity.parentRunId;
  if (identity.dottedOrder !== undefined) envelope.dottedOrder = identity.dottedOrder;
  readRest(run, envelope, warnings);
  const project = readProject(fields);
  const payloads = readPayloads(
    received(parts, run, warnings, wire.part),
    wire.kind,
    envelope,
    warnings,
    place,
  );
  if (warnings.length > 0) envelope.warnings = [...new Set(warnings)];

  const operation: RunOperation = { kind: wire.kind, runId: identity.runId, envelope, payloads };
  if (identity.traceId !== undefined) operation.traceId = identity.traceId;
  if (identity.traceStartUs !== undefined) operation.traceStartUs = identity.traceStartUs;
  else if (wire.opensTrace) operation.opensTrace = true;
  const read: ReadOperation = { operation, wire, mustDerive: identity.mustDerive };
  if (project) read.project = project;
  return read;
}

/** The payload fields, wherever they stood; a part of its own wins, the last one of several. */
function received(
  parts: WireOperation['parts'],
  { json, inline }: RunObject,
  warnings: string[],
  part: string,
): ReceivedField[] {
  if (!inline) return withoutRepetition(parts, warnings);
  const list: ReceivedField[] = [];
  const clean = cleanerFor(json);
  for (const field of payloadFields) {
    const found = inline[field];
    if (!found) continue;
    const bytes = json.bytes.subarray(found.start, found.end);
    list.push({ field, part, bytes, inline: { value: found.value, bytes, clean } });
  }
  return parts.length === 0 ? list : withoutRepetition([...list, ...parts], warnings);
}

function withoutRepetition(fields: ReceivedField[], warnings: string[]): ReceivedField[] {
  const isRepeated = fields.some(({ field }, index) =>
    fields.some((other, at) => at > index && other.field === field),
  );
  if (!isRepeated) return fields;
  addWarning(warnings, 'field_sent_twice');
  return [...new Map(fields.map((received) => [received.field, received])).values()];
}

function readTime(fields: RunFields, name: 'start_time' | 'end_time'): number | undefined {
  const value = fields[name];
  if (value === undefined || value === null || value === '') return undefined;
  const us = parseTime(value);
  if (us === undefined) throw invalid(`${name} is not a time between 1970 and 2200`);
  return us;
}

function readNaming(
  kind: 'create' | 'update',
  { fields, json }: RunObject,
  envelope: RunEnvelope,
  warnings: string[],
): void {
  const name = readText(fields, 'name');
  if (name !== undefined && name.trim() !== '') {
    if (name.length > maxNameLength) addWarning(warnings, 'name_cut');
    envelope.name = cleanerFor(json)(cutText(name, maxNameLength));
  } else if (kind === 'create') {
    addWarning(warnings, 'name_missing');
    envelope.name = 'unnamed';
  }
  const runType = readText(fields, 'run_type');
  if (runType !== undefined) {
    const known = runTypes.find((type) => type === runType || type === runType.toLowerCase());
    if (!known) addWarning(warnings, 'run_type_unknown');
    envelope.runType = known ?? 'chain';
  } else if (kind === 'create') envelope.runType = 'chain' satisfies RunType;
}

function readText(fields: RunFields, field: keyof RunFields): string | undefined {
  const value = fields[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw invalid(`${field} is not text`);
  return value;
}

function readTimes(
  kind: 'create' | 'update',
  identity: Identity,
  { startTimeUs, nowUs }: { startTimeUs: number | undefined; nowUs: number },
  fields: RunFields,
  envelope: RunEnvelope,
  warnings: string[],
): void {
  let start = startTimeUs;
  if (start === undefined && kind === 'create') {
    start = identity.order && lastStampUs(identity.order);
    if (start === undefined) addWarning(warnings, 'start_time_missing');
    start ??= nowUs;
  }
  if (start !== undefined) {
    envelope.startTimeUs = start;
    if (start > nowUs + dayUs) addWarning(warnings, 'start_time_in_future');
    if (start < nowUs - 366 * dayUs) addWarning(warnings, 'start_time_long_past');
  }
  const end = readTime(fields, 'end_time');
  if (end === undefined) return;
  envelope.endTimeUs = end;
  if (start === undefined || end >= start) return;
  // The JS SDK counts calls in the microseconds of a start, but not of an end: within one
  // millisecond the order says nothing.
  if (start - end < 1000) envelope.endTimeUs = start;
  else addWarning(warnings, 'end_before_start');
}

function readRest({ fields, json }: RunObject, envelope: RunEnvelope, warnings: string[]): void {
  const tags = readTags(fields.tags, cleanerFor(json), warnings);
  if (tags) envelope.tags = tags;
  const status = readStatus(fields.status);
  if (status) envelope.status = status;
  const example = readUuid(fields.reference_example_id, 'reference_example_id');
  if (example !== undefined) envelope.referenceExampleId = example;
}

/** Only a status that we know is honoured; it is a legacy field that may hold anything. */
function readStatus(value: unknown): RunStatus | undefined {
  const status = typeof value === 'string' ? value.toLowerCase() : undefined;
  return status === 'pending' || status === 'success' || status === 'error' ? status : undefined;
}

function readProject(fields: RunFields): ProjectReference | undefined {
  const id = readUuid(fields.session_id, 'session_id');
  if (id !== undefined) return { id };
  const name = readText(fields, 'session_name') ?? readAddress(fields);
  return name === undefined ? undefined : { name };
}

const agentAddress = /^lrn:agents\/([^/]+)\/environments\/([^/]+)$/;

/** The address of an agent, which newer SDKs send in the place of a project, as a project's name. */
function readAddress(fields: RunFields): string | undefined {
  const match = agentAddress.exec(readText(fields, 'address') ?? '');
  return match ? `${match[1]} (${match[2]})` : undefined;
}
