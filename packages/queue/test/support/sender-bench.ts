import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { uuidv7 } from '@runlight/run-model';
import { createLogger, createMetrics } from '@runlight/service';
import { waitFor } from '@runlight/testkit';
import {
  closeRedis,
  createDurableSender,
  createRedis,
  decodeBatch,
  ingestLanes,
  laneStream,
} from '../../src/index.ts';
import type { Batch, DurableSender, DurableSenderOptions, Redis } from '../../src/index.ts';

export const quiet = createLogger({ service: 'test', level: 'silent' });

/** A sender under test and what is around it. */
export interface Bench {
  sender: DurableSender;
  redis: Redis;
  /** Looks at the queue by a connection of its own. */
  queued: () => Promise<string[]>;
  /** What the ledger has. */
  ledger: Set<string>;
  journalDir: string;
  /** Messages at error level. */
  alarms: string[];
  metric: (name: string) => Promise<number>;
  close: () => Promise<void>;
}

type Options = Partial<DurableSenderOptions>;

export async function openSender(
  t: TestContext,
  url: string,
  options: Options = {},
): Promise<Bench> {
  const journalDir = options.journalDir ?? (await newDir(t));
  const alarms: string[] = [];
  const log = { ...quiet, warn: () => undefined, info: () => undefined, debug: () => undefined };
  log.error = ((_fields: unknown, text: string) => void alarms.push(text)) as never;
  const ledger = new Set<string>();
  const metrics = createMetrics('test');
  const redis = createRedis({ url, log: quiet, name: 'sender' });
  const sender = await createDurableSender({
    redis,
    journalDir,
    mode: 'auto',
    maxJournalBytes: 64 << 20,
    isStored: async (ids) => new Set(ids.filter((id) => ledger.has(id))),
    log: log as never,
    metrics,
    ...options,
  });
  const reader = createRedis({
    url,
    log: quiet,
    name: 'reader',
    offlineQueue: true,
    commandTimeoutMs: 10_000,
  });
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    await sender.close();
    await Promise.all([closeRedis(redis), closeRedis(reader)]);
  };
  t.after(close);
  return {
    sender,
    redis,
    ledger,
    journalDir,
    alarms,
    queued: () => readQueue(reader),
    metric: async (name) => {
      const text = await metrics.metrics();
      return Number(new RegExp(`^${name.replace(/[{}]/g, '\\$&')}.* (\\S+)$`, 'm').exec(text)?.[1]);
    },
    close,
  };
}

async function newDir(t: TestContext): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'runlight-sender-'));
  t.after(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

/** Ids of the batches in both lanes. */
export async function readQueue(redis: Redis): Promise<string[]> {
  const ids: string[] = [];
  for (const lane of ingestLanes) {
    for (const [, fields] of await redis.xrangeBuffer(laneStream(lane), '-', '+')) {
      ids.push(decodeBatch(fields.at(-1)!).batchId);
    }
  }
  return ids;
}

export const newBatch = (sizeBytes = 100): Batch => ({
  batchId: uuidv7(),
  workspaceId: uuidv7(),
  keyId: uuidv7(),
  acceptedAtMs: Date.now(),
  firstSequence: 256n,
  operations: [
    {
      kind: 'create',
      runId: uuidv7(),
      envelope: { name: 'a' },
      payloads: [{ field: 'inputs', bytes: Buffer.alloc(sizeBytes, 'x') }],
    },
  ],
});

/** Sends one after another and gives the ids of what was accepted. */
export async function sendMany(
  sender: DurableSender,
  count: number,
  sizeBytes?: number,
): Promise<string[]> {
  const accepted: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const batch = newBatch(sizeBytes);
    await sender.send(batch);
    accepted.push(batch.batchId);
  }
  return accepted;
}

export const until = (what: string, check: () => boolean | Promise<boolean>, timeoutMs = 10_000) =>
  waitFor(check, { timeoutMs, what });

export const hasMode = (bench: Bench, mode: string) =>
  until(`mode ${mode}`, () => bench.sender.status().mode === mode);

export const isMissingNone = async ({ queued }: Bench, ids: string[]) => {
  const there = new Set(await queued());
  return ids.every((id) => there.has(id));
};

/** The sender has looked at the memory of Redis, so it would notice the loss of it. */
export const isAcquainted = ({ redis }: Bench) =>
  until('the epoch', async () => (await redis.exists('runlight:ingest:epoch')) === 1);
