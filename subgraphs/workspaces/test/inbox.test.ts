import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { encodeCursor, scopedGlobalId } from '@runlight/graphql';
import { encodeBatch } from '@runlight/queue';
import { uuidv7 } from '@runlight/run-model';
import { createTestKey, testDatabase } from '@runlight/testkit/tenants';
import type { TestDatabase } from '@runlight/testkit/tenants';
import { createGraph, createWorkspace } from './graph.ts';
import type { Ask, Workspace } from './graph.ts';
import { listProblems, secondsAgo } from './inbox-graph.ts';
import type { Json } from './inbox-graph.ts';
import { buryLetter, recordRejection } from './problems.ts';

let database: TestDatabase;
let ask: Ask;
before(async () => {
  database = await testDatabase();
  ask = createGraph(database);
});
after(() => database.close());

const list = (workspace: Workspace, args: Json = {}, fields = 'id code') =>
  listProblems(ask, workspace, args, fields);

/** A key that was used and then revoked. */
const revokedKey = ({ workspaceId }: Workspace) =>
  createTestKey(database.db, {
    workspaceId,
    scope: 'ingest',
    name: 'old service',
    revokedAt: new Date(),
  });

describe('the inbox (O2, D2)', () => {
  test('tells of a dead letter who sent it, what became of it, and the batch it came with (O3)', async () => {
    const workspace = await createWorkspace(database);
    const key = await revokedKey(workspace);
    const letter = await buryLetter(database.db, workspace, { keyId: key.id, detail: 'Bad type' });
    const { page } = await list(
      workspace,
      {},
      `id kind state code reason detail runUuid part batchUuid occurrences attempts canReplay
       replayRequestedAt apiKey { name displayPrefix } sdk { userAgent name version }`,
    );
    assert.deepEqual(page!.nodes, [
      {
        id: letter.id,
        kind: 'DEAD',
        state: 'NEW',
        code: 'refused',
        reason: 'The trace store refused it',
        detail: 'Bad type',
        runUuid: letter.runUuid,
        part: null,
        batchUuid: letter.batchUuid,
        occurrences: 1,
        attempts: 5,
        canReplay: true,
        replayRequestedAt: null,
        apiKey: { name: 'old service', displayPrefix: key.prefix },
        sdk: { userAgent: 'langsmith-py/0.4.1', name: 'langsmith-py', version: '0.4.1' },
      },
    ]);
  });

  test('tells of a refusal what the sender was told, and how often', async () => {
    const workspace = await createWorkspace(database);
    const rejection = await recordRejection(database.db, workspace, {
      sdk: '',
      occurrences: 5_000_000_000,
    });
    const { page } = await list(
      workspace,
      {},
      'kind code reason detail runUuid part batchUuid occurrences attempts canReplay apiKey { id } sdk { name }',
    );
    assert.deepEqual(page!.nodes, [
      {
        kind: 'REJECTED',
        code: 'invalid',
        reason: 'start_time is not a time',
        detail: null,
        runUuid: rejection.runUuid,
        part: `post.${rejection.runUuid}`,
        batchUuid: null,
        occurrences: 2_147_483_647,
        attempts: null,
        canReplay: false,
        apiKey: null,
        sdk: null,
      },
    ]);
  });

  test('a walk in pages sees refusals and letters once each, the last seen first', async () => {
    const workspace = await createWorkspace(database);
    const lastAt = secondsAgo(30);
    const expected: string[] = [];
    for (let index = 0; index < 4; index += 1) {
      expected.push((await buryLetter(database.db, workspace, { lastAt })).id);
      expected.push((await recordRejection(database.db, workspace, { lastAt })).id);
    }
    const older = await recordRejection(database.db, workspace, { lastAt: secondsAgo(60) });
    const newer = await buryLetter(database.db, workspace, { lastAt: secondsAgo(10) });
    const seen: unknown[] = [];
    let cursor: string | null = null;
    for (let pages = 0; pages < 10; pages += 1) {
      const { page } = await list(workspace, { first: 3, after: cursor });
      assert.equal(page!.pageInfo.hasPreviousPage, cursor !== null);
      assert.deepEqual(page!.count, { value: 10, precision: 'EXACT' });
      seen.push(...page!.nodes.map(({ id }) => id));
      cursor = page!.pageInfo.endCursor;
      if (!page!.pageInfo.hasNextPage) break;
    }
    assert.equal(seen[0], newer.id);
    assert.equal(seen.at(-1), older.id);
    assert.deepEqual(new Set(seen.slice(1, -1)), new Set(expected));
    assert.equal(seen.length, 10);
  });

  test('a cursor of another filter or of nothing is BAD_CURSOR, and first is 1 to 100', async () => {
    const workspace = await createWorkspace(database);
    await buryLetter(database.db, workspace);
    const { page } = await list(workspace, { first: 1 });
    const cursor = page!.edges[0]!.cursor;
    const bad: Json[] = [
      { after: cursor, filter: { kind: 'DEAD' } },
      { after: 'garbage' },
      { after: encodeCursor({ keys: ['x', 'y'] }, 'z') },
    ];
    for (const args of bad) assert.deepEqual((await list(workspace, args)).codes, ['BAD_CURSOR']);
    for (const first of [0, 101]) {
      assert.deepEqual((await list(workspace, { first })).codes, ['BAD_USER_INPUT']);
    }
  });

  test('every filter keeps what it says, text is no pattern, and mistakes are told', async () => {
    const workspace = await createWorkspace(database);
    const keyId = randomUUID();
    const letter = await buryLetter(database.db, workspace, {
      detail: '100% ÄRGER',
      lastAt: secondsAgo(100),
    });
    const rejection = await recordRejection(database.db, workspace, {
      code: 'malformed',
      keyId,
      lastAt: secondsAgo(50),
    });
    const at = (seconds: number) => secondsAgo(seconds).toISOString();
    const cases: [Json, string[]][] = [
      [{}, [rejection.id, letter.id]],
      [{ kind: 'DEAD' }, [letter.id]],
      [{ kind: 'REJECTED', state: 'NEW' }, [rejection.id]],
      [{ state: 'REPLAY_REQUESTED' }, []],
      [{ code: 'malformed' }, [rejection.id]],
      [{ apiKeyId: keyId }, [rejection.id]],
      [{ apiKeyId: scopedGlobalId('ApiKey', workspace.workspaceId, keyId) }, [rejection.id]],
      [{ runUuid: letter.runUuid }, [letter.id]],
      [{ contains: '% ärger' }, [letter.id]],
      [{ contains: 'LANGSMITH-JS' }, [rejection.id]],
      [{ contains: '_' }, [rejection.id]],
      [{ contains: '\0' }, []],
      [{ since: at(70) }, [rejection.id]],
      [{ until: at(70) }, [letter.id]],
    ];
    for (const [filter, expected] of cases) {
      const { page } = await list(workspace, { filter });
      assert.deepEqual(
        page!.nodes.map(({ id }) => id),
        expected,
        JSON.stringify(filter),
      );
      assert.equal(page!.count.value, expected.length);
    }
    const other = await createWorkspace(database);
    for (const filter of [
      { runUuid: 'x' },
      { apiKeyId: scopedGlobalId('ApiKey', other.workspaceId, keyId) },
      { contains: 'x'.repeat(257) },
    ]) {
      assert.deepEqual((await list(workspace, { filter })).codes, ['BAD_USER_INPUT']);
    }
  });
});

