import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { bootstrap, createSignIn } from '@runlight/auth';
import { blobKey, createObjectStore } from '@runlight/objects';
import { createDatabase } from '@runlight/postgres';
import type { Database } from '@runlight/postgres';
import { createLivePublisher, createRedis } from '@runlight/queue';
import type { LiveRunEvent } from '@runlight/run-model';
import { createLogger } from '@runlight/service';
import { freePort, testStores, waitFor } from '@runlight/testkit';
import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import { WebSocket } from 'ws';

// The platform process as the supervisor starts it, on real engines, driven from outside.

const apiKey = `platform_test_${randomUUID()}`;
const secret = randomUUID() + randomUUID();
const log = createLogger({ service: 'test', level: 'silent' });
let stores: {
  clickhouseUrl: string;
  databaseUrl: string;
  redisUrl: string;
  close: () => Promise<void>;
};
let database: Database;
let redis: ReturnType<typeof createRedis>;
let publisher: ReturnType<typeof createLivePublisher>;
let platform: ChildProcess;
let url: string;
let output = '';
let objectsDir: string;

before(async () => {
  stores = await testStores({ clickhouse: true, postgres: true, redis: true });
  database = createDatabase({ url: stores.databaseUrl, log, applicationName: 'test' });
  await bootstrap({ db: database.db, apiKey, log });
  redis = createRedis({ url: stores.redisUrl, log, name: 'test' });
  publisher = createLivePublisher(redis);
  objectsDir = await mkdtemp(join(tmpdir(), 'runlight-objects-'));
  const port = await freePort();
  url = `http://localhost:${port}`;
  platform = spawn(process.execPath, [join(import.meta.dirname, '../src/platform.ts')], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      PUBLIC_URL: url,
      INGEST_URL: 'http://127.0.0.1:1',
      CLICKHOUSE_URL: stores.clickhouseUrl,
      DATABASE_URL: stores.databaseUrl,
      REDIS_URL: stores.redisUrl,
      OBJECT_STORE_URL: pathToFileURL(objectsDir).href,
      FEEDBACK_JOURNAL_DIR: join(objectsDir, 'journal'),
      AUTH_SECRET: secret,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [platform.stdout!, platform.stderr!]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const isReady = async () => {
    if (platform.exitCode !== null) throw new Error(output);
    return (await fetch(`${url}/ready`).catch(() => undefined))?.status === 200;
  };
  await waitFor(isReady, { timeoutMs: 20_000, what: 'the platform to be ready' });
});

after(async () => {
  if (platform?.exitCode === null) platform.kill('SIGKILL');
  redis?.disconnect();
  await database?.close();
  await stores?.close();
  await rm(objectsDir, { recursive: true, force: true });
});

interface Answer {
  data: Record<string, unknown> | null;
  errors?: { extensions: { code: string } }[];
}

async function graph(
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = { 'x-api-key': apiKey },
): Promise<{ status: number; body: Answer }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

interface ProjectIds {
  id: string;
  uuid: string;
  workspace: { uuid: string };
}

async function defaultProject(): Promise<ProjectIds> {
  const { body } = await graph('{ project(name: "default") { id uuid workspace { uuid } } }');
  assert.deepEqual(body.errors, undefined);
  return body.data!['project'] as ProjectIds;
}

let sequence = 0;
function liveEvent({ uuid, workspace }: ProjectIds, name: string): LiveRunEvent {
  const runId = randomUUID();
  const startUs = Date.now() * 1000;
  return {
    stage: 'accepted',
    kind: 'create',
    key: {
      workspaceId: workspace.uuid,
      projectId: uuid,
      traceStartUs: startUs,
      traceId: runId,
      runId,
    },
    sequence: String((sequence += 1)),
    run: { name, runType: 'chain', status: 'pending', startTimeUs: startUs, parentRunId: null },
  };
}

interface Seen {
  eventId: string;
  run: { name: string; project: { name: string } } | null;
}

const query = `subscription ($projectId: ID!, $after: String) {
  runEvents(projectId: $projectId, after: $after) { eventId run { name project { name } } } }`;

function listen(client: Client, variables: { projectId: string; after?: string }) {
  const seen: Seen[] = [];
  const errors: unknown[] = [];
  client.subscribe<{ runEvents: Seen }>(
    { query, variables },
    {
      next: ({ data, errors: problems }) => {
        if (problems) errors.push(problems);
        if (data) seen.push(data.runEvents);
      },
      error: (error) => errors.push(error),
      complete: () => undefined,
    },
  );
  return { seen, errors };
}

const open = (key: string): Client =>
  createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { apiKey: key },
    retryAttempts: 0,
  });

test('answers with an API key, across subgraphs', async () => {
  const { status, body } = await graph(`{
    viewer { workspaces { name } }
    project(name: "default") { name workspace { name } runs(first: 5) { nodes { id } } } }`);
  assert.equal(status, 200);
  assert.deepEqual(body, {
    data: {
      viewer: { workspaces: [{ name: 'default' }] },
      project: { name: 'default', workspace: { name: 'default' }, runs: { nodes: [] } },
    },
  });
  assert.equal((await graph('{ __typename }', {}, {})).status, 401);
});

