import { parseUuid } from '@runlight/run-model';
import type { Attachment, Rejection, RunOperation } from '@runlight/run-model';
import { limits } from '../limits.ts';
import type { BlobBatch } from './blob-batch.ts';

/** A file of a run as it came over the wire. */
export interface WireAttachment {
  /** As written. */
  runId: string;
  /** A label for people, never a path. */
  name: string;
  mimeType: string;
  /** Name of the part or place in the body, for the answer. */
  part: string;
  bytes: Uint8Array;
}

export const maxAttachmentNameLength = 256;
/** The name of a file that was sent without one. */
const unnamed = 'attachment';

/**
 * Notes files as content of `blobs`, and in the newest operation of their run in the same request. A
 * run that is not in it, since it came before or comes later, gets an update of its own, which is
 * added to `operations`.
 */
export function attachFiles(
  operations: RunOperation[],
  attachments: readonly WireAttachment[],
  blobs: Pick<BlobBatch, 'add'>,
): Rejection[] {
  const rejections: Rejection[] = [];
  const filesOf = new Map<string, Map<string, Attachment>>();
  let accepted = 0;
  for (const attachment of attachments) {
    const runId = parseUuid(attachment.runId);
    const files = (runId !== undefined && filesOf.get(runId)) || new Map<string, Attachment>();
    const problem =
      accepted >= limits.attachmentsPerRequest ? tooManyFiles : problemOf(attachment, files);
    if (runId === undefined || problem) {
      rejections.push(refuse(attachment, runId, problem ?? unknownRun));
      continue;
    }
    filesOf.set(runId, files);
    accepted += 1;
    const mimeType = mimeTypeOf(attachment);
    const { key, sizeBytes } = blobs.add(attachment.bytes, mimeType);
    files.set(nameOf(attachment), { mimeType, sizeBytes, blobKey: key });
  }
  for (const [runId, files] of filesOf) {
    operationOf(operations, runId).envelope.attachments = Object.fromEntries(files);
  }
  return rejections;
}

type Problem = Pick<Rejection, 'code' | 'reason'>;

const unknownRun: Problem = {
  code: 'invalid',
  reason: 'the run id in the name of the part is not a UUID',
};

const tooManyFiles: Problem = {
  code: 'too_large',
  reason: `the request has more than ${limits.attachmentsPerRequest} attachments`,
};

function problemOf(
  attachment: WireAttachment,
  files: ReadonlyMap<string, Attachment>,
): Problem | undefined {
  if (attachment.bytes.byteLength > limits.attachmentBytes) {
    const reason = `the attachment is larger than ${limits.attachmentBytes} bytes`;
    return { code: 'too_large', reason };
  }
  if (attachment.name.length > maxAttachmentNameLength) {
    const reason = `the name of the attachment is longer than ${maxAttachmentNameLength} characters`;
    return { code: 'invalid', reason };
  }
  if (files.size >= limits.attachmentsPerRun && !files.has(nameOf(attachment))) {
    const reason = `the run has more than ${limits.attachmentsPerRun} attachments`;
    return { code: 'too_large', reason };
  }
  return undefined;
}

/** The file itself is no sample: nobody looks for what is wrong in its bytes. */
function refuse(
  { part }: WireAttachment,
  runId: string | undefined,
  { code, reason }: Problem,
): Rejection {
  return { part: part.slice(0, 200), code, reason, ...(runId !== undefined && { runId }) };
}

const nameOf = ({ name }: WireAttachment): string =>
  name.trim() === '' ? unnamed : name.toWellFormed().replaceAll('\0', '\ufffd');

/** What the sender calls it, which downloads never trust; anything but a plain type is bytes. */
function mimeTypeOf({ mimeType }: WireAttachment): string {
  const isType = /^[\w.+-]{1,127}\/[\w.+-]{1,127}$/.test(mimeType);
  return isType ? mimeType.toLowerCase() : 'application/octet-stream';
}

function operationOf(operations: RunOperation[], runId: string): RunOperation {
  const newest = operations.findLast((operation) => operation.runId === runId);
  if (newest) return newest;
  const update: RunOperation = { kind: 'update', runId, envelope: {}, payloads: [] };
  operations.push(update);
  return update;
}
