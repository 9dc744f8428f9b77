import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testStores } from '@runlight/testkit';
import type { RunFilter } from '../src/__generated__/resolvers.ts';
import { createTracesGraph, newCaller, noLive } from './support/traces-graph.ts';
import type { Caller, TracesGraph } from './support/traces-graph.ts';
import { childOf, rootKey } from './support/stored-runs.ts';
import type { StoredRun } from './support/stored-runs.ts';

let stores: Awaited<ReturnType<typeof testStores<{ clickhouse: true }>>>;
let graph: TracesGraph;

before(async () => {
  stores = await testStores({ clickhouse: true });
  graph = createTracesGraph(stores.clickhouseUrl, { live: noLive });
});
after(async () => {
  await graph.close();
  await stores.close();
});

const hourUs = 3_600_000_000;
const noonUs = Date.UTC(2026, 9, 1, 12) * 1000;
const at = (us: number) => new Date(us / 1000).toISOString();

interface Values {
  runCount: string;
  traceCount: string;
  errorCount: string;
  errorRate: number | null;
  latencyMs: Record<'avg' | 'p50' | 'p90' | 'p95' | 'p99', number> | null;
  firstTokenMs: { p50: number } | null;
  streamingRate: number | null;
  promptTokens: string;
  completionTokens: string;
  totalTokens: string;
  tokenDetails: Record<string, number>;
  totalCostUsd: string | null;
  tokensPerRun: { avg: number; p50: number } | null;
  costPerRunUsd: { p99: number } | null;
  feedback: { key: string; count: string; average: number | null }[];
  lastRunStartedAt: string | null;
}
interface Metrics {
  total: Values;
  bucketSeconds: number;
  precision: string;
  series: {
    group: string[];
    isOther: boolean;
    total: Values;
    points: { startAt: string; values: Values }[];
  }[];
}

const allValues = `{ runCount traceCount errorCount errorRate latencyMs { avg p50 p90 p95 p99 } firstTokenMs { p50 }
  streamingRate promptTokens completionTokens totalTokens tokenDetails totalCostUsd tokensPerRun { avg p50 }
  costPerRunUsd { p99 } feedback { key count average } lastRunStartedAt }`;

interface Wanted {
  timeRange?: { from?: string | null; to?: string | null };
  bucket?: string;
  groupBy?: { field: string; metadataKey?: string }[];
  top?: number;
  filter?: RunFilter | Record<string, unknown>;
}

const dayOfTests = { from: at(noonUs - 12 * hourUs), to: at(noonUs + 12 * hourUs) };

async function ask(caller: Caller, wanted: Wanted = {}, values = allValues) {
  const { data, codes } = await graph.ask<{ _entities: { metrics: Metrics }[] }>(
    caller,
    `query ($project: ID!, $timeRange: TimeRange!, $bucket: MetricBucket! = HOUR, $groupBy: [MetricGroup!],
      $top: Int! = 10, $filter: RunFilter) {
      _entities(representations: [{ __typename: "Project", id: $project }]) { ... on Project {
        metrics(timeRange: $timeRange, bucket: $bucket, groupBy: $groupBy, top: $top, filter: $filter) {
          total ${values} bucketSeconds precision
          series { group isOther total ${values} points { startAt values ${values} } }
        } } } }`,
    { project: caller.project, timeRange: dayOfTests, ...wanted },
  );
  return { metrics: data?._entities[0]?.metrics, codes };
}

async function metricsOf(caller: Caller, wanted: Wanted = {}, values = allValues) {
  const { metrics, codes } = await ask(caller, wanted, values);
  assert.deepEqual(codes, []);
  return metrics!;
}

const root = (caller: Caller, startUs: number, run: Partial<StoredRun> = {}): StoredRun => ({
  key: rootKey(caller.workspaceId, caller.projectId, startUs),
  endTimeUs: startUs + 1_000_000,
  ...run,
});
const usage = (prompt: number, completion: number) => ({
  prompt,
  completion,
  total: prompt + completion,
});

