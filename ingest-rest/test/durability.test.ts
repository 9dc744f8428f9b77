import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { waitFor } from '@runlight/testkit';
import {
  killProcess,
  mountSmallDisk,
  smallDiskObstacle,
  startFaultProxy,
} from '@runlight/testkit/faults';
import type { FaultProxy } from '@runlight/testkit/faults';
import { send } from './support/request.ts';
import { rootRun } from './support/runs.ts';
import { startIngest, stop } from './support/service.ts';
import type { IngestService, Tenant } from './support/service.ts';

let service: IngestService;
let tenant: Tenant;
let redis: FaultProxy;
let database: FaultProxy;

const proxyTo = async (url: string) => startFaultProxy({ port: Number(new URL(url).port) });

async function start(env: Record<string, string> = {}): Promise<void> {
  service = await startIngest(env, {
    redis: async (url) => {
      redis = await proxyTo(url);
      return redis.via(url);
    },
    database: async (url) => {
      database = await proxyTo(url);
      return database.via(url);
    },
  });
  tenant = await service.tenant();
}

async function close(): Promise<void> {
  await service.close();
  await Promise.all([redis.close(), database.close()]);
}

interface Readiness {
  status: number;
  checks: Record<string, string>;
  details: { durability: { mode: string; journalBytes: number; journalRecords: number } };
}

async function readiness(): Promise<Readiness> {
  const response = await fetch(`${service.url}/ready`);
  const report = (await response.json()) as Omit<Readiness, 'status'>;
  return { status: response.status, ...report };
}

/** Sends a run and gives the status; an accepted one is remembered. */
async function sendRun(accepted: string[], fields: object = {}) {
  const run = rootRun(fields);
  const answer = await send(service, tenant, '/runs', { body: run });
  if (answer.status === 202) accepted.push(run.id);
  return answer;
}

/** Waits until each of the runs is in the queue. */
const untilQueued = (runIds: string[]) =>
  waitFor(
    async () => {
      const batches = await service.batches(tenant.workspaceId);
      const there = new Set(batches.flatMap(({ operations }) => operations.map((op) => op.runId)));
      return runIds.every((id) => there.has(id));
    },
    { timeoutMs: 20_000, what: 'accepted runs to be in the queue' },
  );

const until = (what: string, check: () => Promise<boolean>) =>
  waitFor(check, { timeoutMs: 20_000, what });

describe('the way to the queue is cut', () => {
  before(() => start());
  after(close);
  beforeEach(async () => {
    tenant = await service.tenant();
  });

  test('runs are accepted and ingest stays ready; they are in the queue afterwards (D8, F6, A5)', async () => {
    const accepted: string[] = [];
    await sendRun(accepted);
    await redis.set({ kind: 'refuse' });
    for (let index = 0; index < 50; index += 1) assert.equal((await sendRun(accepted)).status, 202);
    const { status, details } = await readiness();
    assert.equal(status, 200);
    assert.equal(details.durability.mode, 'journal');
    assert.ok(details.durability.journalRecords >= 50 && details.durability.journalBytes > 5000);
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    assert.match(metrics, /runlight_ingest_journal_bytes\{[^}]*\} [1-9]/);
    assert.match(metrics, /runlight_ingest_sends_total\{way="journal"[^}]*\} [1-9]/);
    await redis.set({ kind: 'pass' });
    await untilQueued(accepted);
  });

  test('killed right after an answer, the run is there: in the queue or in the journal (D1)', async () => {
    const accepted: string[] = [];
    for (const mode of ['refuse', 'pass'] as const) {
      await redis.set({ kind: mode });
      assert.equal((await sendRun(accepted)).status, 202);
      await killProcess(service.process.pid!);
      await service.restart();
    }
    await redis.set({ kind: 'pass' });
    await untilQueued(accepted);
  });

  test('stopped meanwhile, it ends with code 0 and the next process sends what is left (A4)', async () => {
    const accepted: string[] = [];
    await redis.set({ kind: 'refuse' });
    for (let index = 0; index < 10; index += 1) await sendRun(accepted);
    const last = sendRun(accepted, { inputs: { text: 'x'.repeat(1 << 20) } });
    const ended = stop(service.process);
    await last.catch(() => undefined);
    assert.equal(await ended, 0);
    assert.ok(accepted.length >= 10);
    await redis.set({ kind: 'pass' });
    await service.restart();
    await untilQueued(accepted);
  });

  test('a queue that is silent costs nobody more than its time limit (F7)', async () => {
    const accepted: string[] = [];
    await sendRun(accepted);
    await redis.set({ kind: 'blackhole' });
    for (let index = 0; index < 20; index += 1) {
      const startedAt = performance.now();
      assert.equal((await sendRun(accepted)).status, 202);
      assert.ok(performance.now() - startedAt < 2500);
    }
    await redis.set({ kind: 'pass' });
    await untilQueued(accepted);
  });

  test('an answer of the queue that is lost leads to a second entry of the same batch (F2)', async () => {
    const accepted: string[] = [];
    await redis.set({ kind: 'cut-reply' });
    assert.equal((await sendRun(accepted)).status, 202);
    await redis.set({ kind: 'pass' });
    await untilQueued(accepted);
    const ids = (await service.batches(tenant.workspaceId)).map(({ batchId }) => batchId);
    assert.equal(new Set(ids).size, 1);
  });
});

