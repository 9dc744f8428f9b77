import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '@runlight/service';
import { writeFileDurably } from '../journal/directory.ts';
import { redisUnavailable } from '../redis.ts';
import type { Redis } from '../redis.ts';

/** A value that is in Redis as long as its memory is the same. */
export const epochKey = 'runlight:ingest:epoch';
const file = 'epoch';

/** `first`: nobody knew an epoch here before. */
export type EpochFinding = 'same' | 'first' | 'lost';

export interface EpochKeeper {
  /** Compares, then takes the epoch of Redis as ours. Throws UNAVAILABLE when Redis does not answer. */
  check: () => Promise<EpochFinding>;
}

/** Remembers the epoch in the journal's folder, so that also a restart notices that Redis forgot. */
export function createEpochKeeper(redis: Redis, dir: string, log: Logger): EpochKeeper {
  let known: string | undefined;

  async function current(): Promise<string> {
    try {
      const there = await redis.get(epochKey);
      if (there !== null) return there;
      const fresh = randomUUID();
      const isOurs = (await redis.set(epochKey, fresh, 'NX')) === 'OK';
      // Another process was faster.
      return isOurs ? fresh : ((await redis.get(epochKey)) ?? fresh);
    } catch (error) {
      throw redisUnavailable(error);
    }
  }

  async function remember(epoch: string): Promise<void> {
    known = epoch;
    try {
      await writeFileDurably(dir, file, Buffer.from(epoch));
    } catch (error) {
      // On a full disk: this process remembers; after a restart some batches are sent twice.
      log.warn({ err: error }, 'the epoch of the queue could not be written down');
    }
  }

  return {
    async check() {
      known ??= await readEpoch(join(dir, file));
      const before = known;
      const epoch = await current();
      if (epoch === before) return 'same';
      await remember(epoch);
      return before === undefined ? 'first' : 'lost';
    },
  };
}

async function readEpoch(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
