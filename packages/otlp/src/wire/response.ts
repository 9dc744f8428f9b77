import protobuf from 'protobufjs/minimal.js';
import type { OtlpEncoding } from './request.ts';

/** What became of a request: rejected spans (or log records), and why. */
export interface PartialSuccess {
  rejectedCount: number;
  message: string;
}

/** `Export…ServiceResponse`; without a partial success it is empty. */
export function encodeResponse(
  encoding: OtlpEncoding,
  kind: 'spans' | 'logs',
  partial: PartialSuccess | undefined,
): Buffer {
  if (encoding === 'json') {
    const count = kind === 'spans' ? 'rejectedSpans' : 'rejectedLogRecords';
    const partialSuccess = partial && {
      [count]: String(partial.rejectedCount),
      errorMessage: partial.message,
    };
    return Buffer.from(JSON.stringify(partialSuccess ? { partialSuccess } : {}));
  }
  const writer = new protobuf.Writer();
  if (partial) {
    writer.uint32(tag(1, 2)).fork();
    if (partial.rejectedCount > 0) writer.uint32(tag(1, 0)).int64(partial.rejectedCount);
    writer.uint32(tag(2, 2)).string(partial.message).ldelim();
  }
  return Buffer.from(writer.finish());
}

/** `google.rpc.Status`, the body of every OTLP error. */
export interface RpcStatus {
  code: number;
  message: string;
  /** Adds a `google.rpc.RetryInfo`. */
  retryAfterSeconds?: number | undefined;
}

export function encodeStatus(encoding: OtlpEncoding, status: RpcStatus): Buffer {
  const { code, message, retryAfterSeconds } = status;
  if (encoding === 'json') {
    const details =
      retryAfterSeconds === undefined
        ? []
        : [{ '@type': retryInfoType, retryDelay: `${retryAfterSeconds}s` }];
    return Buffer.from(JSON.stringify({ code, message, ...(details.length > 0 && { details }) }));
  }
  const writer = new protobuf.Writer();
  writer.uint32(tag(1, 0)).int32(code).uint32(tag(2, 2)).string(message);
  if (retryAfterSeconds !== undefined) writeRetryInfo(writer, retryAfterSeconds);
  return Buffer.from(writer.finish());
}

const retryInfoType = 'type.googleapis.com/google.rpc.RetryInfo';

/** `Any { type_url, value: RetryInfo { retry_delay: Duration { seconds } } }` as a detail. */
function writeRetryInfo(writer: protobuf.Writer, seconds: number): void {
  writer.uint32(tag(3, 2)).fork();
  writer.uint32(tag(1, 2)).string(retryInfoType);
  writer.uint32(tag(2, 2)).fork();
  writer.uint32(tag(1, 2)).fork().uint32(tag(1, 0)).int64(seconds);
  writer.ldelim().ldelim().ldelim();
}

const tag = (field: number, wireType: number): number => (field << 3) | wireType;
