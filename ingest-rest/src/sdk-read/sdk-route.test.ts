import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createHealth, createLogger, createMetrics } from '@runlight/service';
import { createByteBudget } from '../body/byte-budget.ts';
import type { IngestContext } from '../context.ts';
import { createIngestMetrics } from '../ingest-metrics.ts';
import { createQuotas } from '../quotas/quotas.ts';
import { createIngestServer } from '../server.ts';
import type { IngestServer } from '../server.ts';

// Bodies and values that no SDK sends: each is the caller's mistake, told in the shape of its route, and the
// graph is not even asked.

const id = '01900000-0000-7000-8000-000000000001';
const other = '01900000-0000-7000-8000-000000000002';
const never = (): never => assert.fail('nothing of this may be needed');
const metrics = createMetrics('test');
const budget = createByteBudget(8 << 20);
const asked: Record<string, unknown>[] = [];
let answer: unknown = {};

const context: IngestContext = {
  keys: { find: async () => ({ keyId: id, workspaceId: id, organizationId: id, scope: 'full' }) },
  feedbackConfigs: { problem: never },
  feedbackTokens: { find: never, use: never, giveBack: never },
  projects: { idOf: never, exists: never },
  quotas: createQuotas({ runsPerSecond: 0, bytesPerSecond: 0, callsPerMinute: 0 }),
  objects: { put: never, get: never },
  graph: () => ({
    ask: async <T>(_document: string, variables: Record<string, unknown> = {}) => {
      asked.push(variables);
      return answer as T;
    },
    download: never,
  }),
  send: never,
  reserveSequence: never,
  hint: never,
  rejections: { record: never },
  budget,
  metrics: createIngestMetrics(metrics, budget),
  log: createLogger({ service: 'test', level: 'silent' }),
};

let server: IngestServer;
let url: string;
before(async () => {
  server = createIngestServer({ context, health: createHealth([]), metrics });
  url = await server.listen({ host: '127.0.0.1', port: 0 });
});
after(() => server?.close());
beforeEach(() => {
  asked.length = 0;
});

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'x-api-key': 'k', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

describe('a body that is none', () => {
  const bodies: [string, string][] = [
    ['a list', '[]'],
    ['a list of objects', '[{"session":[]}]'],
    ['a text', '"x"'],
    ['null', 'null'],
    ['cut off', '{"session":['],
    ['nested by the thousands', `{"extra":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ];
  for (const path of ['/runs/query', '/runs/stats', '/runs/group', '/runs/delete', '/sessions']) {
    for (const [what, body] of bodies) {
      test(`${what} is refused by ${path}`, async () => {
        const { status, answer: told } = await post(path, body);
        assert.deepEqual([status, Object.keys(told)], [400, ['detail']]);
        assert.deepEqual(asked, []);
      });
    }
  }

  test('is told as a problem by the second generation', async () => {
    for (const [, body] of bodies) {
      const { status, answer: told } = await post('/v2/runs/query', body);
      assert.deepEqual([status, told['status'], told['title']], [400, 400, 'Bad Request']);
    }
  });

  test('in another charset is not taken', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-16' };
    assert.equal((await post('/runs/query', '{}', headers)).status, 415);
  });
});

describe('a value of the wrong kind', () => {
  const cases: [string, Record<string, unknown>][] = [
    ['/runs/query', { session: [id], limit: -1 }],
    ['/runs/query', { session: [id], limit: 1.5 }],
    ['/runs/query', { session: [{}] }],
    ['/runs/query', { session: 'x' }],
    ['/runs/query', { session: [id], cursor: {} }],
    ['/runs/query', { session: [id], filter: ['eq'] }],
    ['/runs/query', { session: [id], filter: 'and('.repeat(20_000) }],
    ['/runs/query', { session: [id], start_time: {} }],
    ['/runs/query', { session: [id], run_type: '__proto__' }],
    ['/runs/query', { id: Array.from({ length: 1001 }, () => id) }],
    ['/runs/stats', { session: [id], group_by: { attribute: '__proto__' } }],
    ['/runs/group', { session_id: id, group_by: 'constructor' }],
    ['/feedback/tokens', { run_id: id, feedback_key: 'k', expires_in: { days: 1e300 } }],
    ['/feedback/tokens', { run_id: id, feedback_key: 'k', expires_in: { days: 'x' } }],
  ];
  for (const [path, body] of cases) {
    test(`${path} ${JSON.stringify(body).slice(0, 60)}`, async () => {
      assert.equal((await post(path, body)).status, 400);
      assert.deepEqual(asked, []);
    });
  }
});

test('a run that is named a thousand times is read and given once', async () => {
  const page = { nodes: [{ uuid: id, traceUuid: id }], pageInfo: { hasNextPage: false } };
  answer = { runs: page };
  const ids = Array.from({ length: 1000 }, () => id);
  const { answer: told } = await post('/runs/query', { id: ids, select: ['id'] });
  assert.deepEqual([(told['runs'] as unknown[]).length, asked.length], [1, 1]);
  assert.deepEqual(asked[0]!['ids'], [id]);
});

describe('POST /runs/delete', () => {
  const cases: [string, Record<string, unknown>, Record<string, unknown>][] = [
    [
      'traces of a project',
      { session_id: id, run_ids: [id, other, id] },
      { projectId: id, traceUuids: [id, other] },
    ],
    [
      'entries of the metadata',
      { metadata: { user: ['a', 'b'], n: 7 } },
      {
        metadata: [
          { key: 'user', value: 'a' },
          { key: 'user', value: 'b' },
          { key: 'n', value: '7' },
        ],
      },
    ],
  ];
  for (const [what, body, input] of cases) {
    test(`asks the graph to delete ${what}`, async () => {
      answer = { deleteRuns: { job: { uuid: other }, userErrors: [] } };
      const { status, answer: told } = await post('/api/v1/runs/delete', body);
      assert.deepEqual([status, told['job_id']], [202, other]);
      assert.deepEqual(asked, [{ input: { projectId: undefined, ...input } }]);
    });
  }

  const mistakes: Record<string, unknown>[] = [
    {},
    { session_id: id },
    { session_id: id, run_ids: [] },
    { run_ids: [id] },
    { session_id: id, run_ids: [id], metadata: { a: 'b' } },
    { session_id: id, run_ids: ['x'] },
    { metadata: { a: { b: 1 } } },
    { metadata: { a: null } },
    { metadata: [] },
  ];
  for (const body of mistakes) {
    test(`refuses ${JSON.stringify(body).slice(0, 50)}`, async () => {
      assert.equal((await post('/runs/delete', body)).status, 400);
      assert.deepEqual(asked, []);
    });
  }

  test('tells what the graph refuses', async () => {
    const userErrors = [{ code: 'NOT_FOUND', message: 'There is no such project' }];
    answer = { deleteRuns: { job: null, userErrors } };
    assert.equal((await post('/runs/delete', { session_id: id, run_ids: [id] })).status, 404);
  });
});
