import type { ApiKeyIdentity } from '@runlight/auth';
import { openTraceRequest, readLogUpdates, readLogs, readSpans } from '@runlight/otlp';
import type { OtlpEncoding, PartialSuccess, RejectedSpan, SpanOperation } from '@runlight/otlp';
import type { Rejection, WireOperation } from '@runlight/run-model';
import { accept } from '../accept.ts';
import type { WireAttachment } from '../blobs/attach-files.ts';
import type { ByteShare } from '../body/byte-budget.ts';
import type { IngestContext } from '../context.ts';

/** An authenticated export request, over HTTP or gRPC. */
export interface Export {
  identity: ApiKeyIdentity;
  sdk: string | undefined;
  /** Decompressed. */
  body: Buffer;
  encoding: OtlpEncoding;
  /** Project of spans that name none. */
  project: string | undefined;
  share: Pick<ByteShare, 'take'>;
}

/**
 * Bytes of spans that are decoded at a time. Decoded spans and the runs made of them take several times as
 * much memory, and nobody else is served while they are made: a large body is worked off piece by piece.
 */
const lotBytes = 1024 * 1024;
/** Memory for what is decoded while it is worked off, as a multiple of its bytes. */
const memoryPerByte = 4;

/**
 * Stores the spans of a request as runs. Undefined when all of them were accepted. Throws AppError: a
 * body that is no request, or UNAVAILABLE: then the sender sends all of it again, and what was
 * accepted before is accepted once more without harm.
 */
export async function receiveTraces(
  context: IngestContext,
  request: Export,
): Promise<PartialSuccess | undefined> {
  const { body, encoding, project, share } = request;
  const traces = openTraceRequest(body, encoding);
  let taken = Math.min(body.length, lotBytes) * memoryPerByte;
  share.take(taken);
  const tally = createTally('span');
  for (const { spans, rejected, sizeBytes } of traces.lots(lotBytes)) {
    // A single span may be larger than a lot.
    const needed = Math.max(taken, sizeBytes * memoryPerByte);
    share.take(needed - taken);
    taken = needed;
    const operations = readSpans(spans, { project, logs: traces.logs });
    const rejections = rejected.map(rejectionOf);
    tally.add(await acceptOperations(context, request, { operations, rejections, sizeBytes }));
  }
  return tally.result();
}

/** Adds messages that came as log records to the runs of their spans, which may come later. */
export async function receiveLogs(
  context: IngestContext,
  request: Export,
): Promise<PartialSuccess | undefined> {
  const { body, encoding, share } = request;
  share.take(body.length * memoryPerByte);
  const operations = readLogUpdates(readLogs(body, encoding));
  const sizeBytes = body.length;
  const tally = createTally('log record');
  if (operations.length > 0) {
    tally.add(await acceptOperations(context, request, { operations, rejections: [], sizeBytes }));
  }
  return tally.result();
}

async function acceptOperations(
  context: IngestContext,
  { identity, sdk, share }: Export,
  lot: { operations: SpanOperation[]; rejections: Rejection[]; sizeBytes: number },
): Promise<Rejection[]> {
  const acceptance = await accept(context, {
    identity,
    sdk,
    share,
    operations: lot.operations.map(wireOf),
    attachments: lot.operations.flatMap(attachmentsOf),
    rejections: lot.rejections,
    bodyBytes: lot.sizeBytes,
  });
  return acceptance.rejections;
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

function wireOf({ kind, spanId, main, payloads }: SpanOperation): WireOperation {
  const part = `span ${spanId}`;
  return {
    kind,
    part,
    main: json(main),
    parts: Object.entries(payloads).map(([field, value]) => ({
      field: field as keyof typeof payloads,
      part,
      bytes: json(value),
    })),
    // Children are sent before their root, and in other requests.
    opensTrace: true,
  };
}

const attachmentsOf = ({ runId, spanId, attachments }: SpanOperation): WireAttachment[] =>
  attachments.map(({ name, mimeType, base64 }) => ({
    runId,
    name,
    mimeType,
    part: `attachment of span ${spanId}`,
    bytes: Buffer.from(base64, 'base64'),
  }));

const rejectionOf = ({ spanId, reason }: RejectedSpan): Rejection => ({
  part: spanId === '' ? 'span' : `span ${spanId}`,
  code: 'invalid',
  reason,
});

/** Different reasons that are told; more would say nothing new. */
const maxReasons = 5;

/** Sums up what was refused, by reason. */
function createTally(what: 'span' | 'log record') {
  let rejectedCount = 0;
  const reasons = new Map<string, number>();
  return {
    add(rejections: Rejection[]): void {
      for (const { part, reason } of rejections) {
        // A span whose attachment is refused is stored all the same.
        if (part?.startsWith('span')) rejectedCount += 1;
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      }
    },
    result(): PartialSuccess | undefined {
      if (reasons.size === 0) return undefined;
      const told = Array.from(reasons, ([reason, count]) => `${reason} (${count})`);
      const message = `${rejectedCount} ${what}s were rejected: `;
      return { rejectedCount, message: message + told.slice(0, maxReasons).join('; ') };
    },
  };
}
