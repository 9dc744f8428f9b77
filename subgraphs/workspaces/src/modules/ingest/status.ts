import type { Complete, RequestContext } from '@runlight/graphql';
import { perRequest } from '@runlight/graphql';
import type { Tables } from '@runlight/postgres';
import type { Redis } from '@runlight/queue';
import type { Kysely } from 'kysely';
import type { IngestStatusResolvers } from '../../__generated__/resolvers.ts';
import { readLag, unknownLag } from './lag.ts';
import type { Lag } from './lag.ts';
import type { IngestStatusMapper } from './mappers.ts';
import { createStatusStore } from './status-store.ts';
import { maxCounted } from './store.ts';
import type { ProblemStore } from './store.ts';

const dayUs = 86_400_000_000;

export function createStatusResolvers({
  db,
  store,
  redis,
}: {
  db: Kysely<Tables>;
  store: ProblemStore;
  redis: Pick<Redis, 'hmget'> | undefined;
}): { IngestStatus: Complete<IngestStatusResolvers, IngestStatusMapper> } {
  const status = createStatusStore(db);
  /** Two fields say it; it is asked once for a request. */
  const lagOf = perRequest((context) => askForLag(redis, context));

  return {
    IngestStatus: {
      lagSeconds: async (_status, _args, context) => (await lagOf(context)).lagSeconds,
      isDelayed: async (_status, _args, context) => (await lagOf(context)).isDelayed,
      lastStoredAt: ({ workspaceId }) => status.lastStoredAt(workspaceId),
      problemsLast24h: async ({ workspaceId }) => {
        const sinceUs = Date.now() * 1000 - dayUs;
        return Math.min(await store.count(workspaceId, { sinceUs }), maxCounted);
      },
      usageToday: ({ workspaceId }) => status.usageToday(workspaceId),
      audits: ({ workspaceId }) => status.audits(workspaceId),
    },
  };
}

/** A page without the lag is better than none: what cannot be asked is not known. */
async function askForLag(
  redis: Pick<Redis, 'hmget'> | undefined,
  { principal: { workspaceId }, log }: RequestContext,
): Promise<Lag> {
  if (!redis) return unknownLag;
  try {
    return await readLag(redis, workspaceId, Date.now());
  } catch (error) {
    log.warn({ err: error }, 'the lag of ingestion is not known');
    return unknownLag;
  }
}
