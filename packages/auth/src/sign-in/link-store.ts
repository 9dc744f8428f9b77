import { createHash, randomBytes } from 'node:crypto';
import type { Tables } from '@runlight/postgres';
import { AppError } from '@runlight/service';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

const linkLifeHours = 24;
/** 32 random bytes as base64url. */
const tokenPattern = /^[\w-]{43}$/;

const identifierOf = (token: string): string =>
  `sign-in-link:${createHash('sha256').update(token).digest('base64url')}`;

/** One-time sign-in links. Only the hash of a link's token is stored. */
export function createLinkStore(db: Kysely<Tables>) {
  return {
    /** A token that signs in the owner of the oldest workspace, once, within a day. */
    async createForOwner(): Promise<string> {
      const owner = await db
        .selectFrom('workspace_member')
        .innerJoin('workspace', 'workspace.id', 'workspace_member.workspace_id')
        .select('workspace_member.user_id')
        .where('workspace_member.role', '=', 'owner')
        .orderBy('workspace.created_at')
        .orderBy('workspace_member.created_at')
        .limit(1)
        .executeTakeFirst();
      if (!owner) throw new AppError('NOT_FOUND', 'There is no owner yet; bootstrap comes first');
      const token = randomBytes(32).toString('base64url');
      // Nobody else removes links that were never used.
      await db
        .deleteFrom('auth_verification')
        .where('expires_at', '<', sql<Date>`now()`)
        .execute();
      await db
        .insertInto('auth_verification')
        .values({
          identifier: identifierOf(token),
          value: owner.user_id,
          expires_at: sql`now() + make_interval(hours => ${linkLifeHours})`,
        })
        .execute();
      return token;
    },

    /**
     * The user whom the token signs in, or undefined when it is wrong, used or expired. Deleting the
     * row is what makes it single use: of two callers at once, one gets the row.
     */
    async consume(token: string): Promise<string | undefined> {
      if (!tokenPattern.test(token)) return undefined;
      const row = await db
        .deleteFrom('auth_verification')
        .where('identifier', '=', identifierOf(token))
        .returning(['value', sql<boolean>`expires_at > now()`.as('valid')])
        .executeTakeFirst();
      return row?.valid ? row.value : undefined;
    },
  };
}

export type LinkStore = ReturnType<typeof createLinkStore>;
