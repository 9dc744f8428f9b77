import type { ApiKeyIdentity } from '@runlight/auth';
import { readOperation, relateOperations, uuidv7 } from '@runlight/run-model';
import type {
  FeedbackOperation,
  ReadOperation,
  Rejection,
  WireFeedback,
  WireOperation,
} from '@runlight/run-model';
import { attachFiles } from './blobs/attach-files.ts';
import type { WireAttachment } from './blobs/attach-files.ts';
import { createBlobBatch } from './blobs/blob-batch.ts';
import type { BlobBatch } from './blobs/blob-batch.ts';
import { liftMedia } from './blobs/lift-media.ts';
import { offloadPayloads } from './blobs/offload-payloads.ts';
import type { ByteShare } from './body/byte-budget.ts';
import type { IngestContext } from './context.ts';
import { forEachBounded } from './for-each-bounded.ts';
import { resolveFeedback } from './resolve-feedback.ts';
import { resolveProjects } from './resolve-projects.ts';
import { splitBatches } from './split-batches.ts';
import type { BatchContent } from './split-batches.ts';

/** One authenticated request, taken apart. */
export interface Submission {
  identity: ApiKeyIdentity;
  /** Their bytes are the request's; media in them is replaced while they are read. */
  operations: WireOperation[];
  feedback?: WireFeedback[];
  attachments?: WireAttachment[];
  /** Parts that were refused before they were read. */
  rejections: Rejection[];
  /** What the sender calls itself, see `readSdk`. */
  sdk?: string | undefined;
  /** A create may come without an id (`POST /runs`). */
  mayMakeId?: boolean;
  /** Length of the body after decompression, for the workspace's quota. */
  bodyBytes?: number;
  /** Where memory for media that is taken out of the body is counted. */
  share?: Pick<ByteShare, 'take'>;
}

/** What became of a request; nothing in it is valid when there are rejections only. */
export interface Acceptance {
  /** One for each entry of the queue; empty when there was nothing to store. */
  batchIds: string[];
  /** Runs and feedback, each once. */
  acceptedIds: string[];
  feedback: FeedbackOperation[];
  rejections: Rejection[];
}

/** Entries of one request on their way to the queue at the same time, each a copy of its bytes. */
const parallelSends = 4;

/**
 * Reads what was sent, makes the valid part of it durable, first content of the object store and then
 * entries of the queue, and says what became of each operation. Throws UNAVAILABLE when not all of it
 * could be made durable: then none of it counts as accepted.
 */
export async function accept(context: IngestContext, submission: Submission): Promise<Acceptance> {
  const { identity, attachments = [], feedback: wireFeedback = [] } = submission;
  const { workspaceId } = identity;
  const blobs = createBlobBatch(context.objects, workspaceId);
  const read = readAll(submission, blobs);
  const related = relateOperations(read.reads);
  const { operations, ...resolved } = await resolveProjects(
    context.projects,
    workspaceId,
    related.accepted,
  );
  const feedback = await resolveFeedback(context, workspaceId, wireFeedback);
  const unattached = attachFiles(operations, attachments, blobs);
  for (const operation of operations) offloadPayloads(operation, blobs);
  const rejections = [
    ...submission.rejections,
    ...read.rejections,
    ...related.rejections,
    ...resolved.rejections,
    ...feedback.rejections,
    ...unattached,
  ];
  const ids = new Set(operations.map(({ runId }) => runId));
  const runs = ids.size;
  for (const { feedbackId } of feedback.operations) ids.add(feedbackId);
  let batchIds: string[] = [];
  if (ids.size > 0) {
    await storeBlobs(context, blobs);
    const contents = splitBatches(operations, feedback.operations);
    batchIds = await sendBatches(context, submission, contents);
  }
  const used = { runs: runs + rejections.length, bytes: submission.bodyBytes ?? 0 };
  context.quotas.charge(identity, used);
  const accepted = operations.length + feedback.operations.length;
  context.metrics.operations.inc({ outcome: 'accepted' }, accepted);
  if (rejections.length > 0) reportRejections(context, submission, rejections);
  return { batchIds, acceptedIds: [...ids], feedback: feedback.operations, rejections };
}

function readAll(
  { operations, mayMakeId = false, share }: Submission,
  blobs: BlobBatch,
): { reads: ReadOperation[]; rejections: Rejection[] } {
  const nowUs = Date.now() * 1000;
  const reads: ReadOperation[] = [];
  const rejections: Rejection[] = [];
  for (const wire of operations) {
    const lifted = liftMedia(wire, blobs);
    if (lifted > 0) share?.take(lifted);
    const result = readOperation(wire, { nowUs, mayMakeId });
    if ('read' in result) reads.push(result.read);
    else rejections.push(result.rejection);
  }
  return { reads, rejections };
}

async function storeBlobs({ metrics }: IngestContext, blobs: BlobBatch): Promise<void> {
  if (blobs.size() === 0) return;
  await blobs.store();
  metrics.blobs.inc(blobs.size());
  metrics.blobBytes.inc(blobs.sizeBytes());
}

async function sendBatches(
  context: IngestContext,
  { identity, sdk }: Submission,
  contents: BatchContent[],
): Promise<string[]> {
  const { workspaceId, keyId } = identity;
  const acceptedAtMs = Date.now();
  // Numbered before anything is sent: the order of the request is the order of acceptance.
  const batches = contents.map(({ operations, feedback }) => ({
    batchId: uuidv7(),
    workspaceId,
    keyId,
    acceptedAtMs,
    ...(sdk !== undefined && { sdk }),
    firstSequence: context.reserveSequence(operations.length + feedback.length),
    operations,
    ...(feedback.length > 0 && { feedback }),
  }));
  await forEachBounded(batches, parallelSends, async (batch) => {
    await context.send(batch);
    if (batch.operations.length > 0) context.hint(batch);
  });
  return batches.map(({ batchId }) => batchId);
}

/** To the metrics, and to the people of the workspace. */
function reportRejections(
  { metrics, rejections: recorder }: IngestContext,
  { identity, sdk }: Submission,
  rejections: Rejection[],
): void {
  metrics.operations.inc({ outcome: 'rejected' }, rejections.length);
  const { workspaceId, keyId } = identity;
  recorder.record({
    workspaceId,
    keyId,
    sdk,
    rejections: rejections.map((rejection) => ({ ...rejection, sample: rejection.sample ?? none })),
  });
}

const none = new Uint8Array();
