import { invalidInput, isAppError } from '@runlight/service';
import protobuf from 'protobufjs/minimal.js';
import type { Reader } from 'protobufjs';
import { emptyObject, newSpan } from '../span.ts';
import type {
  Attributes,
  OtlpEvent,
  OtlpLink,
  OtlpLog,
  OtlpScope,
  OtlpSpan,
  OtlpValue,
  SpanOrigin,
} from '../span.ts';
import { SpanProblem, createValueBudget, requireDepth, takeElement } from './limits.ts';
import type { ValueBudget } from './limits.ts';

// ExportTraceServiceRequest and ExportLogsServiceRequest of opentelemetry/proto, as tables from field
// number to what is read. By hand on the library's reader, since a generated decoder gives up the whole
// body for one bad span and holds all of it in memory twice.

/** A range of the body. */
export interface Range {
  start: number;
  end: number;
}

interface Field<T> {
  /** 0 varint, 1 eight bytes, 2 length-delimited. */
  wireType: 0 | 1 | 2;
  read: (reader: Reader, target: T, budget: ValueBudget) => void;
}

/** By field number. */
type Fields<T> = Record<number, Field<T>>;

const malformed = () => new SpanProblem('it is not valid protobuf');

/** Reads the fields of `table` up to `end`; others are passed over. */
function readFields<T>(
  reader: Reader,
  end: number,
  table: Fields<T>,
  target: T,
  budget: ValueBudget,
): T {
  if (end > reader.len) throw malformed();
  while (reader.pos < end) {
    const tag = reader.uint32();
    const wireType = tag & 7;
    const known = table[tag >>> 3];
    // Groups left the format before OpenTelemetry came; skipping nested ones would recurse.
    if (wireType === 3 || wireType === 4 || tag >>> 3 === 0) throw malformed();
    if (!known) reader.skipType(wireType);
    else if (wireType !== known.wireType) throw malformed();
    else known.read(reader, target, budget);
  }
  if (reader.pos !== end) throw malformed();
  return target;
}

const field = <T>(wireType: Field<T>['wireType'], read: Field<T>['read']): Field<T> => ({
  wireType,
  read,
});

/** End of the length-delimited field at the reader. */
function endOf(reader: Reader): number {
  const length = reader.uint32();
  return reader.pos + length;
}

const text = <T>(set: (target: T, value: string) => void) =>
  field<T>(2, (reader, target) => set(target, reader.string()));
const hex = <T>(set: (target: T, value: string) => void) =>
  field<T>(2, (reader, target) => set(target, Buffer.from(reader.bytes()).toString('hex')));
const fixed64 = <T>(set: (target: T, value: bigint) => void) =>
  field<T>(1, (reader, target) => set(target, BigInt.asUintN(64, bigintOf(reader.fixed64()))));
const enumeration = <T>(set: (target: T, value: number) => void) =>
  field<T>(0, (reader, target) => set(target, reader.int32()));

/** A number when it is one exactly, else its decimal text. */
function readInt64(reader: Reader): number | string {
  const value = bigintOf(reader.int64());
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

/** The library gives 64 bits as two halves. */
function bigintOf({ low, high }: { low: number; high: number }): bigint {
  return BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low >>> 0));
}

interface Slot {
  value: OtlpValue;
}

/** `AnyValue` at a depth; the tables of one depth are made once. */
const valueTables: Fields<Slot>[] = [];
function valueTable(depth: number): Fields<Slot> {
  requireDepth(depth);
  return (valueTables[depth] ??= {
    1: text((slot, value) => (slot.value = value)),
    2: field(0, (reader, slot) => (slot.value = reader.bool())),
    3: field(0, (reader, slot) => (slot.value = readInt64(reader))),
    4: field(1, (reader, slot) => (slot.value = reader.double())),
    5: field(2, (reader, slot, budget) => {
      const list: OtlpValue[] = [];
      slot.value = list;
      readFields(reader, endOf(reader), elementTable(depth + 1), list, budget);
    }),
    6: field(2, (reader, slot, budget) => {
      const object = emptyObject();
      slot.value = object;
      readFields(reader, endOf(reader), { 1: member(depth + 1) }, object, budget);
    }),
    7: field(2, (reader, slot) => (slot.value = Buffer.from(reader.bytes()).toString('base64'))),
  });
}

