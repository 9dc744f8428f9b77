import { decodeGlobalId, perRequest, scopedGlobalId } from '@runlight/graphql';
import type { Complete, RequestContext } from '@runlight/graphql';
import type { NotificationListener, Tables } from '@runlight/postgres';
import type { Redis } from '@runlight/queue';
import { forbidden, invalidInput, notFound, unavailable } from '@runlight/service';
import DataLoader from 'dataloader';
import type { Kysely } from 'kysely';
import type {
  IngestProblemConnectionResolvers,
  IngestProblemEventResolvers,
  IngestProblemResolvers,
  SubscriptionResolvers,
  WorkspaceResolvers,
} from '../../__generated__/resolvers.ts';
import type { Loaders } from '../../loaders.ts';
import type { WorkspaceMapper } from '../workspaces/mappers.ts';
import type { IngestProblemConnectionMapper, IngestProblemMapper } from './mappers.ts';
import { problemPage } from './page.ts';
import { createProblemEvents } from './problem-events.ts';
import type { ProblemEvents } from './problem-events.ts';
import { describeKept } from './problem-payload.ts';
import type { ProblemPayload } from './problem-payload.ts';
import type { ProblemEvent } from './problem-stream.ts';
import { canReplay, createIngestMutations } from './replay-and-purge.ts';
import { parseUserAgent } from './sdk.ts';
import { createStatusResolvers } from './status.ts';
import { createProblemStore, maxCounted } from './store.ts';
import type { ProblemStore } from './store.ts';

export interface IngestModuleOptions {
  db: Kysely<Tables>;
  loaders: Loaders;
  /** Hears the database's channel `ingest_problem`; without it there are no subscriptions. */
  problemListener?: NotificationListener | undefined;
  /** Where workers say how far they are behind; without it the lag is not known. */
  redis?: Pick<Redis, 'hmget'> | undefined;
}

/** Payloads may be large; a page of them would not fit into memory. */
const maxPayloads = 10;

export function createIngestModule({ db, loaders, problemListener, redis }: IngestModuleOptions) {
  const store = createProblemStore(db);
  const events = problemListener && createProblemEvents(problemListener);
  const problems = createProblemLoaders(store);

  const Workspace: Required<
    Pick<WorkspaceResolvers, 'ingestProblems' | 'ingestProblem' | 'ingestStatus'>
  > = {
    ingestProblems: (workspace, args, context) =>
      problemPage(store, ownWorkspace(workspace, context), args),
    ingestProblem: async (workspace, { id }, context) => {
      const workspaceId = ownWorkspace(workspace, context);
      const key = decodeGlobalId(id);
      const isOwn = key?.type === 'IngestProblem' && key.workspaceId === workspaceId;
      const problem = isOwn ? await problems(context).state.load(key.uuid) : null;
      if (!problem) throw notFound('Problem');
      return problem;
    },
    ingestStatus: (workspace, _args, context) => ({
      workspaceId: ownWorkspace(workspace, context),
    }),
  };

  const IngestProblem: Complete<IngestProblemResolvers, IngestProblemMapper> = {
    id: ({ workspaceId, uuid }) => scopedGlobalId('IngestProblem', workspaceId, uuid),
    state: ({ replayRequestedAt }) => (replayRequestedAt === null ? 'NEW' : 'REPLAY_REQUESTED'),
    reason: ({ kind, code, words }) =>
      kind === 'REJECTED' ? words : (deadReasons[code] ?? 'It could not be stored'),
    detail: ({ kind, words }) => (kind === 'DEAD' ? words : null),
    apiKey: ({ keyId }, _args, context) =>
      keyId === null ? null : loaders(context).apiKey.load(keyId),
    sdk: ({ userAgent }) => parseUserAgent(userAgent) ?? null,
    canReplay,
    payload: ({ uuid }, _args, context) => problems(context).payload.load(uuid),
    __resolveReference: ({ id }, context) => {
      const key = decodeGlobalId(id);
      if (key?.type !== 'IngestProblem') return null;
      if (key.workspaceId !== context.principal.workspaceId) return null;
      return problems(context).state.load(key.uuid);
    },
  };

  const IngestProblemConnection: Complete<
    IngestProblemConnectionResolvers,
    IngestProblemConnectionMapper
  > = {
    count: async ({ workspaceId, filter }) => {
      const counted = await store.count(workspaceId, filter);
      return {
        value: Math.min(counted, maxCounted),
        precision: counted > maxCounted ? 'AT_LEAST' : 'EXACT',
      };
    },
  };

  return {
    Workspace,
    IngestProblem,
    IngestProblemConnection,
    Mutation: createIngestMutations(store),
    ...createStatusResolvers({ db, store, redis }),
    ...createEventResolvers(events, store),
  };
}

const deadReasons: Record<string, string> = {
  refused: 'The trace store refused it',
  lethal: 'The worker did not survive storing it',
  corrupt: 'It was damaged in the queue and cannot be read',
  project_deleted: 'Its project was deleted before it was stored',
  run_deleted: 'Its run, or the trace or thread it is in, was deleted',
  expired: 'It is older than its project keeps runs',
};

/** The permission was checked for the workspace the request acts in and says nothing of others. */
function ownWorkspace({ uuid }: WorkspaceMapper, { principal }: RequestContext): string {
  if (uuid !== principal.workspaceId) throw forbidden('ingest:manage in that workspace');
  return uuid;
}

function createProblemLoaders(store: ProblemStore) {
  return perRequest(({ principal: { workspaceId } }) => ({
    state: new DataLoader<string, IngestProblemMapper | null>(async (ids) => {
      const rows = await store.problemsByIds(workspaceId, ids);
      const byId = new Map(rows.map((row) => [row.uuid, row]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
    payload: new DataLoader<string, ProblemPayload | null>(async (ids) => {
      if (ids.length > maxPayloads) {
        throw invalidInput(`payload may be asked for ${maxPayloads} problems at a time`);
      }
      const kept = await store.keptBytes(workspaceId, ids);
      const byId = new Map(kept.map((row) => [row.uuid, describeKept(row)]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
  }));
}

function createEventResolvers(events: ProblemEvents | undefined, store: ProblemStore) {
  const Subscription: SubscriptionResolvers = {
    ingestProblemEvents: {
      subscribe: async (_root, { after }, { principal: { workspaceId }, signal }) => {
        if (!events) throw unavailable('This server has no live events of the inbox');
        const load = (ids: string[]) => store.problemsByIds(workspaceId, ids);
        return events.open({ workspaceId, after: after ?? undefined, signal, load });
      },
      resolve: (event: ProblemEvent) => event,
    },
  };

  const IngestProblemEvent: IngestProblemEventResolvers = {
    __resolveType: (event) => {
      if (event.problem) return 'IngestProblemChanged';
      return 'problemId' in event ? 'IngestProblemRemoved' : 'IngestProblemEventsGap';
    },
  };

  return { Subscription, IngestProblemEvent };
}
