import { kyselyAdapter } from '@better-auth/kysely-adapter';
import type { Tables } from '@runlight/postgres';
import type { Logger } from '@runlight/service';
import type { BetterAuthOptions } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import type { Kysely } from 'kysely';
import { signInLink } from './link-plugin.ts';
import type { LinkStore } from './link-store.ts';
import { clientAddressHeader, trustedOrigins } from './request-origin.ts';
import { idleLifeS } from './session-life.ts';
import { withHashedSessionTokens } from './session-token-hash.ts';

/** better-auth on our tables, with the one way to sign in that exists so far. */
export function createBetterAuth({
  db,
  baseUrl,
  secret,
  log,
  links,
}: {
  db: Kysely<Tables>;
  baseUrl: string;
  secret: string;
  log: Logger;
  links: LinkStore;
}) {
  const options = {
    appName: 'Runlight',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: trustedOrigins(baseUrl),
    database: (options: BetterAuthOptions) =>
      withHashedSessionTokens(kyselyAdapter(db, { type: 'postgres', transaction: true })(options)),
    plugins: [signInLink(links)],
    telemetry: { enabled: false },
    logger: { disableColors: true, level: 'warn', log: logThrough(log) },
    // Refusals are answers; without this hook they would be printed to the console.
    onAPIError: {
      onError: (error) => {
        if (!isAPIError(error)) log.error({ err: error }, 'sign-in failed');
      },
    },
    // We extend sessions ourselves: better-auth would do so only when the browser asks it.
    session: { ...sessionFields, expiresIn: idleLifeS, disableSessionRefresh: true },
    user: userFields,
    account: accountFields,
    verification: verificationFields,
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: { '/sign-in/link': { window: 60, max: 20 } },
    },
    advanced: {
      ...sessionCookie(new URL(baseUrl).protocol === 'https:'),
      database: { generateId: 'uuid' },
      // Set by `handler` from the socket; what a client sends under this name is dropped.
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
  } satisfies BetterAuthOptions;
  return betterAuth(options);
}

/**
 * `__Host-` binds the cookie to this very host; browsers accept that name over https only. (better-auth's
 * own prefix would be `__Secure-`, which other hosts of the domain may set.)
 */
function sessionCookie(https: boolean) {
  return {
    useSecureCookies: false,
    cookiePrefix: 'runlight',
    cookies: { session_token: { name: https ? '__Host-runlight-session' : 'runlight-session' } },
    defaultCookieAttributes: { secure: https },
  };
}

/**
 * Messages and no arguments, as these may hold what a user sent. Refused origins are the client's
 * doing, hence no error of ours.
 */
function logThrough(log: Logger): NonNullable<BetterAuthOptions['logger']>['log'] {
  return (level, message) => {
    const sentence = message.split(':', 1)[0] ?? '';
    log[level === 'error' ? 'warn' : 'debug']({ part: 'better-auth' }, sentence);
  };
}

const times = { createdAt: 'created_at', updatedAt: 'updated_at' };
const userFields = {
  modelName: 'auth_user',
  fields: { ...times, emailVerified: 'email_verified' },
};
const sessionFields = {
  modelName: 'auth_session',
  fields: {
    ...times,
    userId: 'user_id',
    expiresAt: 'expires_at',
    ipAddress: 'ip_address',
    userAgent: 'user_agent',
  },
};
const accountFields = {
  modelName: 'auth_account',
  fields: {
    ...times,
    userId: 'user_id',
    accountId: 'account_id',
    providerId: 'provider_id',
    accessToken: 'access_token',
    refreshToken: 'refresh_token',
    idToken: 'id_token',
    accessTokenExpiresAt: 'access_token_expires_at',
    refreshTokenExpiresAt: 'refresh_token_expires_at',
  },
};
const verificationFields = {
  modelName: 'auth_verification',
  fields: { ...times, expiresAt: 'expires_at' },
};
