import { redisUnavailable } from '@runlight/queue';
import type { Redis } from '@runlight/queue';
import type { Logger } from '@runlight/service';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOutOfMemory } from './key-directory.ts';
import type { StoredKeys } from './stored-keys.ts';

/**
 * The `trace_start` of traces whose senders cannot know it (`opensTrace`). The first start that is put
 * forward for a trace counts for all of it, whichever worker, lot or life of the worker the rest comes
 * to. Redis decides; it remembers a trace for one to two days after its last operation and says by
 * itself whether it may have forgotten one (it is younger than that, or full, or the operation is older
 * than that), and only then ClickHouse is asked, since looking for hundreds of ids in all of `runs`
 * with every lot would cost more than storing them.
 */
export interface TraceStarts {
  /** The starts that count, given those to put forward, in microseconds, by trace id. */
  choose: (workspaceId: string, own: ReadonlyMap<string, number>) => Promise<Map<string, number>>;
}

const prefix = 'runlight:trace-starts';
/**
 * Some 30 MB a day in the worst case, in a Redis that may have 256 MiB for everybody and refuses batches when
 * it is full; a workspace that opens more in a day is looked up in ClickHouse.
 */
const maxTracesPerDay = 300_000;
const dayUs = 86_400_000_000;

const script = readFileSync(join(import.meta.dirname, 'lua', 'choose-trace-starts.lua'), 'utf8');

export function createTraceStarts({
  redis,
  stored,
  log,
  maxTraces = maxTracesPerDay,
}: {
  redis: Redis;
  stored: StoredKeys;
  log: Logger;
  maxTraces?: number;
}): TraceStarts {
  async function run(
    workspaceId: string,
    mode: 'ask' | 'decide',
    own: ReadonlyMap<string, number>,
  ): Promise<{ isDated: boolean; starts: Map<string, number> }> {
    const oldBeforeUs = Date.now() * 1000 - dayUs;
    const traces = [...own].flatMap(([traceId, startUs]) => [
      traceId,
      startUs,
      startUs < oldBeforeUs ? '1' : '0',
    ]);
    const [isDated, ...answers] = (await redis.eval(
      script,
      1,
      prefix,
      workspaceId,
      mode,
      maxTraces,
      ...traces,
    )) as string[];
    const starts = new Map<string, number>();
    [...own.keys()].forEach((traceId, index) => {
      if (answers[index] !== '') starts.set(traceId, Number(answers[index]));
    });
    return { isDated: isDated === 'yes', starts };
  }

  /** Notes since when Redis knows every trace: for ever when there is none in the store yet. */
  async function dateRegistry(): Promise<void> {
    const [seconds] = await redis.time();
    const day = Math.floor(Number(seconds) / 86_400);
    const isFirst = await stored.isEmpty();
    if (!isFirst)
      log.warn('the starts of traces are not in Redis; they are looked up for two days');
    await redis.set(`${prefix}:since`, isFirst ? 0 : day, 'NX');
  }

  async function lookUp(
    workspaceId: string,
    own: ReadonlyMap<string, number>,
  ): Promise<Map<string, number>> {
    const found = await stored.findTraces(workspaceId, [...own.keys()]);
    return new Map(
      [...own].map(([traceId, startUs]) => [traceId, found.get(traceId)?.traceStartUs ?? startUs]),
    );
  }

  async function choose(
    workspaceId: string,
    own: ReadonlyMap<string, number>,
  ): Promise<Map<string, number>> {
    const { isDated, starts } = await run(workspaceId, 'ask', own);
    if (!isDated) {
      await dateRegistry();
      if (starts.size < own.size) return choose(workspaceId, own);
    }
    if (starts.size === own.size) return starts;
    const open = new Map([...own].filter(([traceId]) => !starts.has(traceId)));
    const decided = await run(workspaceId, 'decide', await lookUp(workspaceId, open));
    return new Map([...starts, ...decided.starts]);
  }

  return {
    async choose(workspaceId, own) {
      if (own.size === 0) return new Map();
      try {
        return await choose(workspaceId, own);
      } catch (error) {
        // A full Redis must not stop what would empty it. Two workers may disagree until then.
        if (isOutOfMemory(error)) return lookUp(workspaceId, own);
        throw redisUnavailable(error);
      }
    },
  };
}
