import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createClickHouse, int, sql, uuid } from '@runlight/clickhouse';
import type { ClickHouse } from '@runlight/clickhouse';
import { coverage, hourUs, sealHours } from '@runlight/run-metrics';
import { testStores } from '@runlight/testkit';
import { createTracesGraph, log, newCaller, noLive } from './support/traces-graph.ts';
import type { Caller, TracesGraph } from './support/traces-graph.ts';
import { childOf, rootKey } from './support/stored-runs.ts';
import type { StoredRun } from './support/stored-runs.ts';

// The same questions with and without the rollup must have the same answers; only percentiles may differ
// by the width of a digest.

let stores: Awaited<ReturnType<typeof testStores<{ clickhouse: true }>>>;
let graph: TracesGraph;
let clickhouse: ClickHouse;

before(async () => {
  stores = await testStores({ clickhouse: true });
  graph = createTracesGraph(stores.clickhouseUrl, { live: noLive });
  clickhouse = createClickHouse({ url: stores.clickhouseUrl, log, applicationName: 'test' });
});
after(async () => {
  await clickhouse.close();
  await graph.close();
  await stores.close();
});

const firstHour = 494_000;
const at = (us: number) => new Date(us / 1000).toISOString();
const day = { from: at(firstHour * hourUs + 1_800_000_000), to: at((firstHour + 12) * hourUs) };

/** 12 hours of traces with model calls, tools and errors. */
function traces(caller: Caller): StoredRun[] {
  return Array.from({ length: 60 }, (_, index) => {
    const startUs = firstHour * hourUs + index * 700_000_000;
    const root: StoredRun = {
      key: rootKey(caller.workspaceId, caller.projectId, startUs),
      name: `agent ${index % 3}`,
      endTimeUs: startUs + 1_000_000 + index * 20_000,
      ...(index % 7 === 0 && { error: 'no' }),
    };
    const call = childOf(root, {
      runType: 'llm',
      name: 'call',
      model: `model ${index % 2}`,
      endTimeUs: startUs + 500_000 + index * 1000,
      firstTokenTimeUs: startUs + 100_000,
      usage: { prompt: index, completion: 1, total: index + 1 },
      costUsd: index / 64,
    });
    return [root, call, childOf(root, { runType: 'tool', name: `tool ${index % 4}` })];
  }).flat();
}

const mark = (caller: Caller, hours: number[], touchedUs: number) =>
  clickhouse.command({
    name: 'testMark',
    query: sql`INSERT INTO rollup_hours (workspace_id, project_id, hour, touched_us)
      SELECT ${uuid(caller.workspaceId)}, ${uuid(caller.projectId)}, toUInt32(arrayJoin([${hours
        .map(int)
        .reduce((all, hour) => sql`${all}, ${hour}`)}])), ${int(touchedUs)}`,
  });

const cover = () =>
  clickhouse.command({
    name: 'testCover',
    query: sql`INSERT INTO rollup_hours (workspace_id, project_id, hour, touched_us, sealed_us)
      SELECT ${uuid(coverage.workspaceId)}, ${uuid(coverage.projectId)}, 0, 1, 1`,
  });

const seal = ({ workspaceId, projectId }: Caller, hours: number[]) =>
  sealHours(clickhouse, { workspaceId, projectId, hours });

interface Answer {
  precision: string;
  [figure: string]: unknown;
}

const exact = `runCount errorCount errorRate streamingRate promptTokens completionTokens totalTokens tokenDetails
  totalCostUsd lastRunStartedAt latencyMs { avg } firstTokenMs { avg } tokensPerRun { avg } costPerRunUsd { avg }`;

async function ask(
  caller: Caller,
  wanted: Record<string, unknown>,
  values = exact,
): Promise<Answer> {
  const { data, codes } = await graph.ask<{ _entities: [{ metrics: Answer }] }>(
    caller,
    `query ($project: ID!, $timeRange: TimeRange!, $bucket: MetricBucket! = HOUR, $groupBy: [MetricGroup!],
      $top: Int! = 3, $filter: RunFilter) {
      _entities(representations: [{ __typename: "Project", id: $project }]) { ... on Project {
        metrics(timeRange: $timeRange, bucket: $bucket, groupBy: $groupBy, top: $top, filter: $filter) {
          precision total { ${values} }
          series { group isOther total { ${values} } points { startAt values { ${values} } } }
        } } } }`,
    { project: caller.project, timeRange: day, ...wanted },
  );
  assert.deepEqual(codes, []);
  return data._entities[0].metrics;
}

