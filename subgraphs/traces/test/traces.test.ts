import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { runGlobalId } from '@runlight/graphql';
import { formatSegment, uuidv7 } from '@runlight/run-model';
import { testStores } from '@runlight/testkit';
import { childOf, rootKey } from './support/stored-runs.ts';
import type { StoredRun } from './support/stored-runs.ts';
import { createTracesGraph, newCaller, noLive } from './support/traces-graph.ts';
import type { TracesGraph } from './support/traces-graph.ts';

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
const secondUs = 1_000_000;

describe('trace', () => {
  interface TraceAnswer {
    trace: Record<string, unknown> & {
      runs: { nodes: { name: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
    };
  }

  it('is found by UUID and by the global id of any of its runs, and sums it up', async () => {
    const caller = newCaller();
    const startUs = nowUs() - 60 * secondUs;
    const root: StoredRun = {
      key: rootKey(caller.workspaceId, caller.projectId, startUs),
      name: 'root',
      endTimeUs: startUs + 9 * secondUs,
    };
    const a = childOf(root, { name: 'a', startTimeUs: startUs + 2000, endTimeUs: startUs + 3000 });
    const b = childOf(root, {
      name: 'b',
      startTimeUs: startUs + 1000,
      error: 'x',
      endTimeUs: startUs + 4000,
    });
    await graph.store([root, a, b]);
    const query = `query ($id: ID!) { trace(id: $id) { uuid runCount errorCount startedAt endedAt
      totalTokens root { name } runs { nodes { name } count { value precision } } } }`;
    for (const id of [root.key.runId, runGlobalId(a.key)]) {
      const { data, codes } = await graph.ask<TraceAnswer>(caller, query, { id });
      assert.deepEqual(codes, []);
      const { startedAt, endedAt, ...rest } = JSON.parse(JSON.stringify(data.trace)) as Record<
        string,
        string
      >;
      assert.equal(Date.parse(endedAt!) - Date.parse(startedAt!), 9000);
      assert.deepEqual(rest, {
        uuid: root.key.runId,
        runCount: 3,
        errorCount: 1,
        totalTokens: null,
        root: { name: 'root' },
        runs: {
          nodes: [{ name: 'root' }, { name: 'b' }, { name: 'a' }],
          count: { value: 3, precision: 'EXACT' },
        },
      });
    }
  });

  it('has no root and no end while only a running child has arrived', async () => {
    const caller = newCaller();
    const root = { key: rootKey(caller.workspaceId, caller.projectId, nowUs()) };
    const child = childOf(root);
    await graph.store([child]);
    const { data } = await graph.ask<TraceAnswer>(
      caller,
      'query ($id: ID!) { trace(id: $id) { root { name } endedAt runs { nodes { uuid parent { uuid } } } } }',
      { id: root.key.traceId },
    );
    assert.equal(
      JSON.stringify(data.trace),
      `{"root":null,"endedAt":null,"runs":{"nodes":[{"uuid":"${child.key.runId}","parent":null}]}}`,
    );
  });

  it('pages through 5,000 runs in display order', { timeout: 60_000 }, async () => {
    const caller = newCaller();
    const startUs = nowUs() - 3600 * secondUs;
    const root: StoredRun = {
      key: rootKey(caller.workspaceId, caller.projectId, startUs),
      name: '0',
    };
    const runs = [root];
    for (let index = 1; index < 5000; index += 1) {
      const parent = runs[Math.floor(index / 4)]!;
      runs.push(childOf(parent, { name: String(index), startTimeUs: startUs + index * 1000 }));
    }
    await graph.store(runs.toSorted((a, b) => (a.key.runId < b.key.runId ? 1 : -1)));
    const inOrder = runs.toSorted((a, b) =>
      (a.dottedOrder ?? formatSegment(startUs, root.key.runId)) < (b.dottedOrder ?? '') ? -1 : 1,
    );
    const names: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data, codes }: { data: TraceAnswer; codes: unknown[] } = await graph.ask(
        caller,
        `query ($id: ID!, $after: String) { trace(id: $id) {
          runs(first: 1000, after: $after) { nodes { name } pageInfo { endCursor hasNextPage } } } }`,
        { id: root.key.runId, after },
      );
      assert.deepEqual(codes, []);
      names.push(...data.trace.runs.nodes.map(({ name }) => name));
      after = data.trace.runs.pageInfo.endCursor;
      more = data.trace.runs.pageInfo.hasNextPage;
    }
    assert.equal(names.length, 5000);
    assert.deepEqual(
      names,
      inOrder.map(({ name }) => name),
    );
  });

  it('refuses cursors of another trace and pages out of bounds', async () => {
    const caller = newCaller();
    const [one, two] = [0, 1].map((index) => ({
      key: rootKey(caller.workspaceId, caller.projectId, nowUs() - index),
    }));
    await graph.store([one!, two!, childOf(one!)]);
    const query = `query ($id: ID!, $first: Int, $after: String) { trace(id: $id) {
      runs(first: $first, after: $after) { pageInfo { endCursor hasNextPage } } } }`;
    const page = (id: string, first: number, after?: string) =>
      graph.ask<TraceAnswer>(caller, query, { id, first, after });
    const { data } = await page(one!.key.runId, 1);
    assert.equal(data.trace.runs.pageInfo.hasNextPage, true);
    const cursor = data.trace.runs.pageInfo.endCursor;
    assert.deepEqual((await page(two!.key.runId, 1, cursor)).codes, ['BAD_CURSOR']);
    assert.deepEqual((await page(one!.key.runId, 1, 'AAAA')).codes, ['BAD_CURSOR']);
    assert.deepEqual((await page(one!.key.runId, 1001)).codes, ['BAD_USER_INPUT']);
    assert.deepEqual((await page(one!.key.runId, 0)).codes, ['BAD_USER_INPUT']);
  });
});

