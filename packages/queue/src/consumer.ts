import type { Logger } from '@runlight/service';
import { readEntry } from './ingest-entry.ts';
import type { IngestEntry, RawEntry } from './ingest-entry.ts';
import { ingestGroup, laneStream } from './ingest-stream.ts';
import { redisUnavailable } from './redis.ts';
import type { Redis } from './redis.ts';
import { loadScript, runScript } from './script.ts';

export type { IngestEntry } from './ingest-entry.ts';

export interface IngestConsumerOptions {
  /** For commands that answer at once. */
  redis: Redis;
  /** Used for waiting only; its command timeout must exceed the longest wait. */
  waitingRedis: Redis;
  /** Name within the group: the same after a restart, so that own pending entries are found. */
  consumer: string;
  log: Logger;
  /** How long an entry may be held without a sign of life. Default 60 s. */
  leaseMs?: number;
  /** Default: that of the ordinary lane; each lane needs a consumer of its own. */
  stream?: string;
}

/** The worker's side of the queue. Every call may throw UNAVAILABLE and may then be repeated. */
export interface IngestConsumer {
  /** Entries delivered to this consumer before and not acknowledged, after the given id (`0` first). */
  readPending: (afterId: string, count: number) => Promise<IngestEntry[]>;
  /** Entries nobody has had; waits for the first one. */
  readNew: (count: number, waitMs: number) => Promise<IngestEntry[]>;
  /** Takes entries over whose holder gave no sign of life for a lease. */
  claimIdle: (count: number) => Promise<IngestEntry[]>;
  /** Takes entries that were delivered but that nobody holds; gives how many. */
  sweepLimbo: () => Promise<IngestEntry[]>;
  /** Says that this consumer still works on the entries. */
  renew: (ids: string[]) => Promise<void>;
  /** How often each entry was delivered. */
  deliveries: (ids: string[]) => Promise<Map<string, number>>;
  acknowledge: (ids: string[]) => Promise<void>;
  /** Entries in the stream, those of them that are held, and the age of the oldest. */
  backlog: () => Promise<{ length: number; pending: number; oldestAgeMs: number }>;
}

const acknowledgeScript = loadScript('acknowledge');
const sweepScript = loadScript('sweep-limbo');
const sweepPage = 100;

