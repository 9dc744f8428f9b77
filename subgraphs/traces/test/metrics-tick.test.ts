import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { LiveRunEntry } from '@runlight/run-model';
import { uuidv7 } from '@runlight/run-model';
import { createTracesGraph, newCaller } from './support/traces-graph.ts';
import type { Caller } from './support/traces-graph.ts';

const asked: { workspaceId: string; projectId: string; after?: string }[] = [];

/** A log that holds one event of every project. */
async function* subscribe(options: { workspaceId: string; projectId: string; after?: string }) {
  asked.push(options);
  const runId = uuidv7();
  const key = { ...options, traceStartUs: 0, traceId: runId, runId };
  const entry: LiveRunEntry = {
    eventId: '5-0',
    event: { stage: 'stored', kind: 'update', key, sequence: '1', run: { status: 'error' } },
  };
  yield await Promise.resolve(entry);
  await new Promise(() => undefined);
}

// Nothing is read from a store.
const graph = createTracesGraph('http://nobody:none@127.0.0.1:1/nowhere', { live: { subscribe } });
after(() => graph.close());

const document = `subscription ($projectId: ID!, $after: String) {
  metricsTick(projectId: $projectId, after: $after) { eventId runCount endedCount errorCount isGap } }`;

async function firstOf(caller: Caller, variables: Record<string, unknown>) {
  const answer = await graph.subscribe(caller, document, variables);
  if (!(Symbol.asyncIterator in answer)) {
    return answer.errors?.map(({ extensions }) => extensions['code']);
  }
  const { value } = await answer.next();
  await answer.return();
  return value as unknown;
}

test('ticks with what happened, from the event on that the subscriber saw last', async () => {
  const caller = newCaller();
  const answer = await firstOf(caller, { projectId: caller.project, after: '4-0' });
  assert.deepEqual(JSON.parse(JSON.stringify(answer)), {
    data: {
      metricsTick: { eventId: '5-0', runCount: 1, endedCount: 1, errorCount: 1, isGap: false },
    },
  });
  const { workspaceId, projectId } = caller;
  const { workspaceId: of, projectId: on, after: from } = asked.at(-1)!;
  assert.deepEqual([of, on, from], [workspaceId, projectId, '4-0']);
});

test('refuses what is not the caller’s, and what is no event', async () => {
  const caller = newCaller();
  const stranger = newCaller();
  assert.deepEqual(await firstOf(caller, { projectId: stranger.project }), ['NOT_FOUND']);
  const wrong = { projectId: caller.project, after: 'yesterday' };
  assert.deepEqual(await firstOf(caller, wrong), ['BAD_USER_INPUT']);
  const blind = newCaller(new Set(['runs:write']));
  assert.deepEqual(await firstOf(blind, { projectId: blind.project }), ['FORBIDDEN']);
});
