import { AppError, isAppError } from '@runlight/service';
import { operationCount } from './batch.ts';
import type { QueuedBatch } from './batch.ts';
import { batchFormatVersion, decodeBatch } from './batch-codec.ts';

/** Fields are absent for an entry that was deleted while it was pending. */
export type RawEntry = [id: Buffer, fields: Buffer[] | null];

/** One entry of the ingest stream, as far as it can be read. */
export type IngestEntry = { id: string; sizeBytes: number } & (
  | { kind: 'batch'; batch: QueuedBatch }
  /** Damaged; what stands beside the bytes may still say whose it was. */
  | {
      kind: 'corrupt';
      batchId: string | undefined;
      workspaceId: string | undefined;
      reason: string;
      bytes: Buffer;
    }
  /** Written by a newer version: for a newer worker (F34). */
  | { kind: 'newer' }
);

export function readEntry(id: string, raw: Buffer[]): IngestEntry {
  const fields = new Map<string, Buffer>();
  for (let index = 0; index + 1 < raw.length; index += 2) {
    fields.set(raw[index]!.toString(), raw[index + 1]!);
  }
  const bytes = fields.get('d') ?? Buffer.alloc(0);
  const sizeBytes = bytes.length;
  const version = Number(fields.get('v')?.toString());
  if (version > batchFormatVersion) return { id, sizeBytes, kind: 'newer' };
  try {
    const batch = decodeBatch(bytes);
    checkAgainst(fields, batch);
    return { id, sizeBytes, kind: 'batch', batch };
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.code === 'UNSUPPORTED_MEDIA_TYPE') return { id, sizeBytes, kind: 'newer' };
    return {
      id,
      sizeBytes,
      kind: 'corrupt',
      batchId: fields.get('b')?.toString(),
      workspaceId: fields.get('ws')?.toString(),
      reason: error.message,
      bytes,
    };
  }
}

function checkAgainst(fields: Map<string, Buffer>, batch: QueuedBatch): void {
  const agrees =
    fields.get('b')?.toString() === batch.batchId &&
    fields.get('ws')?.toString() === batch.workspaceId &&
    Number(fields.get('n')?.toString()) === operationCount(batch);
  if (!agrees) {
    throw new AppError('UNPROCESSABLE', 'The batch is corrupt: it is not the one of its entry');
  }
}
