import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parseLangsmithFilter, toFilterInput } from '@runlight/run-model/filter';
import { waitFor } from '@runlight/testkit';
import { startStack } from '@runlight/testkit/default-stack';
import type { Stack } from '@runlight/testkit/default-stack';
import { graph } from '@runlight/testkit/graph-request';
import { Client, RunTree } from 'langsmith';
import type { Feedback } from 'langsmith/schemas';

// Every documented function of the filter language (langsmith-protocol §4.3): the same text through the
// SDKs' route and through the graph finds the runs that an oracle in plain JavaScript finds.

/** A run as it was sent, with what it belongs to. */
interface Made {
  id: string;
  name: string;
  runType: string;
  isRoot: boolean;
  error: string | undefined;
  latencyS: number;
  startMs: number;
  tags: string[];
  metadata: Record<string, unknown>;
  inputs: object;
  outputs: object;
  totalTokens: number | undefined;
  feedback: { key: string; score?: number; value?: string; comment?: string }[];
  traceId: string;
}

const project = 'filters';
const traces = 12;
const beganMs = Date.now() - 30 * 60_000;
const made: Made[] = [];
let stack: Stack;
let client: Client;
let projectId: string;

before(async () => {
  stack = await startStack();
  client = new Client({ apiUrl: stack.url, apiKey: stack.apiKey });
  for (let index = 0; index < traces; index += 1) await sendTrace(index);
  await client.awaitPendingTraceBatches();
  const read = async () => idsOf(await page({}));
  await waitFor(async () => (await read().catch(() => [])).length === made.length, {
    timeoutMs: 20_000,
    what: 'the runs',
  });
  const judged = made.flatMap(({ feedback }) => feedback).length;
  await waitFor(async () => (await feedbackOf()).length === judged, {
    timeoutMs: 20_000,
    what: 'the feedback',
  });
  await waitFor(async () => (await ended()).length === made.length, {
    timeoutMs: 20_000,
    what: 'the ends of the runs',
  });
});
after(() => stack?.stop());

const ended = () => viaRoute('or(eq(status, "success"), eq(status, "error"))');

async function feedbackOf(): Promise<Feedback[]> {
  const all: Feedback[] = [];
  for await (const item of client.listFeedback({ runIds: made.map(({ id }) => id) }))
    all.push(item);
  return all;
}

async function sendTrace(index: number): Promise<void> {
  const startMs = beganMs + index * 60_000;
  const root = new RunTree({
    name: `agent "${index % 4}"`,
    run_type: 'chain',
    inputs: { question: { text: index % 2 ? 'refund please' : "it's fine", n: index } },
    client,
    project_name: project,
    start_time: startMs,
    tags: [`t${index % 3}`, 'all'],
    metadata: {
      thread_id: `th-${index % 5}`,
      customer: { tier: index % 2 ? 'gold' : 'free' },
      score: index,
      ...(index % 4 === 0 && { rare: 'yes' }),
    },
  });
  await root.postRun();
  await send(root, {
    index,
    startMs,
    latencyS: index + 0.5,
    outputs: { answer: `done ${index}`, items: [{ kind: 'a' }, { kind: `k${index % 3}` }] },
    error: index % 6 === 5 ? `TimeoutError: no answer after ${index} s` : undefined,
  });
  const child = root.createChild({
    name: 'ChatOpenAI',
    run_type: 'llm',
    inputs: { messages: [{ role: 'user', content: `about ${index}` }] },
    start_time: startMs + 100,
    tags: ['model'],
  });
  await child.postRun();
  await send(child, {
    index,
    startMs: startMs + 100,
    latencyS: 0.2,
    outputs: {
      content: 'fine words',
      usage_metadata: {
        input_tokens: 100 * index,
        output_tokens: 1,
        total_tokens: 100 * index + 1,
      },
    },
    error: undefined,
  });
}

interface Ending {
  index: number;
  startMs: number;
  latencyS: number;
  outputs: object;
  error: string | undefined;
}

