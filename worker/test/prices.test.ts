import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { RunEnvelope } from '@runlight/run-model';
import { uuidv7 } from '@runlight/run-model';
import { rebuildRuns } from '../src/rebuild-runs.ts';
import {
  batchOf,
  create,
  drained,
  newRun,
  openBench,
  runsOf,
  startWorker,
  update,
} from './support.ts';
import type { Bench, TestRun } from './support.ts';

let bench: Bench;
let worker: ReturnType<typeof startWorker>;

before(async () => {
  bench = await openBench();
  worker = startWorker(bench);
});
after(async () => {
  await worker?.stop();
  await bench?.close();
});

const usage = { input_tokens: 1_000_000, output_tokens: 100_000, total_tokens: 1_100_000 };
const call: RunEnvelope = { runType: 'llm', model: 'gpt-4o', metadata: { ls_provider: 'openai' } };

async function store(workspaceId: string, run: TestRun, ...envelopes: RunEnvelope[]) {
  const [first = {}, ...rest] = envelopes;
  await bench.producer.send(
    batchOf(workspaceId, [create(run, first), ...rest.map((envelope) => update(run, envelope))]),
  );
  await drained(bench);
}

async function costOf(workspaceId: string, run: TestRun) {
  const row = (await runsOf(bench, workspaceId)).find(({ id }) => id === run.runId)!;
  const { has_cost, total_cost, cost_source, price_entry, unpriced_reason } = row;
  return [has_cost === 1 ? total_cost : undefined, cost_source, price_entry, unpriced_reason];
}

interface Version {
  name?: string;
  input: number;
  knownFrom: Date;
  knownUntil?: Date;
}

const setPrice = (workspaceId: string, { name = 'ours', input, knownFrom, knownUntil }: Version) =>
  bench.database.db
    .insertInto('model_price')
    .values({
      version_id: uuidv7(),
      id: uuidv7(),
      workspace_id: workspaceId,
      name,
      pattern: 'my-.*',
      provider: null,
      rates: JSON.stringify({ input, output: 0 }),
      effective_from: null,
      known_from: knownFrom,
      known_until: knownUntil ?? null,
      created_by: 'system',
    })
    .execute();

describe('the price of a run', () => {
  test('is ours where the caller gave none', async () => {
    const workspaceId = await bench.newWorkspace();
    const run = newRun();
    await store(workspaceId, run, call, { usage });
    assert.deepEqual(await costOf(workspaceId, run), [3.5, 'price_table', 'openai/gpt-4o', '']);
    const [row] = await runsOf(bench, workspaceId);
    assert.deepEqual([row!['prompt_cost'], row!['completion_cost']], [2.5, 1]);
    assert.deepEqual(row!['cost_parts'], { input_fresh: 2.5, output_text: 1 });
  });

  test('is none, with a reason, rather than a guess', async () => {
    const workspaceId = await bench.newWorkspace();
    const cases: [RunEnvelope, string][] = [
      [{ ...call, model: 'gpt-4o-of-my-lab', usage }, 'unknown_model'],
      [{ ...call, metadata: { ls_provider: 'my-proxy' }, usage }, 'unknown_provider'],
      [{ ...call, model: 'gpt-5.6-cyber', usage }, 'known_without_price'],
      [{ runType: 'llm', usage }, 'no_model'],
      [{ ...call, endTimeUs: Date.now() * 1000 }, 'no_usage'],
      [{ ...call, billing: { mode: 'fast' }, usage }, 'mode_without_price'],
    ];
    for (const [envelope, reason] of cases) {
      const run = newRun();
      await store(workspaceId, run, envelope);
      assert.deepEqual(await costOf(workspaceId, run), [undefined, '', '', reason]);
    }
  });

  test('is not given to a chain that repeats the sum of its calls', async () => {
    const workspaceId = await bench.newWorkspace();
    const run = newRun();
    await store(workspaceId, run, { ...call, runType: 'chain', usage });
    assert.deepEqual(await costOf(workspaceId, run), [undefined, '', '', 'not_a_model_call']);
  });

  test('follows how the provider served the call', async () => {
    const workspaceId = await bench.newWorkspace();
    const run = newRun();
    const served = { ...call, model: 'gpt-5.4', usage: { input_tokens: 1000, output_tokens: 0 } };
    await store(workspaceId, run, served, { billing: { mode: 'priority' } });
    assert.deepEqual(await costOf(workspaceId, run), [0.005, 'price_table', 'openai/gpt-5.4', '']);
  });

  test('is the one of its workspace, as it was known when the run was accepted', async () => {
    const workspaceId = await bench.newWorkspace();
    const started = new Date(Date.now() - 60_000);
    await setPrice(workspaceId, { input: 7, knownFrom: started });
    const run = newRun();
    const mine = { ...call, model: 'My-Model', usage };
    await store(workspaceId, run, mine);
    assert.deepEqual(await costOf(workspaceId, run), [7, 'workspace_price', 'ours', '']);
    const stranger = await bench.newWorkspace();
    await store(stranger, run, mine);
    assert.deepEqual(await costOf(stranger, run), [undefined, '', '', 'unknown_model']);
  });

  test('stays when a later price comes, with a late event and in a rebuild too', async () => {
    const workspaceId = await bench.newWorkspace();
    const changed = new Date(Date.now() + 1500);
    await setPrice(workspaceId, {
      input: 7,
      knownFrom: new Date(Date.now() - 60_000),
      knownUntil: changed,
    });
    await setPrice(workspaceId, { name: 'newer', input: 70, knownFrom: changed });
    const old = newRun();
    await store(workspaceId, old, { ...call, model: 'my-model', usage });
    while (Date.now() <= changed.getTime()) await new Promise((resolve) => setTimeout(resolve, 50));
    const fresh = newRun();
    await store(workspaceId, fresh, { ...call, model: 'my-model', usage });
    await bench.producer.send(batchOf(workspaceId, [update(old, { tags: ['late'] })]));
    await drained(bench);
    assert.deepEqual(await costOf(workspaceId, old), [7, 'workspace_price', 'ours', '']);
    assert.deepEqual(await costOf(workspaceId, fresh), [70, 'workspace_price', 'newer', '']);
    const before = await runsOf(bench, workspaceId);
    await rebuildRuns(bench, { workspaceId });
    assert.deepEqual(await runsOf(bench, workspaceId), before);
  });
});
