import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
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

const root = (caller: Caller, startUs: number, run: Partial<StoredRun> = {}): StoredRun => ({
  key: rootKey(caller.workspaceId, caller.projectId, startUs),
  acceptedAtUs: startUs,
  ...run,
});

/** A field of the caller's project. */
async function ofProject<T>(
  caller: Caller,
  selection: string,
  variables: Record<string, unknown> = {},
  declared = '',
) {
  const { data, codes } = await graph.ask<{ _entities: [T | null] }>(
    caller,
    `query ($refs: [_Any!]!${declared}) { _entities(representations: $refs) { ... on Project { ${selection} } } }`,
    { refs: [{ __typename: 'Project', id: caller.project }], ...variables },
  );
  return { data: data._entities[0], codes };
}

describe('users of a project', () => {
  interface Users {
    users: {
      nodes: ({ userId: string } & Record<string, unknown>)[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
      count: { value: number };
    };
  }
  const users = (caller: Caller, args: string, fields = '') =>
    ofProject<Users>(
      caller,
      `users(${args}) { nodes { userId ${fields} } pageInfo { hasNextPage endCursor } count { value } }`,
    );
  const idsOf = async (caller: Caller, args: string) => {
    const { data, codes } = await users(caller, args);
    assert.deepEqual(codes, []);
    return data!.users.nodes.map(({ userId }) => userId);
  };

  it('come with the figures of their traces', async () => {
    const caller = newCaller();
    const startUs = nowUs() - 3600 * secondUs;
    const usage = { prompt: 6, completion: 4, total: 10 };
    const first = root(caller, startUs, { metadata: { user_id: 'ann' }, threadId: 't1' });
    const second = root(caller, startUs + secondUs, {
      metadata: { userId: 'ann', user_id: '' },
      threadId: 't2',
      error: 'x',
    });
    const model = childOf(first, { usage, costUsd: 0.5 });
    await graph.store([
      first,
      model,
      second,
      childOf(second, { metadata: { user_id: 'ann' } }),
      root(caller, startUs - dayUs * 5, { metadata: { user_id: 'ann' } }),
      root(caller, startUs + 2 * secondUs, { metadata: { ls_user_id: 'bob' }, usage }),
      root(caller, startUs + 3 * secondUs, { metadata: { other: 'nobody' } }),
      root(caller, startUs, { metadata: { user_id: 'gone' }, isDeleted: true }),
      root(newCaller(), startUs, { metadata: { user_id: 'foreign' } }),
    ]);
    const judged = (runId: string, score: number) => ({
      workspaceId: caller.workspaceId,
      runId,
      key: 'correctness',
      score,
    });
    await graph.storeFeedback([
      judged(first.key.runId, 1),
      judged(second.key.runId, 0),
      // Of a run that does not name the user.
      judged(model.key.runId, 1),
      { workspaceId: newCaller().workspaceId, runId: first.key.runId, key: 'foreign', score: 1 },
    ]);
    const { data, codes } = await users(
      caller,
      'first: 10',
      `traceCount threadCount errorCount totalTokens totalCostUsd firstSeenAt lastSeenAt
        feedback { key count average }`,
    );
    assert.deepEqual(codes, []);
    const [bob, ann, ...others] = data!.users.nodes;
    assert.deepEqual(others, []);
    const { firstSeenAt, lastSeenAt, ...rest } = ann as Record<string, string>;
    assert.equal(Date.parse(lastSeenAt!) - Date.parse(firstSeenAt!), 1000);
    assert.deepEqual(rest, {
      userId: 'ann',
      traceCount: 2,
      threadCount: 2,
      errorCount: 1,
      totalTokens: '10',
      totalCostUsd: '0.5',
      feedback: [{ key: 'correctness', count: '2', average: 0.5 }],
    });
    assert.deepEqual(
      [bob!.userId, bob!['totalTokens'], bob!['totalCostUsd'], bob!['feedback']],
      ['bob', '10', null, []],
    );
    const ever = await users(caller, 'timeRange: {}', 'traceCount');
    assert.deepEqual(
      ever.data!.users.nodes.map(({ traceCount }) => traceCount),
      [1, 3],
    );
  });

  it('are found by a part of the id, a page at a time', async () => {
    const caller = newCaller();
    const startUs = nowUs() - 10 * dayUs;
    await graph.store(
      Array.from({ length: 12 }, (_, index) =>
        root(caller, startUs + index * 19 * 3600 * secondUs, {
          metadata: { user_id: `${index % 2 ? 'Ümit' : 'zoe'} ${index}` },
        }),
      ),
    );
    const seen: string[] = [];
    for (let cursor = '', more = true, round = 0; more; round += 1) {
      const { data, codes } = await users(
        caller,
        `first: 4, timeRange: {}, nameContains: "üMIT"${cursor}`,
      );
      assert.deepEqual(codes, []);
      assert.equal(data!.users.count.value, 6);
      seen.push(...data!.users.nodes.map(({ userId }) => userId));
      cursor = `, after: "${data!.users.pageInfo.endCursor}"`;
      more = data!.users.pageInfo.hasNextPage;
      await graph.store([
        root(caller, nowUs(), {
          metadata: { user_id: 'Ümit 1' },
          acceptedAtUs: nowUs() + secondUs,
        }),
      ]);
    }
    assert.deepEqual(
      seen,
      [11, 9, 7, 5, 3, 1].map((index) => `Ümit ${index}`),
    );
    assert.deepEqual(await idsOf(caller, 'timeRange: {}, nameContains: "nobody"'), []);
    for (const args of [`nameContains: "${'x'.repeat(257)}"`, 'first: 0', 'first: 101']) {
      assert.deepEqual((await users(caller, args)).codes, ['BAD_USER_INPUT']);
    }
    const { data } = await users(caller, 'first: 1, timeRange: {}');
    const after = `after: "${data!.users.pageInfo.endCursor}"`;
    assert.deepEqual((await users(newCaller(), `timeRange: {}, ${after}`)).codes, ['BAD_CURSOR']);
    assert.deepEqual((await users(caller, after)).codes, ['BAD_CURSOR']);
  });
});

describe('facets', () => {
  interface Facet {
    field: string;
    metadataKey: string | null;
    values: { value: string; count: number }[];
    otherCount: number;
    precision: string;
  }
  const facets = async (caller: Caller, args: Record<string, unknown>) => {
    const { data, codes } = await ofProject<{ facets: Facet[] }>(
      caller,
      `facets(fields: $fields, metadataKeys: $keys, filter: $filter, timeRange: $timeRange, first: $first) {
        field metadataKey values { value count } otherCount precision }`,
      args,
      ', $fields: [RunFacetField!]!, $keys: [String!], $filter: RunFilter, $timeRange: TimeRange, $first: Int',
    );
    return { facets: data?.facets ?? [], codes };
  };
  const textOf = ({ field, values, otherCount }: Facet) =>
    `${field} ${values.map(({ value, count }) => `${value}:${count}`).join(' ')} +${otherCount}`;

  async function withRuns(): Promise<Caller> {
    const caller = newCaller();
    const startUs = nowUs() - 60 * secondUs;
    const a = root(caller, startUs, {
      name: 'a',
      error: 'Timeout\nat line 1',
      threadId: 't',
      tags: ['x', 'y'],
      metadata: { user_id: 'ann', plan: 'pro' },
    });
    const model = { runType: 'llm' as const, model: 'gpt', endTimeUs: nowUs() };
    await graph.store([
      a,
      childOf(a, { name: 'call', ...model, tags: ['x'], metadata: { plan: 'pro' } }),
      childOf(a, { name: 'call', ...model, metadata: { plan: 'free' } }),
      root(caller, startUs + 1, { name: 'b', endTimeUs: nowUs(), metadata: { plan: '' } }),
      root(caller, startUs + 2, { name: 'deleted', isDeleted: true }),
      root(caller, startUs - 5 * dayUs, { name: 'old' }),
      root(newCaller(), startUs, { name: 'foreign' }),
    ]);
    const judge = (key: string, runId = a.key.runId) => ({
      workspaceId: caller.workspaceId,
      runId,
      key,
    });
    await graph.storeFeedback([
      judge('good'),
      judge('good'),
      judge('kind'),
      judge('of nobody', caller.projectId),
    ]);
    return caller;
  }

  it('count the values of every field', async () => {
    const caller = await withRuns();
    const answer = await facets(caller, {
      fields: [
        'STATUS',
        'RUN_TYPE',
        'NAME',
        'MODEL',
        'TAG',
        'METADATA_KEY',
        'METADATA',
        'FEEDBACK_KEY',
        'USER',
        'THREAD',
        'ERROR',
      ],
      keys: ['plan', 'none', 'plan'],
    });
    assert.deepEqual(answer.codes, []);
    assert.deepEqual(answer.facets.map(textOf), [
      'STATUS SUCCESS:3 ERROR:1 +0',
      'RUN_TYPE CHAIN:2 LLM:2 +0',
      'NAME call:2 a:1 b:1 +0',
      'MODEL gpt:2 +0',
      'TAG x:2 y:1 +0',
      'METADATA_KEY plan:4 user_id:1 +0',
      'METADATA pro:2 free:1 +0',
      'METADATA  +0',
      'FEEDBACK_KEY good:1 kind:1 +0',
      'USER ann:1 +0',
      'THREAD t:1 +0',
      'ERROR Timeout:1 +0',
    ]);
    assert.deepEqual(
      answer.facets.filter(({ metadataKey }) => metadataKey).map(({ metadataKey }) => metadataKey),
      ['plan', 'none'],
    );
    assert.ok(answer.facets.every(({ precision }) => precision === 'EXACT'));
  });

  it('are about the runs of the list, and name what they leave out', async () => {
    const caller = await withRuns();
    const some = async (args: Record<string, unknown>) =>
      (await facets(caller, { fields: ['NAME', 'FEEDBACK_KEY'], ...args })).facets.map(textOf);
    assert.deepEqual(await some({ first: 1 }), ['NAME call:2 +2', 'FEEDBACK_KEY good:1 +1']);
    assert.deepEqual(await some({ filter: { runType: { eq: 'LLM' } } }), [
      'NAME call:2 +0',
      'FEEDBACK_KEY  +0',
    ]);
    assert.deepEqual(await some({ timeRange: {} }), [
      'NAME call:2 a:1 b:1 old:1 +0',
      'FEEDBACK_KEY good:1 kind:1 +0',
    ]);
    const empty = await facets(newCaller(), { fields: ['NAME'] });
    assert.deepEqual(empty.facets.map(textOf), ['NAME  +0']);
    assert.deepEqual((await facets(caller, { fields: [] })).facets, []);
  });

  it('refuse what is beyond the limits', async () => {
    const caller = newCaller();
    const keys = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);
    const codes = async (args: Record<string, unknown>) =>
      (await facets(caller, { fields: ['METADATA'], ...args })).codes;
    assert.deepEqual(await codes({ keys: keys(10), first: 100 }), []);
    assert.deepEqual(await codes({ keys: keys(11) }), ['BAD_USER_INPUT']);
    assert.deepEqual(await codes({ keys: ['x'.repeat(257)] }), ['BAD_USER_INPUT']);
    assert.deepEqual(await codes({ first: 101 }), ['BAD_USER_INPUT']);
    assert.deepEqual(await codes({ first: 0 }), ['BAD_USER_INPUT']);
  });

  it('have names of metadata by how often they occur', async () => {
    const caller = await withRuns();
    const names = async (args: string) =>
      (await ofProject<{ metadataKeys: string[] }>(caller, `metadataKeys${args}`)).data
        ?.metadataKeys;
    assert.deepEqual(await names(''), ['plan', 'user_id']);
    assert.deepEqual(await names('(contains: "USER")'), ['user_id']);
    assert.deepEqual(await names('(first: 1)'), ['plan']);
    const { codes } = await ofProject(caller, 'metadataKeys(first: 101)');
    assert.deepEqual(codes, ['BAD_USER_INPUT']);
  });
});
