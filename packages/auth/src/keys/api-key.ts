import { createHash, randomBytes, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

// A key of ours: `rl_` + public id (8) + `_` + 32 random bytes (43) + checksum (6), all base62. The
// public id names the key to people; the checksum lets secret scanners and us refuse a mistyped key
// without asking the database. Preset keys may be any 16 to 128 URL-safe characters.

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const secretLength = 43;
const checksumLength = 6;

const urlSafe = /^[\w.~-]{16,128}$/;
const ours = /^(rl_[0-9A-Za-z]{8}_[0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;

export function generateApiKey(): string {
  const publicId = Array.from({ length: 8 }, () => alphabet[randomInt(62)]).join('');
  const secret = base62(BigInt(`0x${randomBytes(32).toString('hex')}`), secretLength);
  const body = `rl_${publicId}_${secret}`;
  return body + checksum(body);
}

/** Whether the text can be a key at all: the right characters, and our checksum if it looks like ours. */
export function isApiKey(text: string): boolean {
  if (!urlSafe.test(text)) return false;
  const match = ours.exec(text);
  return match === null || checksum(match[1]!) === match[2];
}

/** SHA-256: keys are random, so that a slow hash would only cost time. */
export function hashApiKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** The start of a key by which people recognise it; never enough to guess the rest. */
export function displayPrefix(key: string): string {
  return ours.test(key) ? key.slice(0, 11) : key.slice(0, 6);
}

const checksum = (body: string): string => base62(BigInt(crc32(body)), checksumLength);

function base62(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; rest > 0n; rest /= 62n) text = alphabet[Number(rest % 62n)] + text;
  return text.padStart(length, '0');
}
