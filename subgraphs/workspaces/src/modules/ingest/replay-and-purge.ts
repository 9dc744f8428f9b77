import type { Principal } from '@runlight/auth';
import { decodeGlobalId, scopedGlobalId } from '@runlight/graphql';
import { invalidInput } from '@runlight/service';
import type { MutationResolvers } from '../../__generated__/resolvers.ts';
import type { Mistake } from '../../user-error.ts';
import { readProblemFilter } from './filter.ts';
import type { IngestProblemMapper } from './mappers.ts';
import { maxCounted, replayableCodes } from './store.ts';
import type { ProblemStore } from './store.ts';

type IngestMutations = Pick<
  MutationResolvers,
  | 'replayIngestProblems'
  | 'replayAllIngestProblems'
  | 'purgeIngestProblems'
  | 'purgeAllIngestProblems'
>;

const maxIds = 100;

export const canReplay = ({ kind, code }: IngestProblemMapper): boolean =>
  kind === 'DEAD' && replayableCodes.includes(code);

/** The mutations of the inbox; each leaves a line in the log that says who did it. */
export function createIngestMutations(store: ProblemStore): IngestMutations {
  return {
    replayIngestProblems: async (_root, { input }, { principal, log }) => {
      const { workspaceId } = principal;
      const { uuids, mistakes } = readIds(workspaceId, input.ids);
      const before = await store.problemsByIds(workspaceId, [...uuids.keys()]);
      mistakes.push(...whyNot(uuids, before));
      const wanted = before.filter(canReplay).map(({ uuid }) => uuid);
      const requested = await store.requestReplay(workspaceId, wanted, nameOf(principal));
      log.info({ ...actor(principal), requested }, 'dead letters are to be stored again');
      const problems = await store.problemsByIds(workspaceId, [...uuids.keys()]);
      return { requested, problems, userErrors: mistakes };
    },

    replayAllIngestProblems: async (_root, { input }, { principal, log }) => {
      const { workspaceId } = principal;
      const filter = readProblemFilter(workspaceId, input.filter);
      const requested = await store.requestReplayOfAll(workspaceId, filter, nameOf(principal));
      log.info({ ...actor(principal), requested }, 'dead letters are to be stored again');
      const hasMore = requested === maxCounted;
      const others = await store.count(workspaceId, { ...filter, canReplay: false });
      const skipped = Math.min(others, maxCounted);
      return { requested, skipped, hasMore, userErrors: [] };
    },

    purgeIngestProblems: async (_root, { input }, { principal, log }) => {
      const { workspaceId } = principal;
      const { uuids, mistakes } = readIds(workspaceId, input.ids);
      const purged = await store.purge(workspaceId, [...uuids.keys()]);
      log.info({ ...actor(principal), purged: purged.length }, 'ingest problems were purged');
      const gone = new Set(purged);
      for (const [uuid, place] of uuids) if (!gone.has(uuid)) mistakes.push(missing(place));
      return {
        purged: purged.length,
        purgedIds: purged.map((uuid) => scopedGlobalId('IngestProblem', workspaceId, uuid)),
        userErrors: mistakes,
      };
    },

    purgeAllIngestProblems: async (_root, { input }, { principal, log }) => {
      const { workspaceId } = principal;
      const purged = await store.purgeAll(
        workspaceId,
        readProblemFilter(workspaceId, input.filter),
      );
      log.info({ ...actor(principal), purged }, 'ingest problems were purged');
      return { purged, hasMore: purged === maxCounted, userErrors: [] };
    },
  };
}

const nameOf = ({ kind, id }: Principal): string => `${kind} ${id}`;

const actor = ({ kind, id, workspaceId }: Principal) => ({
  principalKind: kind,
  principalId: id,
  workspaceId,
});

const missing = (place: number): Mistake => ({
  code: 'NOT_FOUND',
  message: 'There is no such problem',
  path: ['ids', String(place)],
});

/** Ids with their first place in the list; what is no problem of this workspace is a mistake. */
function readIds(workspaceId: string, ids: readonly string[]) {
  if (ids.length < 1 || ids.length > maxIds) throw invalidInput(`ids are 1 to ${maxIds}`);
  const uuids = new Map<string, number>();
  const mistakes: Mistake[] = [];
  for (const [place, id] of ids.entries()) {
    const key = decodeGlobalId(id);
    if (key?.type !== 'IngestProblem' || key.workspaceId !== workspaceId) {
      mistakes.push(missing(place));
    } else if (!uuids.has(key.uuid)) uuids.set(key.uuid, place);
  }
  return { uuids, mistakes };
}

/** What stands in the way of replaying the rest. */
function whyNot(
  uuids: ReadonlyMap<string, number>,
  problems: readonly IngestProblemMapper[],
): Mistake[] {
  const known = new Map(problems.map((problem) => [problem.uuid, problem]));
  return [...uuids].flatMap(([uuid, place]) => {
    const problem = known.get(uuid);
    if (!problem) return missing(place);
    if (canReplay(problem)) return [];
    const message =
      problem.kind === 'REJECTED'
        ? 'It was refused when it was sent and is not kept whole: correct it and send it again'
        : 'It holds no operation that could be stored';
    return { code: 'INVALID', message, path: ['ids', String(place)] };
  });
}
