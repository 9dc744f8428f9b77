import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { principalOfKey } from '@runlight/auth';
import type { Principal } from '@runlight/auth';
import { plainGlobalId, runGlobalId, scopedGlobalId } from '@runlight/graphql';
import type { RequestContext } from '@runlight/graphql';
import { createLogger } from '@runlight/service';
import { graphql } from 'graphql';
import { createNodeSubgraph } from '../src/index.ts';

const { schema } = createNodeSubgraph();
const log = createLogger({ service: 'test', level: 'silent' });
const workspaceId = randomUUID();
const someone = principalOfKey({
  keyId: randomUUID(),
  workspaceId,
  organizationId: randomUUID(),
  scope: 'read',
});

async function ask(source: string, variables: object, principal: Principal | null = someone) {
  const context = {
    ...(principal && { principal }),
    requestId: 'test',
    log,
    signal: new AbortController().signal,
  } as RequestContext;
  const { data, errors = [] } = await graphql({
    schema,
    source,
    variableValues: { ...variables },
    contextValue: context,
  });
  return {
    data: JSON.parse(JSON.stringify(data ?? null)) as unknown,
    errors: errors.map(({ extensions, path }) => [extensions['code'], ...(path ?? [])]),
  };
}

const node = (id: string, principal?: Principal | null) =>
  ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id }, principal);
const nodes = (ids: string[]) =>
  ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids });

const runIn = (workspaceId: string) => {
  const traceId = randomUUID();
  return runGlobalId({
    workspaceId,
    projectId: randomUUID(),
    traceStartUs: Date.now() * 1000,
    traceId,
    runId: traceId,
  });
};

describe('node', () => {
  const ids: [string, string][] = [
    ['Run', runIn(workspaceId)],
    ['Project', scopedGlobalId('Project', workspaceId, randomUUID())],
    ['ApiKey', scopedGlobalId('ApiKey', workspaceId, randomUUID())],
    ['Workspace', plainGlobalId('Workspace', randomUUID())],
    ['Organization', plainGlobalId('Organization', randomUUID())],
    ['User', plainGlobalId('User', randomUUID())],
  ];
  for (const [type, id] of ids) {
    test(`says that an id is of a ${type}`, async () => {
      assert.deepEqual(await node(id), { data: { node: { __typename: type, id } }, errors: [] });
    });
  }

  const strangers: [string, string][] = [
    ['a run of another workspace', runIn(randomUUID())],
    ['a project of another workspace', scopedGlobalId('Project', randomUUID(), randomUUID())],
    ['a bare UUID', randomUUID()],
    ['an empty text', ''],
    ['a type of ours with a short key', Buffer.from('Run:1').toString('base64url')],
    ['an unknown type', Buffer.from('Nobody:1234567890123456').toString('base64url')],
    ['a prototype name', Buffer.from('__proto__:1234567890123456').toString('base64url')],
    ['what is no base64', '💥'],
    ['a very long text', 'x'.repeat(100_000)],
  ];
  for (const [what, id] of strangers) {
    test(`answers null and NOT_FOUND for ${what}`, async () => {
      assert.deepEqual(await node(id), { data: { node: null }, errors: [['NOT_FOUND', 'node']] });
    });
  }

  test('needs a caller', async () => {
    const { errors } = await node(ids[0]![1], null);
    assert.deepEqual(errors, [['UNAUTHENTICATED', 'node']]);
  });
});

describe('nodes', () => {
  test('keeps the order and the good ones', async () => {
    const run = runIn(workspaceId);
    const user = plainGlobalId('User', randomUUID());
    assert.deepEqual(await nodes([run, 'garbage', user, run]), {
      data: {
        nodes: [
          { __typename: 'Run', id: run },
          null,
          { __typename: 'User', id: user },
          { __typename: 'Run', id: run },
        ],
      },
      errors: [['NOT_FOUND', 'nodes', 1]],
    });
  });

  test('takes 100 ids and no more', async () => {
    const ids = Array.from({ length: 100 }, () => plainGlobalId('User', randomUUID()));
    assert.deepEqual((await nodes(ids)).errors, []);
    assert.deepEqual((await nodes([])).data, { nodes: [] });
    const { data, errors } = await nodes([...ids, ids[0]!]);
    assert.deepEqual([data, errors], [null, [['BAD_USER_INPUT', 'nodes']]]);
  });
});
