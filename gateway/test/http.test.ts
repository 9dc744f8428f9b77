import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { getIntrospectionQuery } from 'graphql';
import { ownOrigin, startGateway } from './support/gateway.ts';
import type { TestGateway } from './support/gateway.ts';

let gateway: TestGateway;
before(async () => {
  gateway = await startGateway({ limits: { operationTimeoutMs: 500 } });
});
after(() => gateway.close());

test('joins entities of two subgraphs with aliases, fragments, variables and include', async () => {
  const { status, body } = await gateway.post({
    query: `query List($first: Int, $with: Boolean!) {
      list: runs(first: $first) { ...row project @include(if: $with) { title: name } } }
      fragment row on Run { id label: name }`,
    variables: { first: 3, with: true },
  });
  assert.equal(status, 200);
  assert.deepEqual(body.data, {
    list: [
      { id: 'r1', label: 'name of r1', project: { title: 'project p1' } },
      { id: 'r2', label: 'name of r2', project: { title: 'project p2' } },
      { id: 'r3', label: 'name of r3', project: null },
    ],
  });
});

test('reports a dangling reference as UNRESOLVED_REFERENCE and a missed look-up as NOT_FOUND', async () => {
  const dangling = await gateway.post({ query: '{ run(id: "orphan") { id project { name } } }' });
  assert.deepEqual(dangling.body.data, { run: { id: 'orphan', project: null } });
  assert.equal(dangling.body.errors?.[0]?.extensions['code'], 'UNRESOLVED_REFERENCE');
  assert.equal(dangling.body.extensions, undefined);
  const missed = await gateway.post({ query: '{ run(id: "missing") { id } }' });
  assert.equal(missed.status, 200);
  assert.deepEqual(missed.body.data, { run: null });
  assert.equal(missed.body.errors?.[0]?.extensions['code'], 'NOT_FOUND');
});

test('keeps the rest when one field fails, and masks what went wrong', async () => {
  const { status, body, text } = await gateway.post(
    { query: '{ fails run(id: "r1") { name broken } }' },
    { 'x-api-key': 'key', 'x-request-id': 'request-4711' },
  );
  assert.equal(status, 200);
  assert.deepEqual(body.data, { fails: null, run: { name: 'name of r1', broken: null } });
  assert.deepEqual(
    body.errors?.map(({ path, extensions }) => [path, extensions]),
    [
      [['fails'], { code: 'INTERNAL', requestId: 'request-4711' }],
      [['run', 'broken'], { code: 'INTERNAL', requestId: 'request-4711' }],
    ],
  );
  assert.doesNotMatch(text, /hunter2|secret|stack|service/i);
  assert.match(gateway.logged(), /request-4711/);
});

test('gives every answer the request id', async () => {
  const made = await gateway.post({ query: '{ viewer { id } }' });
  assert.match(made.headers.get('x-request-id') ?? '', /^[\da-f-]{36}$/);
  const odd = await gateway.post(
    { query: '{ viewer { id } }' },
    { 'x-api-key': 'key', 'x-request-id': 'a b' },
  );
  assert.notEqual(odd.headers.get('x-request-id'), 'a b');
});

test('refuses strangers with 401 and a GraphQL body, introspection included (G4)', async () => {
  for (const headers of [{}, { 'x-api-key': 'unknown' }] as Record<string, string>[]) {
    const { status, body } = await gateway.post({ query: getIntrospectionQuery() }, headers);
    assert.equal(status, 401);
    assert.equal(body.errors?.[0]?.extensions['code'], 'UNAUTHENTICATED');
  }
});

test('serves introspection to callers, without the entry points of subgraphs (G4)', async () => {
  const { status, body } = await gateway.post({ query: getIntrospectionQuery() });
  assert.equal(status, 200);
  assert.ok(body.data?.['__schema']);
  for (const query of [
    '{ _service { sdl } }',
    '{ _entities(representations: []) { __typename } }',
  ]) {
    const refused = await gateway.post({ query });
    assert.equal(refused.status, 400);
    assert.equal(refused.body.errors?.[0]?.extensions['code'], 'BAD_USER_INPUT');
  }
});

test('accepts a cookie only with our Origin and as JSON (G13)', async () => {
  gateway.principals.set('session=1', gateway.principals.get('key')!);
  const body = { query: '{ viewer { id } }' };
  const cookie = { cookie: 'session=1' };
  assert.equal((await gateway.post(body, { ...cookie, origin: ownOrigin })).status, 200);
  assert.equal(
    (await gateway.post(body, { ...cookie, origin: 'https://evil.example' })).status,
    403,
  );
  assert.equal((await gateway.post(body, cookie)).status, 403);
  const plain = await gateway.post(body, {
    ...cookie,
    origin: ownOrigin,
    'content-type': 'text/plain',
  });
  assert.equal(plain.status, 415);
  assert.equal(plain.body.errors?.length, 1);
});

