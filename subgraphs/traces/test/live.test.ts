import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { runGlobalId, scopedGlobalId } from '@runlight/graphql';
import { uuidv7 } from '@runlight/run-model';
import {
  firstEvent,
  liveEvent,
  runEvents,
  startLive,
  takeReal,
  threadEvents,
  traceEvents,
} from './support/live-harness.ts';
import type { Event, LiveHarness } from './support/live-harness.ts';
import { rootKey } from './support/stored-runs.ts';
import type { Caller } from './support/traces-graph.ts';

let harness: LiveHarness;
before(async () => {
  harness = await startLive();
});
after(() => harness?.close());

describe('runEvents', () => {
  it('shows a run from its first hint to its stored end, without reading the store', async () => {
    const caller = harness.callerWithProject();
    const events = await harness.follow(caller);
    await harness.listening(caller, events);
    harness.graph.takeQueries();
    const key = rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000);
    const created = { name: 'chat', runType: 'llm', startTimeUs: key.traceStartUs } as const;
    const ended = { status: 'success', endTimeUs: key.traceStartUs + 5000 } as const;
    const usage = { input_tokens: 2, output_tokens: 3, total_tokens: 5 };
    await harness.publisher.publish([liveEvent('accepted', 'create', key, created)]);
    const first = await takeReal(events);
    assert.deepEqual(
      { ...first, eventId: '' },
      {
        __typename: 'RunChanged',
        eventId: '',
        isStored: false,
        run: {
          id: runGlobalId(key),
          uuid: key.runId,
          name: 'chat',
          runType: 'LLM',
          status: 'PENDING',
          isRoot: true,
          isPartial: false,
          startedAt: new Date(key.traceStartUs / 1000).toISOString().replace('Z', '000Z'),
          endedAt: null,
          latencyMs: null,
          error: null,
          inputPreview: '',
          tags: [],
          metadata: {},
          totalTokens: null,
          totalCostUsd: null,
          dottedOrder: '',
          project: { id: caller.project },
        },
      },
    );
    await harness.publisher.publish([liveEvent('accepted', 'update', key, { ...ended, usage })]);
    const second = await takeReal(events);
    assert.deepEqual(
      [second.isStored, second.run?.name, second.run?.status, second.run?.totalTokens],
      [false, 'chat', 'SUCCESS', 5],
    );
    await harness.publisher.publish([
      liveEvent('stored', 'update', key, { ...created, ...ended, usage }),
    ]);
    const third = await takeReal(events);
    assert.deepEqual([third.isStored, third.run?.status], [true, 'SUCCESS']);
    assert.deepEqual(harness.graph.takeQueries(), []);
    await events.end();
  });

  it('leaves out what the filter does not want, and updates of runs it knows nothing of', async () => {
    const caller = harness.callerWithProject();
    const events = await harness.follow(caller, {
      filter: { isRoot: true, runType: { in: ['LLM', 'CHAIN'] }, name: { contains: 'o' } },
    });
    await harness.listening(caller, events);
    const root = rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000);
    const another = rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000);
    const child = { ...root, runId: uuidv7() };
    await harness.publisher.publish([
      liveEvent('accepted', 'update', another, { name: 'of unknown' }),
      liveEvent('accepted', 'create', root, { name: 'tool', runType: 'tool' }),
      liveEvent('accepted', 'create', child, { name: 'no root', parentRunId: root.runId }),
      liveEvent('stored', 'create', another, { name: 'wanted? no', runType: 'retriever' }),
      liveEvent('stored', 'create', another, { name: 'wanted: so', runType: 'chain' }),
    ]);
    assert.equal((await takeReal(events)).run?.name, 'wanted: so');
    await events.end();
  });

  it('resumes after an event without a gap, by any id of the project', async () => {
    const caller = harness.callerWithProject();
    const events = await harness.follow(caller, { projectId: caller.project });
    await harness.listening(caller, events);
    const keys = [0, 1, 2].map(() =>
      rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000),
    );
    await harness.publisher.publish([liveEvent('accepted', 'create', keys[0]!, { name: 'seen' })]);
    const { eventId } = await takeReal(events);
    await events.end();
    await harness.publisher.publish(
      keys
        .slice(1)
        .map((key, index) => liveEvent('stored', 'create', key, { name: `missed ${index}` })),
    );
    const resumed = await harness.follow(caller, { after: eventId });
    assert.equal((await takeReal(resumed)).run?.name, 'missed 0');
    const last = await takeReal(resumed);
    assert.equal(last.run?.name, 'missed 1');
    await resumed.end();
    const middle = await harness.follow(caller, {
      after: (await replay(caller, eventId, 1))[0]!.eventId,
    });
    assert.equal((await takeReal(middle)).eventId, last.eventId);
    await middle.end();
  });

  async function replay(caller: Caller, eventId: string, count: number): Promise<Event[]> {
    const events = await harness.follow(caller, { after: eventId });
    const taken: Event[] = [];
    while (taken.length < count) taken.push(await takeReal(events));
    await events.end();
    return taken;
  }

  it('replays more runs than it holds at once', { timeout: 30_000 }, async () => {
    const caller = harness.callerWithProject();
    const events = await harness.follow(caller);
    const { eventId } = (await harness.listening(caller, events))!;
    await events.end();
    const keys = Array.from({ length: 2000 }, () =>
      rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000),
    );
    await harness.publisher.publish(
      keys.map((key) => liveEvent('stored', 'create', key, { name: 'many' })),
    );
    const replayed = await replay(caller, eventId, 2000);
    assert.deepEqual(
      replayed.map(({ run }) => run?.uuid),
      keys.map(({ runId }) => runId),
    );
  });

  it('says that events are lost when the log does not reach back', async () => {
    const caller = harness.callerWithProject();
    const key = rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000);
    // Nothing was ever logged for the project, or it was dropped as a whole.
    const events = await harness.follow(caller, { after: '1-0-0' });
    const gap = await events.take();
    assert.equal(gap?.__typename, 'RunEventsGap');
    assert.equal(gap.run, null);
    await harness.publisher.publish([liveEvent('stored', 'create', key, { name: 'after' })]);
    assert.equal((await takeReal(events)).run?.name, 'after');
    await events.end();
  });

  it('refuses projects of others, and what is no event id', async () => {
    const caller = harness.callerWithProject();
    const stranger = harness.callerWithProject();
    const ask = (variables: Record<string, unknown>) =>
      harness.refusal(caller, runEvents, variables);
    assert.deepEqual(await ask({ projectId: stranger.projectId }), ['NOT_FOUND']);
    assert.deepEqual(await ask({ projectId: stranger.project }), ['NOT_FOUND']);
    const underOurName = scopedGlobalId('Project', caller.workspaceId, stranger.projectId);
    assert.deepEqual(await ask({ projectId: underOurName }), ['NOT_FOUND']);
    assert.deepEqual(await ask({ projectId: 'nonsense' }), ['NOT_FOUND']);
    assert.deepEqual(await ask({ projectId: caller.projectId, after: 'x' }), ['BAD_USER_INPUT']);
    assert.deepEqual(
      await ask({ projectId: caller.projectId, filter: { name: { eq: '\ud800' } } }),
      ['BAD_USER_INPUT'],
    );
    const ingestOnly = {
      ...caller,
      principal: { ...caller.principal, permissions: new Set(['runs:write'] as const) },
    };
    assert.deepEqual(
      await harness.refusal(ingestOnly, runEvents, { projectId: caller.projectId }),
      ['FORBIDDEN'],
    );
  });

  it('ends when the client goes away', async () => {
    const caller = harness.callerWithProject();
    const client = new AbortController();
    const events = await harness.follow(caller, {}, runEvents, client.signal);
    await harness.listening(caller, events);
    client.abort();
    let last = await events.take();
    while (last) last = await events.take();
    assert.equal(last, undefined);
  });
});

