import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { runGlobalId, scopedGlobalId } from '@runlight/graphql';
import { uuidv7, formatInstant } from '@runlight/run-model';
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
const dayUs = 86_400 * secondUs;
const nowUs = () => Date.now() * 1000;

interface Page {
  nodes: { uuid: string; name: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
  precision: string;
  coverage: { from: string | null; to: string | null; isComplete: boolean };
}

async function runs(caller: Caller, args: Record<string, unknown> = {}): Promise<Answer<Page>> {
  const { data, codes } = await graph.ask<{ runs: Page } | null>(
    caller,
    `query ($first: Int, $after: String, $projectIds: [ID!], $ids: [ID!], $traceUuid: ID, $filter: RunFilter, $timeRange: TimeRange, $orderBy: RunOrder) {
      runs(first: $first, after: $after, projectIds: $projectIds, ids: $ids, traceUuid: $traceUuid, filter: $filter, timeRange: $timeRange, orderBy: $orderBy) {
        nodes { uuid name } pageInfo { hasNextPage endCursor } precision coverage { from to isComplete } } }`,
    args,
  );
  return { data: data?.runs as Page, codes };
}

const namesOf = async (caller: Caller, args: Record<string, unknown> = {}): Promise<string[]> => {
  const { data, codes } = await runs(caller, args);
  assert.deepEqual(codes, []);
  return data.nodes.map(({ name }) => name);
};

async function walk(
  caller: Caller,
  args: Record<string, unknown>,
  between?: () => Promise<void>,
): Promise<string[]> {
  const seen: string[] = [];
  for (let cursor: string | undefined, more = true; more;) {
    const { data, codes } = await runs(caller, { ...args, after: cursor });
    assert.deepEqual(codes, []);
    seen.push(...data.nodes.map(({ name }) => name));
    cursor = data.pageInfo.endCursor;
    more = data.pageInfo.hasNextPage;
    await between?.();
  }
  return seen;
}

const root = (
  { workspaceId, projectId }: Pick<Caller, 'workspaceId' | 'projectId'>,
  startUs: number,
  run: Partial<StoredRun> = {},
): StoredRun => ({ key: rootKey(workspaceId, projectId, startUs), ...run });

/** The caller's other project. */
const otherOf = (caller: Caller) => ({ workspaceId: caller.workspaceId, projectId: uuidv7() });

describe('runs of a workspace', () => {
  it('come from all projects or from those that are named, newest first', async () => {
    const caller = newCaller();
    const stranger = newCaller();
    const other = otherOf(caller);
    const startUs = nowUs() - 60 * secondUs;
    await graph.store([
      root(caller, startUs, { name: 'one' }),
      root(other, startUs + 1, { name: 'two' }),
      root(caller, startUs + 2, { name: 'three' }),
      root(stranger, startUs + 3, { name: 'foreign' }),
      root(caller, startUs + 4, { name: 'deleted', isDeleted: true }),
    ]);
    assert.deepEqual(await namesOf(caller), ['three', 'two', 'one']);
    assert.deepEqual(await namesOf(caller, { projectIds: [other.projectId] }), ['two']);
    const projectIds = [
      caller.project,
      scopedGlobalId('Project', caller.workspaceId, other.projectId),
    ];
    assert.deepEqual(await namesOf(caller, { projectIds }), ['three', 'two', 'one']);
    assert.deepEqual(await walk(caller, { projectIds, first: 1, timeRange: {} }), [
      'three',
      'two',
      'one',
    ]);
    for (const nothing of [[], ['nonsense'], [stranger.project], [stranger.projectId]]) {
      assert.deepEqual(await namesOf(caller, { projectIds: nothing }), []);
    }
  });

  it('says that it is exact, and for which time', async () => {
    const caller = newCaller();
    const from = formatInstant(nowUs() - 5 * dayUs);
    const { data } = await runs(caller, { timeRange: { from } });
    assert.deepEqual(data.coverage, { from, to: null, isComplete: true });
    assert.equal(data.precision, 'EXACT');
  });

  it('shows a run that was sent to two projects in both', async () => {
    const caller = newCaller();
    const other = otherOf(caller);
    const run = root(caller, nowUs() - secondUs, { name: 'here' });
    const copy = { ...run, key: { ...run.key, projectId: other.projectId }, name: 'there' };
    await graph.store([run, copy]);
    const seen = await walk(caller, { first: 1 });
    assert.deepEqual(seen.toSorted(), ['here', 'there']);
    const { projectId } = other;
    assert.deepEqual(await namesOf(caller, { ids: [run.key.runId], projectIds: [projectId] }), [
      'there',
    ]);
    assert.deepEqual(
      await namesOf(caller, { traceUuid: run.key.runId, projectIds: [caller.projectId] }),
      ['here'],
    );
  });

  it('neither skips nor repeats while others are written', { timeout: 60_000 }, async () => {
    const caller = newCaller();
    const other = otherOf(caller);
    const startUs = nowUs() - 7200 * secondUs;
    const stored = Array.from({ length: 40 }, (_, index) =>
      // Four at the same microsecond, in two projects.
      root(index % 2 ? caller : other, startUs + Math.floor(index / 4), { name: `old ${index}` }),
    );
    await graph.store(stored);
    let round = 0;
    const seen = await walk(caller, { first: 7, timeRange: {} }, async () => {
      round += 1;
      await graph.store([
        root(caller, nowUs(), { name: `new ${round}` }),
        root(other, startUs + (round % 10), { name: `late ${round}` }),
        ...stored.map((run) => ({ ...run, version: round + 1, endTimeUs: nowUs() })),
      ]);
    });
    const old = seen.filter((name) => name.startsWith('old'));
    assert.deepEqual(old.toSorted(), stored.map(({ name }) => name!).toSorted());
    assert.equal(new Set(seen).size, seen.length);
  });

  it('are found by ids of both kinds whenever they were, and filtered', async () => {
    const caller = newCaller();
    const stranger = newCaller();
    const old = root(caller, nowUs() - 90 * dayUs, { name: 'old', runType: 'llm' });
    const fresh = root(otherOf(caller), nowUs() - secondUs, { name: 'fresh' });
    const foreign = root(stranger, nowUs());
    const deleted = root(caller, nowUs(), { isDeleted: true });
    const v4 = root(caller, nowUs() - 30 * dayUs, { name: 'v4' });
    v4.key = { ...v4.key, traceId: crypto.randomUUID() };
    v4.key.runId = v4.key.traceId;
    await graph.store([old, fresh, foreign, deleted, v4]);
    const ids = [
      old.key.runId,
      runGlobalId(fresh.key),
      runGlobalId(fresh.key),
      v4.key.runId,
      foreign.key.runId,
      runGlobalId(foreign.key),
      deleted.key.runId,
      uuidv7(),
      'nonsense',
    ];
    assert.deepEqual(await namesOf(caller, { ids }), ['fresh', 'v4', 'old']);
    assert.deepEqual(await walk(caller, { ids, first: 1 }), ['fresh', 'v4', 'old']);
    assert.deepEqual(await namesOf(caller, { ids, filter: { runType: { eq: 'LLM' } } }), ['old']);
    assert.deepEqual(
      await namesOf(caller, { ids, timeRange: { from: formatInstant(nowUs() - dayUs) } }),
      ['fresh'],
    );
    assert.deepEqual(await namesOf(caller, { ids: [] }), []);
    assert.deepEqual(await namesOf(stranger, { ids: [old.key.runId] }), []);
  });

  it('of one trace', async () => {
    const caller = newCaller();
    const stranger = newCaller();
    const trace = root(caller, nowUs() - 40 * dayUs, { name: 'root' });
    const child = childOf(trace, { name: 'child' });
    await graph.store([trace, child, root(caller, nowUs(), { name: 'other' })]);
    const traceUuid = trace.key.traceId;
    assert.deepEqual((await namesOf(caller, { traceUuid })).toSorted(), ['child', 'root']);
    assert.deepEqual(await walk(caller, { traceUuid, first: 1, filter: { isRoot: false } }), [
      'child',
    ]);
    assert.deepEqual(await namesOf(caller, { traceUuid, ids: [child.key.runId] }), ['child']);
    assert.deepEqual(await namesOf(caller, { traceUuid: uuidv7() }), []);
    assert.deepEqual(await namesOf(caller, { traceUuid: 'nonsense' }), []);
    assert.deepEqual(await namesOf(stranger, { traceUuid }), []);
  });

  it('refuse too much, and cursors of other lists', async () => {
    const caller = newCaller();
    const stranger = newCaller();
    const stored = [root(caller, nowUs() - 1), root(caller, nowUs())];
    await graph.store(stored);
    const ids = stored.map(({ key }) => key.runId);
    const many = (count: number) => Array.from({ length: count }, () => uuidv7());
    assert.deepEqual((await runs(caller, { ids: many(100) })).codes, []);
    assert.deepEqual((await runs(caller, { ids: many(101) })).codes, ['BAD_USER_INPUT']);
    assert.deepEqual((await runs(caller, { projectIds: many(100) })).codes, []);
    assert.deepEqual((await runs(caller, { projectIds: many(101) })).codes, ['BAD_USER_INPUT']);
    for (const args of [{ first: 0 }, { first: 101 }, { first: 101, ids: [] }]) {
      assert.deepEqual((await runs(caller, args)).codes, ['BAD_USER_INPUT']);
    }
    const cursor = (await runs(caller, { first: 1 })).data.pageInfo.endCursor;
    assert.deepEqual((await runs(caller, { after: cursor })).codes, []);
    for (const args of [{ projectIds: [caller.projectId] }, { ids }, { traceUuid: ids[0] }]) {
      assert.deepEqual((await runs(caller, { ...args, after: cursor })).codes, ['BAD_CURSOR']);
    }
    assert.deepEqual((await runs(stranger, { after: cursor })).codes, ['BAD_CURSOR']);
  });
});

describe('fields of a run', () => {
  it('say what is above and below it, its tokens by name and its metadata by path', async () => {
    const caller = newCaller();
    const startUs = nowUs() - secondUs;
    const top = root(caller, startUs, {
      name: 'top',
      metadata: { plain: 'text', customer: '{"plan":{"name":"pro","seats":3}}', cut: '{"a":"b' },
    });
    const exampleId = uuidv7();
    const middle = childOf(top, { name: 'middle', startTimeUs: startUs + 1000 });
    const bottom = childOf(middle, {
      name: 'bottom',
      startTimeUs: startUs + 2000,
      usage: { prompt: 10, completion: 2, total: 12 },
      usageDetails: { input_tokens: 10, output_tokens: 2, 'input_token_details.cache_read': 7 },
      referenceExampleId: exampleId,
      acceptedAtUs: startUs + 5,
    });
    const lost = childOf(childOf(middle), { name: 'lost parent' });
    await graph.store([top, middle, bottom, lost, childOf(middle, { isDeleted: true })]);
    const { data, codes } = await graph.ask<{
      trace: { runs: { nodes: Record<string, unknown>[] } };
    }>(
      caller,
      `query ($id: ID!) { trace(id: $id) { runs { nodes { name ancestorUuids childCount tokenDetails
        referenceExampleUuid insertedAt
        plain: metadataValue(path: "plain") name: name plan: metadataValue(path: "customer.plan.name")
        seats: metadataValue(path: "customer.plan.seats") object: metadataValue(path: "customer.plan")
        none: metadataValue(path: "customer.x.y") cut: metadataValue(path: "cut.a") } } } }`,
      { id: top.key.traceId },
    );
    assert.deepEqual(codes, []);
    const byName = new Map(data.trace.runs.nodes.map((run) => [run['name'], run]));
    const [topId, middleId] = [top.key.runId, middle.key.runId];
    assert.deepEqual(byName.get('top')!['ancestorUuids'], []);
    assert.deepEqual(byName.get('bottom')!['ancestorUuids'], [topId, middleId]);
    assert.deepEqual(byName.get('lost parent')!['ancestorUuids'], [
      topId,
      middleId,
      lost.parentRunId,
    ]);
    assert.deepEqual(
      ['top', 'middle', 'bottom'].map((name) => byName.get(name)!['childCount']),
      [1, 1, 0],
    );
    const details = { input_tokens: 10, output_tokens: 2, 'input_token_details.cache_read': 7 };
    assert.deepEqual(byName.get('bottom')!['tokenDetails'], details);
    assert.deepEqual(byName.get('top')!['tokenDetails'], details);
    assert.equal(byName.get('bottom')!['referenceExampleUuid'], exampleId);
    assert.equal(byName.get('top')!['referenceExampleUuid'], null);
    assert.equal(byName.get('bottom')!['insertedAt'], formatInstant(startUs + 5));
    const { plain, plan, seats, object, none, cut } = byName.get('top')!;
    assert.deepEqual(
      [plain, plan, seats, object, none, cut],
      ['text', 'pro', '3', '{"name":"pro","seats":3}', null, null],
    );
  });

  it('follow parents where the order does not name them, a ring of them included', async () => {
    const caller = newCaller();
    const key = rootKey(caller.workspaceId, caller.projectId, nowUs() - secondUs);
    const [a, b, c, d] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
    const span = (runId: string, parentRunId?: string): StoredRun => ({
      key: { ...key, runId },
      name: runId,
      dottedOrder: runId,
      ...(parentRunId !== undefined && { parentRunId }),
    });
    await graph.store([span(a), span(b, a), span(c, b), span(d, uuidv7())]);
    const ring = rootKey(caller.workspaceId, caller.projectId, nowUs());
    const [x, y] = [uuidv7(), uuidv7()];
    await graph.store([
      { ...span(x, y), key: { ...ring, runId: x } },
      { ...span(y, x), key: { ...ring, runId: y } },
    ]);
    const above = async (id: string) =>
      (
        await graph.ask<{ run: { ancestorUuids: string[] } }>(
          caller,
          'query ($id: ID!) { run(id: $id) { ancestorUuids } }',
          { id },
        )
      ).data.run.ancestorUuids;
    assert.deepEqual(await above(c), [a, b]);
    assert.equal((await above(d)).length, 1);
    assert.deepEqual(await above(x), [x, y]);
  });
});
