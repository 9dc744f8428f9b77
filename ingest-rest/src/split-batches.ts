import type { FeedbackOperation, RunEnvelope, RunOperation } from '@runlight/run-model';
import { limits } from './limits.ts';

/** What goes into one entry of the queue. */
export interface BatchContent {
  operations: RunOperation[];
  feedback: FeedbackOperation[];
}

/**
 * Cuts the operations of a request, in their order, into batches of at most `maxBytes`; one that is
 * larger by itself stands alone. Nearly always there is one batch.
 */
export function splitBatches(
  operations: RunOperation[],
  feedback: FeedbackOperation[],
  maxBytes: number = limits.batchBytes,
): BatchContent[] {
  let batch: BatchContent = { operations: [], feedback: [] };
  const batches = [batch];
  let size = 0;
  const makeRoom = (bytes: number): void => {
    if (size > 0 && size + bytes > maxBytes) {
      batch = { operations: [], feedback: [] };
      batches.push(batch);
      size = 0;
    }
    size += bytes;
  };
  for (const operation of operations) {
    makeRoom(operationBytes(operation));
    batch.operations.push(operation);
  }
  for (const operation of feedback) {
    makeRoom(JSON.stringify(operation).length * bytesPerCharacter);
    batch.feedback.push(operation);
  }
  return batches;
}

/** UTF-8 needs no more for a UTF-16 unit. */
const bytesPerCharacter = 3;
/** Ids, times, numbers and names of fields. */
const fixedBytes = 1024;
const attachmentBytes = 512;

/** Not less than what the operation takes as an entry. */
export function operationBytes({ payloads, envelope }: RunOperation): number {
  let size = fixedBytes + bytesPerCharacter * charactersOf(envelope);
  for (const { bytes } of payloads) size += bytes.byteLength;
  for (const name in envelope.attachments)
    size += attachmentBytes + bytesPerCharacter * name.length;
  return size;
}

function charactersOf(envelope: RunEnvelope): number {
  const { name, error, inputsPreview, outputsPreview, dottedOrder, tags, metadata } = envelope;
  let characters = (name?.length ?? 0) + (error?.length ?? 0) + (dottedOrder?.length ?? 0);
  characters += (inputsPreview?.length ?? 0) + (outputsPreview?.length ?? 0);
  for (const tag of tags ?? []) characters += tag.length + 3;
  for (const key in metadata) characters += key.length + metadata[key]!.length + 6;
  return characters;
}
