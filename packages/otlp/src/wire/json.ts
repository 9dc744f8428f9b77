import { invalidInput, isAppError } from '@runlight/service';
import { emptyObject } from '../span.ts';
import type {
  Attributes,
  OtlpEvent,
  OtlpLink,
  OtlpLog,
  OtlpObject,
  OtlpScope,
  OtlpSpan,
  OtlpValue,
} from '../span.ts';
import { jsonMembers, measureJson } from './json-walk.ts';
import { SpanProblem, createValueBudget, otlpLimits, requireDepth, takeElement } from './limits.ts';
import type { ValueBudget } from './limits.ts';
import type { Frame, Range } from './protobuf.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** OTLP/JSON writes ids in hex, unlike protobuf's own JSON mapping; any case. */
const asId = (value: unknown): string => asText(value).toLowerCase();

/** An enumeration as a number, as OTLP/JSON demands. */
const asNumber = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) ? value : 0;

/** A 64-bit time as decimal text or as a number. */
function asNano(value: unknown): bigint {
  if (typeof value === 'string' && /^\d{1,20}$/.test(value)) return BigInt(value);
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return BigInt(value);
  if (value === undefined || value === null || value === '') return 0n;
  throw new SpanProblem('a time is not a whole number of nanoseconds');
}

function asInt64(value: unknown): OtlpValue {
  if (typeof value === 'number') return value;
  const number = Number(value);
  if (typeof value !== 'string' || !/^-?\d{1,20}$/.test(value)) return null;
  return Number.isSafeInteger(number) ? number : value;
}

function asDouble(value: unknown): OtlpValue {
  if (typeof value === 'number') return value;
  // What JSON cannot write stands as text: NaN, Infinity.
  return typeof value === 'string' ? value : null;
}

/** By the one key that an `AnyValue` has. */
const valueReaders: Record<
  string,
  (value: unknown, depth: number, budget: ValueBudget) => OtlpValue
> = {
  __proto__: null as never,
  stringValue: asText,
  boolValue: (value) => value === true || value === 'true',
  intValue: asInt64,
  doubleValue: asDouble,
  bytesValue: asText,
  arrayValue: (value, depth, budget) => {
    const list: OtlpValue[] = [];
    for (const element of asList(isObject(value) ? value['values'] : undefined)) {
      list.push(readValue(element, depth + 1, budget));
      takeElement(list, budget);
    }
    return list;
  },
  kvlistValue: (value, depth, budget) =>
    readAttributes(isObject(value) ? value['values'] : undefined, depth + 1, budget),
};

function readValue(value: unknown, depth: number, budget: ValueBudget): OtlpValue {
  requireDepth(depth);
  if (!isObject(value)) return null;
  for (const key in value) {
    const read = valueReaders[key];
    if (read) return read(value[key], depth, budget);
  }
  return null;
}

function readAttributes(list: unknown, depth: number, budget: ValueBudget): OtlpObject {
  const attributes = emptyObject();
  for (const pair of asList(list)) {
    if (!isObject(pair) || typeof pair['key'] !== 'string') continue;
    budget.take();
    attributes[pair['key']] = readValue(pair['value'], depth, budget);
  }
  return attributes;
}

const attributesOf = (holder: Json, budget: ValueBudget): Attributes =>
  readAttributes(holder['attributes'], 1, budget);

/** JSON levels that one level of attributes takes: value, list, values, pair. */
const levelsPerAttribute = 5;

function parse(body: Buffer, { start, end }: Range): Json {
  const { depth, size } = measureJson(body, start, end);
  if (depth > otlpLimits.attributeDepth * levelsPerAttribute) {
    throw new SpanProblem(`attributes nest deeper than ${otlpLimits.attributeDepth} levels`);
  }
  // A value of an attribute takes up to eight values of JSON.
  if (size > otlpLimits.valuesPerSpan * 8) {
    throw new SpanProblem('it has too many attributes, events and links');
  }
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8', start, end));
    if (isObject(parsed)) return parsed;
  } catch {
    throw new SpanProblem('it is not valid JSON');
  }
  throw new SpanProblem('it is not a JSON object');
}

