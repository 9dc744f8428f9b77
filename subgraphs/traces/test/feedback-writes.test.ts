import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { decodeBatch, encodeBatch } from '@runlight/queue';
import type { Batch } from '@runlight/queue';
import { foldFeedback, uuidv7 } from '@runlight/run-model';
import type { FeedbackEvent } from '@runlight/run-model';
import { permissionsOfRole } from '@runlight/auth';
import type { Role } from '@runlight/auth';
import { scopedGlobalId } from '@runlight/graphql';
import { testStores } from '@runlight/testkit';
import type { FeedbackQueue } from '../src/modules/feedback/feedback-writer.ts';
import { rootKey } from './support/stored-runs.ts';
import { createTracesGraph, newCaller, noLive } from './support/traces-graph.ts';
import type { Caller, TracesGraph } from './support/traces-graph.ts';

/** Stands for the worker: the real codec and the real fold, stored a moment after the answer. */
let isWorking = true;
let sent: Batch[] = [];
const events = new Map<string, FeedbackEvent[]>();
let sequence = BigInt(Date.now()) * 256_000n;

async function store(batch: Batch): Promise<void> {
  const { workspaceId, batchId, firstSequence, feedback } = decodeBatch(encodeBatch(batch));
  for (const { feedbackId, ...operation } of feedback) {
    const name = `${workspaceId} ${feedbackId}`;
    const all = [...(events.get(name) ?? []), { ...operation, sequence: firstSequence, batchId }];
    events.set(name, all);
    const state = foldFeedback(all);
    const { target, key = '' } = state;
    await graph.storeFeedback([{ ...state, ...target, key, workspaceId, id: feedbackId }]);
  }
}

const queue: FeedbackQueue = {
  send: async (batch: Batch) => {
    sent.push(batch);
    if (isWorking) setTimeout(() => void store(batch), 20);
  },
  reserveSequence: (count: number) => (sequence += BigInt(count) << 8n),
};

let graph: TracesGraph;
let close: () => Promise<void>;
before(async () => {
  const stores = await testStores({ clickhouse: true });
  graph = createTracesGraph(stores.clickhouseUrl, { live: noLive, feedbackQueue: queue });
  close = async () => {
    await graph.close();
    await stores.close();
  };
});
after(() => close?.());
beforeEach(() => {
  isWorking = true;
  delete queue.waitMs;
  sent = [];
});

/** A person with that role in the workspace of the caller. */
const person = (caller: Caller, role: Role): Caller => ({
  ...caller,
  principal: {
    ...caller.principal,
    id: uuidv7(),
    kind: 'user',
    permissions: permissionsOfRole(role),
  },
});

const fields = `id uuid level runUuid traceUuid projectUuid threadId key score value comment correction source
  userUuid isMine mayChange`;

interface Feedback {
  id: string;
  uuid: string;
  [field: string]: unknown;
}
interface Payload {
  feedback: Feedback | null;
  isStored: boolean;
  userErrors: { code: string; path: string[] | null }[];
}

async function create(caller: Caller, input: Record<string, unknown>): Promise<Payload> {
  const { data, codes } = await graph.ask<{ createFeedback: Payload }>(
    caller,
    `mutation ($input: CreateFeedbackInput!) { createFeedback(input: $input) {
      feedback { ${fields} } isStored userErrors { code path } } }`,
    { input: { key: 'k', ...input } },
  );
  assert.deepEqual(codes, []);
  return data.createFeedback;
}

async function update(caller: Caller, input: Record<string, unknown>): Promise<Payload> {
  const { data } = await graph.ask<{ updateFeedback: Payload }>(
    caller,
    `mutation ($input: UpdateFeedbackInput!) { updateFeedback(input: $input) {
      feedback { ${fields} } isStored userErrors { code path } } }`,
    { input },
  );
  return data.updateFeedback;
}

async function remove(caller: Caller, id: string) {
  const { data } = await graph.ask<{ deleteFeedback: Payload & { deletedId: string | null } }>(
    caller,
    `mutation ($id: ID!) { deleteFeedback(input: { id: $id }) {
      deletedId isStored userErrors { code path } } }`,
    { id },
  );
  return data.deleteFeedback;
}

