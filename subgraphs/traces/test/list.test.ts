import { formatInstant } from '@runlight/run-model';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { testStores } from '@runlight/testkit';
import { childOf, rootKey } from './support/stored-runs.ts';
import type { StoredRun } from './support/stored-runs.ts';
import { createTracesGraph, newCaller, noLive } from './support/traces-graph.ts';
import type { Answer, Caller, TracesGraph } from './support/traces-graph.ts';

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
const hourUs = 3600 * secondUs;
const dayUs = 24 * hourUs;
const nowUs = () => Date.now() * 1000;

interface Page {
  nodes: { uuid: string; name: string }[];
  edges: { cursor: string }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string;
    endCursor: string;
  };
  count: { value: number; precision: string };
}

/** Runs of the caller's project; `args` as in the graph. */
async function list(
  caller: Caller,
  args: Record<string, unknown> = {},
  fields = 'nodes { uuid name } pageInfo { hasNextPage endCursor }',
): Promise<Answer<Page>> {
  const { data, codes } = await graph.ask<{ _entities: [{ runs: Page } | null] } | null>(
    caller,
    `query ($refs: [_Any!]!, $first: Int, $after: String, $filter: RunFilter, $timeRange: TimeRange, $orderBy: RunOrder) {
      _entities(representations: $refs) { ... on Project {
        runs(first: $first, after: $after, filter: $filter, timeRange: $timeRange, orderBy: $orderBy) { ${fields} } } } }`,
    { refs: [{ __typename: 'Project', id: caller.project }], ...args },
  );
  return { data: data?._entities[0]?.runs as Page, codes };
}

/** All pages, one after the other; `between` runs after each. */
async function walk(
  caller: Caller,
  args: Record<string, unknown>,
  between?: () => Promise<void>,
): Promise<string[]> {
  const seen: string[] = [];
  for (let after: string | undefined, more = true; more;) {
    const { data, codes } = await list(caller, { ...args, after });
    assert.deepEqual(codes, []);
    seen.push(...data.nodes.map(({ name }) => name));
    after = data.pageInfo.endCursor;
    more = data.pageInfo.hasNextPage;
    await between?.();
  }
  return seen;
}

const namesOf = async (caller: Caller, args: Record<string, unknown>): Promise<string[]> => {
  const { data, codes } = await list(caller, args);
  assert.deepEqual(codes, []);
  return data.nodes.map(({ name }) => name);
};

const root = (caller: Caller, startUs: number, run: Partial<StoredRun> = {}): StoredRun => ({
  key: rootKey(caller.workspaceId, caller.projectId, startUs),
  ...run,
});

