import { redisUnavailable } from '@runlight/queue';
import type { Redis } from '@runlight/queue';
import type { Placement } from './placement.ts';

/**
 * Places of runs that arrive over the calls for single runs, shared by all workers: such a run's update
 * names nothing but its id and usually follows within seconds. Runs of batches are not in here, they
 * carry their place.
 *
 * And the places that the worker itself chose for runs of which only an update ever came: whatever
 * arrives for such a run and does not know better goes to the same place.
 */
export interface KeyDirectory {
  find: (workspaceId: string, runIds: string[]) => Promise<Map<string, Placement>>;
  remember: (workspaceId: string, places: Map<string, Placement>) => Promise<void>;
  /** Chooses a place for a run unless one was chosen before; gives the one that counts. */
  choose: (workspaceId: string, runId: string, place: Placement) => Promise<Placement>;
  /** Corrects a choice: the run turned out to stand elsewhere. */
  correct: (workspaceId: string, runId: string, choice: ChosenPlace) => Promise<void>;
  chosen: (workspaceId: string, runIds: string[]) => Promise<Map<string, ChosenPlace>>;
}

export interface ChosenPlace extends Placement {
  /** The place chosen first, when another one turned out to be right. */
  movedFrom?: Placement;
}

/** Longer, and one API key could fill Redis with them; after that the store is asked. */
const rememberSeconds = 300;
const chosenSeconds = 7 * 86_400;
/** Bounds the memory that updates of made-up ids can take. */
const maxChosen = 100_000;

const runKey = (workspaceId: string, runId: string) => `runlight:run-key:${workspaceId}:${runId}`;
const chosenKey = (workspaceId: string) => `runlight:chosen-keys:${workspaceId}`;

/** Redis takes no writes until something is taken out of it. */
export const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && /\bOOM\b/.test(error.message);

export function createKeyDirectory(redis: Redis): KeyDirectory {
  const translated = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      throw redisUnavailable(error);
    }
  };
  /** What cannot be remembered costs a look into the store later; it must not stop the worker. */
  const unlessFull = <T>(instead: T, call: () => Promise<T>): Promise<T> =>
    translated(async () => {
      try {
        return await call();
      } catch (error) {
        if (isOutOfMemory(error)) return instead;
        throw error;
      }
    });

  return {
    find: (workspaceId, runIds) =>
      translated(async () =>
        runIds.length === 0
          ? new Map()
          : byId(runIds, await redis.mget(runIds.map((runId) => runKey(workspaceId, runId)))),
      ),

    remember: (workspaceId, places) =>
      translated(async () => {
        if (places.size === 0) return;
        const pipeline = redis.pipeline();
        for (const [runId, place] of places) {
          pipeline.set(runKey(workspaceId, runId), print(place), 'EX', rememberSeconds);
        }
        await pipeline.exec();
      }),

    choose: (workspaceId, runId, place) =>
      unlessFull(place, async () => {
        const key = chosenKey(workspaceId);
        if ((await redis.hlen(key)) >= maxChosen) {
          const victim = await redis.hrandfield(key);
          if (typeof victim === 'string') await redis.hdel(key, victim);
        }
        const isFirst = await redis.hsetnx(key, runId, print(place));
        await redis.expire(key, chosenSeconds);
        if (isFirst === 1) return place;
        const [earlier] = byId([runId], [await redis.hget(key, runId)]).values();
        return earlier ?? place;
      }),

    correct: (workspaceId, runId, choice) =>
      unlessFull(undefined, async () => {
        await redis.hset(chosenKey(workspaceId), runId, print(choice));
      }),

    chosen: (workspaceId, runIds) =>
      translated(async () => {
        const key = chosenKey(workspaceId);
        // Nearly always empty, and then one cheap question is all.
        if (runIds.length === 0 || (await redis.exists(key)) === 0) return new Map();
        return byId(runIds, await redis.hmget(key, ...runIds));
      }),
  };
}

function print({ projectId, traceId, traceStartUs, movedFrom }: ChosenPlace): string {
  const place = `${projectId} ${traceId} ${traceStartUs}`;
  return movedFrom ? `${place} ${print(movedFrom)}` : place;
}

function byId(runIds: string[], texts: (string | null)[]): Map<string, ChosenPlace> {
  const places = new Map<string, ChosenPlace>();
  texts.forEach((text, index) => {
    const words = text?.split(' ') ?? [];
    const place = readPlace(words);
    if (!place) return;
    const movedFrom = readPlace(words.slice(3));
    places.set(runIds[index]!, movedFrom ? { ...place, movedFrom } : place);
  });
  return places;
}

function readPlace([projectId, traceId, traceStart]: string[]): Placement | undefined {
  if (projectId === undefined || traceId === undefined) return undefined;
  return { projectId, traceId, traceStartUs: Number(traceStart) };
}
