import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createHealth, createLogger, createMetrics } from '@runlight/service';
import { waitFor } from '@runlight/testkit';
import { createByteBudget } from './body/byte-budget.ts';
import type { IngestContext } from './context.ts';
import { createIngestMetrics } from './ingest-metrics.ts';
import { createQuotas } from './quotas/quotas.ts';
import { createIngestServer } from './server.ts';
import type { IngestServer } from './server.ts';

// I31: how long a sender may take. No store is needed, since nothing of what it sends may reach one.

const id = '01900000-0000-7000-8000-000000000001';
const never = (): never => assert.fail('a request that was cut off went on');
const metrics = createMetrics('test');
const budget = createByteBudget(1 << 20);
const context: IngestContext = {
  keys: {
    find: async () => ({ keyId: id, workspaceId: id, organizationId: id, scope: 'ingest' }),
  },
  feedbackConfigs: { problem: () => assert.fail() },
  feedbackTokens: {
    find: () => assert.fail(),
    use: () => assert.fail(),
    giveBack: () => assert.fail(),
  },
  projects: { idOf: never, exists: never },
  quotas: createQuotas({ runsPerSecond: 0, bytesPerSecond: 0, callsPerMinute: 0 }),
  objects: { put: never, get: never },
  graph: never,
  send: never,
  reserveSequence: never,
  hint: never,
  rejections: { record: never },
  budget,
  metrics: createIngestMetrics(metrics, budget),
  log: createLogger({ service: 'test', level: 'silent' }),
};

let server: IngestServer;
let port: number;
before(async () => {
  const patience = { idleMs: 300, requestMs: 600, checkMs: 50 };
  server = createIngestServer({ context, health: createHealth([]), metrics, patience });
  port = Number(new URL(await server.listen({ host: '127.0.0.1', port: 0 })).port);
});
after(() => server?.close());

const memoryIsBack = () =>
  waitFor(async () => budget.usedBytes() === 0, { timeoutMs: 5000, what: 'its memory' });

/** A request whose body has just begun, and what is answered until it ends. */
function begin(): { socket: Socket; ended: Promise<string> } {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (data: Buffer) => (answer += data.toString()));
  socket.on('error', () => undefined);
  socket.write('POST /runs HTTP/1.1\r\nhost: x\r\nx-api-key: k\r\ncontent-length: 1000\r\n\r\n{');
  return { socket, ended: once(socket, 'close').then(() => answer) };
}

test('a sender that falls silent is cut off, without an answer that asks for more', async () => {
  const { ended } = begin();
  assert.doesNotMatch(await ended, /408/);
  await memoryIsBack();
});

test('a sender that goes on byte by byte is cut off in the end', async () => {
  const { socket, ended } = begin();
  let sent = 0;
  while (!socket.closed && sent < 200) {
    socket.write(' ');
    sent += 1;
    await pause(50);
  }
  assert.ok(socket.closed);
  assert.doesNotMatch(await ended, /408/);
  await memoryIsBack();
});
