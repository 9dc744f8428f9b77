import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { createShareLinks, createTokenSealer, permissionsOfRole } from '@runlight/auth';
import { createTenant, testDatabase } from '@runlight/testkit/tenants';
import { testStores } from '@runlight/testkit';
import { Kind, parse, visit } from 'graphql';
import { schemaFiles } from '../src/schema-files.ts';
import { readFileSync } from 'node:fs';
import { childOf, rootKey } from './support/stored-runs.ts';
import type { StoredRun } from './support/stored-runs.ts';
import { createTracesGraph, newCaller, noLive } from './support/traces-graph.ts';
import type { Caller, TracesGraph } from './support/traces-graph.ts';

let graph: TracesGraph;
let caller: Caller;
let other: Caller;
let close: () => Promise<void>;
const clock = { aheadMs: 0 };

before(async () => {
  const [stores, database] = await Promise.all([testStores({ clickhouse: true }), testDatabase()]);
  const sealer = createTokenSealer({ secret: 'a secret of at least 32 characters' });
  const now = () => Date.now() + clock.aheadMs;
  const shareLinks = createShareLinks({ db: database.db, sealer, now });
  graph = createTracesGraph(stores.clickhouseUrl, { live: noLive, shareLinks });
  [caller, other] = (await Promise.all(
    [0, 1].map(async () => {
      const { workspaceId } = await createTenant(database.db);
      const { projectId, principal } = newCaller();
      const project = newCaller().project;
      return { workspaceId, projectId, project, principal: { ...principal, workspaceId } };
    }),
  )) as [Caller, Caller];
  close = async () => {
    await graph.close();
    await Promise.all([stores.close(), database.close()]);
  };
});
after(() => close?.());

/** root → (left → leaf, right), with secrets in every place that must not be shown. */
async function storedTrace(run: Partial<StoredRun> = {}) {
  const key = rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000);
  const secret = { metadata: { user_id: 'user-secret' }, tags: ['tag-secret'] };
  const payloads = {
    inputs: '{"question":"shown"}',
    outputs: '{"answer":"shown"}',
    extra: '{"metadata":{"key":"extra-secret"}}',
    serialized: '{"kwargs":"serialized-secret"}',
    events: '[{"name":"events-secret"}]',
  };
  const root: StoredRun = { key, name: 'root', ...secret, payloads, ...run };
  const left = childOf(root, { name: 'left', ...secret });
  const leaf = childOf(left, { name: 'leaf', payloads: { inputs: '"deep"' } });
  const right = childOf(root, { name: 'right', startTimeUs: key.traceStartUs + 9000 });
  await graph.store([root, left, leaf, right]);
  return { root, left, leaf, right };
}

interface Link {
  id: string;
  token: string;
  kind: string;
  isActive: boolean;
}

async function share(input: Record<string, unknown>, as = caller) {
  const { data, codes } = await graph.ask<{
    createShareLink: { shareLink: Link | null; userErrors: { code: string; path: string[] }[] };
  }>(
    as,
    `mutation ($input: CreateShareLinkInput!) { createShareLink(input: $input) {
      shareLink { id token kind isActive } userErrors { code path } } }`,
    { input },
  );
  assert.deepEqual(codes, []);
  return data.createShareLink;
}

const linkTo = async (input: Record<string, unknown>): Promise<Link> => {
  const { shareLink, userErrors } = await share(input);
  assert.deepEqual(userErrors, []);
  return shareLink!;
};

/** Somebody with nothing but the link. */
const visitor = (as: Caller): Caller => ({
  ...as,
  principal: { ...as.principal, id: randomUUID(), kind: 'share', permissions: new Set() },
});

const runFields = `uuid traceUuid parentUuid isRoot dottedOrder name runType status startedAt endedAt firstTokenAt
  latencyMs error model inputPreview outputPreview inputs outputs totalTokens promptTokens completionTokens
  totalCostUsd attachments { name url } media { url } payload(field: INPUTS) { json }
  extra: payload(field: EXTRA) { json } events: payload(field: EVENTS) { json }
  serialized: payload(field: SERIALIZED) { json }`;

const everything = `kind expiresAt runCount root { ${runFields} } runs { nodes { ${runFields} } }
  turns { nodes { ${runFields} } }`;