interface Payload {
  value: Record<string, never>;
  isCut: boolean;
  sizeBytes: number;
}

async function payloadOf(workspace: Workspace, id: string): Promise<Payload> {
  const { data, codes } = await ask(
    workspace.owner,
    `query ($id: ID!) {
      viewer { workspace { ingestProblem(id: $id) { payload { value isCut sizeBytes } } } }
    }`,
    { id },
  );
  assert.deepEqual(codes, []);
  const viewer = data!['viewer'] as unknown as {
    workspace: { ingestProblem: { payload: Payload } };
  };
  return viewer.workspace.ingestProblem.payload;
}

describe('what was sent (O2)', () => {
  test('is shown as an operation with its fields and payloads', async () => {
    const workspace = await createWorkspace(database);
    const letter = await buryLetter(database.db, workspace, {
      envelope: { name: 'agent', tags: ['a'] },
      payloads: { outputs: '{"answer":[42,"\\u0000"]}', error: 'not JSON' },
    });
    const { value, isCut, sizeBytes } = await payloadOf(workspace, letter.id);
    assert.deepEqual(value, {
      operation: 'create',
      runId: letter.runUuid,
      traceId: letter.runUuid,
      fields: { name: 'agent', tags: ['a'] },
      outputs: { answer: [42, '\0'] },
      error: 'not JSON',
    });
    assert.equal(isCut, false);
    assert.ok(sizeBytes > 150 && sizeBytes < 300);
  });

  test('is cut with a marker beyond 256 KiB, and small fields are whole all the same', async () => {
    const workspace = await createWorkspace(database);
    const large = JSON.stringify({ text: '€'.repeat(200_000) });
    const letter = await buryLetter(database.db, workspace, {
      payloads: { inputs: large, outputs: '{"answer":42}' },
    });
    const { value, isCut } = await payloadOf(workspace, letter.id);
    const inputs = value['inputs'] as unknown as {
      cut: true;
      sizeBytes: number;
      beginning: string;
    };
    assert.equal(isCut, true);
    assert.equal(inputs.sizeBytes, Buffer.byteLength(large));
    assert.ok(inputs.beginning.startsWith('{"text":"€€'));
    assert.doesNotMatch(inputs.beginning, /\ufffd/);
    assert.deepEqual(value['outputs'], { answer: 42 });
    assert.ok(JSON.stringify(value).length < 256 << 10);
  });

  test('says so when it is feedback, damaged, or no text', async () => {
    const workspace = await createWorkspace(database);
    const feedback = await buryLetter(database.db, workspace, {
      bytes: encodeBatch({
        batchId: uuidv7(),
        workspaceId: workspace.workspaceId,
        keyId: uuidv7(),
        acceptedAtMs: Date.now(),
        firstSequence: 1n,
        operations: [],
        feedback: [{ kind: 'create', feedbackId: uuidv7(), envelope: { key: 'helpful' } }],
      }),
    });
    const shown = (await payloadOf(workspace, feedback.id)).value as unknown as {
      operation: string;
      feedback: { envelope: { key: string } };
    };
    assert.deepEqual([shown.operation, shown.feedback.envelope.key], ['feedback', 'helpful']);

    const bytes = Buffer.from([0x52, 2, 0, 0, 0xff, 0xfe]);
    const damaged = await buryLetter(database.db, workspace, { reason: 'corrupt', bytes });
    assert.deepEqual((await payloadOf(workspace, damaged.id)).value, {
      base64: bytes.toString('base64'),
    });
  });

  test('of a refusal is its JSON, or its beginning as text', async () => {
    const workspace = await createWorkspace(database);
    const whole = await recordRejection(database.db, workspace);
    assert.deepEqual(await payloadOf(workspace, whole.id), {
      value: { start_time: 'soon' },
      isCut: false,
      sizeBytes: 21,
    });
    const sample = `{"inputs":"${'x'.repeat(16_384 - 11)}`;
    const cut = await recordRejection(database.db, workspace, { reason: 'other', sample });
    assert.deepEqual(await payloadOf(workspace, cut.id), {
      value: sample,
      isCut: true,
      sizeBytes: 16_384,
    });
  });

  test('may be asked for 10 problems at a time', async () => {
    const workspace = await createWorkspace(database);
    for (let index = 0; index < 11; index += 1) await buryLetter(database.db, workspace);
    const fields = 'payload { sizeBytes }';
    const ten = await list(workspace, { first: 10 }, fields);
    assert.deepEqual(ten.codes, []);
    const eleven = await list(workspace, { first: 11 }, fields);
    assert.deepEqual(new Set(eleven.codes), new Set(['BAD_USER_INPUT']));
  });
});
