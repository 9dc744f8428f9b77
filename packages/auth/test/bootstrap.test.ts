import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Tables } from '@runlight/postgres';
import { createLogger } from '@runlight/service';
import { testDatabase } from '@runlight/testkit/tenants';
import type { TestDatabase } from '@runlight/testkit/tenants';
import type { Kysely } from 'kysely';
import { bootstrap, createKeyDirectory } from '../src/index.ts';

const log = createLogger({ service: 'test', level: 'silent' });
let database: TestDatabase;
let db: Kysely<Tables>;

before(async () => {
  database = await testDatabase();
  db = database.db;
});
after(() => database.close());

const find = async (key: string) => {
  const keys = createKeyDirectory({ db, log });
  const identity = await keys.find(key);
  await keys.close();
  return identity;
};

// In order: each step is a later start of the same installation.
describe('bootstrap', () => {
  let generated: string;

  test('two first starts at once make one workspace and show one key', async () => {
    const results = await Promise.all([bootstrap({ db, log }), bootstrap({ db, log })]);
    const keys = results.map(({ createdApiKey }) => createdApiKey).filter(Boolean);
    assert.equal(keys.length, 1);
    generated = keys[0]!;
    const workspaces = await db.selectFrom('workspace').select(['id', 'name']).execute();
    assert.deepEqual(
      workspaces.map(({ name }) => name),
      ['default'],
    );
    const projects = await db.selectFrom('project').select(['workspace_id', 'name']).execute();
    assert.deepEqual(projects, [{ workspace_id: workspaces[0]!.id, name: 'default' }]);
    const members = await db.selectFrom('workspace_member').select('role').execute();
    assert.deepEqual(members, [{ role: 'owner' }]);
    assert.equal((await find(generated))?.scope, 'full');
  });

  test('a later start shows and makes nothing', async () => {
    assert.deepEqual(await bootstrap({ db, log }), {});
    assert.equal((await db.selectFrom('api_key').select('id').execute()).length, 1);
  });

  test('a preset key is made sure of on each start, beside others', async () => {
    const apiKey = 'preset_0123456789';
    await Promise.all([bootstrap({ db, apiKey, log }), bootstrap({ db, apiKey, log })]);
    assert.ok(await find(apiKey));
    assert.ok(await find(generated));
    assert.equal((await db.selectFrom('api_key').select('id').execute()).length, 2);
  });

  test('a renamed workspace is still the first one', async () => {
    await db.updateTable('workspace').set({ name: 'Production' }).execute();
    await bootstrap({ db, log, apiKey: 'preset_renamed_0123' });
    assert.equal((await db.selectFrom('workspace').select('id').execute()).length, 1);
    assert.ok(await find('preset_renamed_0123'));
  });

  test('a restart does not bring a revoked preset key back', async () => {
    const apiKey = 'preset_0123456789';
    await db.updateTable('api_key').set({ revoked_at: new Date() }).execute();
    await bootstrap({ db, apiKey, log });
    assert.equal(await find(apiKey), undefined);
  });

  test('a preset key of the wrong form is refused', async () => {
    for (const apiKey of ['short', 'x'.repeat(129), 'with a blank 0123456']) {
      await assert.rejects(bootstrap({ db, apiKey, log }), { code: 'BAD_USER_INPUT' });
    }
  });
});
