import { invariant } from '@runlight/service';

const maxKeyLength = 512;
// No segment may begin with a dot: neither `..` nor the folder store's own `.incoming` can be named.
const keyPattern = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;
const sha256Pattern = /^[0-9a-f]{64}$/;

/**
 * Key of content by its SHA-256 (64 lower-case hex digits): `<workspace>/<aa>/<sha256>`. The workspace is part of it,
 * so that nobody learns from a fast upload what another workspace has.
 */
export function blobKey(workspaceId: string, sha256Hex: string): string {
  invariant(sha256Pattern.test(sha256Hex), 'a blob key is made of a SHA-256 in lower-case hex');
  return `${workspaceId}/${sha256Hex.slice(0, 2)}/${sha256Hex}`;
}

/** Whether a key, for example one read from a row, lies in this workspace. */
export function isKeyOf(workspaceId: string, key: string): boolean {
  return isValidKey(key) && key.startsWith(`${workspaceId}/`);
}

export function isValidKey(key: string): boolean {
  return key.length <= maxKeyLength && keyPattern.test(key);
}

/** Stops a key that could leave the store's folder or prefix; such a key is a mistake of ours, never a user's. */
export function assertKey(key: string): void {
  invariant(isValidKey(key), 'an object key has plain segments only');
}
