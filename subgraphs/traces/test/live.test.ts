import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { runGlobalId, scopedGlobalId } from '@runlight/graphql';
import { createLivePublisher, createLiveReader, createRedis } from '@runlight/queue';
import type { LivePublisher } from '@runlight/queue';
import { uuidv7 } from '@runlight/run-model';
import type { LiveRunEvent, RunKey } from '@runlight/run-model';
import { testStores } from '@runlight/testkit';
import type { ExecutionResult } from 'graphql';
import { rootKey, storeFeedback, storeRuns } from './support/stored-runs.ts';
import { createTracesGraph, log, newCaller } from './support/traces-graph.ts';
import type { Caller, TracesGraph } from './support/traces-graph.ts';

let graph: TracesGraph;
let publisher: LivePublisher;
let redisUrl: string;
let clickhouseUrl: string;
let close: () => Promise<void>;
const knownProjects = new Set<string>();
before(async () => {
  const stores = await testStores({ clickhouse: true, redis: true });
  ({ redisUrl, clickhouseUrl } = stores);
  const redis = createRedis({ url: redisUrl, log, name: 'test', offlineQueue: true });
  publisher = createLivePublisher(redis);
  const live = createLiveReader({ url: redisUrl, log });
  graph = createTracesGraph(stores.clickhouseUrl, {
    live,
    projects: { exists: (workspaceId, id) => Promise.resolve(knownProjects.has(workspaceId + id)) },
  });
  close = async () => {
    await graph.close();
    await live.close();
    redis.disconnect();
    await stores.close();
  };
});
after(() => close?.());

function callerWithProject(): Caller {
  const caller = newCaller();
  knownProjects.add(caller.workspaceId + caller.projectId);
  return caller;
}

interface Event {
  __typename: string;
  eventId: string;
  isStored?: boolean;
  run: { uuid: string; name: string; status: string; totalTokens: number | null } | null;
}

const fields = `__typename eventId ... on RunChanged { isStored } run { id uuid name runType status isRoot
  isPartial startedAt endedAt latencyMs error inputPreview tags metadata totalTokens totalCostUsd
  dottedOrder project { id } }`;
const runEvents = `subscription ($projectId: ID!, $filter: RunFilter, $after: String) {
  runEvents(projectId: $projectId, filter: $filter, after: $after) { ${fields} } }`;
const traceEvents = `subscription ($traceUuid: ID!, $projectId: ID!, $after: String) {
  traceEvents(traceUuid: $traceUuid, projectId: $projectId, after: $after) { ${fields} } }`;

const threadEvents = `subscription ($projectId: ID!, $threadId: String!) {
  threadEvents(projectId: $projectId, threadId: $threadId) { ${fields} } }`;

/** A subscription whose events can be taken one by one. */
async function follow(
  caller: Caller,
  variables: Record<string, unknown> = {},
  query = runEvents,
  signal?: AbortSignal,
) {
  const result = await graph.subscribe(
    caller,
    query,
    { projectId: caller.projectId, ...variables },
    signal,
  );
  assert.ok(Symbol.asyncIterator in result, JSON.stringify(result));
  const root = /\{\s*(\w+)/.exec(query)![1]!;
  // Asked for at once: the reader subscribes with the first event that is asked for.
  let pending = result.next();
  const take = async (): Promise<Event | undefined> => {
    const { done, value } = await pending;
    if (done) return undefined;
    pending = result.next();
    assert.equal(value.errors, undefined);
    return (JSON.parse(JSON.stringify(value.data)) as Record<string, Event>)[root];
  };
  return { take, end: () => result.return() };
}

/** Sends again and again until the subscription tells of it: only then the reader surely listens. */
async function firstEvent(
  events: { take: () => Promise<Event | undefined> },
  send: () => Promise<void>,
): Promise<Event | undefined> {
  const first = events.take();
  const heard = first.then(() => true);
  for (;;) {
    await send();
    if (await Promise.race([heard, pause(20, false)])) return first;
  }
}

function listening(caller: Caller, events: { take: () => Promise<Event | undefined> }) {
  const probe = rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000);
  return firstEvent(events, () =>
    publisher.publish([liveEvent('accepted', 'create', probe, { name: 'probe' })]),
  );
}

let sequence = 0;
function liveEvent(
  stage: LiveRunEvent['stage'],
  kind: LiveRunEvent['kind'],
  key: RunKey,
  run: Partial<LiveRunEvent['run']>,
): LiveRunEvent {
  sequence += 1;
  return { stage, kind, key, sequence: String(sequence), run: { status: 'pending', ...run } };
}

/** Events of other runs than the probe. */
async function takeReal(events: { take: () => Promise<Event | undefined> }): Promise<Event> {
  for (;;) {
    const event = await events.take();
    assert.ok(event, 'the subscription goes on');
    if (event.run?.name !== 'probe') return event;
  }
}

async function refusal(caller: Caller, query: string, variables: Record<string, unknown>) {
  const result = (await graph.subscribe(caller, query, variables)) as ExecutionResult;
  return result.errors?.map(({ extensions }) => extensions['code']);
}

