import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createDatabase } from '@runlight/postgres';
import type { Tables } from '@runlight/postgres';
import { createLogger } from '@runlight/service';
import { waitFor } from '@runlight/testkit';
import { createTenant, testDatabase } from '@runlight/testkit/tenants';
import type { TestDatabase } from '@runlight/testkit/tenants';
import type { Kysely } from 'kysely';
import { createKeyDirectory, displayPrefix, generateApiKey, hashApiKey } from '../src/index.ts';

const log = createLogger({ service: 'test', level: 'silent' });
let database: TestDatabase;
let db: Kysely<Tables>;

before(async () => {
  database = await testDatabase();
  db = database.db;
});
after(() => database.close());

async function createKey(options: { expiresAt?: Date } = {}) {
  const tenant = await createTenant(db);
  const key = generateApiKey();
  const keyId = randomUUID();
  await db
    .insertInto('api_key')
    .values({
      id: keyId,
      workspace_id: tenant.workspaceId,
      name: 'test',
      display_prefix: displayPrefix(key),
      secret_sha256: hashApiKey(key),
      scope: 'ingest',
      created_by: null,
      last_used_at: null,
      expires_at: options.expiresAt ?? null,
      revoked_at: null,
    })
    .execute();
  return { ...tenant, key, keyId };
}

const revoke = (keyId: string) =>
  db.updateTable('api_key').set({ revoked_at: new Date() }).where('id', '=', keyId).execute();

/** A directory whose clock the test moves. */
function directoryAt(startMs = Date.now(), database = db) {
  const clock = { nowMs: startMs };
  return { clock, keys: createKeyDirectory({ db: database, log, now: () => clock.nowMs }) };
}

describe('the key directory', () => {
  test('says which workspace and scope a key stands for', async () => {
    const { key, keyId, workspaceId, organizationId } = await createKey();
    const { keys } = directoryAt();
    assert.deepEqual(await keys.find(key), {
      keyId,
      workspaceId,
      organizationId,
      scope: 'ingest',
      mayDelete: false,
    });
    await keys.close();
  });

  test('knows nothing of unknown, mistyped and shapeless keys', async () => {
    const { key } = await createKey();
    const { keys } = directoryAt();
    for (const other of [
      generateApiKey(),
      `${key.slice(0, -1)}!`,
      '',
      `${key}x`,
      '\0'.repeat(20),
    ]) {
      assert.equal(await keys.find(other), undefined);
    }
  });

  test('a revoked key works for ten seconds at most', async () => {
    const { key, keyId } = await createKey();
    const { clock, keys } = directoryAt();
    assert.ok(await keys.find(key));
    await revoke(keyId);
    clock.nowMs += 10_000;
    assert.equal(await keys.find(key), undefined);
    await keys.close();
  });

  test('a busy key is asked about ahead of time, so that revocation needs no waiting request', async () => {
    const { key, keyId } = await createKey();
    const { clock, keys } = directoryAt();
    await keys.find(key);
    await revoke(keyId);
    clock.nowMs += 6000;
    assert.ok(await keys.find(key), 'the cached answer is used while the new one is fetched');
    await waitFor(async () => (await keys.find(key)) === undefined, {
      timeoutMs: 5000,
      what: 'the answer fetched in the background',
    });
    await keys.close();
  });

  test('a key that was unknown works seconds after it was created', async () => {
    const { key, keyId } = await createKey();
    await revoke(keyId);
    const { clock, keys } = directoryAt();
    assert.equal(await keys.find(key), undefined);
    await db.updateTable('api_key').set({ revoked_at: null }).where('id', '=', keyId).execute();
    clock.nowMs += 2000;
    assert.ok(await keys.find(key));
    await keys.close();
  });

  test('a key ends at its time, cached or not', async () => {
    const { key } = await createKey({ expiresAt: new Date(Date.now() + 5000) });
    const { clock, keys } = directoryAt();
    assert.ok(await keys.find(key));
    clock.nowMs += 5000;
    assert.equal(await keys.find(key), undefined);
    await keys.close();
  });

  test('last use is written, and not again within the minute', async () => {
    const { key, keyId } = await createKey();
    const lastUse = async () =>
      (
        await db
          .selectFrom('api_key')
          .select('last_used_at')
          .where('id', '=', keyId)
          .executeTakeFirstOrThrow()
      ).last_used_at;
    const first = directoryAt();
    await Promise.all([first.keys.find(key), first.keys.find(key)]);
    await first.keys.close();
    const written = await lastUse();
    assert.ok(written);
    const other = directoryAt();
    await other.keys.find(key);
    await other.keys.close();
    assert.deepEqual(await lastUse(), written, 'another process writes no second time');
  });

  test('without the database known keys work for a minute and others are not refused', async () => {
    const { key } = await createKey();
    const own = createDatabase({ url: database.url, log, applicationName: 'test' });
    const { clock, keys } = directoryAt(Date.now(), own.db);
    assert.ok(await keys.find(key));
    await own.close();

    await assert.rejects(keys.find(generateApiKey()), { code: 'UNAVAILABLE', retryable: true });
    for (const ageMs of [11_000, 59_000]) {
      clock.nowMs += ageMs - 10_000;
      assert.ok(await keys.find(key), `after ${ageMs} ms`);
      clock.nowMs += 1000;
    }
    clock.nowMs += 61_000;
    await assert.rejects(keys.find(key), { code: 'UNAVAILABLE' });
  });

  test('a silent database holds nobody up for long', async () => {
    const { key } = await createKey();
    let silent = false;
    const moody = db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: ({ result }) =>
        silent ? new Promise(() => undefined) : Promise.resolve(result),
    });
    const { clock, keys } = directoryAt(Date.now(), moody);
    assert.ok(await keys.find(key));
    await keys.close();
    silent = true;
    clock.nowMs += 20_000;
    const begin = performance.now();
    const answers = await Promise.all([
      keys.find(key),
      assert.rejects(keys.find(generateApiKey()), { code: 'UNAVAILABLE' }),
    ]);
    assert.ok(answers[0]);
    assert.ok(performance.now() - begin < 5000);
    assert.ok(await keys.find(key), 'the next one does not wait at all');
  });

  test('callers at the same time share one question', async () => {
    const { key } = await createKey();
    let questions = 0;
    const counting = db.withPlugin({
      transformQuery: ({ node }) => {
        if (node.kind === 'SelectQueryNode') questions += 1;
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    });
    const { keys } = directoryAt(Date.now(), counting);
    await Promise.all(Array.from({ length: 50 }, () => keys.find(key)));
    await keys.close();
    assert.equal(questions, 1);
  });
});
