import { isUtf8 } from 'node:buffer';
import { decodeBatch } from '@runlight/queue';
import type { QueuedOperation } from '@runlight/queue';
import type { FeedbackOperation, Payload } from '@runlight/run-model';
import type { KeptBytes } from './store.ts';

export interface ProblemPayload {
  /** Any JSON value. */
  value: unknown;
  isCut: boolean;
  sizeBytes: number;
}

/** What is shown of one problem; the whole answer stays within some three times of it. */
export const maxShownBytes = 256 << 10;
/** What is shown of a part that does not fit. */
const beginningBytes = 16 << 10;
/** The recorder keeps so much of what was refused, cut at a character. */
const keptSampleBytes = 16 << 10;

/** What was sent, in a form for people: JSON where it is JSON, text where it is text. */
export function describeKept({ kind, bytes }: Omit<KeptBytes, 'uuid'>): ProblemPayload {
  const room = createRoom(maxShownBytes);
  const value = kind === 'DEAD' ? describeLetter(bytes, room) : readText(bytes);
  const isCut =
    room.isCut || (kind === 'REJECTED' && bytes.length > keptSampleBytes - 4 && isText(value));
  return { value, isCut, sizeBytes: bytes.length };
}

interface Room {
  isCut: boolean;
  /** The value of the bytes while there is room for it, else a marker with its beginning. */
  show: (bytes: Uint8Array, sizeBytes?: number) => unknown;
}

function createRoom(sizeBytes: number): Room {
  let left = sizeBytes;
  const room: Room = {
    isCut: false,
    show(bytes, wholeBytes = bytes.byteLength) {
      if (bytes.byteLength === wholeBytes && wholeBytes <= left) {
        left -= wholeBytes;
        return readText(bytes);
      }
      room.isCut = true;
      const beginning = bytes.subarray(0, Math.min(bytes.byteLength, beginningBytes, left));
      left -= beginning.byteLength;
      return { cut: true, sizeBytes: wholeBytes, beginning: decodeBeginning(beginning) };
    },
  };
  return room;
}

function describeLetter(bytes: Buffer, room: Room): unknown {
  try {
    const { operations, feedback } = decodeBatch(bytes);
    const [operation] = operations;
    if (operation) return describeOperation(operation, room);
    return describeFeedback(feedback[0], room);
  } catch {
    // A letter of damaged bytes: its reason says what is wrong with them.
    return room.show(bytes);
  }
}

function describeOperation(operation: QueuedOperation, room: Room): Record<string, unknown> {
  const { kind, runId, traceId, projectId, envelopeBytes, payloads } = operation;
  const shown: Record<string, unknown> = {
    operation: kind,
    runId,
    ...(traceId !== undefined && { traceId }),
    ...(projectId !== undefined && { projectId }),
    fields: room.show(envelopeBytes),
  };
  // Small ones first, so that one large payload does not hide the others; shown in their own order.
  const bySize = payloads.toSorted((a, b) => a.bytes.byteLength - b.bytes.byteLength);
  const values = new Map(bySize.map((payload) => [payload, showPayload(payload, room)]));
  for (const payload of payloads) shown[payload.field] = values.get(payload);
  return shown;
}

const showPayload = ({ bytes, blob }: Payload, room: Room): unknown =>
  room.show(bytes, blob?.sizeBytes);

const describeFeedback = (feedback: FeedbackOperation | undefined, room: Room): unknown => ({
  operation: 'feedback',
  feedback: room.show(Buffer.from(JSON.stringify(feedback ?? null))),
});

/** JSON as its value, other text as text, other bytes as an object that says so. */
function readText(bytes: Uint8Array): unknown {
  if (!isUtf8(bytes)) return { base64: Buffer.from(bytes).toString('base64') };
  const text = Buffer.from(bytes).toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** Text, whose last character may be cut; base64 of what is no text. */
function decodeBeginning(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes, { stream: true });
  return text.includes('\ufffd') ? Buffer.from(bytes).toString('base64') : text;
}

/** A sample that parses is whole, whatever its size. */
const isText = (value: unknown): boolean => typeof value === 'string' || isBase64(value);

const isBase64 = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'base64' in value;
