import type { Tables } from '@runlight/postgres';
import { parseUuid } from '@runlight/run-model';
import { unavailable } from '@runlight/service';
import type { Logger } from '@runlight/service';
import type { Kysely } from 'kysely';
import type { Principal } from '../principal.ts';
import { permissionsOfRole } from '../roles.ts';
import { createBetterAuth } from './better-auth.ts';
import { createLinkStore } from './link-store.ts';
import { findMembership } from './membership.ts';
import { clientAddressHeader, trustedOrigins } from './request-origin.ts';
import { extendedExpiry } from './session-life.ts';

export interface SignInOptions {
  db: Kysely<Tables>;
  /** Where people reach us; decides cookie flags, accepted origins and links. */
  baseUrl: string;
  /** Signs cookies; at least 32 characters. */
  secret: string;
  log: Logger;
}

export interface SignIn {
  /** Answers `/api/auth/*`. `clientAddress` is the far end of the socket, for rate limits. */
  handler: (request: Request, clientAddress?: string) => Promise<Response>;
  /**
   * Who the session cookie stands for in the workspace, or in their oldest one when none is asked for.
   * undefined without a session, and for a workspace that is not theirs.
   */
  principalOf: (headers: Headers, workspaceId?: string) => Promise<Principal | undefined>;
  /** A link that signs in the owner, once, within a day. */
  createSignInLink: () => Promise<string>;
  /** Origins whose pages may use the cookie; WebSocket upgrades check against it. */
  trustedOrigins: readonly string[];
}

/** What better-auth may be asked from outside; the rest of it comes with more ways to sign in. */
const openPaths = new Set(['/get-session', '/sign-out', '/revoke-sessions', '/sign-in/link']);
const basePath = '/api/auth';

export function createSignIn({ db, baseUrl, secret, log }: SignInOptions): SignIn {
  const links = createLinkStore(db);
  const auth = createBetterAuth({ db, baseUrl, secret, log, links });

  async function readSession(headers: Headers) {
    // Most callers are machines: no cookie, no question.
    if (!headers.has('cookie')) return undefined;
    try {
      const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
      return found ?? undefined;
    } catch (error) {
      // better-auth answers every failure of the database with an error of its own.
      throw unavailable('Sessions cannot be checked at the moment', error);
    }
  }

  async function extend(session: { id: string; createdAt: Date; expiresAt: Date }): Promise<void> {
    const expiresAt = extendedExpiry(session, Date.now());
    if (!expiresAt) return;
    await db
      .updateTable('auth_session')
      .set({ expires_at: expiresAt, updated_at: new Date() })
      .where('id', '=', session.id)
      .execute();
  }

  return {
    async handler(request, clientAddress) {
      const { pathname } = new URL(request.url);
      const path = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : '';
      if (!openPaths.has(path)) return Response.json({ message: 'Not found' }, { status: 404 });
      const response = await auth.handler(withAddress(request, clientAddress));
      if (response.status >= 500) return notAvailable();
      return path === '/get-session' ? withoutToken(response) : response;
    },

    async principalOf(headers, workspaceId) {
      const found = await readSession(headers);
      if (!found) return undefined;
      const wanted = workspaceId === undefined ? undefined : parseUuid(workspaceId);
      if (workspaceId !== undefined && wanted === undefined) return undefined;
      const membership = await findMembership(db, found.user.id, wanted);
      if (!membership) return undefined;
      await extend(found.session);
      return {
        id: found.user.id,
        kind: 'user',
        organizationId: membership.organizationId,
        workspaceId: membership.workspaceId,
        permissions: permissionsOfRole(membership.role),
      };
    },

    async createSignInLink() {
      const url = new URL('/sign-in', baseUrl);
      url.searchParams.set('token', await links.createForOwner());
      return url.href;
    },

    trustedOrigins: trustedOrigins(baseUrl),
  };
}

function withAddress(request: Request, clientAddress: string | undefined): Request {
  const headers = new Headers(request.headers);
  headers.delete(clientAddressHeader);
  if (clientAddress !== undefined) headers.set(clientAddressHeader, clientAddress);
  return new Request(request, { headers });
}

/** What fails here is the database, and that passes. */
function notAvailable(): Response {
  return Response.json(
    { message: 'Sign-in is not available at the moment' },
    { status: 503, headers: { 'retry-after': '10' } },
  );
}

/** The cookie is HttpOnly so that scripts cannot read the token; the answer must not hold it either. */
async function withoutToken(response: Response): Promise<Response> {
  if (response.status !== 200) return response;
  const body = (await response.json()) as { session?: { token?: unknown } } | null;
  if (body?.session) delete body.session.token;
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return Response.json(body, { status: 200, headers });
}
