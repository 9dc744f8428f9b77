import { crc32 } from 'node:zlib';
import { AppError } from '@runlight/service';
import { formatUuid, payloadFields, writeUuid } from '@runlight/run-model';
import type {
  FeedbackOperation,
  Payload,
  PayloadField,
  RunEnvelope,
  RunOperation,
} from '@runlight/run-model';
import type { Batch, QueuedBatch, QueuedOperation } from './batch.ts';

// A batch as bytes, little-endian; the same form serves the stream and the journal on disk:
//
//   u8 'R'  u8 version  u8 codec (0: none)  u8 0  u32 CRC-32 of all that follows
//   16 batch id  16 workspace  16 key  u64 accepted at (ms)  u64 first sequence  u32 operations
//   u32 feedback  u32 length, user agent
//   per operation:
//     u8 flags  u8 payloads  16 run id  [16 trace id]  [16 project id]  [i64 trace start (µs)]
//     u32 length, envelope as JSON
//     per payload: u8 field (+ 128 with a blob)  u32 length, bytes  [u64 blob size  u32 length, blob key]
//   per feedback: u32 length, JSON
//
// Version 1, which is still read, had neither feedback nor user agent nor blobs.
//
// The checksum finds bytes that went bad in memory, on disk or on the way. Who can write to Redis can
// also write a checksum, so a cryptographic one would protect from nobody, and it costs three times
// as much (0.23 against 0.08 ms for the 350 KB of a usual batch).

export const batchFormatVersion = 2;
const magic = 0x52;
const headerBytes = 8;

const isUpdate = 1;
const hasTrace = 2;
const hasProject = 4;
const hasTraceStart = 8;
const opensTrace = 16;
/** In the byte of a payload's field. */
const hasBlob = 128;

export function encodeBatch(batch: Batch): Buffer {
  const feedback = batch.feedback ?? [];
  const writer = new Writer(headerBytes);
  writer.uuid(batch.batchId);
  writer.uuid(batch.workspaceId);
  writer.uuid(batch.keyId);
  writer.u64(BigInt(batch.acceptedAtMs));
  writer.u64(batch.firstSequence);
  writer.u32(batch.operations.length);
  writer.u32(feedback.length);
  writer.text(batch.sdk ?? '');
  for (const operation of batch.operations) writeOperation(writer, operation);
  for (const operation of feedback) writer.text(JSON.stringify(operation));
  const used = writer.take();
  used[0] = magic;
  used[1] = batchFormatVersion;
  used[2] = 0;
  used[3] = 0;
  used.writeUInt32LE(crc32(used.subarray(headerBytes)), 4);
  return used;
}

function writeOperation(writer: Writer, operation: RunOperation): void {
  const { kind, traceId, projectId, traceStartUs, payloads } = operation;
  const isOpening = operation.opensTrace === true;
  writer.u8(
    (kind === 'update' ? isUpdate : 0) |
      (traceId === undefined ? 0 : hasTrace) |
      (projectId === undefined ? 0 : hasProject) |
      (traceStartUs === undefined ? 0 : hasTraceStart) |
      (isOpening ? opensTrace : 0),
  );
  writer.u8(payloads.length);
  writer.uuid(operation.runId);
  if (traceId !== undefined) writer.uuid(traceId);
  if (projectId !== undefined) writer.uuid(projectId);
  if (traceStartUs !== undefined) writer.u64(BigInt.asUintN(64, BigInt(traceStartUs)));
  writer.text(JSON.stringify(operation.envelope));
  for (const payload of payloads) writePayload(writer, payload);
}

function writePayload(writer: Writer, { field, bytes, blob }: Payload): void {
  writer.u8(payloadFields.indexOf(field) | (blob ? hasBlob : 0));
  writer.bytes(bytes);
  if (!blob) return;
  writer.u64(BigInt(blob.sizeBytes));
  writer.text(blob.key);
}

/** What stands at the front of an encoded batch. */
export interface BatchHead {
  version: number;
  batchId: string;
  workspaceId: string;
  keyId: string;
  acceptedAtMs: number;
  /** Feedback included. */
  operations: number;
}

/** Without checking anything, for bytes that were just written or have been checked. */
export function batchHead(encoded: Buffer): BatchHead {
  const version = encoded[1]!;
  const reader = new Reader(encoded, headerBytes);
  const { batchId, workspaceId, keyId, acceptedAtMs } = readIdentity(reader);
  const operations = reader.u32() + (version === 1 ? 0 : reader.u32());
  return { version, batchId, workspaceId, keyId, acceptedAtMs, operations };
}

/**
 * Reads what `encodeBatch` wrote; the bytes of payloads and envelopes are views, not copies.
 * Throws AppError: `UNPROCESSABLE` for damaged bytes, `UNSUPPORTED_MEDIA_TYPE` for a format that
 * this version does not know.
 */
export function decodeBatch(encoded: Uint8Array): QueuedBatch {
  const bytes = Buffer.from(encoded.buffer, encoded.byteOffset, encoded.byteLength);
  if (bytes.length < headerBytes || bytes[0] !== magic) throw corrupt('it has no head');
  const version = bytes[1]!;
  if (version < 1 || version > batchFormatVersion || bytes[2] !== 0) {
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'The batch has a format of another version');
  }
  if (crc32(bytes.subarray(headerBytes)) !== bytes.readUInt32LE(4)) throw corrupt('checksum');
  try {
    return readBatch(new Reader(bytes, headerBytes), version);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw corrupt('structure');
  }
}

const corrupt = (what: string) => new AppError('UNPROCESSABLE', `The batch is corrupt: ${what}`);

