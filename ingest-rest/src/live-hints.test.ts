import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { it } from 'node:test';
import type { LiveRunEvent, RunEnvelope, RunOperation } from '@runlight/run-model';
import { Registry, createLogger } from '@runlight/service';
import { createByteBudget } from './body/byte-budget.ts';
import { createIngestMetrics } from './ingest-metrics.ts';
import { createHinter, liveHints } from './live-hints.ts';

const id = '01900000-0000-7000-8000-000000000001';
const other = '01900000-0000-7000-8000-000000000002';
const operation = (envelope: RunEnvelope, place: Partial<RunOperation> = {}): RunOperation => ({
  kind: 'create',
  runId: id,
  traceId: id,
  projectId: id,
  traceStartUs: 1,
  envelope,
  payloads: [],
  ...place,
});
const batch = (...operations: RunOperation[]) => ({
  workspaceId: id,
  firstSequence: 10n,
  operations,
});

it('says what each operation says, with its status and sequence', () => {
  const { traceStartUs, ...nowhere } = operation({});
  assert.equal(traceStartUs, 1);
  const events = liveHints(
    batch(
      operation({ name: 'a' }),
      { ...nowhere, kind: 'update' },
      operation({ endTimeUs: 2 }),
      operation({ endTimeUs: 2, error: 'x' }),
      operation({ status: 'success', error: 'x' }),
      operation({}, { projectId: other }),
    ),
    new Set([id]),
  );
  assert.deepEqual(
    events.map(({ sequence, run }) => [sequence, run.status]),
    [
      ['10', 'pending'],
      ['12', 'success'],
      ['13', 'error'],
      ['14', 'success'],
    ],
  );
});

it('makes no events of projects that nobody watches', async () => {
  const asked: string[] = [];
  const hint = createHinter({
    live: {
      watched: async (items, projectOf) => {
        asked.push(...items.map((item) => projectOf(item).projectId));
        return [];
      },
      publish: () => assert.fail('nobody watches'),
    },
    metrics: createIngestMetrics(new Registry(), createByteBudget(1)),
    log: createLogger({ service: 'test', level: 'silent' }),
  });
  hint(batch(operation({}), operation({}), operation({}, { projectId: other })));
  await turn();
  await turn();
  assert.deepEqual(asked, [id, other]);
});

it('gives hints up when they pile up, and goes on when they are gone', async () => {
  const metrics = createIngestMetrics(new Registry(), createByteBudget(1));
  const log = createLogger({ service: 'test', level: 'silent' });
  const waiting: (() => void)[] = [];
  const sent: LiveRunEvent[][] = [];
  const hint = createHinter({
    live: {
      watched: async (items) => [...items],
      publish: (events) =>
        new Promise((resolve) => {
          sent.push(events);
          waiting.push(resolve);
        }),
    },
    metrics,
    log,
  });
  for (let count = 0; count < 20; count += 1) hint(batch(operation({})));
  await turn();
  assert.equal(sent.length, 16);
  for (const done of waiting) done();
  await turn();
  hint(batch(operation({})));
  await turn();
  assert.equal(sent.length, 17);
});
