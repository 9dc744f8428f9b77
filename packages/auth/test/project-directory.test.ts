import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createDatabase } from '@runlight/postgres';
import type { Tables } from '@runlight/postgres';
import { createLogger } from '@runlight/service';
import { createTenant, testDatabase } from '@runlight/testkit/tenants';
import type { TestDatabase } from '@runlight/testkit/tenants';
import type { Kysely } from 'kysely';
import { createProjectDirectory } from '../src/index.ts';

const log = createLogger({ service: 'test', level: 'silent' });
let database: TestDatabase;
let db: Kysely<Tables>;

before(async () => {
  database = await testDatabase();
  db = database.db;
});
after(() => database.close());

const namesOf = async (workspaceId: string) =>
  (
    await db.selectFrom('project').select('name').where('workspace_id', '=', workspaceId).execute()
  ).map(({ name }) => name);

describe('the project directory', () => {
  test('the same name at once, from several processes, makes one project', async () => {
    const { workspaceId } = await createTenant(db);
    const directories = Array.from({ length: 8 }, () => createProjectDirectory({ db }));
    const ids = await Promise.all(
      directories.flatMap(({ idOf }) => [idOf(workspaceId, 'chat'), idOf(workspaceId, ' chat ')]),
    );
    assert.equal(new Set(ids).size, 1);
    assert.deepEqual(await namesOf(workspaceId), ['chat']);
  });

  test('two workspaces have their own project of a name', async () => {
    const [one, two] = [await createTenant(db), await createTenant(db)];
    const { idOf, exists } = createProjectDirectory({ db });
    const id = await idOf(one.workspaceId, 'chat');
    assert.notEqual(await idOf(two.workspaceId, 'chat'), id);
    assert.equal(await exists(one.workspaceId, id), true);
    assert.equal(await exists(two.workspaceId, id), false);
  });

  test('a name is stored in its normal form and refused beyond its length', async () => {
    const { workspaceId } = await createTenant(db);
    const { idOf } = createProjectDirectory({ db });
    const id = await idOf(workspaceId, 'a\0\ud800');
    assert.equal(await idOf(workspaceId, 'a\ufffd\ufffd'), id);
    for (const name of ['', '   ', 'x'.repeat(257), 'x'.repeat(100_000)]) {
      await assert.rejects(idOf(workspaceId, name), { code: 'BAD_USER_INPUT' });
    }
    await idOf(workspaceId, '🦜'.repeat(256));
  });

  test('a known name needs no database', async () => {
    const { workspaceId } = await createTenant(db);
    const own = createDatabase({ url: database.url, log, applicationName: 'test' });
    const { idOf, exists } = createProjectDirectory({ db: own.db, cacheMs: 1 });
    const id = await idOf(workspaceId, 'chat');
    assert.equal(await exists(workspaceId, id), true);
    await own.close();
    await new Promise((resolve) => setTimeout(resolve, 10));
    assert.equal(await idOf(workspaceId, 'chat'), id);
    assert.equal(await exists(workspaceId, id), true);
    await assert.rejects(idOf(workspaceId, 'other'));
  });
});
