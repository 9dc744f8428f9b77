import { AppError } from '@runlight/service';
import type { OtlpLog, OtlpSpan, RejectedSpan } from '../span.ts';
import { requireIdentity } from './identity.ts';
import { jsonFrames, logLists, readJsonLog, readJsonSpan, spanLists } from './json.ts';
import { SpanProblem, otlpLimits } from './limits.ts';
import type { ValueBudget } from './limits.ts';
import { protobufFrames, readProtobufLog, readProtobufSpan } from './protobuf.ts';
import type { Frame } from './protobuf.ts';

export type OtlpEncoding = 'protobuf' | 'json';

/** A body whose spans are found, but not decoded: they are read a few at a time. */
export interface TraceRequest {
  spanCount: number;
  /** Log records that stand beside the spans, which OTLP/JSON files may have. */
  logs: OtlpLog[];
  /** Lots of at most `lotBytes` of the body (or one span), in the order of the body. */
  lots: (lotBytes: number) => Generator<SpanLot>;
}

export interface SpanLot {
  spans: OtlpSpan[];
  rejected: RejectedSpan[];
  /** Bytes of the body. */
  sizeBytes: number;
}

/** Throws AppError: BAD_USER_INPUT for what is no request, PAYLOAD_TOO_LARGE for too many spans. */
export function openTraceRequest(body: Buffer, encoding: OtlpEncoding): TraceRequest {
  const frames =
    encoding === 'json'
      ? jsonFrames(body, spanLists, createCountBudget('spans'))
      : protobufFrames(body, createCountBudget('spans'));
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
  const read = encoding === 'json' ? readJsonLog : readProtobufLog;
  const logs: OtlpLog[] = [];
  for (const frame of frames) {
    try {
      logs.push(named(read(body, frame)));
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
  read: (body: Buffer, frame: Frame) => OtlpSpan,
  lotBytes: number,
): Generator<SpanLot> {
  let lot: SpanLot = { spans: [], rejected: [], sizeBytes: 0 };
  for (const frame of frames) {
    const sizeBytes = frame.end - frame.start;
    if (lot.sizeBytes > 0 && lot.sizeBytes + sizeBytes > lotBytes) {
      yield lot;
      lot = { spans: [], rejected: [], sizeBytes: 0 };
    }
    lot.sizeBytes += sizeBytes;
    readSpan(lot, body, frame, read);
  }
  if (lot.sizeBytes > 0 || lot.rejected.length > 0) yield lot;
}

function readSpan(
  lot: SpanLot,
  body: Buffer,
  frame: Frame,
  read: (body: Buffer, frame: Frame) => OtlpSpan,
): void {
  let spanId = '';
  try {
    if (frame.end - frame.start > otlpLimits.spanBytes) {
      throw new SpanProblem(`it is larger than ${otlpLimits.spanBytes} bytes`);
    }
    const span = read(body, frame);
    spanId = span.spanId;
    requireIdentity(span);
    lot.spans.push(span);
  } catch (error) {
    if (!(error instanceof SpanProblem)) throw error;
    lot.rejected.push({ spanId, reason: error.message });
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