describe('tokens and costs', () => {
  it('count what a parent repeats once, and show sums where nothing is reported', async () => {
    const caller = newCaller();
    const usage = (total: number) => ({ prompt: total - 1, completion: 1, total });
    const root: StoredRun = {
      key: rootKey(caller.workspaceId, caller.projectId, nowUs() - secondUs),
      name: 'root',
    };
    const wrapper = childOf(root, { name: 'wrapper', usage: usage(30), costUsd: 0.3 });
    const repeated = [10, 20].map((total) =>
      childOf(wrapper, { name: `repeated ${total}`, usage: usage(total), costUsd: total / 100 }),
    );
    const silent = childOf(root, { name: 'silent' });
    const below = childOf(silent, { name: 'below', usage: usage(5) });
    const orphan = childOf(
      {
        key: { ...root.key, runId: uuidv7() },
        dottedOrder: `${formatSegment(root.key.traceStartUs, root.key.runId)}.${formatSegment(root.key.traceStartUs + 1, uuidv7())}`,
      },
      { name: 'orphan', usage: usage(7) },
    );
    const plain: StoredRun = {
      key: rootKey(caller.workspaceId, caller.projectId, nowUs() - 2 * secondUs),
      name: 'plain',
    };
    await graph.store([root, wrapper, ...repeated, silent, below, orphan, plain]);

    graph.takeQueries();
    const { data, codes } = await graph.ask<{
      _entities: [{ runs: { nodes: Record<string, unknown>[] } }];
    }>(
      caller,
      `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Project { runs(first: 20) {
        nodes { name totalTokens promptTokens completionTokens totalCostUsd } } } } }`,
      { refs: [{ __typename: 'Project', id: caller.project }] },
    );
    assert.deepEqual(codes, []);
    assert.deepEqual(graph.takeQueries().toSorted(), ['listRuns', 'usageBelow']);
    const byName = Object.fromEntries(
      data._entities[0].runs.nodes.map((run) => [
        run['name'],
        [run['totalTokens'], run['promptTokens'], run['completionTokens'], run['totalCostUsd']],
      ]),
    );
    assert.deepEqual(byName, {
      root: [42, 39, 3, '0.3'],
      wrapper: [30, 29, 1, '0.3'],
      'repeated 10': [10, 9, 1, '0.1'],
      'repeated 20': [20, 19, 1, '0.2'],
      silent: [5, 4, 1, null],
      below: [5, 4, 1, null],
      orphan: [7, 6, 1, null],
      plain: [null, null, null, null],
    });

    const trace = await graph.ask<{ trace: unknown }>(
      caller,
      'query ($id: ID!) { trace(id: $id) { totalTokens totalCostUsd } }',
      { id: root.key.runId },
    );
    assert.equal(JSON.stringify(trace.data.trace), '{"totalTokens":42,"totalCostUsd":"0.3"}');
  });

  it('follow parents where the dotted order does not name them, as with OpenTelemetry', async () => {
    const caller = newCaller();
    const startUs = nowUs() - secondUs;
    const traceId = '5b8efff7-98c2-4cf3-aaaa-0123456789ab';
    const spanRun = (id: string, parent?: string, more: Partial<StoredRun> = {}): StoredRun => ({
      key: {
        ...rootKey(caller.workspaceId, caller.projectId, startUs),
        traceId,
        runId: `00000000-0000-0000-0000-00000000000${id}`,
      },
      name: id,
      startTimeUs: startUs,
      ...(parent === undefined
        ? {}
        : { parentRunId: `00000000-0000-0000-0000-00000000000${parent}` }),
      ...more,
    });
    const usage = (total: number) => ({ prompt: total - 1, completion: 1, total });
    await graph.store([
      spanRun('1'),
      spanRun('2', '1'),
      spanRun('3', '2', { usage: usage(30) }),
      spanRun('4', '3', { usage: usage(10) }),
      spanRun('5', '2', { usage: usage(7) }),
    ]);
    const { data, codes } = await graph.ask<{
      trace: { totalTokens: number; root: unknown; runs: { nodes: { totalTokens: number }[] } };
    }>(
      caller,
      'query ($id: ID!) { trace(id: $id) { totalTokens root { name } runs { nodes { totalTokens } } } }',
      { id: traceId },
    );
    assert.deepEqual(codes, []);
    assert.equal(data.trace.totalTokens, 37);
    assert.deepEqual(JSON.parse(JSON.stringify(data.trace.root)), { name: '1' });
    assert.deepEqual(
      data.trace.runs.nodes.map(({ totalTokens }) => totalTokens),
      [37, 37, 30, 10, 7],
    );
  });
});
