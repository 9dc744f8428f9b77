import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Principal } from '@runlight/auth';
import type { RequestContext } from '@runlight/graphql';
import { createNotificationListener } from '@runlight/postgres';
import type { NotificationListener } from '@runlight/postgres';
import { createLogger } from '@runlight/service';
import { freePort, waitFor } from '@runlight/testkit';
import { testDatabase } from '@runlight/testkit/tenants';
import type { TestDatabase } from '@runlight/testkit/tenants';
import { parse, subscribe } from 'graphql';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { sql } from 'kysely';
import { createWorkspacesSubgraph, ingestProblemChannel } from '../src/index.ts';
import { createWorkspace } from './graph.ts';
import type { Workspace } from './graph.ts';
import { buryLetter, recordRejection } from './problems.ts';

const log = createLogger({ service: 'test', level: 'silent' });
const applicationName = 'inbox-listener';
let database: TestDatabase;
let listener: NotificationListener;
let schema: GraphQLSchema;

const listenTo = (url: string) =>
  createNotificationListener({ url, log, applicationName, channel: ingestProblemChannel });

before(async () => {
  database = await testDatabase();
  listener = listenTo(database.url);
  ({ schema } = createWorkspacesSubgraph({ database, problemListener: listener }));
});
after(async () => {
  await listener.close();
  await database.close();
});

interface Event {
  __typename: string;
  eventId: string;
  problem: { id: string; kind: string; state: string; occurrences: number } | null;
  problemId?: string;
}

const document = parse(`subscription ($after: String) {
  ingestProblemEvents(after: $after) {
    __typename eventId problem { id kind state occurrences }
    ... on IngestProblemRemoved { problemId }
  }
}`);

async function openStream(
  principal: Principal | undefined,
  after: string | null = null,
  on: GraphQLSchema = schema,
) {
  const aborting = new AbortController();
  const context = { principal, requestId: 'r', log, signal: aborting.signal } as RequestContext;
  const stream = await subscribe({
    schema: on,
    document,
    variableValues: { after },
    contextValue: context,
  });
  return { stream, aborting };
}

/** A subscription whose events can be taken one by one. */
async function open(principal: Principal, after: string | null = null) {
  const { stream, aborting } = await openStream(principal, after);
  assert.ok(Symbol.asyncIterator in stream, JSON.stringify(stream));
  const events = stream as AsyncGenerator<ExecutionResult>;
  return {
    async next(): Promise<Event> {
      const { value } = (await events.next()) as { value: ExecutionResult };
      assert.deepEqual(value.errors ?? [], []);
      // Copied, as graphql-js gives objects without a prototype.
      return JSON.parse(JSON.stringify(value.data!['ingestProblemEvents'])) as Event;
    },
    isOver: async () => (await events.next()).done,
    stop: () => events.return(undefined),
    abort: () => aborting.abort(),
  };
}

async function refusal(principal: Principal | undefined, after?: string, on?: GraphQLSchema) {
  const { stream } = await openStream(principal, after, on);
  assert.ok(!(Symbol.asyncIterator in stream));
  return stream.errors?.map(({ extensions }) => extensions['code']);
}

const requestReplay = ({ workspaceId }: Workspace) =>
  database.db
    .updateTable('ingest_dead_letter')
    .set({ replay_requested_at: new Date() })
    .where('workspace_id', '=', workspaceId)
    .execute();

const purge = ({ workspaceId }: Workspace) =>
  database.db.deleteFrom('ingest_dead_letter').where('workspace_id', '=', workspaceId).execute();

