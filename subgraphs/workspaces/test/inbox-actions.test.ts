import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { scopedGlobalId } from '@runlight/graphql';
import { testDatabase } from '@runlight/testkit/tenants';
import type { TestDatabase } from '@runlight/testkit/tenants';
import { createGraph, createWorkspace } from './graph.ts';
import type { Ask } from './graph.ts';
import { listProblems, mutate, secondsAgo } from './inbox-graph.ts';
import type { Json } from './inbox-graph.ts';
import { buryLetter, recordRejection } from './problems.ts';

let database: TestDatabase;
let ask: Ask;
before(async () => {
  database = await testDatabase();
  ask = createGraph(database);
});
after(() => database.close());

const userErrors = 'userErrors { code path }';

describe('replay and purge (O2)', () => {
  test('asks for letters to be stored again, and says what cannot be', async () => {
    const workspace = await createWorkspace(database);
    const good = await buryLetter(database.db, workspace);
    const corrupt = await buryLetter(database.db, workspace, { reason: 'corrupt' });
    const deleted = await buryLetter(database.db, workspace, { reason: 'project_deleted' });
    const rejection = await recordRejection(database.db, workspace);
    const missing = scopedGlobalId('IngestProblem', workspace.workspaceId, randomUUID());
    const ids = [good.id, corrupt.id, rejection.id, missing, 'garbage', good.id, deleted.id];
    const fields = `requested problems { id state canReplay } ${userErrors}`;
    const payload = await mutate(ask, workspace, 'replayIngestProblems', { ids }, fields);
    assert.equal(payload['requested'], 1);
    const problems = payload['problems'] as { id: string; state: string; canReplay: boolean }[];
    assert.deepEqual(
      problems.filter(({ state }) => state === 'REPLAY_REQUESTED').map(({ id }) => id),
      [good.id],
    );
    assert.equal(problems.length, 4);
    const errors = payload['userErrors'] as { code: string; path: string[] }[];
    assert.deepEqual(errors.map(({ code, path }) => `${code} ${path.join('.')}`).toSorted(), [
      'INVALID ids.1',
      'INVALID ids.2',
      'INVALID ids.6',
      'NOT_FOUND ids.3',
      'NOT_FOUND ids.4',
    ]);
    const row = await database.db
      .selectFrom('ingest_dead_letter')
      .select(['replay_requested_by', 'replay_requested_at'])
      .where('id', '=', good.uuid)
      .executeTakeFirstOrThrow();
    assert.equal(row.replay_requested_by, `user ${workspace.ownerId}`);

    const again = await mutate(
      ask,
      workspace,
      'replayIngestProblems',
      { ids: [good.id] },
      'requested',
    );
    assert.equal(again['requested'], 1);
    const later = await database.db
      .selectFrom('ingest_dead_letter')
      .select('replay_requested_at')
      .where('id', '=', good.uuid)
      .executeTakeFirstOrThrow();
    assert.deepEqual(later.replay_requested_at, row.replay_requested_at);
  });

  test('takes 1 to 100 ids', async () => {
    const workspace = await createWorkspace(database);
    for (const name of ['replay', 'purge']) {
      for (const ids of [[], Array.from({ length: 101 }, () => 'x')]) {
        const { codes } = await ask(
          workspace.owner,
          `mutation ($ids: [ID!]!) { ${name}IngestProblems(input: { ids: $ids }) { ${userErrors} } }`,
          { ids },
        );
        assert.deepEqual(codes, ['BAD_USER_INPUT']);
      }
    }
  });

  test('replays all of a filter that can be, and leaves what came later', async () => {
    const workspace = await createWorkspace(database);
    for (let index = 0; index < 3; index += 1) {
      await buryLetter(database.db, workspace, { lastAt: secondsAgo(60) });
    }
    await buryLetter(database.db, workspace, { reason: 'corrupt', lastAt: secondsAgo(60) });
    await recordRejection(database.db, workspace, { lastAt: secondsAgo(60) });
    await buryLetter(database.db, workspace);
    const until = secondsAgo(30).toISOString();
    const fields = 'requested skipped hasMore';
    const input = { filter: { until } };
    const first = await mutate(ask, workspace, 'replayAllIngestProblems', input, fields);
    assert.deepEqual(first, { requested: 3, skipped: 2, hasMore: false });
    const second = await mutate(ask, workspace, 'replayAllIngestProblems', input, fields);
    assert.deepEqual(second, { requested: 0, skipped: 2, hasMore: false });
  });

  test('purges what is named, of both kinds, and tells what was not there', async () => {
    const workspace = await createWorkspace(database);
    const letter = await buryLetter(database.db, workspace);
    const rejection = await recordRejection(database.db, workspace);
    const kept = await buryLetter(database.db, workspace);
    const ids = [letter.id, rejection.id, 'garbage'];
    const payload = await mutate(
      ask,
      workspace,
      'purgeIngestProblems',
      { ids },
      `purged purgedIds ${userErrors}`,
    );
    assert.deepEqual(payload, {
      purged: 2,
      purgedIds: [rejection.id, letter.id],
      userErrors: [{ code: 'NOT_FOUND', path: ['ids', '2'] }],
    });
    assert.deepEqual(
      (await listProblems(ask, workspace)).page!.nodes.map(({ id }) => id),
      [kept.id],
    );
  });

  test('purges all of a filter and nothing of another workspace', async () => {
    const workspace = await createWorkspace(database);
    const other = await createWorkspace(database);
    await buryLetter(database.db, other);
    await buryLetter(database.db, workspace);
    await recordRejection(database.db, workspace);
    await recordRejection(database.db, workspace, { code: 'malformed' });
    const purge = (filter: Json) =>
      mutate(ask, workspace, 'purgeAllIngestProblems', { filter }, 'purged hasMore');
    assert.deepEqual(await purge({ code: 'malformed' }), { purged: 1, hasMore: false });
    assert.deepEqual(await purge({}), { purged: 2, hasMore: false });
    assert.equal((await listProblems(ask, other)).page!.nodes.length, 1);
  });
});
