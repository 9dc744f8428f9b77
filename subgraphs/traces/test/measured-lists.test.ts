import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { uuidv7, formatInstant } from '@runlight/run-model';
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
  nodes: { uuid: string; name: string; root?: { name: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
  precision: string;
}

async function list(caller: Caller, what: 'runs' | 'traces', args: Record<string, unknown>) {
  const { data, codes } = await graph.ask<{ _entities: [Record<string, Page | null> | null] }>(
    caller,
    `query ($refs: [_Any!]!, $first: Int, $after: String, $filter: RunFilter, $timeRange: TimeRange, $orderBy: RunOrder) {
      _entities(representations: $refs) { ... on Project {
        ${what}(first: $first, after: $after, filter: $filter, timeRange: $timeRange, orderBy: $orderBy) {
          nodes { uuid ${what === 'runs' ? 'name' : 'root { name }'} } pageInfo { hasNextPage endCursor } precision } } } }`,
    { refs: [{ __typename: 'Project', id: caller.project }], ...args },
  );
  return { page: data._entities[0]?.[what] as Page, codes };
}

const by = (field: string, direction = 'DESC') => ({ orderBy: { field, direction } });

async function namesOf(caller: Caller, what: 'runs' | 'traces', args: Record<string, unknown>) {
  const { page, codes } = await list(caller, what, args);
  assert.deepEqual(codes, []);
  return page.nodes.map(({ name, root }) => root?.name ?? name);
}

async function walk(
  caller: Caller,
  what: 'runs' | 'traces',
  args: Record<string, unknown>,
  between?: () => Promise<void>,
) {
  const names: string[] = [];
  const precisions: string[] = [];
  for (let cursor: string | undefined, more = true; more;) {
    const { page, codes } = await list(caller, what, { ...args, after: cursor });
    assert.deepEqual(codes, []);
    names.push(...page.nodes.map(({ name, root }) => root?.name ?? name));
    precisions.push(page.precision);
    cursor = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
    await between?.();
  }
  return { names, precisions };
}

const root = (caller: Caller, startUs: number, run: Partial<StoredRun> = {}): StoredRun => ({
  key: rootKey(caller.workspaceId, caller.projectId, startUs),
  ...run,
});
const usage = (total: number) => ({ prompt: total, completion: 0, total });

async function withRuns(): Promise<Caller> {
  const caller = newCaller();
  const startUs = nowUs() - 3600 * secondUs;
  const a = root(caller, startUs, { name: 'a', endTimeUs: startUs + 5 * secondUs });
  const b = root(caller, startUs + 1, {
    name: 'b',
    endTimeUs: startUs + 1 + 9 * secondUs,
    usage: usage(30),
    costUsd: 0.3,
  });
  const c = root(caller, startUs + 2, { name: 'c' });
  const model = { endTimeUs: startUs + secondUs };
  await graph.store([
    a,
    childOf(a, { ...model, name: 'a1', usage: usage(40), costUsd: 0.1 }),
    childOf(a, { ...model, name: 'a2', usage: usage(10), costUsd: 0.1 }),
    b,
    // Repeated by its parent.
    childOf(b, { ...model, name: 'b1', usage: usage(25), costUsd: 0.29 }),
    c,
    root(caller, startUs - 40 * dayUs, { name: 'old', endTimeUs: startUs }),
    root(newCaller(), startUs, { name: 'foreign', endTimeUs: startUs + 9 * secondUs }),
    root(caller, startUs, { name: 'deleted', endTimeUs: nowUs(), isDeleted: true }),
  ]);
  return caller;
}

describe('lists by a measure', () => {
  it('of runs are sorted by what the run itself measures, nothing last', async () => {
    const caller = await withRuns();
    const roots = { filter: { isRoot: true } };
    assert.deepEqual(await namesOf(caller, 'runs', { ...roots, ...by('LATENCY') }), [
      'b',
      'a',
      'c',
    ]);
    assert.deepEqual(await namesOf(caller, 'runs', { ...roots, ...by('LATENCY', 'ASC') }), [
      'a',
      'b',
      'c',
    ]);
    const tokens = await namesOf(caller, 'runs', by('TOTAL_TOKENS'));
    assert.deepEqual(tokens.slice(0, 4), ['a1', 'b', 'b1', 'a2']);
    const costs = await namesOf(caller, 'runs', by('TOTAL_COST'));
    assert.deepEqual(costs.slice(0, 2), ['b', 'b1']);
  });

  it('of traces are sorted by all of their runs, each counted once', async () => {
    const caller = await withRuns();
    assert.deepEqual(await namesOf(caller, 'traces', by('TOTAL_TOKENS')), ['a', 'b', 'c']);
    assert.deepEqual(await namesOf(caller, 'traces', by('TOTAL_TOKENS', 'ASC')), ['b', 'a', 'c']);
    assert.deepEqual(await namesOf(caller, 'traces', by('TOTAL_COST')), ['b', 'a', 'c']);
    assert.deepEqual(await namesOf(caller, 'traces', by('LATENCY')), ['b', 'a', 'c']);
    const { names } = await walk(caller, 'traces', { first: 1, ...by('TOTAL_TOKENS') });
    assert.deepEqual(names, ['a', 'b', 'c']);
  });

  it('repeat nothing while runs are written, and say when they are no longer exact', async () => {
    const caller = newCaller();
    const startUs = nowUs() - 3600 * secondUs;
    const runs = Array.from({ length: 30 }, (_, index) =>
      root(caller, startUs + index, {
        name: `${index}`,
        // Five of each latency.
        endTimeUs: startUs + index + (1 + Math.floor(index / 5)) * secondUs,
      }),
    );
    await graph.store(runs);
    const quiet = await walk(caller, 'runs', { first: 7, ...by('LATENCY') });
    assert.deepEqual(
      quiet.names,
      [29, 28, 27, 26, 25, 24].map(String).concat(quiet.names.slice(6)),
    );
    assert.equal(new Set(quiet.names).size, 30);
    assert.ok(quiet.precisions.every((precision) => precision === 'EXACT'));
    let round = 0;
    const busy = await walk(caller, 'runs', { first: 7, ...by('LATENCY') }, async () => {
      round += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      await graph.store([
        // Seen already and slower now; and a new one.
        { ...runs[29]!, version: round + 1, endTimeUs: startUs + 29 + secondUs - round },
        root(caller, nowUs(), { name: `new ${round}`, endTimeUs: nowUs() + 3 * secondUs }),
      ]);
    });
    assert.equal(new Set(busy.names).size, busy.names.length);
    assert.deepEqual(busy.names.toSorted(), runs.map(({ name }) => name!).toSorted());
    assert.equal(busy.precisions[0], 'EXACT');
    assert.equal(busy.precisions.at(-1), 'ESTIMATED');
  });

  it('have neighbours along the same order', async () => {
    const caller = await withRuns();
    const { page } = await list(caller, 'runs', { filter: { isRoot: true }, ...by('LATENCY') });
    const around = async (index: number) => {
      const { data, codes } = await graph.ask<{
        run: { neighbours: Record<string, { name: string } | null> };
      }>(
        caller,
        `query ($id: ID!, $orderBy: RunOrder) { run(id: $id) {
          neighbours(filter: { isRoot: true }, orderBy: $orderBy) { previous { name } next { name } } } }`,
        { id: page.nodes[index]!.uuid, ...by('LATENCY') },
      );
      assert.deepEqual(codes, []);
      const { previous, next } = data.run.neighbours;
      return [previous?.name ?? null, next?.name ?? null];
    };
    assert.deepEqual(await Promise.all([0, 1, 2].map(around)), [
      [null, 'a'],
      ['b', 'c'],
      ['a', null],
    ]);
  });

  it('refuse more than 31 days and cursors of other sortings', async () => {
    const caller = await withRuns();
    const range = (days: number) => ({
      timeRange: { from: formatInstant(nowUs() - days * dayUs) },
    });
    assert.deepEqual((await list(caller, 'runs', { ...by('LATENCY'), ...range(30.9) })).codes, []);
    for (const time of [{ timeRange: {} }, range(31.1)]) {
      for (const what of ['runs', 'traces'] as const) {
        const { codes } = await list(caller, what, { ...by('TOTAL_COST'), ...time });
        assert.deepEqual(codes, ['BAD_USER_INPUT']);
      }
    }
    const { page } = await list(caller, 'runs', { first: 1, ...by('LATENCY') });
    const { endCursor } = page.pageInfo;
    for (const args of [by('TOTAL_COST'), by('LATENCY', 'ASC'), {}]) {
      const { codes } = await list(caller, 'runs', { ...args, after: endCursor });
      assert.deepEqual(codes, ['BAD_CURSOR']);
    }
    assert.deepEqual(await namesOf(newCaller(), 'runs', by('LATENCY')), []);
  });

  it('show a trace with two roots once', async () => {
    const caller = newCaller();
    const one = root(caller, nowUs() - secondUs, { name: 'one', endTimeUs: nowUs() });
    await graph.store([one, { ...one, key: { ...one.key, runId: uuidv7() }, name: 'twin' }]);
    assert.equal((await namesOf(caller, 'traces', by('LATENCY'))).length, 1);
  });
});
