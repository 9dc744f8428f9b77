import type { Logger } from '@runlight/service';
import { ingestDurability } from '../durability.ts';
import { redisInfo } from '../redis.ts';
import type { Redis } from '../redis.ts';
import { createEpochKeeper } from './epoch.ts';
import { createLoop } from './loop.ts';

/** What makes a batch durable: Redis that syncs every write, or our own journal. */
export type DurabilityMode = 'redis' | 'journal';

export interface RedisWatch {
  mode: () => DurabilityMode;
  /** Why the mode is `journal`. */
  reason: () => string | undefined;
  /** Whether the connection as it is now was found to lead to the memory that we know. */
  isKnown: () => boolean;
  close: () => Promise<void>;
}

export interface RedisWatchOptions {
  redis: Redis;
  /** `auto` asks Redis. */
  mode: 'auto' | DurabilityMode;
  /** Where the epoch is remembered. */
  dir: string;
  log: Logger;
  /** The memory of Redis is another one than before (F11). */
  onLost: () => void;
  /** It is the same, but of another process: one that does not sync may lack the latest (F10). */
  onRestarted: () => void;
  /** The connection can be used (again). */
  onKnown: () => void;
  /** Default 5 s: whoever deletes everything on a running server is noticed too. */
  epochEveryMs?: number;
  /** Default 60 s. */
  settingsEveryMs?: number;
  /** Default 500 ms, after a check that failed. */
  retryMs?: number;
}

/**
 * Asks Redis on every connection and then regularly what its word is worth. Until it has answered, and
 * from the moment a connection is lost, the journal is what counts.
 */
export function createRedisWatch(options: RedisWatchOptions): RedisWatch {
  const { redis, dir, log, onLost, onKnown, epochEveryMs = 5000 } = options;
  const { settingsEveryMs = 60_000, retryMs = 500 } = options;
  const keeper = createEpochKeeper(redis, dir, log);
  const durability = createModeFinder(options);
  /** Counts connections; `known` is the one that was checked. */
  let connection = 0;
  let known: number | undefined;
  let knownRun: string | undefined;
  let settingsAtMs = -Infinity;

  const isKnown = () => known === connection && redis.status === 'ready';

  async function check(): Promise<void> {
    const checked = connection;
    const isNew = known !== checked;
    if (isNew || performance.now() - settingsAtMs >= settingsEveryMs) {
      await durability.find();
      settingsAtMs = performance.now();
    }
    const run = isNew ? await runId(redis) : knownRun;
    if ((await keeper.check()) === 'lost') onLost();
    else if (knownRun !== undefined && run !== knownRun) options.onRestarted();
    knownRun = run;
    known = checked;
    if (isNew && isKnown()) onKnown();
  }

  const loop = createLoop(async () => {
    try {
      if (redis.status === 'ready') await check();
      return epochEveryMs;
    } catch (error) {
      log.debug({ err: error }, 'the queue could not be asked for its durability');
      return retryMs;
    }
  });
  const onReady = () => {
    connection += 1;
    loop.wake();
  };
  const onClose = () => {
    known = undefined;
    durability.forget();
  };
  redis.on('ready', onReady);
  redis.on('close', onClose);

  return {
    mode: durability.mode,
    reason: durability.reason,
    isKnown,
    close: async () => {
      redis.off('ready', onReady);
      redis.off('close', onClose);
      await loop.stop();
    },
  };
}

/** Each process of Redis has an id of its own; so has a replica that took over. */
async function runId(redis: Redis): Promise<string | undefined> {
  return /^run_id:(\w+)/m.exec(await redisInfo(redis, 'server'))?.[1];
}

interface ModeFinder extends Pick<RedisWatch, 'mode' | 'reason'> {
  find: () => Promise<void>;
  forget: () => void;
}

const unknown = 'Redis has not said yet whether it syncs its writes';

function createModeFinder({ redis, mode: wanted, log }: RedisWatchOptions): ModeFinder {
  let reason: string | undefined =
    wanted === 'auto' ? unknown : wanted === 'journal' ? 'INGEST_DURABILITY says so' : undefined;
  let told: string | undefined;

  /** Once for each state, not for each connection. */
  function tell(): void {
    const durability = reason === undefined ? 'redis' : 'journal';
    const state = `${durability} ${reason}`;
    if (state === told) return;
    told = state;
    if (reason === undefined) {
      log.info({ durability }, 'accepted runs are on the disk of Redis before they are answered');
    } else {
      log.info(
        { durability, reason },
        'accepted runs are on disk in our journal before they are answered',
      );
    }
  }

  if (wanted !== 'auto') tell();
  return {
    mode: () => (reason === undefined ? 'redis' : 'journal'),
    reason: () => reason,
    async find() {
      if (wanted !== 'auto') return;
      const durability = await ingestDurability(redis);
      reason = durability.durable ? undefined : durability.reason;
      tell();
    },
    forget: () => {
      if (wanted === 'auto') reason = unknown;
    },
  };
}