const elementTables: Fields<OtlpValue[]>[] = [];
function elementTable(depth: number): Fields<OtlpValue[]> {
  return (elementTables[depth] ??= {
    1: field(2, (reader, list, budget) => {
      const slot: Slot = { value: null };
      readFields(reader, endOf(reader), valueTable(depth), slot, budget);
      list.push(slot.value);
      takeElement(list, budget);
    }),
  });
}

interface KeyValue extends Slot {
  key: string;
}

const keyValueTables: Fields<KeyValue>[] = [];
const members: Field<Attributes>[] = [];

/** A `KeyValue`, put into an object of attributes. */
function member(depth: number): Field<Attributes> {
  return (members[depth] ??= field(2, (reader, target, budget) => {
    budget.take();
    const pair: KeyValue = { key: '', value: null };
    readFields(reader, endOf(reader), keyValueTable(depth), pair, budget);
    target[pair.key] = pair.value;
  }));
}

function keyValueTable(depth: number): Fields<KeyValue> {
  return (keyValueTables[depth] ??= {
    1: text((pair, key) => (pair.key = key)),
    2: field(2, (reader, pair, budget) => {
      readFields(reader, endOf(reader), valueTable(depth), pair, budget);
    }),
  });
}

/** A repeated `KeyValue` field of something that has attributes. */
const attributes = <T extends { attributes: Attributes }>() =>
  field<T>(2, (reader, target, budget) => member(1).read(reader, target.attributes, budget));

const eventTable: Fields<OtlpEvent> = {
  1: fixed64((event, value) => (event.timeNano = value)),
  2: text((event, value) => (event.name = value)),
  3: attributes(),
};

const linkTable: Fields<OtlpLink> = {
  1: hex((link, value) => (link.traceId = value)),
  2: hex((link, value) => (link.spanId = value)),
  4: attributes(),
};

const statusTable: Fields<OtlpSpan['status']> = {
  2: text((status, value) => (status.message = value)),
  3: enumeration((status, value) => (status.code = value)),
};

const spanTable: Fields<OtlpSpan> = {
  1: hex((span, value) => (span.traceId = value)),
  2: hex((span, value) => (span.spanId = value)),
  4: hex((span, value) => (span.parentSpanId = value)),
  5: text((span, value) => (span.name = value)),
  6: enumeration((span, value) => (span.kind = value)),
  7: fixed64((span, value) => (span.startNano = value)),
  8: fixed64((span, value) => (span.endNano = value)),
  9: attributes(),
  11: field(2, (reader, span, budget) => {
    budget.take();
    const event: OtlpEvent = { name: '', timeNano: 0n, attributes: emptyObject() };
    span.events.push(readFields(reader, endOf(reader), eventTable, event, budget));
  }),
  13: field(2, (reader, span, budget) => {
    budget.take();
    const link: OtlpLink = { traceId: '', spanId: '', attributes: emptyObject() };
    span.links.push(readFields(reader, endOf(reader), linkTable, link, budget));
  }),
  15: field(2, (reader, span, budget) => {
    readFields(reader, endOf(reader), statusTable, span.status, budget);
  }),
};

const logTable: Fields<OtlpLog> = {
  1: fixed64((log, value) => (log.timeNano = value)),
  5: field(2, (reader, log, budget) => {
    const slot: Slot = { value: null };
    readFields(reader, endOf(reader), valueTable(1), slot, budget);
    log.body = slot.value;
  }),
  6: attributes(),
  9: hex((log, value) => (log.traceId = value)),
  10: hex((log, value) => (log.spanId = value)),
  12: text((log, value) => (log.eventName = value)),
};

