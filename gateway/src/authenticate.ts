import { principalOfKey, principalOfShare } from '@runlight/auth';
import type { KeyDirectory, Principal, ShareLinks, SignIn } from '@runlight/auth';
import { AppError, TokenBuckets } from '@runlight/service';
import type { Authenticate } from './live/principals.ts';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Requests with one public link: a page asks for a dozen, and a link may be passed around. */
const shareRate = { perSecond: 10, capacity: 300 };

/**
 * Who is calling: by the token of a public link (`x-share-token`, which nothing else outweighs), by API
 * key (`apiKey` of a socket's parameters, `x-api-key`, or a bearer token), else by session cookie. A
 * workspace may be asked for by `X-Tenant-Id` or the parameter `workspaceId`.
 */
export function createAuthenticator({
  keys,
  signIn,
  shareLinks,
}: {
  keys: Pick<KeyDirectory, 'find'>;
  signIn: Pick<SignIn, 'principalOf'>;
  /** Without them nobody comes by a public link. */
  shareLinks?: Pick<ShareLinks, 'find'>;
}): Authenticate {
  const byShare = createShareAuthenticator(shareLinks);
  return async ({ headers, connectionParams = {} }) => {
    const share = text(headers['x-share-token']);
    if (share !== undefined) return byShare(share);
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

const maxShareTokenLength = 64;

/** Throws RATE_LIMITED when a link is used too often. */
function createShareAuthenticator(
  links: Pick<ShareLinks, 'find'> | undefined,
): (token: string) => Promise<Principal | undefined> {
  const buckets = new TokenBuckets(shareRate);
  return async (token) => {
    if (!links || token.length > maxShareTokenLength) return undefined;
    const waitSeconds = buckets.waitSeconds(token);
    if (waitSeconds > 0) {
      const message = 'This link is used too often at the moment';
      throw new AppError('RATE_LIMITED', message, { retryAfterSeconds: waitSeconds });
    }
    buckets.take(token, 1);
    const link = await links.find(token);
    return link && principalOfShare(link);
  };
}
