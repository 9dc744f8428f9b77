import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { uuidv7 } from '@runlight/run-model';
import { testStores } from '@runlight/testkit';
import { childOf, rootKey } from './support/stored-runs.ts';
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

type Feedback = Record<string, unknown>;

async function feedbackOf(caller: Caller, runId: string, fields = 'key') {
  const { data, codes } = await graph.ask<{ run: { feedback: Feedback[] } | null }>(
    caller,
    `query ($id: ID!) { run(id: $id) { feedback { ${fields} } } }`,
    { id: runId },
  );
  return { feedback: data.run?.feedback, codes };
}

async function storedRun(caller: Caller) {
  const run = { key: rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000) };
  await graph.store([run]);
  return run;
}

it('answers every field, absent ones as null', async () => {
  const caller = newCaller();
  const { runId } = (await storedRun(caller)).key;
  const { workspaceId } = caller;
  const id = uuidv7();
  await graph.storeFeedback([
    {
      workspaceId,
      runId,
      id,
      key: 'correctness',
      score: 0,
      value: '{"category":"good"}',
      comment: 'because',
      correction: '"four"',
      sourceType: 'model',
      sourceMetadata: '{"model":"judge"}',
      isError: true,
      createdAtUs: 1_700_000_000_123_456,
    },
    { workspaceId, runId, key: 'note', createdAtUs: 1_600_000_000_000_000 },
  ]);
  const fields =
    'uuid key score value comment correction source sourceMetadata isError createdAt modifiedAt';
  const { feedback, codes } = await feedbackOf(caller, runId, fields);
  assert.deepEqual(codes, []);
  assert.deepEqual(feedback![0], {
    uuid: id,
    key: 'correctness',
    score: 0,
    value: { category: 'good' },
    comment: 'because',
    correction: 'four',
    source: 'model',
    sourceMetadata: { model: 'judge' },
    isError: true,
    createdAt: '2023-11-14T22:13:20.123456Z',
    modifiedAt: '2023-11-14T22:13:20.123456Z',
  });
  const { uuid: _uuid, createdAt: _created, modifiedAt: _modified, ...note } = feedback![1]!;
  assert.deepEqual(note, {
    key: 'note',
    score: null,
    value: null,
    comment: null,
    correction: null,
    source: null,
    sourceMetadata: null,
    isError: false,
  });
});

it('shows the newest version, none that was deleted, the newest first and at most 100', async () => {
  const caller = newCaller();
  const { runId } = (await storedRun(caller)).key;
  const { workspaceId } = caller;
  const [changed, deleted] = [uuidv7(), uuidv7()];
  const at = (createdAtUs: number) => ({ workspaceId, runId, createdAtUs });
  await graph.storeFeedback([
    { ...at(5e15), id: changed, key: 'old', version: 1 },
    { ...at(5e15), id: changed, key: 'new', version: 2 },
    { ...at(6e15), id: deleted, key: 'deleted', version: 1 },
    { ...at(6e15), id: deleted, key: 'deleted', version: 2, isDeleted: true },
    ...Array.from({ length: 120 }, (_, index) => ({ ...at(1e15 + index), key: `k${index}` })),
  ]);
  const { feedback } = await feedbackOf(caller, runId);
  const keys = feedback!.map(({ key }) => key);
  assert.equal(keys.length, 100);
  assert.deepEqual(keys.slice(0, 3), ['new', 'k119', 'k118']);
});

it('of many runs is one query, each with its own', async () => {
  const caller = newCaller();
  const root = await storedRun(caller);
  const children = [childOf(root), childOf(root)];
  await graph.store(children);
  const { workspaceId } = caller;
  await graph.storeFeedback(
    children.map(({ key: { runId } }, index) => ({ workspaceId, runId, key: `of child ${index}` })),
  );
  graph.takeQueries();
  const { data } = await graph.ask<{ run: { children: { feedback: Feedback[] }[] } }>(
    caller,
    'query ($id: ID!) { run(id: $id) { feedback { key } children { feedback { key } } } }',
    { id: root.key.runId },
  );
  const keys = data.run.children.map(({ feedback }) => feedback.map(({ key }) => key));
  assert.deepEqual(new Set(keys.flat()), new Set(['of child 0', 'of child 1']));
  const queries = graph.takeQueries().filter((name) => name === 'feedbackOfRuns');
  // One for the root, asked for before its children are known, and one for all children.
  assert.equal(queries.length, 2);
});

it('of another workspace is never told, not even for a run with the same id', async () => {
  const [caller, other] = [newCaller(), newCaller()];
  const run = await storedRun(caller);
  const twin = { key: { ...run.key, workspaceId: other.workspaceId } };
  await graph.store([twin]);
  const { runId } = run.key;
  await graph.storeFeedback([{ workspaceId: other.workspaceId, runId, key: 'theirs' }]);
  assert.deepEqual(await feedbackOf(caller, runId), { feedback: [], codes: [] });
  assert.deepEqual(await feedbackOf(other, runId), { feedback: [{ key: 'theirs' }], codes: [] });
});

it('needs the right to read runs', async () => {
  const caller = newCaller();
  const { runId } = (await storedRun(caller)).key;
  const writer: Caller = {
    ...caller,
    principal: { ...caller.principal, permissions: new Set(['runs:write'] as const) },
  };
  const { codes } = await feedbackOf(writer, runId);
  assert.deepEqual(codes, ['FORBIDDEN']);
});

it('on a trace by its id alone is that of its root, also when no run has that id', async () => {
  const caller = newCaller();
  const { workspaceId, projectId } = caller;
  const traceId = uuidv7();
  const key = { ...rootKey(workspaceId, projectId, Date.now() * 1000), traceId };
  const root = { key };
  const child = childOf(root);
  await graph.store([root, child]);
  await graph.storeFeedback([
    { workspaceId, runId: key.runId, key: 'of the root', createdAtUs: 2e15 },
    { workspaceId, runId: traceId, key: 'of the trace', createdAtUs: 1e15 },
  ]);
  const { feedback } = await feedbackOf(caller, key.runId);
  assert.deepEqual(feedback, [{ key: 'of the root' }, { key: 'of the trace' }]);
  assert.deepEqual((await feedbackOf(caller, child.key.runId)).feedback, []);
});