describe('traceEvents', () => {
  it('tells of the runs of one trace, which need not exist yet', async () => {
    const caller = harness.callerWithProject();
    const root = rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000);
    const other = rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000);
    const events = await harness.follow(caller, { traceUuid: root.traceId }, traceEvents);
    const child = { ...root, runId: uuidv7() };
    const first = await firstEvent(events, () =>
      harness.publisher.publish([
        liveEvent('accepted', 'create', other, { name: 'other' }),
        liveEvent('accepted', 'create', child, { name: 'child', parentRunId: root.runId }),
      ]),
    );
    assert.equal(first?.run?.name, 'child');
    await harness.publisher.publish([
      liveEvent('stored', 'create', other, { name: 'other' }),
      liveEvent('stored', 'update', child, { name: 'child', status: 'error', error: 'x' }),
    ]);
    for (let event = await events.take(); ; event = await events.take()) {
      assert.equal(event?.run?.uuid, child.runId);
      if (event.run.status === 'ERROR') break;
    }
    await events.end();
    assert.deepEqual(
      await harness.refusal(caller, traceEvents, { projectId: caller.projectId, traceUuid: 'x' }),
      ['BAD_USER_INPUT'],
    );
  });
});

describe('threadEvents', () => {
  it('tells of the runs of one thread, which need not exist yet', async () => {
    const caller = harness.callerWithProject();
    const key = rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000);
    const other = rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000);
    const events = await harness.follow(caller, { threadId: 'mine' }, threadEvents);
    const first = await firstEvent(events, () =>
      harness.publisher.publish([
        liveEvent('accepted', 'create', other, { name: 'other', threadId: 'theirs' }),
        liveEvent('accepted', 'create', key, { name: 'turn', threadId: 'mine' }),
      ]),
    );
    assert.equal(first?.run?.name, 'turn');
    await harness.publisher.publish([
      liveEvent('accepted', 'update', other, { status: 'success' }),
      liveEvent('accepted', 'update', key, { status: 'success' }),
    ]);
    for (let event = await events.take(); ; event = await events.take()) {
      assert.equal(event?.run?.uuid, key.runId);
      if (event.run.status === 'SUCCESS') break;
    }
    await events.end();
    assert.deepEqual(
      await harness.refusal(caller, threadEvents, { projectId: caller.projectId, threadId: '' }),
      ['BAD_USER_INPUT'],
    );
  });
});
