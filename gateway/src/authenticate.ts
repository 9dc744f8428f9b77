import { principalOfKey } from '@runlight/auth';
import type { KeyDirectory, SignIn } from '@runlight/auth';
import type { Authenticate } from './live/principals.ts';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/**
 * Who is calling: by API key (`apiKey` of a socket's parameters, `x-api-key`, or a bearer token), else
 * by session cookie. A workspace may be asked for by `X-Tenant-Id` or the parameter `workspaceId`.
 */
export function createAuthenticator({
  keys,
  signIn,
}: {
  keys: Pick<KeyDirectory, 'find'>;
  signIn: Pick<SignIn, 'principalOf'>;
}): Authenticate {
  return async ({ headers, connectionParams = {} }) => {
    const workspaceId = text(connectionParams['workspaceId']) ?? text(headers['x-tenant-id']);
    const bearer = text(connectionParams['authorization']) ?? text(headers.authorization);
    const key =
      text(connectionParams['apiKey']) ??
      text(headers['x-api-key']) ??
      /^Bearer +(\S+)$/i.exec(bearer ?? '')?.[1];
    if (key !== undefined) {
      const identity = await keys.find(key);
      if (!identity) return undefined;
      // A service key belongs to one workspace; asking for another with it is a mistake.
      if (workspaceId !== undefined && workspaceId.toLowerCase() !== identity.workspaceId) {
        return undefined;
      }
      return principalOfKey(identity);
    }
    if (bearer !== undefined || headers.cookie === undefined) return undefined;
    return signIn.principalOf(new Headers({ cookie: headers.cookie }), workspaceId);
  };
}