test('counts, rates and latencies of a project, in all and by hour', async () => {
  const caller = newCaller();
  await graph.store([
    root(caller, noonUs, { endTimeUs: noonUs + 100_000, firstTokenTimeUs: noonUs + 40_000 }),
    root(caller, noonUs + 1000, { endTimeUs: noonUs + 1000 + 300_000, error: 'it failed' }),
    root(caller, noonUs + hourUs, { status: 'pending', endTimeUs: undefined as never }),
    root(caller, noonUs + 20 * hourUs),
  ]);
  const { total, series, bucketSeconds, precision } = await metricsOf(caller);
  assert.equal(bucketSeconds, 3600);
  assert.equal(precision, 'EXACT');
  assert.equal(total.runCount, '3');
  assert.equal(total.traceCount, '3');
  assert.equal(total.errorCount, '1');
  assert.equal(total.errorRate, 1 / 3);
  assert.equal(total.streamingRate, 1 / 3);
  assert.deepEqual(total.latencyMs, { avg: 200, p50: 300, p90: 300, p95: 300, p99: 300 });
  assert.equal(total.firstTokenMs?.p50, 40);
  assert.equal(total.lastRunStartedAt, '2026-10-01T13:00:00.000000Z');
  assert.equal(series.length, 1);
  const points = series[0]!.points;
  assert.equal(points.length, 24);
  assert.deepEqual(
    points.flatMap(({ startAt, values: { runCount } }) =>
      runCount === '0' ? [] : [`${startAt} ${runCount}`],
    ),
    ['2026-10-01T12:00:00.000000Z 2', '2026-10-01T13:00:00.000000Z 1'],
  );
  assert.equal(points[0]!.values.latencyMs, null);
  assert.equal(points[0]!.values.errorRate, null);
});

test('a run that is stored twice or changed counts once, with its last state; a deleted one does not', async () => {
  const caller = newCaller();
  const run = root(caller, noonUs, { usage: usage(1, 1), error: 'no' });
  const gone = root(caller, noonUs, { usage: usage(50, 50) });
  await graph.store([run, gone]);
  await graph.store([run]);
  await graph.store([{ ...run, version: 2, usage: usage(3, 4), error: '' }]);
  await graph.store([{ ...gone, version: 2, isDeleted: true }]);
  const { total } = await metricsOf(caller);
  assert.deepEqual(
    [total.runCount, total.errorCount, total.totalTokens, total.promptTokens],
    ['1', '0', '7', '3'],
  );
});

test('tokens and costs that a parent repeats count once, however far above it is', async () => {
  const caller = newCaller();
  const agent = root(caller, noonUs, { name: 'agent', usage: usage(10, 5), costUsd: 0.5 });
  const step = childOf(agent, { name: 'step' });
  const calls = [1, 2].map((n) =>
    childOf(step, { name: `call ${n}`, runType: 'llm', usage: usage(5, n), costUsd: 0.25 }),
  );
  const plain = root(caller, noonUs, { name: 'plain' });
  const call = childOf(plain, { name: 'call', runType: 'llm', usage: usage(100, 1), costUsd: 1 });
  await graph.store([agent, step, ...calls, plain, call]);

  const { total } = await metricsOf(caller);
  assert.deepEqual(
    [total.promptTokens, total.completionTokens, total.totalTokens, total.totalCostUsd],
    ['110', '6', '116', '1.5'],
  );
  assert.equal(total.tokensPerRun?.avg, 58);

  const roots = (await metricsOf(caller, { filter: { isRoot: true } })).total;
  assert.deepEqual([roots.runCount, roots.totalTokens, roots.totalCostUsd], ['2', '116', '1.5']);
  assert.equal(roots.tokensPerRun?.avg, 58);

  // Among model calls none repeats another.
  const calls_ = (await metricsOf(caller, { filter: { runType: { eq: 'LLM' } } })).total;
  assert.deepEqual([calls_.runCount, calls_.totalTokens, calls_.totalCostUsd], ['3', '114', '1.5']);
});

