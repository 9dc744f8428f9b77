import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { waitFor } from '@runlight/testkit';
import { startStack } from '@runlight/testkit/default-stack';
import type { Stack } from '@runlight/testkit/default-stack';
import { Client, RunTree } from 'langsmith';

// What the npm client reads, unchanged, through the front door (langsmith-protocol §4, §5, §7).

let stack: Stack;
let client: Client;
const project = 'sdk reads';

interface Sent {
  root: string;
  child: string;
}
const sent: Sent[] = [];
const traces = 7;

before(async () => {
  stack = await startStack();
  client = new Client({ apiUrl: stack.url, apiKey: stack.apiKey });
  for (let index = 0; index < traces; index += 1) sent.push(await sendTrace(index));
  await client.awaitPendingTraceBatches();
  await waitFor(
    async () => {
      const runs = await allOf(client.listRuns({ projectName: project }));
      return runs.filter(({ end_time }) => end_time).length === 2 * traces;
    },
    { timeoutMs: 20_000, what: 'the runs to be listed' },
  );
});
after(() => stack?.stop());

async function sendTrace(index: number): Promise<Sent> {
  const root = new RunTree({
    name: `agent ${index}`,
    run_type: 'chain',
    inputs: { question: `number ${index}`, big: 'ü 漢字 🙂' },
    client,
    project_name: project,
    tags: index % 2 === 0 ? ['even'] : ['odd'],
    metadata: { thread_id: `thread-${index % 2}`, index },
    start_time: Date.now() - 60_000 + index * 1000,
  });
  await root.postRun();
  const child = root.createChild({
    name: 'ChatOpenAI',
    run_type: 'llm',
    inputs: { messages: [{ role: 'user', content: `about ${index}` }] },
    start_time: Date.now() - 59_500 + index * 1000,
  });
  await child.postRun();
  const usage = { input_tokens: 10, output_tokens: index, total_tokens: 10 + index };
  await child.end({ content: 'fine', usage_metadata: usage }, undefined, Date.now() - 59_000);
  await child.patchRun();
  await root.end(
    index === 3 ? undefined : { answer: index },
    index === 3 ? 'ValueError: three' : undefined,
    Date.now() - 58_000 + index * 1000,
  );
  await root.patchRun();
  return { root: root.id, child: child.id };
}

const soon = (what: string) => ({ timeoutMs: 10_000, what });

