import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { Tables } from '@runlight/postgres';
import { createLogger } from '@runlight/service';
import { addMember, createMember, createTenant, testDatabase } from '@runlight/testkit/tenants';
import type { TestDatabase } from '@runlight/testkit/tenants';
import type { Kysely } from 'kysely';
import { bootstrap, createSignIn, permissionsOfRole } from '../src/index.ts';
import type { SignIn } from '../src/index.ts';

const log = createLogger({ service: 'test', level: 'silent' });
const origin = 'http://localhost:4000';
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
let database: TestDatabase;
let db: Kysely<Tables>;
let signIn: SignIn;

before(async () => {
  database = await testDatabase();
  db = database.db;
  await bootstrap({ db, log });
  signIn = createSignIn({ db, baseUrl: origin, secret: randomUUID(), log });
});
after(() => database.close());

const newToken = async () =>
  new URL(await signIn.createSignInLink()).searchParams.get('token') ?? '';

let addresses = 0;
const newAddress = () => `10.1.${(addresses += 1) >> 8}.${addresses & 255}`;

interface Call {
  body?: unknown;
  headers?: Record<string, string>;
  address?: string;
  via?: SignIn;
}

/** As a browser would ask; every call from its own address unless one is given. */
function call(path: string, { body, headers, address, via = signIn }: Call = {}) {
  const request = new Request(`${origin}/api/auth${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { origin, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return via.handler(request, address ?? newAddress());
}

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0]!)
    .find((pair) => pair.includes('runlight-session='))!;

/** The cookie of a fresh session of the owner. */
async function session(): Promise<Headers> {
  const response = await call('/sign-in/link', { body: { token: await newToken() } });
  assert.equal(response.status, 200);
  return new Headers({ cookie: cookieOf(response) });
}

describe('the one-time link', () => {
  test('becomes a session cookie that scripts cannot read', async () => {
    const response = await call('/sign-in/link', { body: { token: await newToken() } });
    assert.equal(response.status, 200);
    const cookie = response.headers.getSetCookie().find((line) => line.includes('session='))!;
    assert.match(cookie, /HttpOnly/);
    assert.match(cookie, /SameSite=Lax/);
    assert.match(cookie, /Path=\//);
    assert.doesNotMatch(cookie, /Secure/);
    const principal = await signIn.principalOf(new Headers({ cookie: cookieOf(response) }));
    assert.equal(principal?.kind, 'user');
    assert.deepEqual(principal.permissions, permissionsOfRole('owner'));
  });

  test('over https the cookie is secure and bound to the host', async () => {
    const via = createSignIn({ db, baseUrl: 'https://rl.example', secret: randomUUID(), log });
    const response = await call('/sign-in/link', {
      body: { token: await newToken() },
      headers: { origin: 'https://rl.example' },
      via,
    });
    const cookie = response.headers.getSetCookie().find((line) => line.includes('session='))!;
    assert.match(cookie, /^__Host-runlight-session=/);
    assert.match(cookie, /Secure/);
    assert.ok(await via.principalOf(new Headers({ cookie: cookie.split(';')[0]! })));
  });

  test('works once, also when used many times at once', async () => {
    const token = await newToken();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => call('/sign-in/link', { body: { token } })),
    );
    const statuses = answers.map(({ status }) => status).sort((a, b) => a - b);
    assert.deepEqual(statuses, [200, ...Array.from({ length: 11 }, () => 401)]);
    const refused = answers.find(({ status }) => status === 401)!;
    assert.deepEqual(Object.keys((await refused.json()) as object), ['message']);
  });

  test('ends after a day', async () => {
    const token = await newToken();
    const identifier = `sign-in-link:${sha256(token)}`;
    const row = await db
      .selectFrom('auth_verification')
      .select('expires_at')
      .where('identifier', '=', identifier)
      .executeTakeFirstOrThrow();
    const lifeMs = row.expires_at.getTime() - Date.now();
    assert.ok(Math.abs(lifeMs - 24 * 60 * 60 * 1000) < 60_000, `${lifeMs} ms`);
    await db
      .updateTable('auth_verification')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where('identifier', '=', identifier)
      .execute();
    assert.equal((await call('/sign-in/link', { body: { token } })).status, 401);
  });

  test('is not in the database', async () => {
    const token = await newToken();
    const rows = await db.selectFrom('auth_verification').selectAll().execute();
    assert.ok(!JSON.stringify(rows).includes(token));
  });

  test('anything else is refused', async () => {
    for (const token of ['', 'x', 'x'.repeat(43), '\0'.repeat(43), "' OR 1=1 --"]) {
      assert.equal((await call('/sign-in/link', { body: { token } })).status, 401);
    }
    for (const body of [{}, { token: 5 }, [], { token: 'x'.repeat(201) }]) {
      assert.equal((await call('/sign-in/link', { body })).status, 400);
    }
  });

  test('guessing is slowed down for each address', async () => {
    const guess = () =>
      call('/sign-in/link', { body: { token: 'x' }, address: '192.0.2.7' }).then((r) => r.status);
    const statuses = [];
    for (let count = 0; count < 21; count += 1) statuses.push(await guess());
    assert.deepEqual(new Set(statuses.slice(0, 20)), new Set([401]));
    assert.equal(statuses[20], 429);
    const other = await call('/sign-in/link', { body: { token: await newToken() } });
    assert.equal(other.status, 200, 'others are not locked out');
  });

  test('a client cannot pretend to come from elsewhere', async () => {
    const statuses = [];
    for (let count = 0; count < 21; count += 1) {
      const { status } = await call('/sign-in/link', {
        body: { token: 'x' },
        address: '192.0.2.8',
        headers: {
          'x-forwarded-for': `203.0.113.${count}`,
          'x-runlight-client-address': `203.0.113.${count}`,
        },
      });
      statuses.push(status);
    }
    assert.equal(statuses[20], 429);
  });
});

describe('requests of other sites', () => {
  test('do not sign in or out', async () => {
    const token = await newToken();
    const headers = { origin: 'https://evil.example' };
    assert.equal((await call('/sign-in/link', { body: { token }, headers })).status, 403);
    assert.equal((await call('/sign-in/link', { body: { token } })).status, 200, 'not used up');
    const cookie = (await session()).get('cookie')!;
    for (const hostile of [{ origin: 'https://evil.example' }, { origin: 'null' }]) {
      const answer = await call('/sign-out', { body: {}, headers: { cookie, ...hostile } });
      assert.equal(answer.status, 403);
    }
    assert.ok(await signIn.principalOf(new Headers({ cookie })));
  });

  test('what a form of another site can send is refused', async () => {
    const token = await newToken();
    const bodies: [string, string][] = [
      ['application/x-www-form-urlencoded', `token=${token}`],
      ['text/plain', JSON.stringify({ token })],
      ['multipart/form-data; boundary=x', `--x\r\n\r\n${token}\r\n--x--`],
    ];
    for (const [type, body] of bodies) {
      const request = new Request(`${origin}/api/auth/sign-in/link`, {
        method: 'POST',
        headers: { origin, 'content-type': type },
        body,
      });
      assert.equal((await signIn.handler(request, newAddress())).status, 415, type);
    }
  });

  test('the machine may be called by any of its loopback names', async () => {
    const headers = { origin: 'http://127.0.0.1:4000' };
    const body = { token: await newToken() };
    assert.equal((await call('/sign-in/link', { body, headers })).status, 200);
  });
});

describe('a session', () => {
  test('is stored as a hash only', async () => {
    const headers = await session();
    const value = decodeURIComponent(headers.get('cookie')!.split('=')[1]!);
    const token = value.slice(0, value.lastIndexOf('.'));
    const rows = await db.selectFrom('auth_session').selectAll().execute();
    assert.ok(rows.some((row) => row.token === sha256(token)));
    assert.ok(!JSON.stringify(rows).includes(token));
  });

  test('is told to the browser without its token', async () => {
    const cookie = (await session()).get('cookie')!;
    const answer = await call('/get-session', { headers: { cookie } });
    const body = (await answer.json()) as { session: object; user: { name: string } };
    assert.equal(body.user.name, 'Owner');
    assert.ok(!('token' in body.session));
    assert.equal(await (await call('/get-session')).json(), null);
  });

  test('ends at sign-out', async () => {
    const headers = await session();
    const cookie = headers.get('cookie')!;
    assert.equal((await call('/sign-out', { body: {}, headers: { cookie } })).status, 200);
    assert.equal(await signIn.principalOf(headers), undefined);
  });

  test('ends everywhere when all are revoked', async () => {
    const [one, two] = [await session(), await session()];
    const answer = await call('/revoke-sessions', {
      body: {},
      headers: { cookie: one.get('cookie')! },
    });
    assert.equal(answer.status, 200);
    assert.equal(await signIn.principalOf(one), undefined);
    assert.equal(await signIn.principalOf(two), undefined);
  });

  test('needs its signature and its row', async () => {
    const headers = await session();
    const cookie = headers.get('cookie')!;
    const forged = [
      cookie.slice(0, -6),
      'runlight-session=abc',
      'runlight-session=abc.def',
      cookie.replace('=', '=x'),
      '',
    ];
    for (const value of forged) {
      assert.equal(await signIn.principalOf(new Headers({ cookie: value })), undefined);
    }
    const other = createSignIn({ db, baseUrl: origin, secret: randomUUID(), log });
    assert.equal(await other.principalOf(headers), undefined, 'another secret');
    assert.equal(await signIn.principalOf(new Headers()), undefined);
  });

  test('lives seven days from its last use', async () => {
    const headers = await session();
    const expiry = async () =>
      await db
        .selectFrom('auth_session')
        .select(['id', 'expires_at'])
        .orderBy('created_at', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow();
    const { id } = await expiry();
    const inMs = (ms: number) =>
      db
        .updateTable('auth_session')
        .set({ expires_at: new Date(Date.now() + ms) })
        .where('id', '=', id)
        .execute();
    await inMs(60_000);
    assert.ok(await signIn.principalOf(headers));
    const { expires_at: extended } = await expiry();
    const days = (extended.getTime() - Date.now()) / (24 * 60 * 60 * 1000);
    assert.ok(days > 6.9 && days < 7.1, `${days} days`);
    await inMs(-1000);
    assert.equal(await signIn.principalOf(headers), undefined);
  });

  test('acts in the workspaces of its person and no other', async () => {
    const headers = await session();
    const owner = (await signIn.principalOf(headers))!;
    const mine = await createTenant(db);
    await addMember(db, { workspaceId: mine.workspaceId, userId: owner.id, role: 'viewer' });
    const foreign = await createTenant(db);
    await createMember(db, { workspaceId: foreign.workspaceId, role: 'owner' });

    const there = await signIn.principalOf(headers, mine.workspaceId);
    assert.equal(there?.workspaceId, mine.workspaceId);
    assert.equal(there.organizationId, mine.organizationId);
    assert.deepEqual(there.permissions, permissionsOfRole('viewer'), 'the role there counts');
    for (const other of [foreign.workspaceId, randomUUID(), 'garbage', '']) {
      assert.equal(await signIn.principalOf(headers, other), undefined);
    }
  });

  test('ends with the membership', async () => {
    const headers = await session();
    const owner = (await signIn.principalOf(headers))!;
    const tenant = await createTenant(db);
    await addMember(db, { workspaceId: tenant.workspaceId, userId: owner.id, role: 'admin' });
    assert.ok(await signIn.principalOf(headers, tenant.workspaceId));
    await db
      .deleteFrom('workspace_member')
      .where('workspace_id', '=', tenant.workspaceId)
      .execute();
    assert.equal(await signIn.principalOf(headers, tenant.workspaceId), undefined);
  });
});

test('nothing else of better-auth is open', async () => {
  const paths = ['/sign-up/email', '/sign-in/email', '/update-user', '/list-sessions', '/ok', ''];
  for (const path of paths) {
    assert.equal((await call(path, { body: {} })).status, 404, path);
  }
});
