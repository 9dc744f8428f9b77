import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import type { DBAdapter } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { hashSessionToken, withHashedSessionTokens } from './session-token-hash.ts';

interface Row {
  id: string;
  token: string;
}

let tables: Record<string, Row[]>;
let adapter: DBAdapter;

beforeEach(() => {
  tables = { session: [], user: [], account: [], verification: [] };
  adapter = withHashedSessionTokens(memoryAdapter(tables)({}));
});

const create = (token: string) =>
  adapter.create<Record<string, unknown>, Row>({
    model: 'session',
    data: {
      token,
      userId: 'u',
      expiresAt: new Date(),
      createdAt: new Date(),
      updatedAt: new Date(),
    },
  });
const byToken = (token: string) => ({
  model: 'session',
  where: [{ field: 'token', value: token }],
});

describe('session tokens', () => {
  test('are stored as hashes and given back to whoever has them', async () => {
    assert.equal((await create('secret')).token, 'secret');
    assert.deepEqual(
      tables['session']!.map(({ token }) => token),
      [hashSessionToken('secret')],
    );
    assert.equal((await adapter.findOne<Row>(byToken('secret')))?.token, 'secret');
    assert.equal(await adapter.findOne(byToken('other')), null);
  });

  test('do not open by their hash', async () => {
    await create('secret');
    assert.equal(await adapter.findOne(byToken(hashSessionToken('secret'))), null);
  });

  test('stay hidden in rows found in other ways', async () => {
    const { id } = await create('secret');
    const row = await adapter.findOne<Row>({
      model: 'session',
      where: [{ field: 'id', value: id }],
    });
    assert.equal(row?.token, hashSessionToken('secret'));
  });

  test('are found in lists, each with its own', async () => {
    await create('one');
    await create('two');
    await create('three');
    const rows = await adapter.findMany<Row>({
      model: 'session',
      where: [{ field: 'token', operator: 'in', value: ['one', 'three', 'none'] }],
    });
    assert.deepEqual(rows.map(({ token }) => token).toSorted(), ['one', 'three']);
  });

  test('are hashed when they change, in transactions too', async () => {
    await create('old');
    await adapter.transaction(async (trx) => {
      await trx.update({ ...byToken('old'), update: { token: 'new' } });
    });
    assert.equal(await adapter.findOne(byToken('old')), null);
    assert.equal((await adapter.findOne<Row>(byToken('new')))?.token, 'new');
    assert.equal(tables['session']![0]!.token, hashSessionToken('new'));
  });

  test('end by themselves and no other', async () => {
    await create('one');
    await create('two');
    await adapter.delete(byToken('one'));
    assert.equal(await adapter.count({ model: 'session' }), 1);
    assert.equal(await adapter.deleteMany(byToken('two')), 1);
  });
});