async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('runs', () => {
  test('listRuns gives every run of a project, newest first, with its payloads', async () => {
    const runs = await allOf(client.listRuns({ projectName: project, isRoot: true }));
    assert.deepEqual(
      runs.map(({ name }) => name),
      Array.from({ length: traces }, (_, index) => `agent ${traces - 1 - index}`),
    );
    const [newest] = runs;
    assert.deepEqual(newest!.inputs, { question: 'number 6', big: 'ü 漢字 🙂' });
    assert.deepEqual(newest!.outputs, { answer: 6 });
    assert.equal(newest!.total_tokens, 16);
    assert.equal(newest!.parent_run_id, null);
    assert.equal(newest!.status, 'success');
    assert.deepEqual(newest!.tags, ['even']);
    assert.equal((newest!.extra as { metadata: { index: number } }).metadata.index, 6);
  });

  test('pages follow each other, and the limit holds', async () => {
    const limited = await allOf(client.listRuns({ projectName: project, limit: 5 }));
    assert.equal(limited.length, 5);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { runs: { id: string }[]; cursors: { next: string | null } } = await post(
        '/runs/query',
        { session: [(await client.readProject({ projectName: project })).id], limit: 3, cursor },
      );
      assert.ok(page.runs.length <= 3);
      seen.push(...page.runs.map(({ id }) => id));
      cursor = page.cursors.next;
    } while (cursor);
    assert.equal(seen.length, 2 * traces);
    assert.equal(new Set(seen).size, 2 * traces);
  });

  test('every way to narrow the list', async () => {
    const names = async (options: object) =>
      (await allOf(client.listRuns({ projectName: project, ...options })))
        .map(({ name }) => name)
        .toSorted();
    assert.equal((await names({ runType: 'llm' })).length, traces);
    assert.deepEqual(await names({ error: true }), ['agent 3']);
    assert.deepEqual(await names({ filter: 'eq(name, "agent 2")' }), ['agent 2']);
    assert.deepEqual(await names({ filter: 'and(has(tags, "odd"), eq(is_root, true))' }), [
      'agent 1',
      'agent 3',
      'agent 5',
    ]);
    assert.deepEqual(
      await names({
        filter: 'and(eq(metadata_key, "index"), eq(metadata_value, 4))',
        isRoot: true,
      }),
      ['agent 4'],
    );
    assert.deepEqual(await names({ traceFilter: 'eq(name, "agent 0")', isRoot: false }), [
      'ChatOpenAI',
    ]);
    assert.deepEqual(await names({ treeFilter: 'gt(total_tokens, 15)', isRoot: true }), [
      'agent 6',
    ]);
    assert.deepEqual(
      await names({ query: 'about', runType: 'llm', limit: 100 }).then((l) => l.length),
      traces,
    );
    assert.deepEqual(await names({ id: [sent[1]!.root, sent[2]!.child] }), [
      'ChatOpenAI',
      'agent 1',
    ]);
    assert.deepEqual(await names({ traceId: sent[5]!.root }), ['ChatOpenAI', 'agent 5']);
    assert.deepEqual(await names({ parentRunId: sent[5]!.root }), ['ChatOpenAI']);
    assert.deepEqual(await names({ startTime: new Date(Date.now() + 3_600_000) }), []);
  });

  test('select restricts what is given, beyond what typed clients require', async () => {
    const [run] = await allOf(
      client.listRuns({ projectName: project, limit: 1, select: ['id', 'name'] }),
    );
    assert.equal(run!.inputs, undefined);
    assert.ok(run!.id && run!.name && run!.trace_id && run!.dotted_order);
  });

  test('readRun loads a run, and its children when asked to', async () => {
    const run = await client.readRun(sent[0]!.root, { loadChildRuns: true });
    assert.equal(run.name, 'agent 0');
    assert.deepEqual(
      run.child_runs?.map(({ id }) => id),
      [sent[0]!.child],
    );
    await assert.rejects(client.readRun('01900000-0000-7000-8000-000000000000'), /404|not found/i);
  });

  test('a filter with a mistake is told with its place', async () => {
    await assert.rejects(
      allOf(client.listRuns({ projectName: project, filter: 'eq(name, "x"' })),
      /400.*position/s,
    );
  });

  test('the generated client queries and retrieves', async () => {
    const { id } = await client.readProject({ projectName: project });
    const page = await client.runs.query({
      project_ids: [id],
      is_root: true,
      selects: ['ID', 'NAME', 'STATUS', 'INPUTS', 'TOTAL_TOKENS'],
      page_size: 3,
    });
    assert.equal(page.items.length, 3);
    assert.equal(page.items[0]!.status, 'SUCCESS');
    assert.deepEqual(page.items[0]!.inputs, { question: 'number 6', big: 'ü 漢字 🙂' });
    const all: unknown[] = [];
    for await (const run of page) all.push(run);
    assert.equal(all.length, traces);
    const run = await client.runs.retrieve(sent[3]!.root, {
      project_id: id,
      selects: ['NAME', 'ERROR'],
    });
    assert.equal(run.error, 'ValueError: three');
  });
});

describe('threads', () => {
  test('listGroupRuns and readThread find the conversations', async () => {
    const groups = await allOf(
      client.listGroupRuns({ projectName: project, groupBy: 'conversation' }),
    );
    assert.deepEqual(groups.map(({ thread_id, count }) => `${thread_id} ${count}`).toSorted(), [
      'thread-0 4',
      'thread-1 3',
    ]);
    const turns = await allOf(client.readThread({ threadId: 'thread-1', projectName: project }));
    assert.deepEqual(
      turns.map(({ name }) => name),
      ['agent 1', 'agent 3', 'agent 5'],
    );
    const threads = await client.listThreads({ projectName: project });
    assert.deepEqual(threads.map(({ thread_id }) => thread_id).toSorted(), [
      'thread-0',
      'thread-1',
    ]);
  });
});

describe('projects', () => {
  test('readProject by name and id, with figures when asked for', async () => {
    const byName = await client.readProject({ projectName: project, includeStats: true });
    assert.equal(byName.name, project);
    assert.equal(byName.run_count, traces);
    assert.equal((byName as { error_rate?: number }).error_rate, 1 / traces);
    const byId = await client.readProject({ projectId: byName.id });
    assert.equal(byId.tenant_id, byName.tenant_id);
    assert.equal(await client.hasProject({ projectName: 'nobody has this' }), false);
  });

  test('a project is made, changed, listed and deleted', async () => {
    const made = await client.createProject({ projectName: 'exp', metadata: { model: 'm' } });
    await assert.rejects(client.createProject({ projectName: 'exp' }), /409/);
    const again = await client.createProject({ projectName: 'exp', upsert: true });
    assert.equal(again.id, made.id);
    await client.updateProject(made.id, { description: 'second', metadata: { more: 1 } });
    const [listed] = await allOf(client.listProjects({ metadata: { model: 'm' } }));
    assert.equal(listed!.description, 'second');
    assert.deepEqual((listed!.extra as { metadata: object }).metadata, { model: 'm', more: 1 });
    const names = (await allOf(client.listProjects())).map(({ name }) => name);
    assert.ok(names.includes('default') && names.includes('exp'));
  });

  test('getRunStats sums up', async () => {
    const stats = await client.getRunStats({ projectNames: [project], runType: 'llm' });
    assert.equal(stats.run_count, traces);
    assert.equal(stats.total_tokens, 7 * 10 + 21);
  });
});

