import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { testDatabase } from '@runlight/testkit/tenants';
import type { TestDatabase } from '@runlight/testkit/tenants';
import { sql } from 'kysely';
import { createGraph, createWorkspace } from './graph.ts';
import type { Ask, Workspace } from './graph.ts';
import { secondsAgo } from './inbox-graph.ts';
import type { Json } from './inbox-graph.ts';
import { buryLetter } from './problems.ts';

let database: TestDatabase;
let ask: Ask;
const lag = new Map<string, string>();

before(async () => {
  database = await testDatabase();
  ask = createGraph(database, {
    redis: {
      hmget: ((_key: string, ...fields: string[]) =>
        Promise.resolve(fields.map((field) => lag.get(field) ?? null))) as never,
    },
  });
});
after(() => database.close());

describe('how ingestion stands', () => {
  const status = async (workspace: Workspace, fields: string) => {
    const { data, codes } = await ask(
      workspace.person('viewer'),
      `{ viewer { workspace { ingestStatus { ${fields} } } } }`,
    );
    assert.deepEqual(codes, []);
    return (data!['viewer'] as unknown as { workspace: { ingestStatus: Json } }).workspace
      .ingestStatus;
  };
  const all =
    'lagSeconds isDelayed lastStoredAt usageToday { operations bytes } audits { hour recorded stored }';

  test('a new workspace has nothing, and the lag is not known without a worker', async () => {
    lag.clear();
    const workspace = await createWorkspace(database);
    assert.deepEqual(await status(workspace, all), {
      lagSeconds: null,
      isDelayed: false,
      lastStoredAt: null,
      usageToday: { operations: '0', bytes: '0' },
      audits: [],
    });
  });

  test('usage of today, the last stored batch and the audits of a day are told', async () => {
    const workspace = await createWorkspace(database);
    const { workspaceId } = workspace;
    await sql`
      INSERT INTO ingest_usage (workspace_id, day, operations, bytes, last_stored_at) VALUES
        (${workspaceId}, (now() AT TIME ZONE 'UTC')::date, 7, 5000000000, '2026-11-25T07:00:00Z'),
        (${workspaceId}, (now() AT TIME ZONE 'UTC')::date - 1, 100, 100, '2026-11-24T07:00:00Z')`.execute(
      database.db,
    );
    await sql`
      INSERT INTO ingest_audit (workspace_id, hour, recorded, stored) VALUES
        (${workspaceId}, date_trunc('hour', now()), 7, 6),
        (${workspaceId}, date_trunc('hour', now()) - interval '2 days', 1, 1)`.execute(database.db);
    lag.set('*', `0 ${Date.now()}`);
    const told = await status(workspace, all);
    assert.deepEqual(
      {
        ...told,
        audits: (told['audits'] as Json[]).map(({ recorded, stored }) => [recorded, stored]),
      },
      {
        lagSeconds: 0,
        isDelayed: false,
        lastStoredAt: '2026-11-25T07:00:00.000000Z',
        usageToday: { operations: '7', bytes: '5000000000' },
        audits: [['7', '6']],
      },
    );
  });

  test('a workspace whose batches wait is delayed, others are not', async () => {
    const [slow, quick] = [await createWorkspace(database), await createWorkspace(database)];
    lag.set('*', `0 ${Date.now()}`);
    lag.set(slow.workspaceId, `${Date.now() - 40_000} ${Date.now()}`);
    const told = await status(slow, 'lagSeconds isDelayed');
    assert.equal(told['isDelayed'], true);
    assert.equal(Math.round(told['lagSeconds'] as number), 40);
    assert.deepEqual(await status(quick, 'lagSeconds isDelayed'), {
      lagSeconds: 0,
      isDelayed: false,
    });
  });

  test('without Redis the rest is told all the same (A3)', async () => {
    const broken = createGraph(database, {
      redis: { hmget: () => Promise.reject(new Error('gone')) },
    });
    const workspace = await createWorkspace(database);
    await buryLetter(database.db, workspace);
    await buryLetter(database.db, workspace, { lastAt: secondsAgo(2 * 86_400) });
    const { data, codes } = await broken(
      workspace.owner,
      '{ viewer { workspace { ingestStatus { lagSeconds isDelayed problemsLast24h } } } }',
    );
    assert.deepEqual(codes, []);
    assert.deepEqual(data, {
      viewer: {
        workspace: { ingestStatus: { lagSeconds: null, isDelayed: false, problemsLast24h: 1 } },
      },
    });
  });
});