const resourceTable: Fields<{ attributes: Attributes }> = { 1: attributes() };

const scopeTable: Fields<OtlpScope> = {
  1: text((scope, value) => (scope.name = value)),
  2: text((scope, value) => (scope.version = value)),
};

/** Where the parts of `ResourceSpans`, or of `ScopeSpans`, lie. */
interface Envelope {
  about: Range | undefined;
  parts: Range[];
}

const range = (reader: Reader): Range => {
  const end = endOf(reader);
  if (end > reader.len) throw malformed();
  const found = { start: reader.pos, end };
  reader.pos = end;
  return found;
};

const envelopeTable: Fields<Envelope> = {
  1: field(2, (reader, envelope) => (envelope.about = range(reader))),
  2: field(2, (reader, envelope, budget) => {
    budget.take();
    envelope.parts.push(range(reader));
  }),
};

const requestTable: Fields<Range[]> = {
  1: field(2, (reader, ranges, budget) => {
    budget.take();
    ranges.push(range(reader));
  }),
};

/** A span, or a log record, whose bytes are known to be there. */
export interface Frame extends Range {
  origin: SpanOrigin;
  /** Bytes of the body that say where it comes from; its neighbours share them. */
  originBytes: number;
}

/** The frames of a request, none of them read yet. Throws BAD_USER_INPUT for what is no request. */
export function protobufFrames(body: Buffer, budget: ValueBudget): Frame[] {
  return refusingAll(() => {
    const frames: Frame[] = [];
    const whole = { start: 0, end: body.length };
    for (const group of readRange(body, whole, requestTable, [] as Range[], budget)) {
      const outer = readEnvelope(body, group, budget);
      const holder = { attributes: emptyObject() };
      const resource = readAbout(body, outer.about, resourceTable, holder).attributes;
      for (const part of outer.parts) {
        const inner = readEnvelope(body, part, budget);
        const scope = readAbout(body, inner.about, scopeTable, { name: '', version: '' });
        const origin = { resource, scope };
        const originBytes = sizeOf(outer.about) + sizeOf(inner.about);
        for (const found of inner.parts) frames.push({ ...found, origin, originBytes });
      }
    }
    return frames;
  });
}

const sizeOf = (found: Range | undefined): number => (found ? found.end - found.start : 0);

const readEnvelope = (body: Buffer, found: Range, budget: ValueBudget): Envelope =>
  readRange(body, found, envelopeTable, { about: undefined, parts: [] }, budget);

function readAbout<T>(body: Buffer, found: Range | undefined, table: Fields<T>, target: T): T {
  return found ? readRange(body, found, table, target, createValueBudget()) : target;
}

function readRange<T>(
  body: Buffer,
  { start, end }: Range,
  table: Fields<T>,
  target: T,
  budget: ValueBudget,
): T {
  const reader = protobuf.Reader.create(body);
  reader.pos = start;
  return readFields(reader, end, table, target, budget);
}

/** Throws SpanProblem. */
export function readProtobufSpan(body: Buffer, frame: Frame, values: ValueBudget): OtlpSpan {
  const span = newSpan(frame.origin);
  return refusingOne(() => readRange(body, frame, spanTable, span, createValueBudget(values)));
}

/** Throws SpanProblem. */
export function readProtobufLog(body: Buffer, frame: Frame, values: ValueBudget): OtlpLog {
  const log = {
    traceId: '',
    spanId: '',
    eventName: '',
    timeNano: 0n,
    attributes: emptyObject(),
    body: null,
  };
  return refusingOne(() => readRange(body, frame, logTable, log, createValueBudget(values)));
}

/** The library throws RangeError and Error for bytes that end early or make no sense. */
function refusingOne<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof SpanProblem ? error : malformed();
  }
}

function refusingAll<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw isAppError(error) ? error : invalidInput('The body is not a valid OTLP request');
  }
}