test('tokens of OpenTelemetry spans, whose order does not say who is above', async () => {
  const caller = newCaller();
  const agent = root(caller, noonUs, { name: 'agent', usage: usage(10, 5) });
  const loose = (parent: StoredRun, run: Partial<StoredRun>): StoredRun => {
    const child = childOf(parent, run);
    return { ...child, dottedOrder: child.dottedOrder!.split('.').at(-1)! };
  };
  const one = loose(agent, { name: 'one' });
  const two = loose(one, { name: 'two' });
  const call = loose(two, { name: 'call', usage: usage(10, 5), runType: 'llm' });
  await graph.store([agent, one, two, call]);
  const { total } = await metricsOf(caller);
  assert.equal(total.totalTokens, '15');
});

test('tokens and costs of filtered roots are those of their traces', async () => {
  const caller = newCaller();
  const good = root(caller, noonUs, { tags: ['good'] });
  const bad = root(caller, noonUs, { tags: ['bad'] });
  const calls = [good, bad].map((parent) =>
    childOf(parent, { runType: 'llm', usage: usage(7, 3), costUsd: 2 }),
  );
  await graph.store([good, bad, ...calls]);
  const { total } = await metricsOf(caller, { filter: { isRoot: true, tag: { eq: 'good' } } });
  assert.deepEqual(
    [total.runCount, total.totalTokens, total.totalCostUsd, total.costPerRunUsd?.p99],
    ['1', '10', '2', 2],
  );
  const own = (await metricsOf(caller, { filter: { tag: { eq: 'good' } } })).total;
  assert.deepEqual([own.runCount, own.totalTokens, own.totalCostUsd], ['1', '0', null]);
});

test('groups: the ones with the most runs, the rest together, each by time', async () => {
  const caller = newCaller();
  const names = ['a', 'a', 'a', 'b', 'b', 'c', 'd'];
  await graph.store(
    names.map((name, index) =>
      root(caller, noonUs + index * 1000, {
        name,
        model: name === 'a' ? 'gpt' : '',
        endTimeUs: noonUs + index * 1000 + 1000 * (index + 1),
      }),
    ),
  );
  const byName = await metricsOf(caller, { groupBy: [{ field: 'NAME' }], top: 2 });
  assert.deepEqual(
    byName.series.map(({ group, isOther, total }) => [group, isOther, total.runCount]),
    [
      [['a'], false, '3'],
      [['b'], false, '2'],
      [[], true, '2'],
    ],
  );
  assert.equal(byName.total.runCount, '7');
  // 6 and 7 ms.
  assert.equal(byName.series[2]!.total.latencyMs?.avg, 6.5);
  assert.equal(byName.series[2]!.points[12]!.values.traceCount, '2');

  const byTwo = await metricsOf(caller, { groupBy: [{ field: 'MODEL' }, { field: 'NAME' }] });
  assert.deepEqual(
    byTwo.series.map(({ group, total }) => [...group, total.runCount]),
    [
      ['gpt', 'a', '3'],
      ['', 'b', '2'],
      ['', 'c', '1'],
      ['', 'd', '1'],
    ],
  );
});

test('groups by label, user and metadata; a run with two labels counts once in the total', async () => {
  const caller = newCaller();
  await graph.store([
    root(caller, noonUs, { tags: ['x', 'y'], metadata: { user_id: 'ann', env: 'prod' } }),
    root(caller, noonUs, { tags: ['x'], metadata: { 'user.id': 'bob' } }),
    root(caller, noonUs),
  ]);
  const groups = async (group: { field: string; metadataKey?: string }) => {
    const { total, series } = await metricsOf(caller, { groupBy: [group] });
    return [total.runCount, ...series.map((each) => [each.group[0], each.total.runCount])];
  };
  assert.deepEqual(await groups({ field: 'TAG' }), ['3', ['x', '2'], ['', '1'], ['y', '1']]);
  assert.deepEqual(await groups({ field: 'USER' }), ['3', ['', '1'], ['ann', '1'], ['bob', '1']]);
  assert.deepEqual(await groups({ field: 'METADATA', metadataKey: 'env' }), [
    '3',
    ['', '2'],
    ['prod', '1'],
  ]);
});