/** Throws SpanProblem. */
export function readJsonSpan(body: Buffer, frame: Frame, values: ValueBudget): OtlpSpan {
  const json = parse(body, frame);
  const budget = createValueBudget(values);
  const status = isObject(json['status']) ? json['status'] : {};
  return {
    ...frame.origin,
    traceId: asId(json['traceId']),
    spanId: asId(json['spanId']),
    parentSpanId: asId(json['parentSpanId']),
    name: asText(json['name']),
    kind: asNumber(json['kind']),
    startNano: asNano(json['startTimeUnixNano']),
    endNano: asNano(json['endTimeUnixNano']),
    attributes: attributesOf(json, budget),
    events: readEvents(json['events'], budget),
    links: readLinks(json['links'], budget),
    status: { code: asNumber(status['code']), message: asText(status['message']) },
  };
}

function readEvents(list: unknown, budget: ValueBudget): OtlpEvent[] {
  return asList(list)
    .filter(isObject)
    .map((event) => {
      budget.take();
      const { name, timeUnixNano } = event;
      return {
        name: asText(name),
        timeNano: asNano(timeUnixNano),
        attributes: attributesOf(event, budget),
      };
    });
}

function readLinks(list: unknown, budget: ValueBudget): OtlpLink[] {
  return asList(list)
    .filter(isObject)
    .map((link) => {
      budget.take();
      const { traceId, spanId } = link;
      return {
        traceId: asId(traceId),
        spanId: asId(spanId),
        attributes: attributesOf(link, budget),
      };
    });
}

/** Throws SpanProblem. */
export function readJsonLog(body: Buffer, frame: Frame, values: ValueBudget): OtlpLog {
  const json = parse(body, frame);
  const budget = createValueBudget(values);
  return {
    traceId: asId(json['traceId']),
    spanId: asId(json['spanId']),
    eventName: asText(json['eventName']),
    timeNano: asNano(json['timeUnixNano']),
    attributes: attributesOf(json, budget),
    body: readValue(json['body'], 1, budget),
  };
}

/** Names of the nested lists, outermost first. */
export const spanLists = ['resourceSpans', 'scopeSpans', 'spans'] as const;
export const logLists = ['resourceLogs', 'scopeLogs', 'logRecords'] as const;
type Lists = readonly [string, string, string];

/** The frames of a request, none of them read yet. Throws BAD_USER_INPUT for what is no request. */
export function jsonFrames(
  body: Buffer,
  [outer, middle, inner]: Lists,
  budget: ValueBudget,
): Frame[] {
  try {
    const frames: Frame[] = [];
    for (const group of listIn(body, { start: 0, end: body.length }, outer, budget)) {
      const sender = aboutOf(body, group, 'resource');
      const resource = readAttributes(sender.json['attributes'], 1, createValueBudget());
      for (const part of listIn(body, group, middle, budget)) {
        const library = aboutOf(body, part, 'scope');
        const origin = { resource, scope: readScope(library.json) };
        const originBytes = sender.sizeBytes + library.sizeBytes;
        for (const { start, end } of listIn(body, part, inner, budget)) {
          frames.push({ start, end, origin, originBytes });
        }
      }
    }
    return frames;
  } catch (error) {
    throw isAppError(error) ? error : invalidInput('The body is not a valid OTLP/JSON request');
  }
}

function* listIn(body: Buffer, place: Range, name: string, budget: ValueBudget): Generator<Range> {
  for (const member of jsonMembers(body, place)) {
    if (member.key !== name || body.toString('latin1', member.start, member.start + 4) === 'null') {
      continue;
    }
    for (const element of jsonMembers(body, member)) {
      budget.take();
      yield element;
    }
  }
}

function aboutOf(body: Buffer, place: Range, name: string): { json: Json; sizeBytes: number } {
  for (const member of jsonMembers(body, place)) {
    if (member.key !== name || body[member.start] !== 0x7b) continue;
    return { json: parse(body, member), sizeBytes: member.end - member.start };
  }
  return { json: {}, sizeBytes: 0 };
}

const readScope = ({ name, version }: Json): OtlpScope => ({
  name: asText(name),
  version: asText(version),
});