describe('list of runs', () => {
  it('answers the names that outside clients rely on', async () => {
    const caller = newCaller();
    const startUs = nowUs() - secondUs;
    await graph.store([root(caller, startUs, { name: 'first', endTimeUs: startUs + 5000 })]);
    const { data, codes } = await list(
      caller,
      {
        first: 5,
        filter: {
          isRoot: true,
          runType: { eq: 'CHAIN' },
          status: { in: ['SUCCESS', 'PENDING'] },
          name: { contains: 'IRS' },
        },
        timeRange: {},
        orderBy: { field: 'STARTED_AT', direction: 'DESC' },
      },
      `nodes { id uuid traceUuid name runType status startedAt endedAt latencyMs error inputPreview
        outputPreview tags metadata totalTokens totalCostUsd } edges { cursor node { uuid } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`,
    );
    assert.deepEqual(codes, []);
    assert.equal(data.nodes[0]?.name, 'first');
    assert.deepEqual(data.pageInfo, {
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: data.edges[0]!.cursor,
      endCursor: data.edges[0]!.cursor,
    });
  });

  it('is newest first, and the other way round on demand', async () => {
    const caller = newCaller();
    const startUs = nowUs() - 10 * secondUs;
    const roots = [0, 1, 2].map((index) =>
      root(caller, startUs + index * secondUs, { name: `root ${index}` }),
    );
    const children = [0, 1].map((index) =>
      childOf(roots[1]!, {
        name: `child ${index}`,
        startTimeUs: startUs + secondUs + (index + 1) * 5000,
      }),
    );
    await graph.store([...children, ...roots]);
    const newestFirst = ['root 2', 'child 1', 'child 0', 'root 1', 'root 0'];
    assert.deepEqual(await namesOf(caller, {}), newestFirst);
    const orderBy = { field: 'STARTED_AT', direction: 'ASC' };
    assert.deepEqual(await namesOf(caller, { orderBy }), newestFirst.toReversed());
    assert.deepEqual(await walk(caller, { first: 2 }), newestFirst);
    assert.deepEqual(
      await walk(caller, { first: 2, orderBy, timeRange: {} }),
      newestFirst.toReversed(),
    );
  });

  for (const direction of ['DESC', 'ASC']) {
    it(
      `neither skips nor repeats runs while others are written, ${direction}`,
      { timeout: 60_000 },
      async () => {
        const caller = newCaller();
        const startUs = nowUs() - 2 * hourUs;
        const runs = Array.from({ length: 60 }, (_, index) =>
          // Ten traces that start in the same microsecond, so that ties matter.
          root(caller, startUs + Math.floor(index / 10) * secondUs, { name: `old ${index}` }),
        );
        await graph.store(runs);
        let round = 0;
        const seen = await walk(
          caller,
          { first: 7, timeRange: {}, orderBy: { field: 'STARTED_AT', direction } },
          async () => {
            round += 1;
            await graph.store([
              // A new one, late ones among the old, and changes of the old.
              root(caller, nowUs(), { name: `new ${round}` }),
              root(caller, startUs + (round % 6) * secondUs, { name: `late ${round}` }),
              ...runs.slice(0, 30).map((run) => ({
                ...run,
                version: round + 1,
                startTimeUs: run.key.traceStartUs + round,
              })),
            ]);
          },
        );
        const old = seen.filter((name) => name.startsWith('old'));
        assert.deepEqual(old.toSorted(), runs.map(({ name }) => name!).toSorted());
        assert.equal(new Set(seen).size, seen.length);
      },
    );
  }

  it('refuses a cursor with other arguments, and a page size out of bounds', async () => {
    const caller = newCaller();
    const stranger = newCaller();
    await graph.store([root(caller, nowUs()), root(caller, nowUs())]);
    const after = (await list(caller, { first: 1 })).data.pageInfo.endCursor;
    assert.deepEqual((await list(caller, { first: 2, after })).codes, []);
    for (const args of [
      { filter: { isRoot: true } },
      { timeRange: {} },
      { orderBy: { field: 'STARTED_AT', direction: 'ASC' } },
      { after: 'nonsense' },
    ]) {
      assert.deepEqual((await list(caller, { after, ...args })).codes, ['BAD_CURSOR']);
    }
    assert.deepEqual((await list(stranger, { after })).codes, ['BAD_CURSOR']);
    for (const first of [0, 101, -1]) {
      assert.deepEqual((await list(caller, { first })).codes, ['BAD_USER_INPUT']);
    }
  });

  it('refuses filters beyond the limits', async () => {
    const caller = newCaller();
    const leaf = { isRoot: true };
    for (const filter of [
      { or: [{ or: [{ or: [{ or: [{ or: [leaf] }] }] }] }] },
      { and: Array.from({ length: 101 }, () => leaf) },
      { name: { in: Array.from({ length: 251 }, String) } },
      { search: '---' },
      { name: { eq: '\ud800' } },
    ]) {
      assert.deepEqual((await list(caller, { filter })).codes, ['BAD_USER_INPUT']);
    }
  });
});

describe('time of the list', () => {
  const ages = {
    minute: 60 * secondUs,
    hours: 5 * hourUs,
    days: 3 * dayUs,
    weeks: 20 * dayUs,
    year: 400 * dayUs,
  };

  async function withRunsOfAllAges(): Promise<Caller> {
    const caller = newCaller();
    const now = nowUs();
    await graph.store(
      Object.entries(ages).map(([name, age]) => root(caller, now - age, { name, tags: ['t'] })),
    );
    return caller;
  }

  it('is the last day without a range', async () => {
    const caller = await withRunsOfAllAges();
    assert.deepEqual(await namesOf(caller, {}), ['minute', 'hours']);
  });

  it('widens without bounds until the page is full', async () => {
    const caller = await withRunsOfAllAges();
    assert.deepEqual(await namesOf(caller, { timeRange: {} }), Object.keys(ages));
    assert.deepEqual(await walk(caller, { timeRange: {}, first: 2 }), Object.keys(ages));
    graph.takeQueries();
    await list(caller, { timeRange: {}, first: 1 });
    // One more than the page is asked for, to know whether there is a next one.
    assert.deepEqual(graph.takeQueries(), ['listRuns', 'listRuns']);
    const orderBy = { field: 'STARTED_AT', direction: 'ASC' };
    assert.deepEqual(
      await walk(caller, { timeRange: {}, first: 2, orderBy }),
      Object.keys(ages).toReversed(),
    );
    assert.deepEqual(
      await walk(caller, { timeRange: {}, first: 2, filter: { tag: { eq: 't' } } }),
      Object.keys(ages),
    );
  });

  it('is what the range says, its end excluded', async () => {
    const caller = newCaller();
    const startUs = nowUs() - 10 * dayUs;
    await graph.store(
      [0, 1, 2].map((index) => root(caller, startUs + index, { name: `${index}` })),
    );
    const range = (from?: number, to?: number) => ({
      timeRange: {
        ...(from !== undefined && { from: formatInstant(from) }),
        ...(to !== undefined && { to: formatInstant(to) }),
      },
    });
    assert.deepEqual(await namesOf(caller, range(startUs, startUs + 2)), ['1', '0']);
    assert.deepEqual(await namesOf(caller, range(startUs + 1)), ['2', '1']);
    assert.deepEqual(await namesOf(caller, range(undefined, startUs + 1)), ['0']);
    assert.deepEqual(await namesOf(caller, range(startUs + 2, startUs)), []);
    assert.deepEqual(
      await namesOf(caller, {
        timeRange: { from: '0001-01-01T00:00:00Z', to: '9999-12-31T00:00:00Z' },
      }),
      ['2', '1', '0'],
    );
  });

  it('reaches runs whose clock is ahead of ours', async () => {
    const caller = newCaller();
    await graph.store([root(caller, nowUs() + hourUs, { name: 'ahead' })]);
    assert.deepEqual(await namesOf(caller, {}), ['ahead']);
    assert.deepEqual(await namesOf(caller, { timeRange: {} }), ['ahead']);
  });
});

