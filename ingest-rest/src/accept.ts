import type { ApiKeyIdentity } from '@runlight/auth';
import { readOperation, relateOperations, uuidv7 } from '@runlight/run-model';
import type {
  ReadOperation,
  Rejection,
  RunOperation,
  WireFeedback,
  WireOperation,
} from '@runlight/run-model';
import type { IngestContext } from './context.ts';
import { resolveProjects } from './resolve-projects.ts';

/** One authenticated request, taken apart. */
export interface Submission {
  identity: ApiKeyIdentity;
  operations: WireOperation[];
  /** Parts that were refused before they were read. */
  rejections: Rejection[];
  /** User agent of the sender, as it was sent. */
  sdk?: string | undefined;
  feedback?: WireFeedback[];
  attachments?: WireAttachment[];
  runsWithAttachments?: ReadonlySet<string>;
  /** A create may come without an id (`POST /runs`). */
  mayMakeId?: boolean;
}

/** A file of a run as it came over the wire. */
export interface WireAttachment {
  /** As written. */
  runId: string;
  name: string;
  mimeType: string;
  /** Name of the part or place in the body, for the answer. */
  part: string;
  bytes: Buffer;
}

/** What became of a request; nothing in it is valid when there are rejections only. */
export interface Acceptance {
  /** Absent when there was nothing to store. */
  batchId: string | undefined;
  acceptedIds: string[];
  rejections: Rejection[];
}

/**
 * Reads the operations, makes the valid ones durable as one entry of the queue, and says what became
 * of each. Throws UNAVAILABLE when they could not be made durable: then none of them is accepted.
 */
export async function accept(
  context: IngestContext,
  { identity, operations, rejections, runsWithAttachments, mayMakeId }: Submission,
): Promise<Acceptance> {
  const read = readAll(operations, mayMakeId ?? false);
  const related = relateOperations(read.reads);
  const { workspaceId } = identity;
  const resolved = await resolveProjects(context.projects, workspaceId, related.accepted);
  const refused = [
    ...rejections,
    ...read.rejections,
    ...related.rejections,
    ...resolved.rejections,
  ];
  const batchId =
    resolved.operations.length > 0
      ? await store(context, identity, resolved.operations, runsWithAttachments)
      : undefined;
  context.metrics.operations.inc({ outcome: 'accepted' }, resolved.operations.length);
  if (refused.length > 0) context.metrics.operations.inc({ outcome: 'rejected' }, refused.length);
  return {
    batchId,
    acceptedIds: [...new Set(resolved.operations.map(({ runId }) => runId))],
    rejections: refused,
  };
}

function readAll(
  operations: WireOperation[],
  mayMakeId: boolean,
): { reads: ReadOperation[]; rejections: Rejection[] } {
  const nowUs = Date.now() * 1000;
  const reads: ReadOperation[] = [];
  const rejections: Rejection[] = [];
  for (const wire of operations) {
    const result = readOperation(wire, { nowUs, mayMakeId });
    if ('read' in result) reads.push(result.read);
    else rejections.push(result.rejection);
  }
  return { reads, rejections };
}

async function store(
  context: IngestContext,
  { workspaceId, keyId }: ApiKeyIdentity,
  operations: RunOperation[],
  runsWithAttachments: ReadonlySet<string> | undefined,
): Promise<string> {
  if (runsWithAttachments?.size) warnOfAttachments(operations, runsWithAttachments);
  const batchId = uuidv7();
  const firstSequence = context.reserveSequence(operations.length);
  await context.send({
    batchId,
    workspaceId,
    keyId,
    acceptedAtMs: Date.now(),
    firstSequence,
    operations,
  });
  context.hint({ workspaceId, firstSequence, operations });
  return batchId;
}

/** The reader of a run should see that something was sent with it that is not there. */
function warnOfAttachments(operations: RunOperation[], runIds: ReadonlySet<string>): void {
  for (const { runId, envelope } of operations) {
    if (!runIds.has(runId)) continue;
    envelope.warnings = [...(envelope.warnings ?? []), 'attachments_not_stored'];
  }
}