test('without Postgres known keys send on, and unknown ones get 503, not 401 (F20)', async () => {
  await start();
  try {
    const accepted: string[] = [];
    assert.equal((await sendRun(accepted)).status, 202);
    const stranger = await service.tenant();
    await database.set({ kind: 'refuse' });
    assert.equal((await sendRun(accepted)).status, 202);
    const refused = await send(service, stranger, '/runs', { body: rootRun() });
    assert.equal(refused.status, 503);
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    assert.equal((await readiness()).status, 200, 'for as long as keys are known');
    await database.set({ kind: 'pass' });
    await until('the stranger to be known', async () => {
      const { status } = await send(service, stranger, '/runs', { body: rootRun() });
      return status === 202;
    });
    await untilQueued(accepted);
  } finally {
    await close();
  }
});

const obstacle = await smallDiskObstacle();

test(
  'without Redis and with a full disk nothing is accepted that could be lost (D9, F22, A5)',
  { skip: obstacle ?? false },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'runlight-disk-'));
    const disk = await mountSmallDisk(folder, 4);
    await start({ INGEST_JOURNAL_DIR: join(folder, 'journal') });
    try {
      const accepted: string[] = [];
      await redis.set({ kind: 'refuse' });
      const statuses = new Set<number>();
      await until('a refusal', async () => {
        const answers = await Promise.all(
          Array.from({ length: 8 }, () => sendRun(accepted, { inputs: { text: noise(50_000) } })),
        );
        for (const { status, headers } of answers) {
          statuses.add(status);
          if (status === 503) assert.ok(Number(headers.get('retry-after')) > 0);
        }
        return answers.every(({ status }) => status === 503);
      });
      assert.deepEqual(statuses, new Set([202, 503]));
      const { status, checks } = await readiness();
      assert.equal(status, 503);
      assert.match(checks['durability']!, /ENOSPC|journal/);
      await killProcess(service.process.pid!);
      await disk.free();
      await redis.set({ kind: 'pass' });
      await service.restart();
      await untilQueued(accepted);
      await until('new runs to be accepted', async () => (await sendRun(accepted)).status === 202);
    } finally {
      await close();
      await disk.unmount();
      await rm(folder, { recursive: true });
    }
  },
);

/** A text that does not compress. */
function noise(length: number): string {
  return Array.from({ length }, () => Math.floor(Math.random() * 36).toString(36)).join('');
}