describe('search', () => {
  it('finds words in inputs, outputs and error, in the newest version only', async () => {
    const caller = newCaller();
    const stranger = newCaller();
    const startUs = nowUs() - secondUs;
    const changed = root(caller, startUs, {
      name: 'changed',
      payloads: { inputs: '"old needle"' },
    });
    await graph.store([
      root(stranger, startUs, { name: 'foreign', payloads: { inputs: '"needle"' } }),
      root(caller, startUs + 1, {
        name: 'inputs',
        payloads: { inputs: '{"q":"A Needle\\nin Hay"}' },
      }),
      root(caller, startUs + 2, { name: 'outputs', payloads: { outputs: '"needle_hay"' } }),
      root(caller, startUs + 3, { name: 'error', error: 'x', payloads: { error: '"no needle"' } }),
      root(caller, startUs + 4, {
        name: 'apart',
        payloads: { inputs: '"needle"', outputs: '"hay"' },
      }),
      root(caller, startUs + 5, { name: 'events', payloads: { events: '["needle"]' } }),
      root(caller, startUs + 6, { name: 'escaped', payloads: { inputs: '"x\\nneedle"' } }),
      changed,
    ]);
    await graph.store([{ ...changed, version: 2, payloads: { inputs: '"new"' } }]);
    const search = (text: string, more = {}) =>
      namesOf(caller, { filter: { search: text, ...more } });
    assert.deepEqual(await search('NEEDLE'), ['escaped', 'apart', 'error', 'outputs', 'inputs']);
    assert.deepEqual(await search('hay needle'), ['outputs', 'inputs']);
    assert.deepEqual(await search('needl'), []);
    assert.deepEqual(await search('needle', { status: { eq: 'ERROR' } }), ['error']);
    assert.deepEqual(
      await namesOf(caller, { filter: { or: [{ search: 'new' }, { search: 'no' }] } }),
      ['error', 'changed'],
    );
    assert.deepEqual(
      await namesOf(caller, { filter: { not: { search: 'needle' }, name: { neq: 'events' } } }),
      ['changed'],
    );
  });

  it('pages through more candidates than matches', { timeout: 60_000 }, async () => {
    const caller = newCaller();
    const startUs = nowUs() - hourUs;
    const runs = Array.from({ length: 1500 }, (_, index) =>
      root(caller, startUs + index * 1000, {
        name: String(index),
        payloads: { inputs: '"common word"' },
        tags: index % 70 === 0 ? ['rare'] : ['usual'],
      }),
    );
    await graph.store(runs);
    const expected = runs.filter(({ tags }) => tags?.[0] === 'rare').map(({ name }) => name);
    assert.deepEqual(
      await walk(caller, { first: 5, filter: { search: 'common', tag: { eq: 'rare' } } }),
      expected.toReversed(),
    );
    assert.deepEqual(
      await walk(caller, {
        first: 9,
        filter: { search: 'word', not: { tag: { eq: 'usual' } } },
        timeRange: {},
      }),
      expected.toReversed(),
    );
  });
});

describe('count', () => {
  it('is asked only when selected, exact below its cap', { timeout: 60_000 }, async () => {
    const caller = newCaller();
    const startUs = nowUs() - hourUs;
    const runs = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => root(caller, startUs + from + index));
    await graph.store(runs(0, 3));
    graph.takeQueries();
    await list(caller, { first: 1 });
    assert.deepEqual(graph.takeQueries(), ['listRuns']);
    const count = async (args: Record<string, unknown> = {}) => {
      const { data, codes } = await list(
        caller,
        { first: 1, ...args },
        'nodes { uuid name } pageInfo { endCursor } count { value precision }',
      );
      assert.deepEqual(codes, []);
      return { ...data.count, endCursor: data.pageInfo.endCursor };
    };
    const { endCursor, ...first } = await count();
    assert.deepEqual(first, { value: 3, precision: 'EXACT' });
    // Of the whole list, on every page.
    assert.equal((await count({ after: endCursor })).value, 3);
    await graph.store(runs(3, 10_000));
    const { endCursor: _, ...atCap } = await count();
    assert.deepEqual(atCap, { value: 10_000, precision: 'EXACT' });
    await graph.store(runs(10_000, 10_001));
    const { endCursor: __, ...beyond } = await count();
    assert.deepEqual(beyond, { value: 10_000, precision: 'AT_LEAST' });
  });
});
