import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { uuidv7 } from '@runlight/run-model';
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

const secondUs = 1_000_000;
const dayUs = 86_400 * secondUs;
const nowUs = () => Date.now() * 1000;

interface Page {
  nodes: { name: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
  count: { value: number };
}

const root = (
  { workspaceId, projectId }: Pick<Caller, 'workspaceId' | 'projectId'>,
  startUs: number,
  run: Partial<StoredRun> = {},
): StoredRun => ({ key: rootKey(workspaceId, projectId, startUs), ...run });

describe('children of a run', () => {
  it('come a page at a time in display order', async () => {
    const caller = newCaller();
    const startUs = nowUs() - 60 * secondUs;
    const top = root(caller, startUs);
    const children = Array.from({ length: 25 }, (_, index) =>
      childOf(top, { name: `${index}`, startTimeUs: startUs + index * 1000 }),
    );
    await graph.store([top, ...children, childOf(children[0]!, { name: 'grandchild' })]);
    const page = (first: number, after?: string, id = top.key.runId) =>
      graph.ask<{ run: { childCount: number; childRuns: Page } }>(
        caller,
        `query ($id: ID!, $first: Int, $after: String) { run(id: $id) { childCount
          childRuns(first: $first, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } count { value } } } }`,
        { id, first, after },
      );
    const seen: string[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const { data, codes } = await page(10, cursor);
      assert.deepEqual(codes, []);
      assert.equal(data.run.childCount, 25);
      assert.equal(data.run.childRuns.count.value, 25);
      seen.push(...data.run.childRuns.nodes.map(({ name }) => name));
      cursor = data.run.childRuns.pageInfo.endCursor;
      more = data.run.childRuns.pageInfo.hasNextPage;
      // Written meanwhile: changes of runs that are there.
      await graph.store([{ ...children[3]!, version: seen.length, error: 'x' }]);
    }
    assert.deepEqual(
      seen,
      children.map(({ name }) => name),
    );
    const { endCursor } = (await page(1)).data.run.childRuns.pageInfo;
    assert.deepEqual((await page(1, endCursor, children[0]!.key.runId)).codes, ['BAD_CURSOR']);
    assert.deepEqual((await page(1001)).codes, ['BAD_USER_INPUT']);
  });
});

describe('traces of a project', () => {
  interface Traces {
    nodes: { uuid: string; runCount: number; root: { name: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
    count?: { value: number; precision: string };
  }
  const traces = async (caller: Caller, args: Record<string, unknown> = {}, more = '') => {
    const { data, codes } = await graph.ask<{ _entities: [{ traces: Traces } | null] }>(
      caller,
      `query ($refs: [_Any!]!, $first: Int, $after: String, $filter: RunFilter, $timeRange: TimeRange, $orderBy: RunOrder) {
        _entities(representations: $refs) { ... on Project {
          traces(first: $first, after: $after, filter: $filter, timeRange: $timeRange, orderBy: $orderBy) {
            nodes { uuid runCount root { name } ${more} } pageInfo { hasNextPage endCursor } count { value precision } } } } }`,
      { refs: [{ __typename: 'Project', id: caller.project }], ...args },
    );
    return { data: data._entities[0]?.traces as Traces, codes };
  };

  it('are listed once each, by their root, with figures of the whole trace', async () => {
    const caller = newCaller();
    const startUs = nowUs() - 60 * secondUs;
    const one = root(caller, startUs, { name: 'one', endTimeUs: startUs + 5000 });
    const model = (total: number): Partial<StoredRun> => ({
      usage: { prompt: total - 1, completion: 1, total },
      costUsd: total / 10,
      endTimeUs: startUs + 3000,
    });
    const two = root(caller, startUs + 1, { name: 'two', error: 'x' });
    // A second run that says it is the root, as broken instrumentation sends.
    const twin = { key: { ...two.key, runId: uuidv7() }, name: 'second root' };
    const rootless = childOf(root(caller, startUs + 2), { name: 'orphan' });
    await graph.store([
      one,
      childOf(one, { ...model(10), name: 'model' }),
      childOf(one, model(5)),
      two,
      twin,
      rootless,
    ]);
    const { data, codes } = await traces(
      caller,
      {},
      'totalTokens promptTokens completionTokens totalCostUsd latencyMs errorCount',
    );
    assert.deepEqual(codes, []);
    assert.deepEqual(JSON.parse(JSON.stringify(data.nodes)), [
      {
        uuid: two.key.traceId,
        runCount: 2,
        root: { name: 'two' },
        totalTokens: null,
        promptTokens: null,
        completionTokens: null,
        totalCostUsd: null,
        latencyMs: null,
        errorCount: 1,
      },
      {
        uuid: one.key.traceId,
        runCount: 3,
        root: { name: 'one' },
        totalTokens: 15,
        promptTokens: 13,
        completionTokens: 2,
        totalCostUsd: '1.5',
        latencyMs: 5,
        errorCount: 0,
      },
    ]);
    assert.deepEqual(data.count, { value: 2, precision: 'EXACT' });
    const filtered = await traces(caller, { filter: { error: { exists: true } } });
    assert.deepEqual(
      filtered.data.nodes.map((trace) => trace.root.name),
      ['two'],
    );
  });

  it('read the store once for all of a page', async () => {
    const caller = newCaller();
    const startUs = nowUs() - secondUs;
    await graph.store([0, 1, 2].map((index) => root(caller, startUs + index)));
    graph.takeQueries();
    await traces(caller, {}, 'totalTokens totalCostUsd');
    assert.deepEqual(graph.takeQueries().toSorted(), [
      'countRuns',
      'listRuns',
      'runsByKey',
      'traceSummaries',
      'usageOfTraces',
    ]);
  });

  for (const [args, what] of [
    [{ timeRange: {} }, 'all of them'],
    [{ timeRange: {}, filter: { tag: { eq: 't' } } }, 'by an index'],
    [{ timeRange: {}, filter: { search: 'word' } }, 'by words'],
    [{ timeRange: {}, orderBy: { field: 'STARTED_AT', direction: 'ASC' } }, 'oldest first'],
  ] as const) {
    it(
      `neither skip nor repeat while others are written: ${what}`,
      { timeout: 60_000 },
      async () => {
        const caller = newCaller();
        const startUs = nowUs() - 3 * dayUs;
        const more = { tags: ['t'], payloads: { inputs: '"a word"' } };
        const stored = Array.from({ length: 30 }, (_, index) =>
          root(caller, startUs + Math.floor(index / 5) * secondUs, { ...more, name: `${index}` }),
        );
        const twins = stored.map(({ key }) => ({
          key: { ...key, runId: uuidv7() },
          name: 'twin',
          ...more,
        }));
        await graph.store([...stored, ...twins]);
        const seen: string[] = [];
        for (let cursor: string | undefined, isMore = true, round = 1; isMore; round += 1) {
          const { data, codes } = await traces(caller, { ...args, first: 7, after: cursor });
          assert.deepEqual(codes, []);
          seen.push(...data.nodes.map(({ uuid }) => uuid));
          cursor = data.pageInfo.endCursor;
          isMore = data.pageInfo.hasNextPage;
          await graph.store([
            root(caller, nowUs(), more),
            ...stored.map((run) => ({ ...run, version: round + 1, endTimeUs: nowUs() })),
          ]);
        }
        const known = new Set(stored.map(({ key }) => key.traceId));
        assert.equal(new Set(seen).size, seen.length);
        assert.equal(seen.filter((uuid) => known.has(uuid)).length, stored.length);
      },
    );
  }

  it('refuse the cursor of a list of runs, and pages out of bounds', async () => {
    const caller = newCaller();
    await graph.store([root(caller, nowUs() - 1), root(caller, nowUs())]);
    const { data } = await graph.ask<{ runs: { pageInfo: { endCursor: string } } }>(
      caller,
      'query ($ids: [ID!]) { runs(first: 1, projectIds: $ids) { pageInfo { endCursor } } }',
      { ids: [caller.projectId] },
    );
    assert.deepEqual((await traces(caller, { after: data.runs.pageInfo.endCursor })).codes, [
      'BAD_CURSOR',
    ]);
    assert.deepEqual((await traces(caller, { first: 101 })).codes, ['BAD_USER_INPUT']);
    assert.deepEqual((await traces(newCaller())).data.nodes, []);
  });
});
