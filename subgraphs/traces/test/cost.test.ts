import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { runGlobalId } from '@runlight/graphql';
import { testStores } from '@runlight/testkit';
import { childOf, rootKey } from './support/stored-runs.ts';
import type { StoredRun } from './support/stored-runs.ts';
import { createTracesGraph, newCaller, noLive } from './support/traces-graph.ts';
import type { Caller, TracesGraph } from './support/traces-graph.ts';

let graph: TracesGraph;
let close: () => Promise<void>;
before(async () => {
  const stores = await testStores({ clickhouse: true });
  graph = createTracesGraph(stores.clickhouseUrl, { live: noLive });
  close = async () => {
    await graph.close();
    await stores.close();
  };
});
after(() => close?.());

const nowUs = () => Date.now() * 1000;
const priced = {
  cost_source: 'price_table',
  price_entry: 'anthropic/claude-haiku-5-5',
  estimated_cost: 0.0095,
  cost_details: JSON.stringify({
    from: '2026-10-07',
    asOf: '2026-11-23',
    tier: 100_000,
    mode: 'batch',
    marks: ['write_life_assumed'],
    parts: [
      ['input_fresh', 5000, '0.25'],
      ['reasoning', 800, '1.25', 'no reasoning rate, output rate used'],
      ['input_fresh', 2518, '5', '', 'claude-opus-4-8'],
    ],
    unpriced: [{ part: 'audio_in', tokens: 7 }],
  }),
};

const fields = `totalUsd promptUsd completionUsd source estimatedUsd priceEntry priceFrom tableAsOf unpricedReason mode
  tierOverInputTokens marks parts { part model tokens rateUsdPerMillion usd note } unpricedParts { part model tokens }`;

async function costOf(caller: Caller, run: StoredRun): Promise<Record<string, unknown> | null> {
  const { data, codes } = await graph.ask<{ run: { cost: Record<string, unknown> | null } }>(
    caller,
    `query ($id: ID!) { run(id: $id) { cost { ${fields} } } }`,
    { id: runGlobalId(run.key) },
  );
  assert.deepEqual(codes, []);
  return data.run.cost;
}

const root = (caller: Caller, run: Partial<StoredRun> = {}): StoredRun => ({
  key: rootKey(caller.workspaceId, caller.projectId, nowUs()),
  runType: 'llm',
  ...run,
});

