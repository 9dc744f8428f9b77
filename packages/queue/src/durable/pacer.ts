import { ingestLanes, laneStream } from '../ingest-stream.ts';
import { redisInfo } from '../redis.ts';
import type { Redis } from '../redis.ts';

export interface Pacer {
  /** Whether Redis has room for batches that are safe where they are. Throws when it does not answer. */
  hasRoom: () => Promise<boolean>;
}

const askEveryMs = 250;
/** The rest is for live logs, and for batches that have no other place. */
const usableRatio = 0.8;

/** Keeps a long journal from filling the memory of Redis to its limit. */
export function createPacer(redis: Redis): Pacer {
  let askedAtMs = -Infinity;
  let answer = true;

  async function ask(): Promise<boolean> {
    const info = await redisInfo(redis, 'memory');
    const figure = (name: string) => Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(info)?.[1]);
    const limit = figure('maxmemory');
    if (!(limit > 0) || figure('used_memory') < limit * usableRatio) return true;
    // When it is not the queue that takes the memory, waiting would not help.
    return isQueueEmpty(redis);
  }

  return {
    async hasRoom() {
      if (performance.now() - askedAtMs < askEveryMs) return answer;
      answer = await ask();
      askedAtMs = performance.now();
      return answer;
    },
  };
}

/** Whether no accepted batch is in Redis: workers take out what the ledger has. */
export async function isQueueEmpty(redis: Redis): Promise<boolean> {
  const lengths = await Promise.all(ingestLanes.map((lane) => redis.xlen(laneStream(lane))));
  return lengths.every((length) => length === 0);
}
