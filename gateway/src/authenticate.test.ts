import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApiKeyIdentity, Principal, ShareLink } from '@runlight/auth';
import { createAuthenticator } from './authenticate.ts';

const identity: ApiKeyIdentity = {
  keyId: 'k1',
  workspaceId: 'w1',
  organizationId: 'o1',
  scope: 'read',
};
const person: Principal = {
  id: 'u1',
  kind: 'user',
  organizationId: 'o1',
  workspaceId: 'w1',
  permissions: new Set(),
};
const asked: unknown[] = [];
const authenticate = createAuthenticator({
  keys: { find: async (key) => (key === 'good-key' ? identity : undefined) },
  signIn: {
    principalOf: async (headers, workspaceId) => {
      asked.push([headers.get('cookie'), workspaceId]);
      return headers.get('cookie') === 'session=1' ? person : undefined;
    },
  },
});

test('finds a key in the header, as bearer token, and in the parameters of a socket', async () => {
  const forms = [
    { headers: { 'x-api-key': 'good-key' } },
    { headers: { authorization: 'Bearer good-key' } },
    { headers: {}, connectionParams: { apiKey: 'good-key' } },
    { headers: {}, connectionParams: { authorization: 'Bearer good-key' } },
    { headers: { 'x-api-key': 'good-key', cookie: 'session=1', 'x-tenant-id': 'w1' } },
  ];
  for (const form of forms) assert.equal((await authenticate(form))?.id, 'k1');
});

test('does not fall back to the cookie when a key is wrong, nor to another workspace', async () => {
  const forms = [
    { headers: { 'x-api-key': 'bad-key', cookie: 'session=1' } },
    { headers: { authorization: 'Basic x', cookie: 'session=1' } },
    { headers: { 'x-api-key': 'good-key', 'x-tenant-id': 'w2' } },
    { headers: {}, connectionParams: { apiKey: 'bad-key' } },
    { headers: {} },
  ];
  for (const form of forms) assert.equal(await authenticate(form), undefined);
});

test('reads the session cookie and the workspace that is asked for', async () => {
  asked.length = 0;
  const cookie = { cookie: 'session=1' };
  assert.equal((await authenticate({ headers: { ...cookie, 'x-tenant-id': 'w2' } }))?.id, 'u1');
  await authenticate({ headers: cookie, connectionParams: { workspaceId: 'w3' } });
  assert.deepEqual(asked, [
    ['session=1', 'w2'],
    ['session=1', 'w3'],
  ]);
});

test('takes a public link for nobody, whatever else is sent, and lets it be used so often', async () => {
  const link: ShareLink = {
    id: 'l1',
    workspaceId: 'w9',
    object: { kind: 'thread', projectId: 'p', threadId: 't' },
    token: 'good',
    createdBy: 'user:u1',
    createdAtMs: 0,
    expiresAtMs: undefined,
    revokedAtMs: undefined,
    lastUsedAtMs: undefined,
  };
  const shared = createAuthenticator({
    keys: { find: async () => identity },
    signIn: { principalOf: async () => person },
    shareLinks: { find: async (token) => (token === 'good' ? link : undefined) },
  });
  const headers = { 'x-share-token': 'good', 'x-api-key': 'good-key', cookie: 'session=1' };
  assert.deepEqual(await shared({ headers }), {
    id: 'l1',
    kind: 'share',
    organizationId: '',
    workspaceId: 'w9',
    permissions: new Set(),
  });
  for (const token of ['bad', 'x'.repeat(65)]) {
    assert.equal(await shared({ headers: { ...headers, 'x-share-token': token } }), undefined);
  }
  // No links in this process: the header lets nobody in.
  assert.equal(await authenticate({ headers }), undefined);
  const rest = Array.from({ length: 400 }, () => shared({ headers: { 'x-share-token': 'good' } }));
  const refused = (await Promise.allSettled(rest)).filter(({ status }) => status === 'rejected');
  assert.ok(refused.length > 50 && refused.length <= 101, String(refused.length));
});