describe('the cost of a run', () => {
  test('shows its lines, rates, dates and doubts', async () => {
    const caller = newCaller();
    const run = root(caller, { costUsd: 0.0095, price: priced });
    await graph.store([run]);
    assert.deepEqual(await costOf(caller, run), {
      totalUsd: '0.0095',
      promptUsd: null,
      completionUsd: null,
      source: 'PRICE_TABLE',
      estimatedUsd: '0.0095',
      priceEntry: 'anthropic/claude-haiku-5-5',
      priceFrom: '2026-10-07T00:00:00.000000Z',
      tableAsOf: '2026-11-23T00:00:00.000000Z',
      unpricedReason: null,
      mode: 'batch',
      tierOverInputTokens: 100_000,
      marks: ['write_life_assumed'],
      parts: [
        {
          part: 'input_fresh',
          model: null,
          tokens: '5000',
          rateUsdPerMillion: '0.25',
          usd: '0.00125',
          note: null,
        },
        {
          part: 'reasoning',
          model: null,
          tokens: '800',
          rateUsdPerMillion: '1.25',
          usd: '0.001',
          note: 'no reasoning rate, output rate used',
        },
        {
          part: 'input_fresh',
          model: 'claude-opus-4-8',
          tokens: '2518',
          rateUsdPerMillion: '5',
          usd: '0.01259',
          note: null,
        },
      ],
      unpricedParts: [{ part: 'audio_in', model: null, tokens: '7' }],
    });
  });

  test("is the caller's where there is one, with ours beside it", async () => {
    const caller = newCaller();
    const run = root(caller, { costUsd: 2, price: { ...priced, cost_source: 'caller' } });
    const older = root(caller, { costUsd: 3 });
    await graph.store([run, older]);
    const cost = await costOf(caller, run);
    assert.deepEqual(
      [cost!['totalUsd'], cost!['source'], cost!['estimatedUsd']],
      ['2', 'CALLER', '0.0095'],
    );
    assert.equal((await costOf(caller, older))!['source'], 'CALLER');
  });

  test('is unknown with a reason, or nothing at all', async () => {
    const caller = newCaller();
    const unknown = root(caller, { price: { unpriced_reason: 'unknown_model' } });
    const silent = root(caller, { runType: 'chain' });
    await graph.store([unknown, silent]);
    const cost = await costOf(caller, unknown);
    assert.deepEqual(
      [cost!['totalUsd'], cost!['source'], cost!['unpricedReason'], cost!['parts']],
      [null, null, 'UNKNOWN_MODEL', []],
    );
    assert.equal(await costOf(caller, silent), null);
  });

  test('of a parent that repeats its children is not counted twice', async () => {
    const caller = newCaller();
    const parent = root(caller, {
      runType: 'chain',
      usage: { prompt: 10, completion: 0, total: 10 },
      price: { unpriced_reason: 'not_a_model_call' },
    });
    const call = { runType: 'llm', costUsd: 0.0095, price: priced } as const;
    const usage = { prompt: 5, completion: 0, total: 5 };
    await graph.store([
      parent,
      childOf(parent, { ...call, usage }),
      childOf(parent, { ...call, usage }),
    ]);
    const { data } = await graph.ask(
      caller,
      'query ($id: ID!) { run(id: $id) { totalCostUsd totalTokens } }',
      { id: runGlobalId(parent.key) },
    );
    assert.deepEqual(data, { run: { totalCostUsd: '0.019', totalTokens: 10 } });
  });

  test('is batched', async () => {
    const caller = newCaller();
    const runs = [1, 2, 3].map(() => root(caller, { costUsd: 1 }));
    await graph.store(runs);
    graph.takeQueries();
    await graph.ask(
      caller,
      `query { ${runs.map(({ key }, at) => `r${at}: run(id: "${runGlobalId(key)}") { cost { totalUsd } }`).join(' ')} }`,
      {},
    );
    assert.equal(graph.takeQueries().filter((name) => name === 'runCosts').length, 1);
  });

  test('needs the right to read runs', async () => {
    const { codes } = await graph.ask(newCaller(new Set()), '{ recentModels { model } }', {});
    assert.deepEqual(codes, ['FORBIDDEN']);
  });
});

describe('recent models', () => {
  const ask = (caller: Caller, args = '') =>
    graph.ask<{ recentModels: { model: string }[] }>(
      caller,
      `{ recentModels${args} { model provider runCount unpricedCount priceEntry lastStartedAt } }`,
      {},
    );

  test("are those of one's own model calls, with what a pattern would match", async () => {
    const caller = newCaller();
    const stranger = newCaller();
    const startUs = nowUs();
    const call = (model: string, provider: string, run: Partial<StoredRun> = {}) =>
      root(caller, { model, metadata: { ls_provider: provider }, startTimeUs: startUs, ...run });
    await graph.store([
      call('my-model-1', 'lab'),
      call('my-model-1', 'lab', {
        startTimeUs: startUs + 1,
        costUsd: 1,
        price: { price_entry: 'ours' },
      }),
      call('gpt-5', 'openai'),
      call('my-chain', 'lab', { runType: 'chain' }),
      root(stranger, { model: 'my-model-9' }),
    ]);
    const all = await ask(caller);
    assert.deepEqual(
      all.data.recentModels.map(({ model }) => model),
      ['my-model-1', 'gpt-5'],
    );
    const [first] = (await ask(caller, '(pattern: "MY-.*", provider: "Lab")')).data.recentModels;
    const { lastStartedAt: _, ...rest } = first as unknown as Record<string, unknown>;
    assert.deepEqual(rest, {
      model: 'my-model-1',
      provider: 'lab',
      runCount: 2,
      unpricedCount: 1,
      priceEntry: 'ours',
    });
    assert.deepEqual((await ask(caller, '(pattern: "model")')).data.recentModels, []);
  });

  test('refuse patterns that are none', async () => {
    for (const pattern of ['(', '(?=a)', 'a'.repeat(201)]) {
      const { codes } = await ask(newCaller(), `(pattern: "${pattern}")`);
      assert.deepEqual(codes, ['BAD_USER_INPUT']);
    }
    assert.deepEqual((await ask(newCaller(), '(days: 91)')).codes, ['BAD_USER_INPUT']);
  });
});