async function send(run: RunTree, { index, startMs, latencyS, outputs, error }: Ending) {
  await run.end(error ? undefined : outputs, error, startMs + latencyS * 1000);
  await run.patchRun();
  const isRoot = run.parent_run === undefined;
  const feedback = isRoot ? await judge(run.id, index) : [];
  const usage = (outputs as { usage_metadata?: { total_tokens: number } }).usage_metadata;
  made.push({
    id: run.id,
    name: run.name,
    runType: run.run_type,
    isRoot,
    error,
    latencyS,
    startMs,
    tags: run.tags ?? [],
    metadata: { ...run.extra?.['metadata'] },
    inputs: run.inputs,
    outputs: error ? {} : outputs,
    totalTokens: usage?.total_tokens,
    feedback,
    traceId: run.trace_id,
  });
}

async function judge(runId: string, index: number): Promise<Made['feedback']> {
  if (index % 3 !== 0) return [];
  const given = [
    { key: 'correctness', score: index / 12, comment: `looked at ${index}` },
    { key: 'tone', value: index % 2 ? 'calm' : 'harsh' },
  ];
  for (const { key, ...rest } of given) await client.createFeedback(runId, key, rest);
  return given;
}

interface RunPage {
  runs: { id: string }[];
  cursors: { next: string | null };
}

async function page(body: object): Promise<RunPage> {
  projectId ??= (await client.readProject({ projectName: project })).id;
  const response = await fetch(`${stack.url}/runs/query`, {
    method: 'POST',
    headers: { 'x-api-key': stack.apiKey, 'content-type': 'application/json' },
    body: JSON.stringify({ session: [projectId], select: ['id'], limit: 100, ...body }),
  });
  const answer = (await response.json()) as RunPage & { detail?: string };
  if (!response.ok) throw new Error(`${response.status} ${answer.detail}`);
  return answer;
}

const idsOf = ({ runs }: RunPage): string[] => runs.map(({ id }) => id).toSorted();

const viaRoute = async (filter: string): Promise<string[]> => idsOf(await page({ filter }));

async function viaGraph(text: string): Promise<string[]> {
  const { data, errors } = await graph<{ runs: { nodes: { uuid: string }[] } }>(
    stack,
    `query ($projects: [ID!], $filter: RunFilter) {
      runs(projectIds: $projects, filter: $filter, timeRange: {}, first: 100) { nodes { uuid } }
    }`,
    { projects: [projectId], filter: toFilterInput(parseLangsmithFilter(text)) },
  );
  assert.equal(errors, undefined);
  return data.runs.nodes.map(({ uuid }) => uuid).toSorted();
}

const iso = (ms: number) => new Date(ms).toISOString();
const middleMs = beganMs + 6 * 60_000 + 50;
const rootOf = (run: Made) => made.find(({ id }) => id === run.traceId)!;
const hasFeedback = (run: Made, test: (given: Made['feedback'][number]) => boolean) =>
  run.feedback.some(test);
