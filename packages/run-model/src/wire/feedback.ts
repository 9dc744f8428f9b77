import { clearableFields } from '../feedback.ts';
import type {
  ClearableField,
  FeedbackEnvelope,
  FeedbackOperation,
  FeedbackTarget,
} from '../feedback.ts';
import { uuidv7 } from '../uuid.ts';
import { readUuid } from './identity.ts';
import { maxMembers, scanMembers, skipBlanks } from './json-scan.ts';
import { openJson, parseJson, requireShallow } from './json-text.ts';
import type { JsonText } from './json-text.ts';
import { Refusal, invalid } from './refusal.ts';
import type { Rejection } from './refusal.ts';
import { cleanText, isObject } from './text.ts';
import type { JsonObject } from './text.ts';
import { parseTime } from './time.ts';

/** Feedback as it came over the wire: bytes of the request, nothing read yet. */
export interface WireFeedback {
  kind: FeedbackOperation['kind'];
  /** Id in the part's name or in the path, as written. */
  idHint?: string;
  /** Name of the part or place in the body, for the answer. */
  part: string;
  /** The JSON object; absent for a delete. */
  main?: Buffer;
}

export type FeedbackReadResult = { operation: FeedbackOperation } | { rejection: Rejection };

export const maxFeedbackKeyLength = 128;
export const maxFeedbackValueBytes = 16 * 1024;
/** Comment, correction, scale, metadata of the source, extra. */
export const maxFeedbackTextBytes = 64 * 1024;
export const maxFeedbackBytes = 1024 * 1024;
export const maxThreadIdLength = 1024;

/**
 * Reads and checks one feedback operation (langsmith-protocol §7, reliability I34). A bad one is
 * described and never costs its neighbours. A create without any id gets one.
 */
export function readFeedback(wire: WireFeedback): FeedbackReadResult {
  try {
    const object = wire.main && readObject(wire.main);
    const feedbackId = readFeedbackId(wire, object?.value['id']);
    const operation: FeedbackOperation = { kind: wire.kind, feedbackId, envelope: {} };
    if (object) readInto(operation, object);
    return { operation };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const rejection: Rejection = { part: wire.part, code: error.code, reason: error.message };
    if (wire.main) rejection.sample = wire.main;
    return { rejection };
  }
}

/** The object, and where the values of its members stand in the bytes. */
interface ReadObject {
  json: JsonText;
  value: JsonObject;
  extents: Map<string, { start: number; end: number }>;
}

function readObject(bytes: Buffer): ReadObject {
  if (bytes.length > maxFeedbackBytes) {
    throw new Refusal('too_large', `it is larger than ${maxFeedbackBytes} bytes`);
  }
  const json = openJson(bytes, []);
  requireShallow(json);
  const value = parseJson(json);
  const scanned = scanMembers(json.bytes, skipBlanks(json.bytes, 0), 'object');
  if (!isObject(value) || !scanned) throw invalid('it is not a JSON object');
  if (scanned.isCut) throw invalid(`it has more than ${maxMembers} fields`);
  const extents: ReadObject['extents'] = new Map();
  for (const { keyStart, keyEnd, start, end } of scanned.members) {
    const key = JSON.parse(json.bytes.toString('utf8', keyStart - 1, keyEnd + 1)) as string;
    if (extents.has(key)) throw invalid('a field is given twice');
    extents.set(key, { start, end });
  }
  return { json, value, extents };
}

function readFeedbackId({ kind, idHint }: WireFeedback, value: unknown): string {
  const hinted = readUuid(idHint, 'the feedback id in the name of the part or in the path');
  const written = readUuid(value, 'id');
  if (hinted !== undefined && written !== undefined && hinted !== written) {
    throw invalid('id differs from the feedback id in the name of the part or in the path');
  }
  const id = hinted ?? written;
  if (id === undefined && kind !== 'create') throw invalid('id is missing');
  return id ?? uuidv7();
}

function readInto(operation: FeedbackOperation, object: ReadObject): void {
  const { value } = object;
  if (operation.kind === 'create') operation.target = readTarget(value);
  operation.envelope = withoutAbsent({
    key: readKey(value['key'], operation.kind),
    score: readScore(value['score']),
    value: readJson(object, 'value', maxFeedbackValueBytes),
    comment: readText(value, 'comment'),
    correction: readCorrection(object),
    ...readSource(object),
    config: readConfig(object),
    comparativeExperimentId: readUuid(
      value['comparative_experiment_id'],
      'comparative_experiment_id',
    ),
    groupId: readUuid(value['feedback_group_id'], 'feedback_group_id'),
    isError: readFlag(value['error']),
    extra: readJsonObject(object, 'extra'),
    createdAtUs: readTime(value, 'created_at'),
    modifiedAtUs: readTime(value, 'modified_at'),
  });
  const cleared = operation.kind === 'update' ? readCleared(value, operation.envelope) : [];
  if (cleared.length > 0) operation.cleared = cleared;
}

/** In an update null empties a field; in a create it says nothing, as SDKs write it for what is absent. */
function readCleared(value: JsonObject, said: FeedbackEnvelope): ClearableField[] {
  const isNull = (field: ClearableField) =>
    field === 'config'
      ? value['feedback_config'] === null || value['feedbackConfig'] === null
      : value[field] === null;
  return clearableFields.filter((field) => said[field] === undefined && isNull(field));
}

