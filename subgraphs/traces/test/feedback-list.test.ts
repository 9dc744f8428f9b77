import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { plainGlobalId } from '@runlight/graphql';
import { uuidv7 } from '@runlight/run-model';
import { testStores } from '@runlight/testkit';
import { rootKey } from './support/stored-runs.ts';
import type { StoredFeedback } from './support/stored-runs.ts';
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

interface Page {
  nodes: { key: string; user: { id: string } | null }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const ask = (caller: Caller, args: string, variables = {}) =>
  graph.ask<{ feedback: Page }>(
    caller,
    `query ${args.includes('$after') ? '($after: String)' : ''} { feedback(${args}) {
      nodes { key user { id } } pageInfo { hasNextPage endCursor } } }`,
    variables,
  );

async function keys(caller: Caller, args: string): Promise<string> {
  const { data, codes } = await ask(caller, args);
  assert.deepEqual(codes, []);
  return data.feedback.nodes
    .map(({ key }) => key)
    .toSorted()
    .join(' ');
}

it('lists what the arguments ask for, of one workspace', async () => {
  const [caller, other] = [newCaller(), newCaller()];
  const { workspaceId, projectId } = caller;
  const [run, trace, user, experiment] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const given: StoredFeedback[] = [
    { workspaceId, key: 'a', runId: run, score: 1, sourceType: 'api', createdAtUs: 1e15 },
    { workspaceId, key: 'b', runId: uuidv7(), traceId: trace, comment: 'c', sourceType: 'model' },
    { workspaceId, key: 'c', runId: trace, projectId, userId: user, sourceType: 'app' },
    { workspaceId, key: 'd', projectId, threadId: 'chat', score: 0 },
    { workspaceId, key: 'e', projectId, comparativeExperimentId: experiment },
    { workspaceId, key: 'gone', runId: run, isDeleted: true },
    { workspaceId: other.workspaceId, key: 'theirs', runId: run, score: 1, threadId: 'chat' },
  ];
  await graph.storeFeedback(given);
  const cases: [string, string][] = [
    ['first: 100', 'a b c d e'],
    [`runUuids: ["${run}", "${trace}"]`, 'a c'],
    [`traceUuids: ["${trace}"]`, 'b c'],
    ['threadIds: ["chat"]', 'd'],
    [`projectIds: ["${projectId}"]`, 'c d e'],
    [`projectIds: ["${caller.project}"]`, 'c d e'],
    ['keys: ["a", "e"]', 'a e'],
    ['sources: ["api", "model"]', 'a b'],
    [`userIds: ["${user}"]`, 'c'],
    [`userIds: ["${plainGlobalId('User', user)}"]`, 'c'],
    [`comparativeExperimentUuid: "${experiment}"`, 'e'],
    ['hasScore: true', 'a d'],
    ['hasScore: false', 'b c e'],
    ['hasComment: true', 'b'],
    ['hasComment: false', 'a c d e'],
    ['level: RUN', 'a b c'],
    ['level: THREAD', 'd'],
    ['level: PROJECT', 'e'],
    ['createdAt: { to: "2002-01-01T00:00:00Z" }', 'a'],
    ['createdAt: { from: "2002-01-01T00:00:00Z" }', 'b c d e'],
    [`level: RUN, hasScore: true, runUuids: ["${run}"]`, 'a'],
    ['keys: []', ''],
  ];
  for (const [args, expected] of cases) assert.equal(await keys(caller, args), expected, args);
  const { data } = await ask(caller, 'keys: ["c"]');
  assert.deepEqual(data.feedback.nodes[0]?.user, { id: plainGlobalId('User', user) });
});

it('refuses what is no list of ids, and ids of another workspace', async () => {
  const caller = newCaller();
  const bad = [
    'runUuids: ["x"]',
    `projectIds: ["${newCaller().project}"]`,
    'userIds: ["x"]',
    'first: 0',
    'first: 101',
    'offset: -1',
    'offset: 100001',
    `keys: [${Array.from({ length: 101 }, () => '"k"').join(',')}]`,
  ];
  for (const args of bad) {
    assert.deepEqual((await ask(caller, args)).codes, ['BAD_USER_INPUT'], args);
  }
  const { codes } = await ask(caller, 'first: 5, after: "nonsense"');
  assert.deepEqual(codes, ['BAD_CURSOR']);
});

it('pages without gap or repetition while feedback arrives, also among equal times', async () => {
  const caller = newCaller();
  const { workspaceId } = caller;
  const at = (index: number) => 1_700_000_000_000_000 + Math.floor(index / 4);
  await graph.storeFeedback(
    Array.from({ length: 23 }, (_, index) => ({
      workspaceId,
      key: `k${index}`,
      runId: uuidv7(),
      createdAtUs: at(index),
    })),
  );
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data }: { data: { feedback: Page } } = await ask(caller, 'first: 5, after: $after', {
      after,
    });
    seen.push(...data.feedback.nodes.map(({ key }) => key));
    ({ endCursor: after } = data.feedback.pageInfo);
    await graph.storeFeedback([{ workspaceId, key: 'new', runId: uuidv7() }]);
    if (!data.feedback.pageInfo.hasNextPage) after = null;
  } while (after !== null);
  assert.equal(seen.length, 23);
  assert.equal(new Set(seen).size, 23);
  assert.deepEqual(
    seen.map((key) => at(Number(key.slice(1)))),
    seen.map((key) => at(Number(key.slice(1)))).toSorted((a, b) => b - a),
  );
  const { data } = await ask(
    caller,
    'first: 3, offset: 2, createdAt: { to: "2024-01-01T00:00:00Z" }',
  );
  assert.deepEqual(
    data.feedback.nodes.map(({ key }) => key),
    seen.slice(2, 5),
  );
  const wrong = await ask(caller, 'first: 5, after: $after, hasScore: true', {
    after: data.feedback.pageInfo.endCursor,
  });
  assert.deepEqual(wrong.codes, ['BAD_CURSOR']);
});