const metadataText = (run: Made, key: string): string | undefined => {
  const value = run.metadata[key];
  if (value === undefined) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const cases: [text: () => string, oracle: (run: Made) => boolean][] = [
  [() => 'eq(name, "ChatOpenAI")', (run) => run.name === 'ChatOpenAI'],
  [() => String.raw`eq(name, "agent \"2\"")`, (run) => run.name === 'agent "2"'],
  [() => `eq(name, 'ChatOpenAI')`, (run) => run.name === 'ChatOpenAI'],
  [() => 'neq(run_type, "llm")', (run) => run.runType !== 'llm'],
  [() => 'eq(status, "error")', (run) => run.error !== undefined],
  [() => 'eq(error, null)', (run) => run.error === undefined],
  [() => 'neq(error, null)', (run) => run.error !== undefined],
  [() => 'like(error, "Timeout%")', (run) => run.error !== undefined],
  [() => 'gt(latency, 5)', (run) => run.latencyS > 5],
  [() => 'gte(latency, "5.4s")', (run) => run.latencyS >= 5.4],
  [() => 'lt(latency, "150ms")', () => false],
  [() => 'lte(latency, "200ms")', (run) => run.latencyS <= 0.2],
  [() => 'gt(latency, "0.1m")', (run) => run.latencyS > 6],
  [() => `gt(start_time, "${iso(middleMs)}")`, (run) => run.startMs > middleMs],
  [() => `lte(start_time, "${iso(middleMs)}")`, (run) => run.startMs <= middleMs],
  [() => `lt(end_time, "${iso(middleMs)}")`, (run) => run.startMs + run.latencyS * 1000 < middleMs],
  [() => 'gte(total_tokens, 501)', (run) => (run.totalTokens ?? -1) >= 501],
  [() => 'lt(prompt_tokens, 300)', (run) => run.totalTokens !== undefined && run.totalTokens < 301],
  [() => 'eq(completion_tokens, 1)', (run) => run.totalTokens !== undefined],
  [() => 'eq(is_root, true)', (run) => run.isRoot],
  [() => 'eq(is_root, false)', (run) => !run.isRoot],
  [() => 'eq(execution_order, 1)', (run) => run.isRoot],
  [() => 'has(tags, "t1")', (run) => run.tags.includes('t1')],
  [() => 'in(tags, ["t0", "t2"])', (run) => run.tags.some((tag) => tag === 't0' || tag === 't2')],
  [() => 'has(tags, "%")', () => false],
  [() => `has(metadata, '{"rare": "yes"}')`, (run) => run.metadata['rare'] === 'yes'],
  [
    () => `has("metadata", '{"customer": {"tier": "gold"}}')`,
    (run) => (run.metadata['customer'] as { tier?: string } | undefined)?.tier === 'gold',
  ],
  [() => 'exists(metadata, "rare")', (run) => 'rare' in run.metadata],
  [
    () => 'and(eq(metadata_key, "score"), eq(metadata_value, "7"))',
    (run) => metadataText(run, 'score') === '7',
  ],
  [() => 'in(metadata_key, ["rare", "nothing"])', (run) => 'rare' in run.metadata],
  [() => 'neq(metadata_key, "rare")', (run) => !('rare' in run.metadata)],
  [
    () => 'and(eq(metadata_key, "score"), neq(metadata_value, "7"))',
    (run) => 'score' in run.metadata && metadataText(run, 'score') !== '7',
  ],
  [
    () => 'eq(metadata.customer.tier, "free")',
    (run) => (run.metadata['customer'] as { tier?: string } | undefined)?.tier === 'free',
  ],
  [
    () => 'and(eq(input_key, "question.text"), eq(input_value, "refund please"))',
    (run) => (run.inputs as { question?: { text?: string } }).question?.text === 'refund please',
  ],
  [
    () => 'and(eq(input_key, "messages.role"), eq(input_value, "user"))',
    (run) => run.runType === 'llm',
  ],
  [
    () => 'and(eq(output_key, "items.kind"), eq(output_value, "k2"))',
    (run) =>
      ((run.outputs as { items?: { kind: string }[] }).items ?? []).some(
        ({ kind }) => kind === 'k2',
      ),
  ],
  [() => 'eq(output_key, "answer")', (run) => 'answer' in run.outputs],
  [() => 'like(inputs, "%refund%")', (run) => JSON.stringify(run.inputs).includes('refund')],
  [() => 'notlike(inputs, "%refund%")', (run) => !JSON.stringify(run.inputs).includes('refund')],
  [() => 'search("refund")', (run) => JSON.stringify([run.inputs, run.outputs]).includes('refund')],
  [() => 'search("please refund")', (run) => JSON.stringify(run.inputs).includes('refund please')],
  [() => 'search("nobody said this")', () => false],
  [
    () => 'and(eq(feedback_key, "correctness"), gte(feedback_score, 0.5))',
    (run) => hasFeedback(run, ({ key, score }) => key === 'correctness' && (score ?? -1) >= 0.5),
  ],
  [
    () => 'and(eq(feedback_key, "tone"), eq(feedback_value, "calm"))',
    (run) => hasFeedback(run, ({ key, value }) => key === 'tone' && value === 'calm'),
  ],
  // Both hold for one record, or they do not hold.
  [() => 'and(eq(feedback_key, "tone"), gte(feedback_score, 0))', () => false],
  [
    () => 'like(feedback_comment, "looked%")',
    (run) => hasFeedback(run, ({ comment }) => comment?.startsWith('looked') === true),
  ],
  [() => 'eq(feedback_source, "api")', (run) => run.feedback.length > 0],
  [() => 'eq(thread_id, "th-3")', (run) => run.metadata['thread_id'] === 'th-3'],
  [() => `eq(trace_id, "${made[0]!.traceId}")`, (run) => run.traceId === made[0]!.traceId],
  [
    () => `in(trace_id, ["${made[0]!.traceId}", "${made[2]!.traceId}"])`,
    (run) => [made[0]!.traceId, made[2]!.traceId].includes(run.traceId),
  ],
  [() => `eq(id, "${made[3]!.id}")`, (run) => run.id === made[3]!.id],
  [
    () => `eq(parent_run_id, "${made[0]!.traceId}")`,
    (run) => !run.isRoot && run.traceId === made[0]!.traceId,
  ],
  [() => 'not(eq(run_type, "llm"))', (run) => run.runType !== 'llm'],
  [
    () => 'or(eq(run_type, "llm"), neq(error, null))',
    (run) => run.runType === 'llm' || run.error !== undefined,
  ],
  [
    () => ' and( has(tags,"all") ,or(gt(latency,8),lt(latency,2)),not(has(tags,"t0")) ) ',
    (run) =>
      run.tags.includes('all') &&
      (run.latencyS > 8 || run.latencyS < 2) &&
      !run.tags.includes('t0'),
  ],
  [() => 'and(eq(is_root, true))', (run) => run.isRoot],
  [() => String.raw`eq(name, "a' OR 1=1 --")`, () => false],
  [() => String.raw`eq(name, "\\")`, () => false],
];

describe('the filter language finds the same by the route, the graph and the oracle', () => {
  for (const [text, oracle] of cases) {
    const expected = () =>
      made
        .filter(oracle)
        .map(({ id }) => id)
        .toSorted();
    test(text.toString().slice(6, 90), async () => {
      const filter = text();
      assert.deepEqual(await viaRoute(filter), expected(), 'by the route');
      assert.deepEqual(await viaGraph(filter), expected(), 'by the graph');
    });
  }

  test('trace_filter asks the root, tree_filter any run of the trace', async () => {
    const byTrace = await page({ trace_filter: 'has(tags, "t1")' });
    assert.deepEqual(
      idsOf(byTrace),
      made
        .filter((run) => rootOf(run).tags.includes('t1'))
        .map(({ id }) => id)
        .toSorted(),
    );
    const byTree = await page({ tree_filter: 'gt(total_tokens, 900)', is_root: true });
    const large = new Set(
      made.filter(({ totalTokens = 0 }) => totalTokens > 900).map(({ traceId }) => traceId),
    );
    assert.deepEqual(
      idsOf(byTree),
      made
        .filter(({ isRoot, traceId }) => isRoot && large.has(traceId))
        .map(({ id }) => id)
        .toSorted(),
    );
  });
});

describe('what is no filter is refused with its place', () => {
  const wrong = [
    'eq(foo); DROP TABLE runs',
    'eq(name, "x"',
    'eq(nothing, "x")',
    'approximately(name, "x")',
    'eq(start_time, 7)',
    'gt(total_tokens, "many")',
    'eq(name, "x")) ',
    `${'and('.repeat(5000)}eq(is_root, true)${')'.repeat(5000)}`,
    `in(id, [${Array.from({ length: 20_000 }, () => '"x"').join(',')}])`,
    'search("a", "b", "c")',
  ];
  for (const filter of wrong) {
    test(filter.slice(0, 40), async () => {
      await assert.rejects(page({ filter }), /400/);
    });
  }
});
