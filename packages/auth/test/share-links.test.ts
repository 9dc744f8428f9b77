import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createTenant, testDatabase } from '@runlight/testkit/tenants';
import type { TestDatabase } from '@runlight/testkit/tenants';
import { createTokenSealer, newLinkToken } from '../src/links/link-tokens.ts';
import { createShareLinks } from '../src/links/share-links.ts';
import type { NewShareLink, ShareLink, SharedObject } from '../src/links/share-links.ts';

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database?.close());

const clock = { nowMs: Date.now() };
const open = (secret = 'a secret of at least 32 characters') =>
  createShareLinks({
    db: database.db,
    sealer: createTokenSealer({ secret }),
    now: () => clock.nowMs,
  });

const trace = (): SharedObject => ({
  kind: 'trace',
  projectId: randomUUID(),
  traceStartUs: 1_700_000_000_123_456,
  traceId: randomUUID(),
});

async function newLink(link: Partial<NewShareLink> = {}, workspaceId?: string): Promise<ShareLink> {
  const workspace = workspaceId ?? (await createTenant(database.db)).workspaceId;
  const created = await open().create(workspace, {
    object: trace(),
    token: newLinkToken(),
    createdBy: 'somebody',
    expiresAtMs: undefined,
    ...link,
  });
  assert.ok(typeof created === 'object', JSON.stringify(created));
  return created;
}

test('a link of each kind is found by its token, and says when it was used', async () => {
  const projectId = randomUUID();
  const objects: SharedObject[] = [
    trace(),
    { ...trace(), kind: 'run', runId: randomUUID() } as SharedObject,
    { kind: 'thread', projectId, threadId: 'chat 7' },
  ];
  for (const object of objects) {
    const link = await newLink({ object });
    const found = await open().find(link.token!);
    assert.deepEqual(found, link);
    assert.deepEqual(found.object, object);
    const [listed] = await open().list(link.workspaceId, {}, 10);
    assert.equal(listed?.lastUsedAtMs, clock.nowMs);
  }
});

test('the database has no token in it', async () => {
  const { token, workspaceId } = await newLink();
  const rows = await database.db
    .selectFrom('share_link')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .execute();
  assert.equal(rows.length, 1);
  assert.ok(!JSON.stringify(rows).includes(token!));
  assert.ok(!Buffer.concat([rows[0]!.token_sealed, rows[0]!.token_sha256]).includes(token!));
  const otherSecret = open('another secret of at least 32 characters');
  assert.equal((await otherSecret.find(token!))?.token, undefined);
});

test('a revoked or expired link is gone at once', async () => {
  const revoked = await newLink();
  const { revokedAtMs } = (await open().revoke(revoked.workspaceId, revoked.id))!;
  assert.equal(revokedAtMs, clock.nowMs);
  assert.equal(await open().find(revoked.token!), undefined);
  clock.nowMs += 5;
  const again = await open().revoke(revoked.workspaceId, revoked.id);
  assert.equal(again?.revokedAtMs, revokedAtMs);

  const expiring = await newLink({ expiresAtMs: clock.nowMs + 1000 });
  assert.ok(await open().find(expiring.token!));
  clock.nowMs += 1000;
  assert.equal(await open().find(expiring.token!), undefined);
  assert.deepEqual(await open().list(expiring.workspaceId, { isActive: true }, 10), []);
  assert.equal((await open().list(expiring.workspaceId, {}, 10)).length, 1);
});

test('a token is used once, also by another workspace', async () => {
  const { token } = await newLink();
  const { workspaceId } = await createTenant(database.db);
  const link = { object: trace(), token: token!, createdBy: 'x', expiresAtMs: undefined };
  assert.equal(await open().create(workspaceId, link), 'taken');
});

test('another workspace neither lists, reads nor revokes it', async () => {
  const link = await newLink();
  const { workspaceId } = await createTenant(database.db);
  assert.deepEqual(await open().list(workspaceId, {}, 10), []);
  assert.deepEqual(await open().byIds(workspaceId, [link.id]), []);
  assert.equal(await open().revoke(workspaceId, link.id), undefined);
  assert.ok(await open().find(link.token!));
});

test('lists newest first, in pages, of a trace or thread', async () => {
  const { workspaceId } = await createTenant(database.db);
  const links: ShareLink[] = [];
  for (let index = 0; index < 5; index += 1) {
    if (index !== 3) clock.nowMs += 1;
    links.unshift(await newLink({}, workspaceId));
  }
  const first = await open().list(workspaceId, {}, 3);
  const last = first.at(-1)!;
  const rest = await open().list(workspaceId, { after: last }, 3);
  assert.deepEqual(
    [...first, ...rest].map(({ id }) => id),
    links.map(({ id }) => id),
  );
  const { object } = links[2]!;
  const traceIds = [object.kind === 'thread' ? '' : object.traceId];
  const ofTrace = await open().list(workspaceId, { traceIds }, 10);
  assert.deepEqual(
    ofTrace.map(({ id }) => id),
    [links[2]!.id],
  );
  const thread = { projectId: randomUUID(), threadId: 't' };
  const { id } = await newLink({ object: { kind: 'thread', ...thread } }, workspaceId);
  assert.deepEqual(
    (await open().list(workspaceId, { thread }, 10)).map((each) => each.id),
    [id],
  );
});
