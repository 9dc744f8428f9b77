import type { ClickHouse } from '@runlight/clickhouse';
import { redisUnavailable } from '@runlight/queue';
import type { Redis } from '@runlight/queue';
import type { Logger } from '@runlight/service';
import { createRollups } from './rollups.ts';

/** Sealing as a chore; of several workers one has the turn, which is thrift and no condition. */
export interface Sealer {
  run: () => Promise<void>;
  stop: () => void;
}

const turnKey = 'runlight:rollups:turn';
/** Longer than a round usually takes; when it takes longer, two seal the same hours, to the same effect. */
const turnMs = 60_000;
const sweepEveryMs = 300_000;
const auditEveryMs = 6 * 3_600_000;
/** A sweep looks back so far, so that one may fail or come late. */
const sweepBackMs = 7_200_000;

export function createSealer({
  clickhouse,
  redis,
  log,
}: {
  clickhouse: ClickHouse;
  redis: Pick<Redis, 'set' | 'del'>;
  log: Logger;
}): Sealer {
  const rollups = createRollups(clickhouse);
  const stopping = new AbortController();
  let sweptAtMs: number | undefined;
  let auditedAtMs = -Infinity;

  async function sweep(): Promise<void> {
    if (sweptAtMs === undefined) await rollups.cover();
    else if (Date.now() - sweptAtMs < sweepEveryMs) return;
    else await rollups.sweep(new Date(Date.now() - sweepBackMs));
    sweptAtMs = Date.now();
    if (sweptAtMs - auditedAtMs < auditEveryMs) return;
    await rollups.audit();
    auditedAtMs = sweptAtMs;
  }

  async function takeTurn(): Promise<boolean> {
    try {
      return (await redis.set(turnKey, '1', 'PX', turnMs, 'NX')) === 'OK';
    } catch (error) {
      throw redisUnavailable(error);
    }
  }

  return {
    async run() {
      if (!(await takeTurn())) return;
      try {
        await sweep();
        const hours = await rollups.sealDue(stopping.signal);
        if (hours > 0) log.debug({ hours }, 'hours were sealed');
      } finally {
        await redis.del(turnKey).catch((error: unknown) => {
          log.debug({ err: error }, 'the turn ends by itself');
        });
      }
    },
    stop: () => stopping.abort(),
  };
}