export function createIngestConsumer(options: IngestConsumerOptions): IngestConsumer {
  const { redis, waitingRedis, consumer, log, leaseMs = 60_000 } = options;
  const stream = options.stream ?? laneStream('ordinary');
  let isPrepared = false;

  async function prepare(): Promise<void> {
    if (isPrepared) return;
    try {
      await redis.xgroup('CREATE', stream, ingestGroup, '0', 'MKSTREAM');
    } catch (error) {
      if (!isReply(error, 'BUSYGROUP')) throw error;
    }
    isPrepared = true;
  }

  /** Runs a command of the group; makes the group anew when Redis has lost it (F11). */
  async function inGroup<T>(command: () => Promise<T>): Promise<T> {
    try {
      await prepare();
      return await command();
    } catch (error) {
      if (!isReply(error, 'NOGROUP')) throw redisUnavailable(error);
      log.error({ stream }, 'the queue lost its consumer group; it is made anew');
      isPrepared = false;
      throw redisUnavailable(error);
    }
  }

  /** Drops entries that were deleted but stayed pending: there is nothing left to do for them. */
  async function readAll(raw: RawEntry[]): Promise<IngestEntry[]> {
    const gone = raw.filter(([, fields]) => !fields).map(([id]) => id.toString());
    if (gone.length > 0) await redis.xack(stream, ingestGroup, ...gone);
    return raw.flatMap(([id, fields]) => (fields ? [readEntry(id.toString(), fields)] : []));
  }

  async function readGroup(on: Redis, args: (string | number)[]): Promise<IngestEntry[]> {
    return inGroup(async () => {
      const answer = (await on.callBuffer(
        'XREADGROUP',
        'GROUP',
        ingestGroup,
        consumer,
        ...args,
      )) as [Buffer, RawEntry[]][] | null;
      return readAll(answer?.[0]?.[1] ?? []);
    });
  }

  async function contentOf(ids: string[]): Promise<IngestEntry[]> {
    const raw: RawEntry[] = [];
    for (const id of ids) {
      raw.push(...((await redis.callBuffer('XRANGE', stream, id, id)) as RawEntry[]));
    }
    return readAll(raw);
  }

  return {
    readPending: (afterId, count) => readGroup(redis, ['COUNT', count, 'STREAMS', stream, afterId]),

    readNew: (count, waitMs) =>
      readGroup(waitingRedis, ['COUNT', count, 'BLOCK', waitMs, 'STREAMS', stream, '>']),

    claimIdle: (count) =>
      inGroup(async () => {
        const answer = (await redis.callBuffer(
          'XAUTOCLAIM',
          stream,
          ingestGroup,
          consumer,
          leaseMs,
          '0',
          'COUNT',
          count,
        )) as [Buffer, RawEntry[]];
        return readAll(answer[1]);
      }),

    sweepLimbo: () =>
      inGroup(async () => {
        const upTo = await limboBound(redis, stream, leaseMs);
        const claimed: string[] = [];
        for (let after: string | undefined = '0-0'; after !== undefined;) {
          const [ids, last] = (await runScript(
            redis,
            sweepScript,
            [stream],
            [ingestGroup, consumer, upTo, sweepPage, after],
          )) as [string[], string];
          claimed.push(...ids);
          after = last === '' ? undefined : last;
        }
        return contentOf(claimed);
      }),

    renew: (ids) =>
      inGroup(async () => {
        if (ids.length > 0) {
          await redis.xclaim(stream, ingestGroup, consumer, 0, ...ids, 'JUSTID');
        }
      }),

    deliveries: (ids) =>
      inGroup(async () => {
        const counts = new Map<string, number>();
        for (const id of ids) {
          const [row] = (await redis.xpending(stream, ingestGroup, id, id, 1)) as PendingRow[];
          if (row) counts.set(id, row[3]);
        }
        return counts;
      }),

    acknowledge: async (ids) => {
      if (ids.length === 0) return;
      try {
        await runScript(redis, acknowledgeScript, [stream], [ingestGroup, ...ids]);
      } catch (error) {
        throw redisUnavailable(error);
      }
    },

    backlog: () =>
      inGroup(async () => {
        const length = await redis.xlen(stream);
        const [pending] = (await redis.xpending(stream, ingestGroup)) as [number];
        return { length, pending, oldestAgeMs: await oldestAgeMs(redis, stream) };
      }),
  };
}

type PendingRow = [id: string, consumer: string, idleMs: number, deliveries: number];

const isReply = (error: unknown, prefix: string) =>
  error instanceof Error && error.message.startsWith(prefix);

/** The newest id that can be in limbo: delivered, and older than two leases by Redis's clock (F26). */
async function limboBound(redis: Redis, stream: string, leaseMs: number): Promise<string> {
  const [seconds] = await redis.time();
  const cutoff = `${Number(seconds) * 1000 - 2 * leaseMs}-0`;
  const groups = (await redis.xinfo('GROUPS', stream)) as unknown[][];
  const group = groups.find((fields) => fields[fields.indexOf('name') + 1] === ingestGroup) ?? [];
  const delivered = String(group[group.indexOf('last-delivered-id') + 1]);
  return isBefore(delivered, cutoff) ? delivered : cutoff;
}

function isBefore(a: string, b: string): boolean {
  const [aMs = 0, aEntry = 0] = a.split('-').map(Number);
  const [bMs = 0, bEntry = 0] = b.split('-').map(Number);
  return aMs === bMs ? aEntry < bEntry : aMs < bMs;
}

/** Reads the head of the stream only, but with its content: there is no other way to its id. */
async function oldestAgeMs(redis: Redis, stream: string): Promise<number> {
  const info = (await redis.xinfo('STREAM', stream)) as unknown[];
  const first = info[info.indexOf('first-entry') + 1] as [string] | null;
  if (!first) return 0;
  const [seconds] = await redis.time();
  return Math.max(0, Number(seconds) * 1000 - Number(first[0].split('-')[0]));
}