describe('feedback', () => {
  test('what was given is listed by run and key, read, changed and deleted', async () => {
    const run = sent[2]!.root;
    const { id } = await client.createFeedback(run, 'helpful', { score: 0.5, comment: 'so so' });
    await client.createFeedback(run, 'tone', { value: 'calm' });
    const listed = () => allOf(client.listFeedback({ runIds: [run] }));
    await waitFor(async () => (await listed()).length === 2, soon('the feedback'));
    const [helpful] = await allOf(
      client.listFeedback({ runIds: [run], feedbackKeys: ['helpful'] }),
    );
    assert.equal(helpful!.score, 0.5);
    assert.equal(helpful!.comment, 'so so');
    await client.updateFeedback(id, { score: 1, comment: null });
    await waitFor(async () => (await client.readFeedback(id)).score === 1, soon('the change'));
    assert.equal((await client.readFeedback(id)).comment, null);
    await client.deleteFeedback(id);
    await waitFor(async () => (await listed()).length === 1, soon('the deletion'));
  });
});

describe('feedback without a key', () => {
  test('a token is good for one judgement', async () => {
    const run = sent[5]!.root;
    const token = await client.createPresignedFeedbackToken(run, 'thumbs', {
      expiration: { minutes: 5 },
    });
    const listed = await allOf(client.listPresignedFeedbackTokens(run));
    assert.deepEqual(
      listed.map(({ id }) => id),
      [token.id],
    );
    const give = () =>
      fetch(token.url, { method: 'POST', body: JSON.stringify({ score: 1, comment: 'yes' }) });
    assert.ok((await give()).ok);
    assert.ok(!(await give()).ok);
    const given = () => allOf(client.listFeedback({ runIds: [run] }));
    await waitFor(async () => (await given()).length > 0, soon('the judgement'));
    assert.equal((await given()).length, 1);
    assert.equal((await given())[0]!.score, 1);
  });

  test('scales are made, listed, changed and forgotten', async () => {
    const feedbackConfig = { type: 'continuous', min: 0, max: 5 } as const;
    const made = await client.createFeedbackConfig({ feedbackKey: 'stars', feedbackConfig });
    assert.equal(made.feedback_config.max, 5);
    await client.createFeedbackConfig({ feedbackKey: 'stars', feedbackConfig });
    const other = { ...feedbackConfig, max: 10 };
    await assert.rejects(
      client.createFeedbackConfig({ feedbackKey: 'stars', feedbackConfig: other }),
      /400/,
    );
    const changed = await client.updateFeedbackConfig('stars', { isLowerScoreBetter: true });
    assert.equal(changed.is_lower_score_better, true);
    const keys = async () =>
      (await allOf(client.listFeedbackConfigs())).map(({ feedback_key }) => feedback_key);
    assert.deepEqual(await keys(), ['stars']);
    await client.deleteFeedbackConfig('stars');
    assert.deepEqual(await keys(), []);
  });
});

describe('sharing', () => {
  test('a run is shared, read by anybody who has the link, and taken back', async () => {
    const run = sent[4]!.root;
    assert.equal(await client.readRunSharedLink(run), undefined);
    const link = await client.shareRun(run);
    assert.equal(await client.readRunSharedLink(run), link);
    assert.equal(await client.shareRun(run, { shareId: tokenOf(link) }), link);
    const stranger = new Client({ apiUrl: stack.url, apiKey: 'none' });
    const shared = await stranger.listSharedRuns(tokenOf(link));
    assert.deepEqual(shared.map(({ name }) => name).toSorted(), ['ChatOpenAI', 'agent 4']);
    assert.deepEqual(shared.find(({ id }) => id === run)!.outputs, { answer: 4 });
    const one = await stranger.listSharedRuns(tokenOf(link), { runIds: [run] });
    assert.deepEqual(
      one.map(({ id }) => id),
      [run],
    );
    const root = await fetch(`${stack.url}/public/${tokenOf(link)}/run`);
    assert.equal(((await root.json()) as { name: string }).name, 'agent 4');
    await client.unshareRun(run);
    assert.equal(await client.readRunSharedLink(run), undefined);
    await assert.rejects(stranger.listSharedRuns(tokenOf(link)), /404/);
  });
});

const tokenOf = (link: string): string => /public\/([^/]+)\/r$/.exec(link)![1]!;

async function post<T>(path: string, body: object): Promise<T> {
  const response = await fetch(stack.url + path, {
    method: 'POST',
    headers: { 'x-api-key': stack.apiKey, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as T;
}