async function readItem(caller: Caller, id: string) {
  return graph.ask<{ feedbackItem: Feedback | null }>(
    caller,
    `query ($id: ID!) { feedbackItem(id: $id) { ${fields} } }`,
    { id },
  );
}

describe('giving feedback', () => {
  it('is read back at once, with who gave it', async () => {
    const caller = person(newCaller(), 'annotator');
    const runId = uuidv7();
    const payload = await create(caller, {
      runId,
      key: 'correctness',
      score: 0.5,
      value: { label: 'fair' },
      comment: 'because',
      correction: 'four',
    });
    assert.equal(payload.isStored, true);
    const { feedback } = payload;
    assert.deepEqual((await readItem(caller, feedback!.uuid)).data.feedbackItem, feedback);
    assert.deepEqual((await readItem(caller, feedback!.id)).data.feedbackItem, feedback);
    const { id: _id, uuid: _uuid, ...rest } = feedback!;
    assert.deepEqual(rest, {
      level: 'RUN',
      runUuid: runId,
      traceUuid: null,
      projectUuid: null,
      threadId: null,
      key: 'correctness',
      score: 0.5,
      value: { label: 'fair' },
      comment: 'because',
      correction: 'four',
      source: 'app',
      userUuid: caller.principal.id,
      isMine: true,
      mayChange: true,
    });
    assert.equal(sent[0]!.workspaceId, caller.workspaceId);
  });

  it('answers the same before the worker has stored it', async () => {
    isWorking = false;
    queue.waitMs = 50;
    const caller = newCaller();
    const uuid = uuidv7();
    const first = await create(caller, { uuid, runId: uuidv7(), score: 1, comment: 'c' });
    assert.equal(first.isStored, false);
    await store(sent[0]!);
    const { data } = await readItem(caller, uuid);
    assert.deepEqual(data.feedbackItem, first.feedback);
    const second = await update(caller, { id: uuid, score: null, value: [1] });
    assert.deepEqual(second.feedback, { ...first.feedback, score: null, value: [1] });
    assert.equal(second.isStored, false);
  });

  it('is possible on a run by its global id, a trace, a thread and a project', async () => {
    const caller = newCaller();
    const { workspaceId, projectId } = caller;
    const root = rootKey(workspaceId, projectId, Date.now() * 1000);
    await graph.store([{ key: root }]);
    const { data } = await graph.ask<{ run: { id: string } }>(
      caller,
      'query ($id: ID!) { run(id: $id) { id } }',
      { id: root.runId },
    );
    const targetOf = async (input: Record<string, unknown>) => {
      const { feedback } = await create(caller, input);
      const { level, runUuid, traceUuid, projectUuid, threadId } = feedback!;
      return { level, runUuid, traceUuid, projectUuid, threadId };
    };
    const onRun = { level: 'RUN', runUuid: root.runId, traceUuid: root.traceId, threadId: null };
    assert.deepEqual(await targetOf({ runId: data.run.id }), { ...onRun, projectUuid: projectId });
    assert.deepEqual(await targetOf({ traceUuid: root.traceId }), { ...onRun, projectUuid: null });
    const noRun = { runUuid: null, traceUuid: null, projectUuid: projectId };
    const inProject = { projectId: caller.project };
    assert.deepEqual(await targetOf({ ...inProject, threadId: 'chat 7' }), {
      ...noRun,
      level: 'THREAD',
      threadId: 'chat 7',
    });
    assert.deepEqual(await targetOf(inProject), { ...noRun, level: 'PROJECT', threadId: null });
  });

  it('tells mistakes', async () => {
    const caller = newCaller();
    const other = newCaller();
    const runId = uuidv7();
    const cases: [Record<string, unknown>, string, string[] | null][] = [
      [{}, 'INVALID', null],
      [{ runId, threadId: 't' }, 'INVALID', null],
      [{ threadId: 't' }, 'INVALID', ['projectId']],
      [{ runId: 'nonsense' }, 'NOT_FOUND', ['runId']],
      [{ runId, projectId: other.project }, 'NOT_FOUND', ['projectId']],
      [{ runId, key: ' ' }, 'INVALID', null],
      [{ runId, key: 'k'.repeat(129) }, 'INVALID', null],
      [{ runId, value: 'x'.repeat(17_000) }, 'INVALID', null],
      [{ runId, correction: [1] }, 'INVALID', null],
      [{ runId, uuid: 'nonsense' }, 'INVALID', null],
    ];
    for (const [input, code, path] of cases) {
      const { userErrors, feedback, isStored } = await create(caller, input);
      assert.deepEqual([feedback, isStored], [null, false], JSON.stringify(input));
      assert.deepEqual(userErrors, [{ code, path }], JSON.stringify(input));
    }
    assert.equal(sent.length, 0);
  });
});