test('judgements of the runs by key', async () => {
  const caller = newCaller();
  const runs = [root(caller, noonUs, { name: 'a' }), root(caller, noonUs + hourUs, { name: 'b' })];
  await graph.store(runs);
  const judge = (index: number, key: string, score?: number) => ({
    workspaceId: caller.workspaceId,
    runId: runs[index]!.key.runId,
    key,
    ...(score !== undefined && { score }),
  });
  await graph.storeFeedback([
    judge(0, 'correct', 1),
    judge(1, 'correct', 0),
    judge(1, 'correct'),
    judge(1, 'note'),
    { ...judge(0, 'correct', 1), workspaceId: newCaller().workspaceId },
  ]);
  const { total, series } = await metricsOf(caller, { groupBy: [{ field: 'NAME' }] });
  assert.deepEqual(total.feedback, [
    { key: 'correct', count: '3', average: 0.5 },
    { key: 'note', count: '1', average: null },
  ]);
  assert.deepEqual(series[0]!.points[12]!.values.feedback, [
    { key: 'correct', count: '1', average: 1 },
  ]);
});

test('time ranges with open ends, and buckets chosen by their length', async () => {
  const caller = newCaller();
  assert.equal((await metricsOf(caller, { timeRange: {} })).total.runCount, '0');
  await graph.store([root(caller, noonUs - 40 * 24 * hourUs), root(caller, Date.now() * 1000)]);
  const { total, bucketSeconds, series } = await metricsOf(caller, {
    timeRange: {},
    bucket: 'AUTO',
  });
  assert.equal(total.runCount, '2');
  assert.equal(bucketSeconds, 86_400);
  const counts = series[0]!.points.map(({ values }) => values.runCount);
  assert.equal(counts[0], '1');
  assert.equal(counts.filter((count) => count !== '0').length, 2);
  const weeks = await metricsOf(caller, { timeRange: dayOfTests, bucket: 'WEEK' });
  assert.equal(weeks.series[0]!.points[0]!.startAt, '2026-09-28T00:00:00.000000Z');
});

test('refuses what makes no sense or costs too much', async () => {
  const caller = newCaller();
  for (const wanted of [
    { timeRange: { from: at(noonUs), to: at(noonUs) } },
    { bucket: 'MINUTE', timeRange: { from: at(noonUs - 100 * 24 * hourUs), to: at(noonUs) } },
    { groupBy: [{ field: 'NAME' }, { field: 'MODEL' }, { field: 'STATUS' }] },
    { groupBy: [{ field: 'METADATA' }] },
    { groupBy: [{ field: 'NAME', metadataKey: 'x' }] },
    { top: 0 },
    { top: 51 },
  ]) {
    assert.deepEqual((await ask(caller, wanted)).codes, ['BAD_USER_INPUT'], JSON.stringify(wanted));
  }
});

test('several projects, the whole workspace, and nobody else’s', async () => {
  const [caller, stranger] = [newCaller(), newCaller()];
  const second = { ...caller, projectId: newCaller().projectId };
  await graph.store([root(caller, noonUs), root(second, noonUs), root(stranger, noonUs)]);
  const count = async (projectIds?: string[], who = caller) => {
    const { data, codes } = await graph.ask<{ metrics: Metrics }>(
      who,
      `query ($projectIds: [ID!], $timeRange: TimeRange!) {
        metrics(projectIds: $projectIds, timeRange: $timeRange) { total { runCount } } }`,
      { projectIds, timeRange: dayOfTests },
    );
    return codes[0] ?? data.metrics.total.runCount;
  };
  assert.equal(await count(), '2');
  assert.equal(await count([caller.project, second.projectId]), '2');
  assert.equal(await count([second.projectId]), '1');
  assert.equal(await count([]), '0');
  assert.equal(await count([stranger.projectId]), '0');
  assert.equal(await count([stranger.project]), 'NOT_FOUND');
  assert.equal(await count(undefined, newCaller(new Set(['runs:write']))), 'FORBIDDEN');
});

test('reads no more than what is asked for', async () => {
  const caller = newCaller();
  await graph.store([root(caller, noonUs)]);
  graph.takeQueries();
  await metricsOf(caller, {}, '{ runCount }');
  assert.deepEqual(graph.takeQueries(), ['metricsCoverage', 'metrics']);
});
