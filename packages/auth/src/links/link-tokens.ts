import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** What a token is looked up by. Tokens are random, so that a plain hash gives nothing away. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** 32 random bytes, URL-safe. */
export const newLinkToken = (): string => randomBytes(32).toString('base64url');

/** Keeps tokens so that their owner can see them again and a copy of the database is of no use. */
export interface TokenSealer {
  seal: (token: string) => Buffer;
  /** undefined when it was sealed with another secret, or is damaged. */
  open: (sealed: Buffer) => string | undefined;
}

const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM with a key of its own, made from the secret of the installation. */
export function createTokenSealer({ secret }: { secret: string }): TokenSealer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'runlight link tokens', 32));
  return {
    seal(token) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const content = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), content]);
    },
    open(sealed) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes));
        decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
        const content = sealed.subarray(nonceBytes + tagBytes);
        return Buffer.concat([decipher.update(content), decipher.final()]).toString();
      } catch {
        return undefined;
      }
    },
  };
}
