import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { runGlobalId, scopedGlobalId } from '@runlight/graphql';
import { uuidv7 } from '@runlight/run-model';
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

interface RunAnswer {
  run: Record<string, unknown> | null;
}

describe('run', () => {
  it('answers every field by UUID and by global id', async () => {
    const caller = newCaller();
    const startUs = nowUs() - 10 * secondUs;
    const root: StoredRun = {
      key: rootKey(caller.workspaceId, caller.projectId, startUs),
      name: 'agent',
    };
    const run = childOf(root, {
      name: 'model call',
      runType: 'llm',
      startTimeUs: startUs + 1234,
      endTimeUs: startUs + 1234 + 1_500_250,
      firstTokenTimeUs: startUs + 5000,
      error: 'boom',
      tags: ['prod'],
      metadata: { user: '7', __proto__: 'x' },
      threadId: 'thread',
      model: 'gpt',
      usage: { prompt: 3, completion: 4, total: 7 },
      costUsd: 0.0000012,
      inputsPreview: 'hi',
      payloads: {
        inputs: '{"a": [1, {"__proto__": 2}]}',
        outputs: 'null',
        events: '[{"name":"new_token"}]',
        extra: '{"metadata":{}}',
        error: '"boom and the whole story"',
      },
    });
    const child = childOf(run, { name: 'inner' });
    await graph.store([root, run, child]);

    const fields = `id uuid traceUuid parentUuid name runType status isRoot isPartial startedAt endedAt
      firstTokenAt latencyMs error errorFull inputPreview outputPreview inputsBytes outputsBytes inputs
      outputs events extra serialized tags metadata threadId model totalTokens promptTokens
      completionTokens totalCostUsd dottedOrder warnings parent { name } children { name }
      project { id }`;
    const { data, codes } = await graph.ask<RunAnswer>(
      caller,
      `query ($id: ID!) { run(id: $id) { ${fields} } }`,
      { id: run.key.runId },
    );
    assert.deepEqual(codes, []);
    const answer = JSON.parse(JSON.stringify(data.run)) as Record<string, unknown>;
    assert.match(answer['startedAt'] as string, /^20\d\d-.*\.\d{6}Z$/);
    assert.deepEqual(
      { ...answer, startedAt: '', endedAt: '', firstTokenAt: '', inputs: '' },
      {
        id: runGlobalId(run.key),
        uuid: run.key.runId,
        traceUuid: root.key.runId,
        parentUuid: root.key.runId,
        name: 'model call',
        runType: 'LLM',
        status: 'ERROR',
        isRoot: false,
        isPartial: false,
        startedAt: '',
        endedAt: '',
        firstTokenAt: '',
        latencyMs: 1500.25,
        error: 'boom',
        errorFull: 'boom and the whole story',
        inputPreview: 'hi',
        outputPreview: '',
        inputsBytes: 28,
        outputsBytes: 4,
        inputs: '',
        outputs: null,
        events: [{ name: 'new_token' }],
        extra: { metadata: {} },
        serialized: null,
        tags: ['prod'],
        metadata: { user: '7' },
        threadId: 'thread',
        model: 'gpt',
        totalTokens: 7,
        promptTokens: 3,
        completionTokens: 4,
        totalCostUsd: '0.0000012',
        dottedOrder: run.dottedOrder,
        warnings: [],
        parent: { name: 'agent' },
        children: [{ name: 'inner' }],
        project: { id: caller.project },
      },
    );
    assert.equal(JSON.stringify(data.run!['inputs']), '{"a":[1,{"__proto__":2}]}');

    const again = await graph.ask<RunAnswer>(
      caller,
      `query ($id: ID!) { run(id: $id) { ${fields} } }`,
      { id: answer['id'] },
    );
    assert.deepEqual(JSON.stringify(again.data.run), JSON.stringify(data.run));
  });

  it('reads no payloads unless they are selected, and all of a batch in one query', async () => {
    const caller = newCaller();
    const startUs = nowUs();
    const runs = Array.from({ length: 5 }, (_, index) => ({
      key: rootKey(caller.workspaceId, caller.projectId, startUs - index),
      payloads: { inputs: `${index}`, outputs: `"${index}"` },
    }));
    await graph.store(runs);
    graph.takeQueries();
    const list = (fields: string) =>
      graph.ask<{ _entities: [{ runs: { nodes: { inputs: unknown; outputs: unknown }[] } }] }>(
        caller,
        `query ($refs: [_Any!]!) { _entities(representations: $refs) {
          ... on Project { runs { nodes { ${fields} } } } } }`,
        { refs: [{ __typename: 'Project', id: caller.project }] },
      );
    await list('name tags metadata error');
    assert.deepEqual(graph.takeQueries(), ['listRuns']);
    const { data } = await list('inputs outputs');
    assert.deepEqual(graph.takeQueries(), ['listRuns', 'payloads']);
    assert.deepEqual(
      data._entities[0].runs.nodes,
      runs.map((_, index) => ({ inputs: index, outputs: String(index) })),
    );
  });

  it('answers a broken or too deep payload with an error on that field only', async () => {
    const caller = newCaller();
    const key = rootKey(caller.workspaceId, caller.projectId, nowUs());
    await graph.store([
      {
        key,
        payloads: {
          inputs: '{"a":',
          outputs: `${'['.repeat(600)}${']'.repeat(600)}`,
          extra: '{"fine":"[[[["}',
        },
      },
    ]);
    const { data, codes } = await graph.ask<RunAnswer>(
      caller,
      'query ($id: ID!) { run(id: $id) { name inputs outputs extra } }',
      { id: key.runId },
    );
    assert.deepEqual(codes, ['UNPROCESSABLE', 'UNPROCESSABLE']);
    assert.equal(
      JSON.stringify(data.run),
      '{"name":"step","inputs":null,"outputs":null,"extra":{"fine":"[[[["}}',
    );
  });

  it('is null and NOT_FOUND when unknown, deleted, foreign or no id at all', async () => {
    const caller = newCaller();
    const stranger = newCaller();
    const key = rootKey(caller.workspaceId, caller.projectId, nowUs());
    const deleted = rootKey(caller.workspaceId, caller.projectId, nowUs());
    await graph.store([{ key }, { key: deleted, version: 2, isDeleted: true }]);
    const ask = (who: typeof caller, id: string) =>
      graph.ask<{ run: unknown; trace: unknown }>(
        who,
        'query ($id: ID!) { run(id: $id) { id } trace(id: $id) { uuid } }',
        { id },
      );
    const missing = { data: { run: null, trace: null }, codes: ['NOT_FOUND', 'NOT_FOUND'] };
    const same = async (who: typeof caller, id: string) => {
      const { data, codes } = await ask(who, id);
      assert.deepEqual({ data: { ...data }, codes }, missing, id);
    };
    await same(caller, uuidv7());
    await same(caller, crypto.randomUUID());
    // Of version 7 by its form, and of a time that no clock gave.
    await same(caller, '33333333-3333-7333-8333-333333333333');
    await same(caller, 'ffffffff-ffff-7fff-bfff-ffffffffffff');
    await same(caller, deleted.runId);
    await same(caller, 'not an id');
    await same(caller, caller.project);
    await same(caller, runGlobalId({ ...key, projectId: stranger.projectId }));
    await same(stranger, key.runId);
    await same(stranger, runGlobalId(key));
    await same(stranger, runGlobalId({ ...key, workspaceId: stranger.workspaceId }));
    assert.deepEqual((await ask(caller, key.runId)).codes, []);
  });

  it('finds ids that carry no time, and runs long after their trace began', async () => {
    const caller = newCaller();
    const old = nowUs() - 90 * 86_400 * secondUs;
    const root = { key: { ...rootKey(caller.workspaceId, caller.projectId, old) } };
    root.key.runId = root.key.traceId = crypto.randomUUID();
    const late = childOf(root, { startTimeUs: old + 5 * 86_400 * secondUs, name: 'late' });
    await graph.store([root, late]);
    for (const id of [root.key.runId, late.key.runId]) {
      const { data, codes } = await graph.ask<RunAnswer>(
        caller,
        'query ($id: ID!) { run(id: $id) { uuid } }',
        { id },
      );
      assert.deepEqual(codes, []);
      assert.equal(data.run?.['uuid'], id);
    }
  });

  it('keeps two workspaces apart that hold a run of the same id', async () => {
    const [one, two] = [newCaller(), newCaller()];
    const key = rootKey(one.workspaceId, one.projectId, nowUs());
    const twin = { ...key, workspaceId: two.workspaceId, projectId: two.projectId };
    await graph.store([
      { key, name: 'one', payloads: { inputs: '1' } },
      { key: twin, name: 'two', payloads: { inputs: '2' } },
      childOf({ key: twin }, { name: 'child of two' }),
    ]);
    const ask = (who: typeof one) =>
      graph.ask<Record<string, unknown>>(
        who,
        `query ($id: ID!) { run(id: $id) { name inputs children { name } }
          trace(id: $id) { runCount runs { nodes { name } } } }`,
        { id: key.runId },
      );
    assert.equal(
      JSON.stringify((await ask(one)).data),
      '{"run":{"name":"one","inputs":1,"children":[]},"trace":{"runCount":1,"runs":{"nodes":[{"name":"one"}]}}}',
    );
    assert.equal(
      JSON.stringify((await ask(two)).data),
      '{"run":{"name":"two","inputs":2,"children":[{"name":"child of two"}]},"trace":{"runCount":2,"runs":{"nodes":[{"name":"two"},{"name":"child of two"}]}}}',
    );
  });
});