it('sums up the feedback of a run by key', async () => {
  const caller = newCaller();
  const { workspaceId } = caller;
  const key = rootKey(workspaceId, caller.projectId, Date.now() * 1000);
  const { runId } = key;
  await graph.store([{ key }]);
  const quality = { workspaceId, runId, key: 'quality' };
  await graph.storeFeedback([
    { ...quality, score: 0, sourceType: 'api', comment: 'old', createdAtUs: 1e15 },
    { ...quality, score: 1, sourceType: 'model', comment: 'new' },
    { ...quality, score: 100, isError: true },
    { ...quality, value: '"good"', sourceType: 'api' },
    { ...quality, value: '"good"' },
    { ...quality, value: '{"a":1}' },
    { workspaceId, runId, key: 'note', comment: 'fine' },
    { workspaceId: newCaller().workspaceId, runId, key: 'quality', score: 7 },
  ]);
  const { data, codes } = await graph.ask<{ run: { feedbackSummary: unknown[] } }>(
    caller,
    `query ($id: ID!) { run(id: $id) { feedbackSummary {
      key count average min max stdev errorCount values sources comments } } }`,
    { id: runId },
  );
  assert.deepEqual(codes, []);
  const none = { average: null, min: null, max: null, stdev: null };
  assert.deepEqual(data.run.feedbackSummary, [
    { key: 'note', count: 1, ...none, errorCount: 0, values: {}, sources: [], comments: ['fine'] },
    {
      key: 'quality',
      count: 5,
      average: 0.5,
      min: 0,
      max: 1,
      stdev: 0.5,
      errorCount: 1,
      values: { good: 2, '{"a":1}': 1 },
      sources: ['api', 'model'],
      comments: ['new', 'old'],
    },
  ]);
});
