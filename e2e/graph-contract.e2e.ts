import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { waitFor } from '@runlight/testkit';
import { createClient } from 'graphql-ws';
import { Client, RunTree } from 'langsmith';
import { WebSocket } from 'ws';
import { graph } from '@runlight/testkit/graph-request';
import { startStack } from '@runlight/testkit/default-stack';
import type { Stack } from '@runlight/testkit/default-stack';

// The names that outside clients rely on, with an API key, over HTTP and over the socket.

let stack: Stack;
let client: Client;
before(async () => {
  stack = await startStack();
  client = new Client({ apiUrl: stack.url, apiKey: stack.apiKey });
});
after(() => stack?.stop());

async function sendRun(project: string, name: string): Promise<string> {
  const run = new RunTree({
    name,
    run_type: 'chain',
    inputs: { a: 1 },
    client,
    project_name: project,
  });
  await run.postRun();
  await run.end({ b: 2 });
  await run.patchRun();
  await client.awaitPendingTraceBatches();
  return run.id;
}

async function projectUuid(name: string): Promise<string> {
  const { data } = await graph<{ project: { id: string; uuid: string } | null }>(
    stack,
    'query ($name: String!) { project(name: $name) { id uuid } }',
    { name },
  );
  return data.project!.id;
}

interface RunEventResult {
  runEvents: { eventId: string; run: { uuid: string; name: string; status: string } | null };
}

test('viewer, projects and runs answer with the contract names', async () => {
  const id = await sendRun('contract', 'first');
  await waitFor(
    async () =>
      (await graph<{ run: unknown }>(stack, 'query ($id: ID!) { run(id: $id) { id } }', { id }))
        .data.run !== null,
    { timeoutMs: 10_000, what: 'the run' },
  );
  const answer = await graph<Record<string, never>>(
    stack,
    `query ($id: ID!) {
      viewer { workspaces { id name } }
      projects(first: 10) { nodes { id name } pageInfo { hasNextPage endCursor } }
      project(name: "contract") {
        runs(first: 5, filter: { isRoot: true, runType: { eq: CHAIN }, status: { in: [SUCCESS, PENDING] }, name: { contains: "irs" } }, timeRange: {}, orderBy: { field: STARTED_AT, direction: DESC }) {
          nodes { id uuid traceUuid name runType status startedAt endedAt latencyMs error inputPreview outputPreview tags metadata totalTokens totalCostUsd }
          pageInfo { hasNextPage endCursor }
        }
      }
      run(id: $id) { id inputs outputs parent { id } children { id } project { name } }
      trace(id: $id) { uuid runCount root { name } runs(first: 10) { nodes { name } } }
    }`,
    { id },
  );
  assert.equal(answer.errors, undefined, JSON.stringify(answer.errors));
  const data = answer.data as unknown as {
    viewer: { workspaces: { name: string }[] };
    project: { runs: { nodes: { uuid: string; status: string }[] } };
    run: { id: string; project: { name: string } };
    trace: { runCount: number };
  };
  assert.deepEqual(
    data.viewer.workspaces.map(({ name }) => name),
    ['default'],
  );
  assert.equal(data.project.runs.nodes[0]?.uuid, id);
  assert.equal(data.run.project.name, 'contract');
  assert.equal(data.trace.runCount, 1);
  const byGlobalId = await graph<{ run: { uuid: string } }>(
    stack,
    'query ($id: ID!) { run(id: $id) { uuid } }',
    { id: data.run.id },
  );
  assert.equal(byGlobalId.data.run.uuid, id);
});

test('an unknown id gives null and NOT_FOUND', async () => {
  const { data, errors } = await graph<{ run: null }>(
    stack,
    'query { run(id: "0199aaaa-0000-7000-8000-000000000000") { id } }',
  );
  assert.equal(data.run, null);
  assert.equal(errors?.[0]?.extensions?.code, 'NOT_FOUND');
});

test('a wrong or missing key is refused', async () => {
  for (const headers of [{}, { 'x-api-key': 'wrong-key-0123456789' }]) {
    const response = await fetch(`${stack.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: '{ viewer { workspaces { id } } }' }),
    });
    assert.equal(response.status, 401);
  }
});

test('runEvents streams live runs and resumes after a cut without a gap', async () => {
  await sendRun('live', 'warm-up');
  await waitFor(
    async () =>
      (await graph<{ project: unknown }>(stack, '{ project(name: "live") { id } }')).data
        .project !== null,
    { timeoutMs: 10_000, what: 'the project' },
  );
  const projectId = await projectUuid('live');
  const query = `subscription ($projectId: ID!, $after: String) {
    runEvents(projectId: $projectId, after: $after) { eventId run { uuid name status project { name } } } }`;

  const open = (after: string | null) => {
    const seen: RunEventResult['runEvents'][] = [];
    const errors: unknown[] = [];
    const socket = createClient({
      url: stack.url.replace('http', 'ws') + '/graphql',
      webSocketImpl: WebSocket,
      connectionParams: { apiKey: stack.apiKey },
      retryAttempts: 0,
    });
    socket.subscribe<RunEventResult>(
      { query, variables: { projectId, after } },
      {
        next: ({ data, errors: problems }) => {
          if (problems) errors.push(problems);
          if (data) seen.push(data.runEvents);
        },
        error: (error) => errors.push(error),
        complete: () => undefined,
      },
    );
    return { seen, errors, close: () => socket.dispose() };
  };

  const first = open(null);
  const ids = new Set<string>();
  const sendUntilSeen = async () => {
    ids.add(await sendRun('live', 'watched'));
    return first.seen.length > 0;
  };
  await waitFor(sendUntilSeen, { timeoutMs: 15_000, what: 'a first live event' });
  const watched = first.seen[0]!.run!.uuid;
  await waitFor(
    () => first.seen.some(({ run }) => run?.uuid === watched && run.status === 'SUCCESS'),
    {
      timeoutMs: 10_000,
      what: 'the end of the run as a live event',
    },
  );
  assert.deepEqual(first.errors, []);
  const last = first.seen.at(-1)!.eventId;
  await first.close();

  const missed = await sendRun('live', 'while away');
  const second = open(last);
  await waitFor(
    () => second.seen.some(({ run }) => run?.uuid === missed && run.status === 'SUCCESS'),
    {
      timeoutMs: 10_000,
      what: 'the run sent while away, replayed',
    },
  );
  assert.ok(second.seen.every(({ eventId }) => eventId !== last));
  assert.deepEqual(second.errors, []);
  await second.close();
});