describe('events of the inbox (O2)', () => {
  test('tell of a problem as it comes, changes and goes', async () => {
    const workspace = await createWorkspace(database);
    const events = await open(workspace.owner);
    const { id } = await buryLetter(database.db, workspace);
    const came = await events.next();
    assert.deepEqual(came, {
      __typename: 'IngestProblemChanged',
      eventId: came.eventId,
      problem: { id, kind: 'DEAD', state: 'NEW', occurrences: 1 },
    });
    await requestReplay(workspace);
    const changed = await events.next();
    assert.equal(changed.problem?.state, 'REPLAY_REQUESTED');
    await purge(workspace);
    const gone = await events.next();
    assert.deepEqual(gone, {
      __typename: 'IngestProblemRemoved',
      eventId: gone.eventId,
      problem: null,
      problemId: id,
    });
    for (const { eventId } of [came, changed, gone]) assert.match(eventId, /^\d+-\d+-\d+$/);
    await events.stop();
  });

  test('tell of refusals, new and repeated', async () => {
    const workspace = await createWorkspace(database);
    const events = await open(workspace.owner);
    const { uuid } = await recordRejection(database.db, workspace);
    assert.equal((await events.next()).problem?.occurrences, 3);
    await database.db
      .updateTable('ingest_rejection')
      .set({ occurrences: 9 })
      .where('id', '=', uuid)
      .execute();
    assert.equal((await events.next()).problem?.occurrences, 9);
    await events.stop();
  });

  test('of another workspace are not told', async () => {
    const [a, b] = [await createWorkspace(database), await createWorkspace(database)];
    const events = await open(b.owner);
    await buryLetter(database.db, a);
    await requestReplay(a);
    const own = await buryLetter(database.db, b);
    assert.equal((await events.next()).problem?.id, own.id);
    await events.stop();
  });

  test('need a caller with the right', async () => {
    const workspace = await createWorkspace(database);
    assert.deepEqual(await refusal(undefined), ['UNAUTHENTICATED']);
    for (const role of ['editor', 'annotator', 'viewer'] as const) {
      assert.deepEqual(await refusal(workspace.person(role)), ['FORBIDDEN'], role);
    }
    for (const scope of ['ingest', 'read', 'full'] as const) {
      assert.deepEqual(await refusal(workspace.machine(scope)), ['FORBIDDEN'], scope);
    }
    assert.deepEqual(await refusal(workspace.owner, 'garbage'), ['BAD_USER_INPUT']);
  });

  test('go on after the last one seen', async () => {
    const workspace = await createWorkspace(database);
    const first = await open(workspace.owner);
    await buryLetter(database.db, workspace);
    const { eventId } = await first.next();
    await first.stop();
    const missed = await buryLetter(database.db, workspace);
    const other = await createWorkspace(database);
    await buryLetter(database.db, other);
    // Announcements come in order: once this one is here, the others are known.
    const watch = await open(other.owner);
    await buryLetter(database.db, other);
    await watch.next();
    await watch.stop();

    const second = await open(workspace.owner, eventId);
    const replayed = await second.next();
    assert.equal(replayed.problem?.id, missed.id);
    const fresh = await buryLetter(database.db, workspace);
    assert.equal((await second.next()).problem?.id, fresh.id);
    await second.stop();
  });

  test('an id of another server, or too old, is one gap and then what comes', async () => {
    const workspace = await createWorkspace(database);
    const events = await open(workspace.owner, '1764000000000-1-1');
    const gap = await events.next();
    assert.deepEqual(gap, {
      __typename: 'IngestProblemEventsGap',
      eventId: gap.eventId,
      problem: null,
    });
    const { id } = await buryLetter(database.db, workspace);
    assert.equal((await events.next()).problem?.id, id);
    await events.stop();
  });

  test('a change of very many at once is one gap', async () => {
    const workspace = await createWorkspace(database);
    await sql`
      INSERT INTO ingest_rejection
        (id, workspace_id, key_id, sdk, code, reason, occurrences, part, sample, first_at, last_at)
      SELECT gen_random_uuid(), ${workspace.workspaceId}, gen_random_uuid(), '', 'invalid', 'x', 1, '',
             '', now(), now()
      FROM generate_series(1, 101)`.execute(database.db);
    const events = await open(workspace.owner);
    await database.db
      .deleteFrom('ingest_rejection')
      .where('workspace_id', '=', workspace.workspaceId)
      .execute();
    assert.equal((await events.next()).__typename, 'IngestProblemEventsGap');
    await events.stop();
  });

  test('a subscriber that does not read costs a bounded queue, and gets a gap', async () => {
    const workspace = await createWorkspace(database);
    const slow = await open(workspace.owner);
    const quick = await open(workspace.owner);
    for (let index = 0; index < 300; index += 1) {
      await recordRejection(database.db, workspace, { reason: `reason ${index}` });
      await quick.next();
    }
    assert.equal((await slow.next()).__typename, 'IngestProblemEventsGap');
    const later = await slow.next();
    assert.equal(later.__typename, 'IngestProblemChanged');
    await Promise.all([slow.stop(), quick.stop()]);
  });

  test('end when the client is gone, also while waiting', async () => {
    const workspace = await createWorkspace(database);
    const aborted = await open(workspace.owner);
    const over = aborted.isOver();
    aborted.abort();
    assert.equal(await over, true);
    const stopped = await open(workspace.owner);
    const waiting = stopped.isOver();
    await stopped.stop();
    assert.equal(await waiting, true);
  });

  test('go on by themselves when the database was away, with a gap', async () => {
    const workspace = await createWorkspace(database);
    const events = await open(workspace.owner);
    const connections = () =>
      sql<{ pid: number }>`
        SELECT pid FROM pg_stat_activity WHERE application_name = ${applicationName}`.execute(
        database.db,
      );
    const { rows } = await connections();
    assert.equal(rows.length, 1, 'one connection, however many subscribe');
    await sql`SELECT pg_terminate_backend(${rows[0]!.pid})`.execute(database.db);
    assert.equal((await events.next()).__typename, 'IngestProblemEventsGap');
    await waitFor(async () => (await connections()).rows.length === 1, {
      timeoutMs: 5000,
      what: 'the connection to be back',
    });
    const { id } = await buryLetter(database.db, workspace);
    assert.equal((await events.next()).problem?.id, id);
    await events.stop();
  });

  test('are UNAVAILABLE while the database cannot be reached', async () => {
    const workspace = await createWorkspace(database);
    const unreachable = listenTo(`postgres://x:y@127.0.0.1:${await freePort()}/z`);
    const broken = createWorkspacesSubgraph({ database, problemListener: unreachable });
    assert.deepEqual(await refusal(workspace.owner, undefined, broken.schema), ['UNAVAILABLE']);
    await unreachable.close();
    const none = createWorkspacesSubgraph({ database });
    assert.deepEqual(await refusal(workspace.owner, undefined, none.schema), ['UNAVAILABLE']);
  });
});