test('refuses batches and operations without a name among several (G3)', async () => {
  const batch = await gateway.post(
    Array.from({ length: 100 }, () => ({ query: '{ viewer { id } }' })),
  );
  assert.equal(batch.status, 400);
  const two = await gateway.post({ query: 'query A { viewer { id } } query B { viewer { id } }' });
  assert.equal(two.status, 400);
  const named = await gateway.post({
    query: 'query A { viewer { id } } query B { v: viewer { id } }',
    operationName: 'B',
  });
  assert.deepEqual(named.body.data, { v: { id: 'key-1' } });
});

test('refuses variables that do not fit (G6)', async () => {
  const query =
    'query ($id: ID!, $from: DateTime) { run(id: $id) { id } runs(from: $from) { id } }';
  const bodies = [
    { query },
    { query, variables: { id: { a: 1 } } },
    { query, variables: { id: 'r1', from: 'yesterday' } },
    `{"query":"{ viewer { id } }","variables":{"__proto__":{"a":1}}}`,
    { query: '{ runs(from: "yesterday") { id } }' },
    { query, variables: 'text' },
    {},
    'not json',
  ];
  for (const body of bodies) {
    const answer = await gateway.post(body);
    assert.equal(answer.status, 400, JSON.stringify(body));
    assert.equal(
      answer.body.errors?.[0]?.extensions['code'],
      'BAD_USER_INPUT',
      JSON.stringify(body),
    );
  }
  const huge = await gateway.post({ query, variables: { id: 'x'.repeat(5_000_000) } });
  assert.equal(huge.status, 413);
  assert.equal(huge.body.errors?.[0]?.extensions['code'], 'BAD_USER_INPUT');
});

test('refuses documents beyond the limits quickly, and stays alive (G1, G2)', async () => {
  const deep = (levels: number) =>
    `{ run(id: "r") ${'{ parent '.repeat(levels)}{ id }${'}'.repeat(levels)} }`;
  assert.equal((await gateway.post({ query: deep(10) })).status, 200);
  const bombs = {
    depth: deep(100),
    aliases: `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: viewer { id }`).join(' ')} }`,
    tokens: `{ ${'viewer { id } '.repeat(3000)} }`,
    directives: `{ viewer { id ${'@include(if: true) '.repeat(21)} } }`,
    doubling: `{ run(id: "r") { ...f0 } } ${Array.from({ length: 30 }, (_, i) => `fragment f${i} on Run { ...f${i + 1} ...f${i + 1} }`).join(' ')} fragment f30 on Run { id }`,
    cycle: '{ run(id: "r") { ...a } } fragment a on Run { ...b } fragment b on Run { ...a }',
  };
  for (const [name, query] of Object.entries(bombs)) {
    const startedAt = performance.now();
    const { status, body } = await gateway.post({ query });
    assert.equal(status, 400, name);
    assert.equal(body.errors?.[0]?.extensions['code'], 'BAD_USER_INPUT', name);
    assert.ok(performance.now() - startedAt < 1000, `${name} took too long`);
  }
  assert.equal((await gateway.post({ query: '{ viewer { id } }' })).status, 200);
});

test('does not name near misses', async () => {
  const { text } = await gateway.post({ query: '{ view { id } }' });
  assert.doesNotMatch(text, /did you mean|viewer/i);
});

test('ends operations that take too long', async () => {
  const { body } = await gateway.post({ query: '{ never viewer { id } }' });
  assert.equal(body.errors?.[0]?.extensions['code'], 'TIMEOUT');
  assert.deepEqual(body.data, { never: null, viewer: { id: 'key-1' } });
});

test('serves operations by POST alone, and subscriptions not at all', async () => {
  const get = await fetch(`${gateway.url}/graphql?query=%7Bviewer%7Bid%7D%7D`, {
    headers: { 'x-api-key': 'key' },
  });
  assert.equal(get.status, 405);
  assert.equal(get.headers.get('allow'), 'POST');
  const subscription = await gateway.post({
    query: 'subscription { runEvents(projectId: "p1") { eventId } }',
  });
  assert.equal(subscription.status, 400);
  assert.equal(subscription.body.errors?.[0]?.extensions['code'], 'BAD_USER_INPUT');
});
