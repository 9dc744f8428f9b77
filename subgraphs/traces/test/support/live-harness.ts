import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { createLivePublisher, createLiveReader, createRedis } from '@runlight/queue';
import type { LiveRunEvent, RunKey } from '@runlight/run-model';
import { testStores } from '@runlight/testkit';
import type { ExecutionResult } from 'graphql';
import { rootKey } from './stored-runs.ts';
import { createTracesGraph, log, newCaller } from './traces-graph.ts';
import type { Caller } from './traces-graph.ts';

/** An event as the queries below ask for it. */
export interface Event {
  __typename: string;
  eventId: string;
  isStored?: boolean;
  run: { uuid: string; name: string; status: string; totalTokens: number | null } | null;
}

const fields = `__typename eventId ... on RunChanged { isStored } run { id uuid name runType status isRoot
  isPartial startedAt endedAt latencyMs error inputPreview tags metadata totalTokens totalCostUsd
  dottedOrder project { id } }`;
export const runEvents = `subscription ($projectId: ID!, $filter: RunFilter, $after: String) {
  runEvents(projectId: $projectId, filter: $filter, after: $after) { ${fields} } }`;
export const traceEvents = `subscription ($traceUuid: ID!, $projectId: ID!, $after: String) {
  traceEvents(traceUuid: $traceUuid, projectId: $projectId, after: $after) { ${fields} } }`;

export const threadEvents = `subscription ($projectId: ID!, $threadId: String!) {
  threadEvents(projectId: $projectId, threadId: $threadId) { ${fields} } }`;

export type LiveHarness = Awaited<ReturnType<typeof startLive>>;

/** The graph with a live log, and subscriptions to it. */
export async function startLive() {
  const knownProjects = new Set<string>();
  const stores = await testStores({ clickhouse: true, redis: true });
  const { redisUrl, clickhouseUrl } = stores;
  const redis = createRedis({ url: redisUrl, log, name: 'test', offlineQueue: true });
  const publisher = createLivePublisher(redis);
  const live = createLiveReader({ url: redisUrl, log });
  const graph = createTracesGraph(clickhouseUrl, {
    live,
    projects: { exists: (workspaceId, id) => Promise.resolve(knownProjects.has(workspaceId + id)) },
  });

  function callerWithProject(): Caller {
    const caller = newCaller();
    knownProjects.add(caller.workspaceId + caller.projectId);
    return caller;
  }

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

  function listening(caller: Caller, events: { take: () => Promise<Event | undefined> }) {
    const probe = rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000);
    return firstEvent(events, () =>
      publisher.publish([liveEvent('accepted', 'create', probe, { name: 'probe' })]),
    );
  }

  async function refusal(caller: Caller, query: string, variables: Record<string, unknown>) {
    const result = (await graph.subscribe(caller, query, variables)) as ExecutionResult;
    return result.errors?.map(({ extensions }) => extensions['code']);
  }

  return {
    graph,
    publisher,
    clickhouseUrl,
    callerWithProject,
    follow,
    listening,
    refusal,
    close: async () => {
      await graph.close();
      await live.close();
      redis.disconnect();
      await stores.close();
    },
  };
}

/** Sends again and again until the subscription tells of it: only then the reader surely listens. */
export async function firstEvent(
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

let sequence = 0;
export function liveEvent(
  stage: LiveRunEvent['stage'],
  kind: LiveRunEvent['kind'],
  key: RunKey,
  run: Partial<LiveRunEvent['run']>,
): LiveRunEvent {
  sequence += 1;
  return { stage, kind, key, sequence: String(sequence), run: { status: 'pending', ...run } };
}

/** Events of other runs than the probe. */
export async function takeReal(events: { take: () => Promise<Event | undefined> }): Promise<Event> {
  for (;;) {
    const event = await events.take();
    assert.ok(event, 'the subscription goes on');
    if (event.run?.name !== 'probe') return event;
  }
}
