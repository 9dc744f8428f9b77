import { AppError } from '@runlight/service';
import type { OtlpLog, OtlpSpan, RejectedSpan } from '../span.ts';
import { requireIdentity } from './identity.ts';
import { jsonFrames, logLists, readJsonLog, readJsonSpan, spanLists } from './json.ts';
import { SpanProblem, createRequestBudget, otlpLimits } from './limits.ts';
import type { ValueBudget } from './limits.ts';
import { protobufFrames, readProtobufLog, readProtobufSpan } from './protobuf.ts';
import type { Frame } from './protobuf.ts';

export type OtlpEncoding = 'protobuf' | 'json';

/** A body whose spans are found, but not decoded: they are read a few at a time. */
export interface TraceRequest {
  spanCount: number;
  /** Log records that stand beside the spans, which OTLP/JSON files may have. */
  logs: OtlpLog[];
  /**
   * Lots of at most `lotBytes`, each span with its resource and scope (or one span), and of a thousand
   * spans, in the order of the body.
   */
  lots: (lotBytes: number) => Generator<SpanLot>;
}

export interface SpanLot {
  spans: OtlpSpan[];
  rejected: RejectedSpan[];
  /** Bytes of the body, those that spans share counted for each of them. */
  sizeBytes: number;
}

/** Throws AppError: BAD_USER_INPUT for what is no request, PAYLOAD_TOO_LARGE for too many spans. */
export function openTraceRequest(body: Buffer, encoding: OtlpEncoding): TraceRequest {
  const frames =
    encoding === 'json'
      ? jsonFrames(body, spanLists, createCountBudget('spans'))
      : protobufFrames(body, createCountBudget('spans'));
  requireSharedOrigins(frames);
  const read = encoding === 'json' ? readJsonSpan : readProtobufSpan;
  return {
    spanCount: frames.length,
    logs: encoding === 'json' ? readLogs(body, encoding) : [],
    lots: (lotBytes) => readLots(body, frames, read, lotBytes),
  };
}

/** The log records that belong to a span; others are passed over. Throws as `openTraceRequest`. */
export function readLogs(body: Buffer, encoding: OtlpEncoding): OtlpLog[] {
  const budget = createCountBudget('log records');
  const frames =
    encoding === 'json' ? jsonFrames(body, logLists, budget) : protobufFrames(body, budget);
  requireSomeLogs(frames);
  const read = encoding === 'json' ? readJsonLog : readProtobufLog;
  const values = createRequestBudget(otlpLimits.valuesOfLogs);
  const logs: OtlpLog[] = [];
  for (const frame of frames) {
    try {
      logs.push(named(read(body, frame, values)));
    } catch (error) {
      // A log record is an addition to a span: a bad one is not worth a word.
      if (!(error instanceof SpanProblem)) throw error;
    }
  }
  return logs.filter(({ traceId, spanId }) => traceId.length === 32 && spanId.length === 16);
}

/** The event's name stands in a field of its own, or in an attribute in older SDKs. */
function named(log: OtlpLog): OtlpLog {
  const written = log.attributes['event.name'];
  if (log.eventName === '' && typeof written === 'string') log.eventName = written;
  return log;
}

function* readLots(
  body: Buffer,
  frames: Frame[],
  read: ReadSpan,
  lotBytes: number,
): Generator<SpanLot> {
  const values = createRequestBudget(otlpLimits.valuesPerRequest);
  let lot: SpanLot = { spans: [], rejected: [], sizeBytes: 0 };
  for (const frame of frames) {
    const sizeBytes = frame.end - frame.start + frame.originBytes;
    const isFull =
      lot.sizeBytes + sizeBytes > lotBytes || lot.spans.length >= otlpLimits.spansPerLot;
    if (lot.sizeBytes > 0 && isFull) {
      yield lot;
      lot = { spans: [], rejected: [], sizeBytes: 0 };
    }
    lot.sizeBytes += sizeBytes;
    readSpan(lot, frame, () => read(body, frame, values));
  }
  if (lot.sizeBytes > 0 || lot.rejected.length > 0) yield lot;
}

type ReadSpan = (body: Buffer, frame: Frame, values: ValueBudget) => OtlpSpan;

function readSpan(lot: SpanLot, frame: Frame, read: () => OtlpSpan): void {
  let spanId = '';
  try {
    if (frame.end - frame.start > otlpLimits.spanBytes) {
      throw new SpanProblem(`it is larger than ${otlpLimits.spanBytes} bytes`);
    }
    const span = read();
    spanId = span.spanId;
    requireIdentity(span);
    lot.spans.push(span);
  } catch (error) {
    if (!(error instanceof SpanProblem)) throw error;
    lot.rejected.push({ spanId, reason: error.message });
  }
}

/** Each span is stored with its resource and scope: a large one for many spans would be a flood. */
function requireSharedOrigins(frames: Frame[]): void {
  const bytes = frames.reduce((sum, { originBytes }) => sum + originBytes, 0);
  if (bytes > otlpLimits.repeatedOriginBytes) {
    throw new AppError('PAYLOAD_TOO_LARGE', 'The resources and scopes are too large for the spans');
  }
}

function requireSomeLogs(frames: Frame[]): void {
  const bytes = frames.reduce((sum, { start, end }) => sum + end - start, 0);
  if (bytes > otlpLimits.logBytes) {
    throw new AppError(
      'PAYLOAD_TOO_LARGE',
      `The log records are larger than ${otlpLimits.logBytes} bytes`,
    );
  }
}

/** Bounds the spans, scopes and resources of a request. */
function createCountBudget(what: string): ValueBudget {
  const limit = otlpLimits.spansPerRequest + otlpLimits.originsPerRequest;
  let left: number = limit;
  return {
    take() {
      left -= 1;
      if (left < 0) {
        throw new AppError('PAYLOAD_TOO_LARGE', `The request has too many ${what}`);
      }
    },
  };
}