describe('runEvents', () => {
  it('shows a run from its first hint to its stored end, without reading the store', async () => {
    const caller = callerWithProject();
    const events = await follow(caller);
    await listening(caller, events);
    graph.takeQueries();
    const key = rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000);
    const created = { name: 'chat', runType: 'llm', startTimeUs: key.traceStartUs } as const;
    const ended = { status: 'success', endTimeUs: key.traceStartUs + 5000 } as const;
    const usage = { input_tokens: 2, output_tokens: 3, total_tokens: 5 };
    await publisher.publish([liveEvent('accepted', 'create', key, created)]);
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
    await publisher.publish([liveEvent('accepted', 'update', key, { ...ended, usage })]);
    const second = await takeReal(events);
    assert.deepEqual(
      [second.isStored, second.run?.name, second.run?.status, second.run?.totalTokens],
      [false, 'chat', 'SUCCESS', 5],
    );
    await publisher.publish([liveEvent('stored', 'update', key, { ...created, ...ended, usage })]);
    const third = await takeReal(events);
    assert.deepEqual([third.isStored, third.run?.status], [true, 'SUCCESS']);
    assert.deepEqual(graph.takeQueries(), []);
    await events.end();
  });

  it('leaves out what the filter does not want, and updates of runs it knows nothing of', async () => {
    const caller = callerWithProject();
    const events = await follow(caller, {
      filter: { isRoot: true, runType: { in: ['LLM', 'CHAIN'] }, name: { contains: 'o' } },
    });
    await listening(caller, events);
    const root = rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000);
    const another = rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000);
    const child = { ...root, runId: uuidv7() };
    await publisher.publish([
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
    const caller = callerWithProject();
    const events = await follow(caller, { projectId: caller.project });
    await listening(caller, events);
    const keys = [0, 1, 2].map(() =>
      rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000),
    );
    await publisher.publish([liveEvent('accepted', 'create', keys[0]!, { name: 'seen' })]);
    const { eventId } = await takeReal(events);
    await events.end();
    await publisher.publish(
      keys
        .slice(1)
        .map((key, index) => liveEvent('stored', 'create', key, { name: `missed ${index}` })),
    );
    const resumed = await follow(caller, { after: eventId });
    assert.equal((await takeReal(resumed)).run?.name, 'missed 0');
    const last = await takeReal(resumed);
    assert.equal(last.run?.name, 'missed 1');
    await resumed.end();
    const middle = await follow(caller, { after: (await replay(caller, eventId, 1))[0]!.eventId });
    assert.equal((await takeReal(middle)).eventId, last.eventId);
    await middle.end();
  });

  async function replay(caller: Caller, eventId: string, count: number): Promise<Event[]> {
    const events = await follow(caller, { after: eventId });
    const taken: Event[] = [];
    while (taken.length < count) taken.push(await takeReal(events));
    await events.end();
    return taken;
  }

  it('replays more runs than it holds at once', { timeout: 30_000 }, async () => {
    const caller = callerWithProject();
    const events = await follow(caller);
    const { eventId } = (await listening(caller, events))!;
    await events.end();
    const keys = Array.from({ length: 2000 }, () =>
      rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000),
    );
    await publisher.publish(
      keys.map((key) => liveEvent('stored', 'create', key, { name: 'many' })),
    );
    const replayed = await replay(caller, eventId, 2000);
    assert.deepEqual(
      replayed.map(({ run }) => run?.uuid),
      keys.map(({ runId }) => runId),
    );
  });

  it('says that events are lost when the log does not reach back', async () => {
    const caller = callerWithProject();
    const key = rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000);
    // Nothing was ever logged for the project, or it was dropped as a whole.
    const events = await follow(caller, { after: '1-0-0' });
    const gap = await events.take();
    assert.equal(gap?.__typename, 'RunEventsGap');
    assert.equal(gap.run, null);
    await publisher.publish([liveEvent('stored', 'create', key, { name: 'after' })]);
    assert.equal((await takeReal(events)).run?.name, 'after');
    await events.end();
  });

  it('refuses projects of others, and what is no event id', async () => {
    const caller = callerWithProject();
    const stranger = callerWithProject();
    const ask = (variables: Record<string, unknown>) => refusal(caller, runEvents, variables);
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
    assert.deepEqual(await refusal(ingestOnly, runEvents, { projectId: caller.projectId }), [
      'FORBIDDEN',
    ]);
  });

  it('ends when the client goes away', async () => {
    const caller = callerWithProject();
    const client = new AbortController();
    const events = await follow(caller, {}, runEvents, client.signal);
    await listening(caller, events);
    client.abort();
    let last = await events.take();
    while (last) last = await events.take();
    assert.equal(last, undefined);
  });
});