async function shown<T = Record<string, never>>(
  token: string,
  fields: string,
  as = visitor(other),
) {
  const { data, codes } = await graph.ask<{ shared: T | null }>(
    as,
    `query ($token: String!) { shared(token: $token) { ${fields} } }`,
    { token },
  );
  return { shared: data?.shared, codes };
}

const names = async (token: string, fields = 'runs { nodes { name } }') => {
  const { shared, codes } = await shown<{ runs: { nodes: { name: string }[] } }>(token, fields);
  assert.deepEqual(codes, []);
  return shared!.runs.nodes.map(({ name }) => name);
};

describe('a public link', () => {
  it('to a trace shows all of it, to anybody, without who and where', async () => {
    const { root } = await storedTrace();
    const { token, kind, isActive } = await linkTo({ traceId: root.key.traceId });
    assert.deepEqual([kind, isActive], ['TRACE', true]);
    assert.match(token, /^[\w-]{43}$/);
    assert.deepEqual(await names(token), ['root', 'left', 'leaf', 'right']);
    const { shared, codes } = await shown(token, everything);
    assert.deepEqual(codes, []);
    const text = JSON.stringify(shared);
    assert.match(text, /"question":"shown".*"answer":"shown"/);
    for (const hidden of [
      'secret',
      caller.workspaceId,
      caller.projectId,
      caller.principal.id,
      caller.principal.organizationId,
    ]) {
      assert.ok(!text.includes(hidden), hidden);
    }
  });

  it('to a run shows it and what is below, nothing beside or above', async () => {
    const { left, leaf, right, root } = await storedTrace();
    const { token, kind } = await linkTo({ runId: left.key.runId });
    assert.equal(kind, 'RUN');
    assert.deepEqual(await names(token), ['left', 'leaf']);
    const { shared } = await shown(token, 'runCount root { name } turns { nodes { name } }');
    assert.deepEqual(shared, {
      runCount: 2,
      root: { name: 'left' },
      turns: { nodes: [{ name: 'left' }] },
    });
    const one = async (uuid: string) =>
      (await shown<{ run: { name: string } | null }>(token, `run(uuid: "${uuid}") { name }`)).shared
        ?.run;
    assert.deepEqual(await one(leaf.key.runId), { name: 'leaf' });
    for (const uuid of [root.key.runId, right.key.runId, randomUUID(), 'x']) {
      assert.equal(await one(uuid), null);
    }
  });

  it('to a thread shows its turns, those to come included, and no other trace', async () => {
    const threadId = randomUUID();
    const first = await storedTrace({ threadId });
    const stranger = await storedTrace();
    const project = { projectId: caller.projectId };
    const { token, kind } = await linkTo({ threadId, ...project });
    assert.equal(kind, 'THREAD');
    const second = await storedTrace({ threadId, name: 'second' });
    const { shared } = await shown(
      token,
      'runCount root { name } turns(first: 1) { nodes { name } pageInfo { hasNextPage endCursor } }',
    );
    const { turns, ...rest } = shared as unknown as {
      turns: { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    };
    assert.deepEqual(rest, { runCount: 2, root: { name: 'root' } });
    assert.deepEqual([turns.nodes, turns.pageInfo.hasNextPage], [[{ name: 'root' }], true]);
    const next = await shown(
      token,
      `turns(first: 1, after: "${turns.pageInfo.endCursor}") { nodes { name } pageInfo { hasNextPage } }`,
    );
    assert.deepEqual(next.shared, {
      turns: { nodes: [{ name: 'second' }], pageInfo: { hasNextPage: false } },
    });
    const turn = (trace: string) => names(token, `runs(traceUuid: "${trace}") { nodes { name } }`);
    assert.deepEqual(await turn(first.root.key.traceId), ['root', 'left', 'leaf', 'right']);
    assert.deepEqual((await turn(second.root.key.traceId)).length, 4);
    assert.deepEqual(await turn(stranger.root.key.traceId), []);
    assert.deepEqual(await names(token), []);
    const run = (uuid: string) => shown(token, `run(uuid: "${uuid}") { name }`);
    assert.deepEqual((await run(first.leaf.key.runId)).shared, { run: { name: 'leaf' } });
    assert.deepEqual((await run(stranger.leaf.key.runId)).shared, { run: null });
  });

  it('pages through runs, also when few of many are shared', async () => {
    const { root, left } = await storedTrace();
    await graph.store(
      Array.from({ length: 1200 }, (_, index) =>
        childOf(index % 300 === 7 ? left : root, { name: `r${index}` }),
      ),
    );
    const { token } = await linkTo({ runId: left.key.runId });
    const seen: string[] = [];
    let after = '';
    do {
      const { shared } = await shown<{
        runs: { nodes: { name: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
      }>(
        token,
        `runs(first: 2${after ? `, after: "${after}"` : ''}) {
          nodes { name } pageInfo { endCursor hasNextPage } }`,
      );
      const { nodes, pageInfo } = shared!.runs;
      seen.push(...nodes.map(({ name }) => name));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : '';
    } while (after);
    assert.deepEqual(seen.toSorted(), ['leaf', 'left', 'r307', 'r607', 'r7', 'r907']);
    const foreign = await linkTo({ traceId: root.key.traceId });
    const { shared } = await shown<{ runs: { pageInfo: { endCursor: string } } }>(
      foreign.token,
      'runs(first: 1) { pageInfo { endCursor } }',
    );
    const { codes } = await shown(
      token,
      `runs(after: "${shared!.runs.pageInfo.endCursor}") { nodes { name } }`,
    );
    assert.deepEqual(codes, ['BAD_CURSOR']);
  });

  it('that is revoked, expired or none at all is not found at once', async () => {
    const { root } = await storedTrace();
    const traceId = root.key.traceId;
    const { id, token } = await linkTo({ traceId });
    const revoke = (as: Caller, which: string) =>
      graph.ask<{ revokeShareLink: { shareLink: Link | null; userErrors: { code: string }[] } }>(
        as,
        `mutation ($id: ID!) { revokeShareLink(input: { id: $id }) {
          shareLink { isActive } userErrors { code } } }`,
        { id: which },
      );
    const foreign = await revoke(other, id);
    assert.equal(foreign.data.revokeShareLink.userErrors[0]?.code, 'NOT_FOUND');
    assert.deepEqual((await shown(token, 'kind')).codes, []);
    const { data } = await revoke(caller, id);
    assert.equal(data.revokeShareLink.shareLink?.isActive, false);
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    const short = await linkTo({ traceId, expiresAt });
    assert.deepEqual((await shown(short.token, 'kind')).codes, []);
    clock.aheadMs = 60_001;
    for (const gone of [token, short.token, randomUUID(), '', 'x'.repeat(5000)]) {
      const { shared, codes } = await shown(gone, 'kind');
      assert.deepEqual([shared, codes], [null, ['NOT_FOUND']]);
    }
    clock.aheadMs = 0;
  });

  it('opens nothing else of the graph', async () => {
    const { root } = await storedTrace();
    const queries = [
      `{ run(id: "${root.key.runId}") { name } }`,
      `{ trace(id: "${root.key.traceId}") { runCount } }`,
      '{ feedback { nodes { key } } }',
      '{ shareLinks { nodes { token } } }',
      `mutation { createShareLink(input: { runId: "${root.key.runId}" }) { userErrors { code } } }`,
    ];
    for (const query of queries) {
      const { codes } = await graph.ask(visitor(caller), query);
      assert.deepEqual(codes, ['UNAUTHENTICATED'], query);
    }
  });
});

describe('making links', () => {
  it('takes the token of a client that chooses it, again and again for the same', async () => {
    const [one, two] = [await storedTrace(), await storedTrace()];
    const token = randomUUID();
    const runId = one.root.key.runId;
    const link = await linkTo({ runId, token: token.toUpperCase() });
    assert.equal(link.token, token);
    assert.equal((await linkTo({ runId, token })).id, link.id);
    const clash = { code: 'CONFLICT', path: ['token'] };
    for (const input of [{ runId: two.root.key.runId }, { traceId: one.root.key.traceId }]) {
      assert.deepEqual((await share({ ...input, token })).userErrors, [clash]);
    }
    const { data } = await graph.ask<{ run: { shareToken: string | null } }>(
      caller,
      `{ run(id: "${runId}") { shareToken } }`,
    );
    assert.equal(data.run.shareToken, token);
  });

  it('tells mistakes, those of another workspace like missing ones', async () => {
    const { root } = await storedTrace();
    const { runId, traceId } = root.key;
    const missing = (field: string) => ({ code: 'NOT_FOUND', path: [field] });
    const invalid = (field: string | null) => ({ code: 'INVALID', path: field && [field] });
    const cases: [Record<string, unknown>, object][] = [
      [{}, invalid(null)],
      [{ runId, traceId }, invalid(null)],
      [{ runId: randomUUID() }, missing('runId')],
      [{ traceId: randomUUID() }, missing('traceId')],
      [{ threadId: 't' }, invalid('projectId')],
      [{ threadId: 'none', projectId: caller.projectId }, missing('threadId')],
      [{ runId, token: 'guess' }, invalid('token')],
      [{ runId, token: '01900000-0000-7000-8000-000000000001' }, invalid('token')],
      [{ runId, expiresAt: '2020-01-01T00:00:00Z' }, invalid('expiresAt')],
      [{ runId, expiresAt: '2199-01-01T00:00:00Z' }, invalid('expiresAt')],
    ];
    for (const [input, problem] of cases) {
      const { shareLink, userErrors } = await share(input);
      assert.deepEqual([shareLink, userErrors], [null, [problem]], JSON.stringify(input));
    }
    for (const input of [{ runId }, { traceId }]) {
      assert.deepEqual((await share(input, other)).userErrors[0]?.code, 'NOT_FOUND');
    }
  });

  it('and seeing them needs the right to share', async () => {
    const { root } = await storedTrace();
    await linkTo({ runId: root.key.runId });
    const viewer: Caller = {
      ...caller,
      principal: { ...caller.principal, permissions: permissionsOfRole('viewer') },
    };
    for (const query of [
      `mutation { createShareLink(input: { runId: "${root.key.runId}" }) { userErrors { code } } }`,
      'mutation { revokeShareLink(input: { id: "x" }) { userErrors { code } } }',
      '{ shareLinks { nodes { token } } }',
      `{ run(id: "${root.key.runId}") { shareToken } }`,
    ]) {
      assert.deepEqual((await graph.ask(viewer, query)).codes, ['FORBIDDEN'], query);
    }
  });

  it('lists them in pages, of one workspace, of a trace', async () => {
    const { root, left } = await storedTrace();
    const [a, b] = [
      await linkTo({ runId: left.key.runId }),
      await linkTo({ runId: root.key.runId }),
    ];
    const list = async (args: string, as = caller) => {
      const { data, codes } = await graph.ask<{
        shareLinks: {
          nodes: { id: string; run: { name: string } | null; path: string }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      }>(
        as,
        `{ shareLinks(${args}) { nodes { id path run { name } } pageInfo { hasNextPage endCursor } } }`,
      );
      assert.deepEqual(codes, []);
      return data.shareLinks;
    };
    const first = await list(`first: 1, traceUuid: "${root.key.traceId}"`);
    assert.deepEqual(first.nodes, [{ id: b.id, path: `/s/${b.token}`, run: { name: 'root' } }]);
    const { endCursor } = first.pageInfo;
    const second = await list(`first: 1, traceUuid: "${root.key.traceId}", after: "${endCursor}"`);
    assert.deepEqual(
      second.nodes.map(({ id, run }) => [id, run?.name]),
      [[a.id, 'left']],
    );
    assert.equal(second.pageInfo.hasNextPage, false);
    assert.deepEqual((await list('first: 100', other)).nodes, []);
  });
});

it('the types of public links lead to no other type of the graph', () => {
  const text = schemaFiles.map((file) => readFileSync(file, 'utf8')).join('\n');
  const reached = new Set<string>();
  visit(parse(text), {
    ObjectTypeDefinition: (type) => {
      if (!type.name.value.startsWith('Shared')) return false;
      return undefined;
    },
    FieldDefinition: (field) => {
      let { type } = field;
      while (type.kind !== Kind.NAMED_TYPE) ({ type } = type);
      reached.add(type.name.value);
    },
    ObjectTypeExtension: () => false,
    InterfaceTypeDefinition: () => false,
    InputObjectTypeDefinition: () => false,
  });
  const harmless =
    /^(Shared\w*|ID|String|Int|Float|Boolean|DateTime|JSON|Decimal|PageInfo|RunType|RunStatus|ShareKind|Payload|Attachment|Media)$/;
  assert.deepEqual(
    [...reached].filter((name) => !harmless.test(name)),
    [],
  );
  assert.ok(reached.has('SharedRun'));
});
