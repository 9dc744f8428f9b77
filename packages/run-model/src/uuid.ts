import { randomBytes } from 'node:crypto';

/** A UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then random bits; sorts by time. */
export function uuidv7(nowMs: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return formatUuid(bytes);
}

/** Canonical text of 16 bytes. */
export function formatUuid(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, 16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const canonical = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const dashed = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const plain = /^[0-9a-f]{32}$/i;
const nilUuid = '00000000-0000-0000-0000-000000000000';

/** Canonical lower-case form of a dashed or dashless UUID; undefined for anything else and for nil. */
export function parseUuid(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  // Nearly all of them: nothing to copy.
  if (canonical.test(text)) return text === nilUuid ? undefined : text;
  if (dashed.test(text)) {
    const id = text.toLowerCase();
    return id === nilUuid ? undefined : id;
  }
  if (plain.test(text)) return parseUuid(formatUuid(Buffer.from(text, 'hex')));
  return undefined;
}

/** Milliseconds in a version 7 id, undefined for other versions. */
export function uuidTimeMs(id: string): number | undefined {
  return id[14] === '7' ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : undefined;
}

/** The 16 bytes of a canonical UUID. */
export function uuidBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}
