import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { formatUuid } from '@runlight/run-model';

// A record, little-endian:
//
//   8 marker  u32 length of the batch  u32 CRC-32 of all that follows and of the length
//   16 batch id  the encoded batch
//
// The marker is made at random for each segment and stands in its file name. It finds the next record
// behind a damaged one, and since nobody outside knows it, no payload can contain something that
// would be taken for a record. The checksum is zlib's CRC-32 (node:zlib), as in the batches themselves.

export const markerBytes = 8;
export const recordHeadBytes = markerBytes + 4 + 4 + 16;
const crcAt = markerBytes + 4;

export interface JournalRecord {
  batchId: string;
  /** The encoded batch. */
  bytes: Buffer;
  /** Place of the record in its segment. */
  start: number;
  end: number;
}

/** Bytes that are no whole record. */
export interface DamagedRange {
  start: number;
  end: number;
}

export interface SegmentContent {
  records: JournalRecord[];
  damaged: DamagedRange[];
}

export const newMarker = (): Buffer => randomBytes(markerBytes);

/** What stands in front of the bytes of a batch. Throws RangeError when the id is no UUID. */
export function recordHead(marker: Buffer, batchId: string, bytes: Uint8Array): Buffer {
  const head = Buffer.allocUnsafe(recordHeadBytes);
  marker.copy(head);
  head.writeUInt32LE(bytes.byteLength, markerBytes);
  if (head.write(batchId.replaceAll('-', ''), crcAt + 4, 16, 'hex') !== 16) {
    throw new RangeError('The id of the batch is not a UUID');
  }
  head.writeUInt32LE(checksum(head, bytes), crcAt);
  return head;
}

function checksum(head: Buffer, bytes: Uint8Array): number {
  const ofLength = crc32(head.subarray(markerBytes, crcAt));
  return crc32(bytes, crc32(head.subarray(crcAt + 4, recordHeadBytes), ofLength));
}

/**
 * Finds every whole record, whatever else there is. `offset` is where the bytes begin in the segment;
 * the bytes of the records are views.
 */
export function readRecords(source: Buffer, marker: Buffer, offset = 0): SegmentContent {
  const content: SegmentContent = { records: [], damaged: [] };
  let at = 0;
  while (at < source.length) {
    const record = recordAt(source, marker, at);
    if (record) {
      content.records.push({ ...record, start: offset + at, end: offset + at + record.sizeBytes });
      at += record.sizeBytes;
      continue;
    }
    const next = nextRecordStart(source, marker, at + 1);
    content.damaged.push({ start: offset + at, end: offset + next });
    at = next;
  }
  return content;
}

function recordAt(source: Buffer, marker: Buffer, at: number) {
  if (at + recordHeadBytes > source.length) return undefined;
  const head = source.subarray(at, at + recordHeadBytes);
  if (!head.subarray(0, markerBytes).equals(marker)) return undefined;
  const sizeBytes = recordHeadBytes + head.readUInt32LE(markerBytes);
  if (at + sizeBytes > source.length) return undefined;
  const bytes = source.subarray(at + recordHeadBytes, at + sizeBytes);
  if (checksum(head, bytes) !== head.readUInt32LE(crcAt)) return undefined;
  return { batchId: formatUuid(head.subarray(crcAt + 4)), bytes, sizeBytes };
}

function nextRecordStart(source: Buffer, marker: Buffer, from: number): number {
  for (let at = source.indexOf(marker, from); at !== -1; at = source.indexOf(marker, at + 1)) {
    if (recordAt(source, marker, at)) return at;
  }
  return source.length;
}