type Said = { [Field in keyof FeedbackEnvelope]: FeedbackEnvelope[Field] | undefined };

/** Absent fields are left out: they say nothing. */
function withoutAbsent(envelope: Said): FeedbackEnvelope {
  const said = Object.entries(envelope).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as FeedbackEnvelope;
}

/** A run, by itself or as the root of a trace, or else a thread or a whole project. */
function readTarget(value: JsonObject): FeedbackTarget {
  const traceId = readUuid(value['trace_id'], 'trace_id');
  const runId = readUuid(value['run_id'], 'run_id') ?? traceId;
  const projectId = readUuid(value['session_id'], 'session_id');
  if (runId === undefined && projectId === undefined) {
    throw invalid('it names neither run_id nor trace_id nor session_id');
  }
  return {
    ...(runId !== undefined && { runId }),
    ...(traceId !== undefined && { traceId }),
    ...readThread(value),
    ...(projectId !== undefined && { projectId }),
  };
}

function readThread({
  feedback_thread_id: threadId,
}: JsonObject): Pick<FeedbackTarget, 'threadId'> {
  if (threadId === undefined || threadId === null || threadId === '') return {};
  if (typeof threadId !== 'string') throw invalid('feedback_thread_id is not text');
  if (threadId.length > maxThreadIdLength) {
    throw invalid(`feedback_thread_id is longer than ${maxThreadIdLength} characters`);
  }
  return { threadId: cleanText(threadId) };
}

function readKey(value: unknown, kind: FeedbackOperation['kind']): string | undefined {
  if (value === undefined || value === null) {
    if (kind === 'create') throw invalid('key is missing');
    return undefined;
  }
  if (typeof value !== 'string' || value.trim() === '') throw invalid('key is not text');
  if (value.length > maxFeedbackKeyLength) {
    throw invalid(`key is longer than ${maxFeedbackKeyLength} characters`);
  }
  return cleanText(value);
}

/** Booleans count as 1 and 0; text is no number, whatever it holds. */
function readScore(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw invalid('score is neither a finite number nor a boolean');
  }
  return value;
}

/** JSON of a member as it was sent; undefined when it says nothing. */
function readJson(
  { json, value, extents }: ReadObject,
  field: string,
  maxBytes = maxFeedbackTextBytes,
): string | undefined {
  const extent = extents.get(field);
  if (!extent || value[field] === null) return undefined;
  const { start, end } = extent;
  if (end - start > maxBytes) throw tooLong(field, maxBytes);
  return json.bytes.toString('utf8', start, end);
}

function readJsonObject(object: ReadObject, field: string): string | undefined {
  const text = readJson(object, field);
  if (text !== undefined && !isObject(object.value[field])) {
    throw invalid(`${field} is not an object`);
  }
  return text;
}

function readCorrection(object: ReadObject): string | undefined {
  const { correction } = object.value;
  const text = readJson(object, 'correction');
  if (text !== undefined && typeof correction !== 'string' && !isObject(correction)) {
    throw invalid('correction is neither an object nor text');
  }
  return text;
}

/** The Python SDK writes snake case, the JavaScript SDK camel case. */
const readConfig = (object: ReadObject): string | undefined =>
  readJsonObject(object, 'feedback_config') ?? readJsonObject(object, 'feedbackConfig');

const sourceTypes = new Set(['api', 'model', 'app', 'auto_eval']);

function readSource({
  value,
}: ReadObject): Pick<FeedbackEnvelope, 'sourceType' | 'sourceMetadata'> {
  const source = value['feedback_source'];
  if (source === undefined || source === null) return {};
  if (!isObject(source)) throw invalid('feedback_source is not an object');
  const { type, metadata } = source;
  const sourceType = typeof type === 'string' && sourceTypes.has(type) ? type : 'api';
  if (metadata === undefined || metadata === null) return { sourceType };
  if (!isObject(metadata)) throw invalid('the metadata of feedback_source is not an object');
  const sourceMetadata = JSON.stringify(metadata);
  if (sourceMetadata.length > maxFeedbackTextBytes) {
    throw tooLong('the metadata of feedback_source', maxFeedbackTextBytes);
  }
  return { sourceType, sourceMetadata };
}

function readText(value: JsonObject, field: string): string | undefined {
  const text = value[field];
  if (text === undefined || text === null) return undefined;
  if (typeof text !== 'string') throw invalid(`${field} is not text`);
  if (text.length > maxFeedbackTextBytes) throw tooLong(field, maxFeedbackTextBytes);
  return cleanText(text);
}

function readFlag(value: unknown): boolean | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'boolean') throw invalid('error is neither true nor false');
  return value;
}

function readTime(value: JsonObject, field: string): number | undefined {
  const written = value[field];
  if (written === undefined || written === null || written === '') return undefined;
  const us = parseTime(written);
  if (us === undefined) throw invalid(`${field} is not a time between 1970 and 2200`);
  return us;
}

const tooLong = (what: string, maxBytes: number): Refusal =>
  new Refusal('too_large', `${what} is larger than ${maxBytes} bytes`);
