import { randomBytes } from 'node:crypto';
import { z } from '@runlight/service';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint, formCsrfMiddleware } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { LinkStore } from './link-store.ts';
import { absoluteLifeS } from './session-life.ts';

/** `POST /sign-in/link {token}`: a one-time link becomes a session. */
export function signInLink(links: LinkStore) {
  return {
    id: 'runlight-sign-in-link',
    endpoints: {
      signInLink: createAuthEndpoint(
        '/sign-in/link',
        {
          method: 'POST',
          body: z.object({ token: z.string().max(200) }),
          use: [formCsrfMiddleware],
        },
        async (ctx) => {
          const userId = await links.consume(ctx.body.token);
          const user = userId && (await ctx.context.internalAdapter.findUserById(userId));
          if (!user) {
            throw new APIError('UNAUTHORIZED', { message: 'This link was used or has expired' });
          }
          // 256 bits of our own; better-auth's default has 190.
          const token = randomBytes(32).toString('base64url');
          const session = await ctx.context.internalAdapter.createSession(
            user.id,
            false,
            { token },
            true,
          );
          // The cookie outlives idle time, which the session's row bounds and use extends.
          await setSessionCookie(ctx, { session, user }, false, { maxAge: absoluteLifeS });
          return ctx.json({ user: { name: user.name, email: user.email } });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