test('signs a person in by link, and takes the cookie from our own pages only', async () => {
  const signIn = createSignIn({ db: database.db, baseUrl: url, secret, log });
  const token = new URL(await signIn.createSignInLink()).searchParams.get('token');
  const response = await fetch(`${url}/api/auth/sign-in/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ token }),
  });
  assert.equal(response.status, 200);
  const cookie = response.headers.getSetCookie()[0]!.split(';')[0]!;
  const mutation =
    'mutation { createApiKey(input: { name: "by hand" }) { apiKey { name } userErrors { code } } }';
  const own = await graph(mutation, {}, { cookie, origin: url });
  assert.deepEqual(own.body.data, {
    createApiKey: { apiKey: { name: 'by hand' }, userErrors: [] },
  });
  const foreign = await graph(mutation, {}, { cookie, origin: 'https://evil.example' });
  assert.equal(foreign.status, 403);
});

test('streams live runs joined with their project, and resumes after a cut', async () => {
  const project = await defaultProject();
  const first = open(apiKey);
  const live = listen(first, { projectId: project.id });
  // A subscription has no answer of its own: send until it hears.
  await waitFor(
    async () => {
      await publisher.publish([liveEvent(project, 'heard')]);
      return live.seen.length > 0;
    },
    { timeoutMs: 10_000, what: 'the first event' },
  );
  assert.deepEqual(live.seen[0]!.run, { name: 'heard', project: { name: 'default' } });
  assert.deepEqual(live.errors, []);
  const last = live.seen.at(-1)!.eventId;
  await first.dispose();

  await publisher.publish([liveEvent(project, 'missed 1'), liveEvent(project, 'missed 2')]);
  const second = open(apiKey);
  const resumed = listen(second, { projectId: project.id, after: last });
  await waitFor(() => resumed.seen.some(({ run }) => run?.name === 'missed 2'), {
    timeoutMs: 10_000,
    what: 'the missed events',
  });
  await publisher.publish([liveEvent(project, 'next')]);
  await waitFor(() => resumed.seen.at(-1)?.run?.name === 'next', {
    timeoutMs: 10_000,
    what: 'what happens after',
  });
  const names = resumed.seen.map(({ run }) => run?.name).filter((name) => name !== 'heard');
  assert.deepEqual(names, ['missed 1', 'missed 2', 'next']);
  assert.deepEqual(resumed.errors, []);
  await second.dispose();
});

/** A run with a file, as ingest and worker leave it. */
async function storeRunWithFile({ uuid: projectId, workspace }: ProjectIds, content: Buffer) {
  const runId = randomUUID();
  const key = blobKey(workspace.uuid, createHash('sha256').update(content).digest('hex'));
  const objects = createObjectStore({ url: pathToFileURL(objectsDir).href, log });
  await objects.put(key, content);
  const file = { mimeType: 'image/png', sizeBytes: content.length, blobKey: key };
  const row = {
    workspace_id: workspace.uuid,
    project_id: projectId,
    trace_start: '2026-01-02 03:04:05',
    trace_id: runId,
    id: runId,
    name: 'with a file',
    attachments: JSON.stringify({ 'plot.png': file }),
    version: 1,
  };
  const { origin, username, password, pathname } = new URL(stores.clickhouseUrl);
  const insert = 'INSERT INTO runs FORMAT JSONEachRow';
  const response = await fetch(
    `${origin}/?database=${pathname.slice(1)}&query=${encodeURIComponent(insert)}`,
    {
      method: 'POST',
      headers: { 'x-clickhouse-user': username, 'x-clickhouse-key': password },
      body: JSON.stringify(row),
    },
  );
  assert.equal(response.status, 200, await response.text());
  return runId;
}

test('links of the graph lead to the files, without a key', async () => {
  const content = Buffer.from('\x89PNG\r\n\x1a\n and more', 'latin1');
  const runId = await storeRunWithFile(await defaultProject(), content);
  const { body } = await graph('query ($id: ID!) { run(id: $id) { attachments { name url } } }', {
    id: runId,
  });
  assert.equal(body.errors, undefined);
  const { attachments } = body.data!['run'] as { attachments: { name: string; url: string }[] };
  const [attachment] = attachments;
  assert.equal(attachment!.name, 'plot.png');
  const response = await fetch(url + attachment!.url);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'image/png');
  assert.deepEqual(Buffer.from(await response.arrayBuffer()), content);
});

test('closes the socket of a revoked key within 10 s', async () => {
  const { id } = await database.db
    .selectFrom('api_key')
    .select('id')
    .where('name', '=', 'bootstrap')
    .executeTakeFirstOrThrow();
  const project = await defaultProject();
  const client = open(apiKey);
  const closed = new Promise<number>((resolve) => {
    client.on('closed', (event) => resolve((event as { code: number }).code));
  });
  const connected = new Promise<void>((resolve) => {
    client.on('connected', () => resolve());
  });
  listen(client, { projectId: project.id });
  await connected;
  const revokedAt = performance.now();
  await database.db
    .updateTable('api_key')
    .set({ revoked_at: new Date() })
    .where('id', '=', id)
    .execute();
  assert.equal(await closed, 4403);
  assert.ok(performance.now() - revokedAt < 10_000);
  assert.equal((await graph('{ __typename }')).status, 401);
});

test('stops cleanly, and has logged no error', async () => {
  const ended = once(platform, 'exit');
  platform.kill('SIGTERM');
  const [code] = (await ended) as [number];
  assert.equal(code, 0, output);
  assert.doesNotMatch(output, /"level":"(error|fatal)"/);
});