function readBatch(reader: Reader, version: number): QueuedBatch {
  const head = readIdentity(reader);
  const operationCount = reader.u32();
  const feedbackCount = version === 1 ? 0 : reader.u32();
  const sdk = version === 1 ? '' : reader.text();
  const operations: QueuedOperation[] = [];
  for (let index = 0; index < operationCount; index += 1) operations.push(readOperation(reader));
  const feedback: FeedbackOperation[] = [];
  for (let index = 0; index < feedbackCount; index += 1) {
    feedback.push(JSON.parse(reader.text()) as FeedbackOperation);
  }
  if (!reader.isAtEnd) throw corrupt('bytes after the last operation');
  return { ...head, ...(sdk !== '' && { sdk }), operations, feedback };
}

const readIdentity = (reader: Reader) => ({
  batchId: reader.uuid(),
  workspaceId: reader.uuid(),
  keyId: reader.uuid(),
  acceptedAtMs: Number(reader.u64()),
  firstSequence: reader.u64(),
});

function readOperation(reader: Reader): QueuedOperation {
  const flags = reader.u8();
  const payloadCount = reader.u8();
  const operation: QueuedOperation = {
    kind: flags & isUpdate ? 'update' : 'create',
    runId: reader.uuid(),
    envelope: {},
    envelopeBytes: noBytes,
    payloads: [],
  };
  if (flags & hasTrace) operation.traceId = reader.uuid();
  if (flags & hasProject) operation.projectId = reader.uuid();
  if (flags & hasTraceStart) operation.traceStartUs = Number(BigInt.asIntN(64, reader.u64()));
  if (flags & opensTrace) operation.opensTrace = true;
  const envelope = reader.bytes();
  operation.envelopeBytes = envelope;
  operation.envelope = JSON.parse(envelope.toString('utf8')) as RunEnvelope;
  for (let index = 0; index < payloadCount; index += 1) {
    operation.payloads.push(readPayload(reader));
  }
  return operation;
}

function readPayload(reader: Reader): Payload {
  const head = reader.u8();
  const payload: Payload = { field: fieldOf(head & ~hasBlob), bytes: reader.bytes() };
  if (head & hasBlob) {
    const sizeBytes = Number(reader.u64());
    payload.blob = { sizeBytes, key: reader.text() };
  }
  return payload;
}

const noBytes = new Uint8Array();

function fieldOf(index: number): PayloadField {
  const field = payloadFields[index];
  if (field === undefined) throw corrupt('unknown payload field');
  return field;
}

/**
 * Where batches are written before they are copied out: how long a text is in UTF-8 is known only
 * then, and fresh memory for the worst case of each batch would keep the garbage collector busy.
 */
let workspace = Buffer.allocUnsafeSlow(1 << 20);
/** One unusually large batch must not hold memory for ever. */
const maxWorkspaceBytes = 8 << 20;

class Writer {
  #at: number;
  #bytes = workspace;

  constructor(at: number) {
    this.#at = at;
  }

  /** A copy of what was written, from the very beginning. */
  take(): Buffer {
    if (this.#bytes.length <= maxWorkspaceBytes) workspace = this.#bytes;
    const used = Buffer.allocUnsafeSlow(this.#at);
    this.#bytes.copy(used, 0, 0, this.#at);
    return used;
  }

  u8(value: number): void {
    this.#ensure(1);
    this.#bytes[this.#at++] = value;
  }

  u32(value: number): void {
    this.#ensure(4);
    this.#at = this.#bytes.writeUInt32LE(value, this.#at);
  }

  u64(value: bigint): void {
    this.#ensure(8);
    this.#at = this.#bytes.writeBigUInt64LE(value, this.#at);
  }

  uuid(id: string): void {
    this.#ensure(16);
    if (!writeUuid(id, this.#bytes, this.#at)) {
      throw new RangeError('An id of the batch is not a UUID');
    }
    this.#at += 16;
  }

  text(value: string): void {
    // UTF-8 needs at most three bytes for a UTF-16 unit.
    this.#ensure(4 + value.length * 3);
    const size = this.#bytes.write(value, this.#at + 4);
    this.u32(size);
    this.#at += size;
  }

  bytes(value: Uint8Array): void {
    this.u32(value.byteLength);
    this.#ensure(value.byteLength);
    this.#bytes.set(value, this.#at);
    this.#at += value.byteLength;
  }

  #ensure(extra: number): void {
    const needed = this.#at + extra;
    if (needed <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(grown, 0, 0, this.#at);
    this.#bytes = grown;
  }
}

/** Throws RangeError beyond the end. */
class Reader {
  readonly #source: Buffer;
  #at: number;

  constructor(source: Buffer, at: number) {
    this.#source = source;
    this.#at = at;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#source.length;
  }

  u8(): number {
    return this.#source.readUInt8(this.#advance(1));
  }

  u32(): number {
    return this.#source.readUInt32LE(this.#advance(4));
  }

  u64(): bigint {
    return this.#source.readBigUInt64LE(this.#advance(8));
  }

  uuid(): string {
    const start = this.#advance(16);
    return formatUuid(this.#source, start);
  }

  text(): string {
    return this.bytes().toString('utf8');
  }

  bytes(): Buffer {
    const size = this.u32();
    const start = this.#advance(size);
    return this.#source.subarray(start, start + size);
  }

  #advance(size: number): number {
    const start = this.#at;
    if (start + size > this.#source.length) throw new RangeError('The batch ends too early');
    this.#at = start + size;
    return start;
  }
}