describe('changing and deleting', () => {
  it('changes what is said, empties what is null, keeps the rest', async () => {
    const caller = newCaller();
    const made = await create(caller, { runId: uuidv7(), score: 0.1, comment: 'c', value: 'v' });
    const { feedback } = await update(caller, { id: made.feedback!.id, score: 0.9, value: null });
    assert.deepEqual(feedback, { ...made.feedback, score: 0.9, value: null });
    assert.deepEqual((await readItem(caller, feedback.uuid)).data.feedbackItem, feedback);
  });

  it('deletes', async () => {
    const caller = newCaller();
    const { feedback } = await create(caller, { runId: uuidv7() });
    assert.deepEqual(await remove(caller, feedback!.uuid), {
      deletedId: feedback!.id,
      isStored: true,
      userErrors: [],
    });
    assert.deepEqual((await readItem(caller, feedback!.id)).codes, ['NOT_FOUND']);
    const again = await remove(caller, feedback!.uuid);
    assert.deepEqual(again.userErrors, [{ code: 'NOT_FOUND', path: ['id'] }]);
  });

  it('is for annotators their own, for editors all, for viewers nothing', async () => {
    const caller = newCaller();
    const [ann, ben, editor] = [
      person(caller, 'annotator'),
      person(caller, 'annotator'),
      person(caller, 'editor'),
    ];
    const { feedback } = await create(ann, { runId: uuidv7(), score: 0 });
    const { id, uuid } = feedback!;
    const seen = (await readItem(ben, id)).data.feedbackItem!;
    assert.deepEqual([seen['isMine'], seen['mayChange']], [false, false]);
    assert.equal((await update(ben, { id, score: 1 })).userErrors[0]?.code, 'INVALID');
    assert.equal((await remove(ben, id)).userErrors[0]?.code, 'INVALID');
    const stolen = await create(ben, { uuid, runId: uuidv7(), score: 1 });
    assert.equal(stolen.userErrors[0]?.code, 'CONFLICT');
    assert.equal((await update(editor, { id, score: 1 })).feedback?.['score'], 1);
    assert.equal((await update(ann, { id, score: 0.5 })).feedback?.['score'], 0.5);
    const viewer = person(caller, 'viewer');
    const { codes } = await graph.ask(
      viewer,
      'mutation ($id: ID!) { deleteFeedback(input: { id: $id }) { deletedId } }',
      { id },
    );
    assert.deepEqual(codes, ['FORBIDDEN']);
  });

  it('never reaches another workspace', async () => {
    const [caller, other] = [newCaller(), newCaller()];
    const { feedback } = await create(caller, { runId: uuidv7(), score: 0 });
    const foreign = scopedGlobalId('Feedback', other.workspaceId, feedback!.uuid);
    for (const id of [feedback!.id, feedback!.uuid, foreign]) {
      assert.equal((await update(other, { id, score: 1 })).userErrors[0]?.code, 'NOT_FOUND');
      assert.equal((await remove(other, id)).userErrors[0]?.code, 'NOT_FOUND');
      assert.deepEqual((await readItem(other, id)).codes, ['NOT_FOUND']);
    }
    assert.equal((await readItem(caller, feedback!.id)).data.feedbackItem?.['score'], 0);
  });
});