const questions: Record<string, unknown>[] = [
  {},
  { bucket: 'SIX_HOURS', filter: { isRoot: true } },
  { groupBy: [{ field: 'MODEL' }, { field: 'RUN_TYPE' }] },
  { groupBy: [{ field: 'NAME' }], filter: { runType: { in: ['LLM', 'TOOL'] } } },
  { filter: { or: [{ status: { eq: 'ERROR' } }, { not: { name: { contains: 'tool' } } }] } },
  { groupBy: [{ field: 'NAME' }], filter: { isRoot: true }, top: 1 },
];

test('sealed hours with the fresh rest give what the runs alone give', async () => {
  const [plain, rolled] = [newCaller(), newCaller()];
  await graph.store([...traces(plain), ...traces(rolled)]);
  const hours = Array.from({ length: 12 }, (_, index) => firstHour + index);
  await mark(rolled, hours, 1);
  // Nobody says yet that all hours are in the table.
  const before_ = await Promise.all(questions.map((question) => ask(plain, question)));
  const counts = await Promise.all(
    questions.slice(0, 3).map((question) => ask(plain, question, 'traceCount')),
  );
  assert.ok(before_.every(({ precision }) => precision === 'EXACT'));
  assert.equal(await seal(rolled, hours), 12);
  await mark(rolled, [firstHour + 5], Date.now() * 1000);
  await cover();
  graph.takeQueries();
  for (const [index, question] of questions.entries()) {
    const { precision, ...answer } = await ask(rolled, question);
    const { precision: _, ...expected } = before_[index]!;
    assert.equal(precision, 'ESTIMATED', JSON.stringify(question));
    assert.deepEqual(rounded(answer), rounded(expected), JSON.stringify(question));
  }
  assert.ok(graph.takeQueries().includes('metricsDirtyHours'));
  // Numbers of traces do not add up over groups: those are counted from the runs.
  for (const [index, expected] of counts.entries()) {
    const { total, series } = await ask(rolled, questions[index]!, 'traceCount');
    assert.deepEqual({ total, series }, { total: expected['total'], series: expected['series'] });
  }
});

test('a run that comes into a sealed hour is there at once, since its hour was marked', async () => {
  const caller = newCaller();
  await graph.store(traces(caller));
  await cover();
  const hours = Array.from({ length: 12 }, (_, index) => firstHour + index);
  await mark(caller, hours, 1);
  await seal(caller, hours);
  const runCount = async () =>
    ((await ask(caller, {}, 'runCount'))['total'] as { runCount: string }).runCount;
  const known = Number(await runCount());
  await mark(caller, [firstHour + 3], Date.now() * 1000);
  const startUs = (firstHour + 3) * hourUs + 5;
  await graph.store([{ key: rootKey(caller.workspaceId, caller.projectId, startUs) }]);
  assert.equal(Number(await runCount()), known + 1);
  // Too soon to seal it again.
  assert.equal(await seal(caller, [firstHour + 3]), 0);
});

test('model calls below a parent that reports as well count among themselves, sealed or not', async () => {
  const caller = newCaller();
  const startUs = (firstHour + 1) * hourUs;
  const usage = { prompt: 5, completion: 5, total: 10 };
  const root: StoredRun = {
    key: rootKey(caller.workspaceId, caller.projectId, startUs),
    usage,
  };
  await graph.store([root, childOf(root, { runType: 'llm', usage })]);
  await cover();
  await mark(caller, [firstHour + 1], 1);
  await seal(caller, [firstHour + 1]);
  const tokens = async (filter?: Record<string, unknown>) =>
    ((await ask(caller, { filter }, 'totalTokens'))['total'] as { totalTokens: string })
      .totalTokens;
  assert.equal(await tokens(), '10');
  assert.equal(await tokens({ isRoot: true }), '10');
  assert.equal(await tokens({ runType: { eq: 'LLM' } }), '10');
});

/** Sums of doubles depend on their order in the last digits. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'number' ? Number(part.toPrecision(9)) : part,
  );