describe('references', () => {
  const entities = `query ($refs: [_Any!]!) { _entities(representations: $refs) {
    ... on Run { uuid } ... on Project { id runs { nodes { uuid } } } } }`;

  it('resolve in one query, and to null for what is not the caller’s', async () => {
    const caller = newCaller();
    const stranger = newCaller();
    const keys = [0, 1, 2].map((index) =>
      rootKey(caller.workspaceId, caller.projectId, nowUs() - index),
    );
    const foreign = rootKey(stranger.workspaceId, stranger.projectId, nowUs());
    await graph.store([...keys, foreign].map((key) => ({ key })));
    graph.takeQueries();
    const ids = [...keys, keys[0]!, foreign, { ...keys[1]!, runId: uuidv7() }].map(runGlobalId);
    const refs = [...ids, 'x', caller.project].map((id) => ({ __typename: 'Run', id }));
    const { data, codes } = await graph.ask<{ _entities: ({ uuid: string } | null)[] }>(
      caller,
      entities,
      { refs },
    );
    assert.deepEqual(codes, []);
    assert.deepEqual(
      data._entities.map((run) => run?.uuid ?? null),
      [...keys.map(({ runId }) => runId), keys[0]!.runId, null, null, null, null],
    );
    assert.deepEqual(graph.takeQueries(), ['runsByKey']);
  });

  it('of projects refuse those of another workspace', async () => {
    const caller = newCaller();
    const stranger = newCaller();
    const key = rootKey(stranger.workspaceId, stranger.projectId, nowUs());
    await graph.store([{ key }]);
    const refs = [
      stranger.project,
      // The foreign project under the own workspace's name: allowed, and empty.
      scopedGlobalId('Project', caller.workspaceId, stranger.projectId),
      'nonsense',
    ].map((id) => ({ __typename: 'Project', id }));
    const { data } = await graph.ask<{ _entities: ({ runs: { nodes: unknown[] } } | null)[] }>(
      caller,
      entities,
      { refs },
    );
    assert.deepEqual(
      data._entities.map((project) => project?.runs.nodes ?? null),
      [null, [], null],
    );
  });

  it('refuse a caller without the permission', async () => {
    const caller = newCaller();
    const key = rootKey(caller.workspaceId, caller.projectId, nowUs());
    await graph.store([{ key }]);
    const ingestOnly = {
      ...caller,
      principal: { ...caller.principal, permissions: new Set(['runs:write'] as const) },
    };
    const refs = [{ __typename: 'Run', id: runGlobalId(key) }];
    const { data } = await graph.ask<{ _entities: unknown[] }>(ingestOnly, entities, { refs });
    assert.deepEqual(data._entities, [null]);
    const { codes } = await graph.ask(ingestOnly, 'query ($id: ID!) { run(id: $id) { id } }', {
      id: key.runId,
    });
    assert.deepEqual(codes, ['FORBIDDEN']);
  });
});
