import type { IncomingMessage } from 'node:http';
import { permissionsOfScope } from '@runlight/auth';
import type { ApiKeyIdentity, KeyDirectory } from '@runlight/auth';
import { forbidden, invalidInput, unauthenticated } from '@runlight/service';

type Credentials = Pick<IncomingMessage, 'headers' | 'rawHeaders'>;

/** Who sends; the key must be allowed to write. */
export async function authenticate(
  request: Credentials,
  keys: Pick<KeyDirectory, 'find'>,
): Promise<ApiKeyIdentity> {
  const identity = await identify(request, keys);
  if (!permissionsOfScope(identity.scope).has('runs:write')) throw forbidden('runs:write');
  return identity;
}

/** Whose API key is in `x-api-key` or `Authorization: Bearer`. */
export async function identify(
  request: Credentials,
  keys: Pick<KeyDirectory, 'find'>,
): Promise<ApiKeyIdentity> {
  const key = readKey(request);
  const identity = key === undefined ? undefined : await keys.find(key);
  if (!identity) throw unauthenticated('Invalid token');
  return identity;
}

const bearer = /^Bearer +(\S+)$/i;

/** The key; `x-api-key` wins, because proxies put tokens of their own into `Authorization`. */
function readKey({
  headers,
  rawHeaders,
}: Pick<IncomingMessage, 'headers' | 'rawHeaders'>): string | undefined {
  if (isSentTwice(rawHeaders)) throw invalidInput('Send one API key');
  const key = headers['x-api-key'];
  if (typeof key === 'string' && key !== '') return key;
  return bearer.exec(headers.authorization ?? '')?.[1];
}

/** Node joins or drops repeated headers, so that only the raw ones tell. */
function isSentTwice(rawHeaders: string[]): boolean {
  let keys = 0;
  let authorizations = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]!;
    if (name.length === 9 && name.toLowerCase() === 'x-api-key') keys += 1;
    else if (name.length === 13 && name.toLowerCase() === 'authorization') authorizations += 1;
  }
  return keys > 1 || authorizations > 1;
}
