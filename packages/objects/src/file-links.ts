import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { invariant } from '@runlight/service';
import { isValidKey } from './keys.ts';

/** A file that a link lets its holder read. */
export interface LinkedFile {
  key: string;
  /** What the sender called it; whether it is shown in place is decided by its content. */
  mimeType: string;
  /** A label for the download; may be anything a user wrote. */
  name: string;
}

export interface FileLinks {
  /** Path with the link, valid for 5 to 10 minutes, or for `ttlMs` exactly (at most 10 minutes). Check rights before. */
  sign: (file: LinkedFile & { ttlMs?: number }) => string;
  /** What the token of a path allows; undefined when it was not made by us, was changed or is over. */
  verify: (token: string) => (LinkedFile & { expiresAtMs: number }) | undefined;
}

const maxTtlMs = 10 * 60_000;
/**
 * Links made within the same five minutes are equal, so that a browser that asks the graph again finds the picture in its
 * cache.
 */
const stepMs = 5 * 60_000;
const maxTokenLength = 8192;
const maxNameLength = 255;
const maxTypeLength = 127;

/** Signed links that expire. The key is derived, so that a signature of the sign-in can never be one of a link. */
export function createFileLinks({
  secret,
  now = Date.now,
}: {
  secret: string;
  now?: () => number;
}): FileLinks {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'runlight file links v1', 32));
  const signatureOf = (content: string): Buffer =>
    createHmac('sha256', key).update(content).digest();

  return {
    sign({ key: objectKey, mimeType, name, ttlMs }) {
      invariant(isValidKey(objectKey), 'only valid keys are linked');
      invariant(ttlMs === undefined || ttlMs <= maxTtlMs, 'a link lives 10 minutes at most');
      const expiresAtMs =
        ttlMs === undefined ? Math.floor(now() / stepMs) * stepMs + maxTtlMs : now() + ttlMs;
      const fields = [
        objectKey,
        cut(mimeType, maxTypeLength),
        cut(name, maxNameLength),
        expiresAtMs,
      ];
      const content = Buffer.from(JSON.stringify(fields)).toString('base64url');
      return `/files/${content}.${signatureOf(content).toString('base64url')}`;
    },

    verify(token) {
      const [content = '', signature = '', ...rest] =
        token.length <= maxTokenLength ? token.split('.') : [];
      const given = Buffer.from(signature, 'base64url');
      const expected = signatureOf(content);
      if (given.byteLength !== expected.byteLength || !timingSafeEqual(given, expected)) {
        return undefined;
      }
      // Base64 of the same bytes can be written in several ways; only ours counts.
      if (rest.length > 0 || given.toString('base64url') !== signature) return undefined;
      // Ours by its signature, so that its shape is known.
      const [objectKey, mimeType, name, expiresAtMs] = JSON.parse(
        Buffer.from(content, 'base64url').toString(),
      ) as [string, string, string, number];
      return expiresAtMs > now() ? { key: objectKey, mimeType, name, expiresAtMs } : undefined;
    },
  };
}

/** Without the half of a character at its end, which is no text. */
function cut(text: string, length: number): string {
  return text.slice(0, length).toWellFormed();
}