describe('traceEvents', () => {
  it('tells of the runs of one trace, which need not exist yet', async () => {
    const caller = callerWithProject();
    const root = rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000);
    const other = rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000);
    const events = await follow(caller, { traceUuid: root.traceId }, traceEvents);
    const child = { ...root, runId: uuidv7() };
    const first = await firstEvent(events, () =>
      publisher.publish([
        liveEvent('accepted', 'create', other, { name: 'other' }),
        liveEvent('accepted', 'create', child, { name: 'child', parentRunId: root.runId }),
      ]),
    );
    assert.equal(first?.run?.name, 'child');
    await publisher.publish([
      liveEvent('stored', 'create', other, { name: 'other' }),
      liveEvent('stored', 'update', child, { name: 'child', status: 'error', error: 'x' }),
    ]);
    for (let event = await events.take(); ; event = await events.take()) {
      assert.equal(event?.run?.uuid, child.runId);
      if (event.run.status === 'ERROR') break;
    }
    await events.end();
    assert.deepEqual(
      await refusal(caller, traceEvents, { projectId: caller.projectId, traceUuid: 'x' }),
      ['BAD_USER_INPUT'],
    );
  });
});

describe('runEvents by what only the store knows', () => {
  /** Stored runs of a project, and the live event before theirs. */
  async function storedRuns(count: number) {
    const caller = callerWithProject();
    const events = await follow(caller);
    const { eventId } = (await listening(caller, events))!;
    await events.end();
    const keys = Array.from({ length: count }, (_, index) =>
      rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000 + index),
    );
    await storeRuns(
      clickhouseUrl,
      keys.map((key, index) => ({
        key,
        name: `run ${index}`,
        threadId: index % 2 === 0 ? 'even' : 'odd',
        payloads: {
          inputs: JSON.stringify({ messages: [{ role: index % 3 === 0 ? 'third' : 'other' }] }),
        },
      })),
    );
    await storeFeedback(
      clickhouseUrl,
      keys.map(({ runId }, index) => ({
        workspaceId: caller.workspaceId,
        runId,
        key: 'correct',
        score: index % 4 === 0 ? 1 : 0,
      })),
    );
    const publish = () =>
      publisher.publish(
        keys.flatMap((key, index) => [
          liveEvent('accepted', 'create', key, { name: `hint ${index}` }),
          liveEvent('stored', 'create', key, { name: `run ${index}` }),
        ]),
      );
    return { caller, eventId, publish };
  }

  async function namesOf(caller: Caller, filter: unknown, after: string, count: number) {
    const events = await follow(caller, { filter, after });
    const names: string[] = [];
    while (names.length < count) names.push((await takeReal(events)).run!.name);
    await events.end();
    return names;
  }

  const cases: [string, Record<string, unknown>, (index: number) => boolean][] = [
    ['words', { search: 'third' }, (index) => index % 3 === 0],
    [
      'values inside payloads, and what the event says itself',
      { inputs: [{ key: 'messages.role', eq: 'third' }], name: { neq: 'run 3' } },
      (index) => index % 3 === 0 && index !== 3,
    ],
    [
      'feedback',
      { feedback: [{ key: { eq: 'correct' }, score: { gt: 0.5 } }] },
      (index) => index % 4 === 0,
    ],
    [
      'runs of the trace',
      { tree: { name: { in: ['run 1', 'run 5'] } } },
      (index) => index === 1 || index === 5,
    ],
    ['runs of the thread', { thread: { name: { eq: 'run 1' } } }, (index) => index % 2 === 1],
  ];
  for (const [what, filter, isWanted] of cases) {
    it(`decides ${what} when the run is stored`, async () => {
      const { caller, eventId, publish } = await storedRuns(12);
      await publish();
      const expected = Array.from({ length: 12 }, (_, index) => index).filter(isWanted);
      assert.deepEqual(
        await namesOf(caller, filter, eventId, expected.length),
        expected.map((index) => `run ${index}`),
      );
    });
  }

  it('asks once for many events and subscribers', async () => {
    const { caller, eventId, publish } = await storedRuns(300);
    await publish();
    graph.takeQueries();
    const names = await Promise.all(
      [1, 2, 3].map(() => namesOf(caller, { search: 'third' }, eventId, 100)),
    );
    assert.deepEqual(
      names.map(({ length }) => length),
      [100, 100, 100],
    );
    const queries = graph.takeQueries();
    assert.ok(queries.length < 20, `${queries.length} queries`);
  });
});

describe('threadEvents', () => {
  it('tells of the runs of one thread, which need not exist yet', async () => {
    const caller = callerWithProject();
    const key = rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000);
    const other = rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000);
    const events = await follow(caller, { threadId: 'mine' }, threadEvents);
    const first = await firstEvent(events, () =>
      publisher.publish([
        liveEvent('accepted', 'create', other, { name: 'other', threadId: 'theirs' }),
        liveEvent('accepted', 'create', key, { name: 'turn', threadId: 'mine' }),
      ]),
    );
    assert.equal(first?.run?.name, 'turn');
    await publisher.publish([
      liveEvent('accepted', 'update', other, { status: 'success' }),
      liveEvent('accepted', 'update', key, { status: 'success' }),
    ]);
    for (let event = await events.take(); ; event = await events.take()) {
      assert.equal(event?.run?.uuid, key.runId);
      if (event.run.status === 'SUCCESS') break;
    }
    await events.end();
    assert.deepEqual(
      await refusal(caller, threadEvents, { projectId: caller.projectId, threadId: '' }),
      ['BAD_USER_INPUT'],
    );
  });
});
