import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { uuidv7 } from '@runlight/run-model';
import { testStores } from '@runlight/testkit';
import { childOf, rootKey } from './support/stored-runs.ts';
import type { StoredRun } from './support/stored-runs.ts';
import { createTracesGraph, newCaller, noLive } from './support/traces-graph.ts';
import type { Answer, Caller, TracesGraph } from './support/traces-graph.ts';

let graph: TracesGraph;
let close: () => Promise<void>;
before(async () => {
  const stores = await testStores({ clickhouse: true });
  graph = createTracesGraph(stores.clickhouseUrl, { live: noLive });
  close = async () => {
    await graph.close();
    await stores.close();
  };
});
after(() => close?.());

const secondUs = 1_000_000;
const minuteUs = 60 * secondUs;
const dayUs = 1440 * minuteUs;
const nowUs = () => Date.now() * 1000;

interface Page {
  nodes: ({ threadId: string } & Record<string, unknown>)[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
  count: { value: number; precision: string };
}

async function threads(
  caller: Caller,
  args: Record<string, unknown> = {},
  fields = 'nodes { threadId } pageInfo { hasNextPage endCursor }',
): Promise<Answer<Page>> {
  const { data, codes } = await graph.ask<{ _entities: [{ threads: Page } | null] }>(
    caller,
    `query ($refs: [_Any!]!, $first: Int, $after: String, $filter: RunFilter, $timeRange: TimeRange, $orderBy: ThreadOrder) {
      _entities(representations: $refs) { ... on Project {
        threads(first: $first, after: $after, filter: $filter, timeRange: $timeRange, orderBy: $orderBy) { ${fields} } } } }`,
    { refs: [{ __typename: 'Project', id: caller.project }], ...args },
  );
  return { data: data._entities[0]?.threads as Page, codes };
}

async function thread<T = Record<string, unknown>>(
  caller: Caller,
  threadId: string,
  fields: string,
): Promise<Answer<T | null>> {
  const { data, codes } = await graph.ask<{ _entities: [{ thread: T | null } | null] }>(
    caller,
    `query ($refs: [_Any!]!, $threadId: String!) { _entities(representations: $refs) {
      ... on Project { thread(threadId: $threadId) { ${fields} } } } }`,
    { refs: [{ __typename: 'Project', id: caller.project }], threadId },
  );
  return { data: data._entities[0]?.thread ?? null, codes };
}

const idsOf = async (caller: Caller, args: Record<string, unknown> = {}): Promise<string[]> => {
  const { data, codes } = await threads(caller, args);
  assert.deepEqual(codes, []);
  return data.nodes.map(({ threadId }) => threadId);
};

async function walk(
  caller: Caller,
  args: Record<string, unknown>,
  between?: () => Promise<void>,
): Promise<string[]> {
  const seen: string[] = [];
  for (let cursor: string | undefined, more = true; more;) {
    const { data, codes } = await threads(caller, { ...args, after: cursor });
    assert.deepEqual(codes, []);
    seen.push(...data.nodes.map(({ threadId }) => threadId));
    cursor = data.pageInfo.endCursor;
    more = data.pageInfo.hasNextPage;
    await between?.();
  }
  return seen;
}

/** The root of a turn; accepted when it started, unless said otherwise. */
const turn = (
  caller: Caller,
  threadId: string,
  startUs: number,
  run: Partial<StoredRun> = {},
): StoredRun => ({
  key: rootKey(caller.workspaceId, caller.projectId, startUs),
  threadId,
  acceptedAtUs: startUs,
  ...run,
});

describe('a thread', () => {
  it('sums up its turns', async () => {
    const caller = newCaller();
    const startUs = nowUs() - 60 * minuteUs;
    const first = turn(caller, 't', startUs, {
      endTimeUs: startUs + 1 * secondUs,
      inputsPreview: 'hello',
      outputsPreview: 'hi',
      payloads: { outputs: '"hi"' },
      metadata: { user_id: 'ann' },
    });
    const second = turn(caller, 't', startUs + minuteUs, {
      endTimeUs: startUs + minuteUs + 3 * secondUs,
      inputsPreview: 'and then?',
      outputsPreview: 'the end',
      payloads: { outputs: '"the end"' },
      usage: { prompt: 5, completion: 5, total: 10 },
      costUsd: 1,
    });
    const third = turn(caller, 't', startUs + 2 * minuteUs, {
      endTimeUs: startUs + 2 * minuteUs + secondUs,
      error: 'boom',
    });
    const usage = { prompt: 3, completion: 4, total: 7 };
    await graph.store([
      first,
      // Does not name the thread, and reports for the turn.
      childOf(first, { usage, costUsd: 0.5, endTimeUs: startUs + 4 * secondUs }),
      second,
      // Repeated by its parent.
      childOf(second, { usage, costUsd: 0.7, endTimeUs: startUs + minuteUs + secondUs }),
      third,
      turn(caller, 'another', startUs),
      turn(caller, 't', startUs, { isDeleted: true }),
    ]);
    const { data, codes } = await thread(
      caller,
      't',
      `threadId project { id } turnCount errorCount firstStartedAt lastStartedAt lastEndedAt isIdle totalTokens promptTokens
      completionTokens totalCostUsd latencyP50Ms latencyP99Ms firstInputPreview lastOutputPreview lastError userId`,
    );
    assert.deepEqual(codes, []);
    const { firstStartedAt, lastStartedAt, lastEndedAt, ...rest } = data as Record<string, string>;
    assert.equal(Date.parse(lastStartedAt!) - Date.parse(firstStartedAt!), 120_000);
    assert.equal(Date.parse(lastEndedAt!) - Date.parse(lastStartedAt!), 1000);
    assert.deepEqual(rest, {
      threadId: 't',
      project: { id: caller.project },
      turnCount: 3,
      errorCount: 1,
      isIdle: true,
      totalTokens: '17',
      promptTokens: '8',
      completionTokens: '9',
      totalCostUsd: '1.5',
      latencyP50Ms: 1000,
      latencyP99Ms: 3000,
      firstInputPreview: 'hello',
      lastOutputPreview: 'the end',
      lastError: 'boom',
      userId: 'ann',
    });
  });

  it('is idle 10 minutes after its newest run began, but never while one runs', async () => {
    const caller = newCaller();
    const ago = (minutes: number) => nowUs() - minutes * minuteUs;
    const late = turn(caller, 'new child', ago(60), { endTimeUs: ago(1) });
    await graph.store([
      turn(caller, 'quiet', ago(11), { endTimeUs: ago(11) }),
      turn(caller, 'recent', ago(9), { endTimeUs: ago(9) }),
      turn(caller, 'pending', ago(600)),
      late,
      childOf(late, { startTimeUs: ago(2), endTimeUs: ago(1) }),
    ]);
    const isIdle = async (id: string) =>
      (await thread<{ isIdle: boolean }>(caller, id, 'isIdle')).data?.isIdle;
    assert.deepEqual(await Promise.all(['quiet', 'recent', 'pending', 'new child'].map(isIdle)), [
      true,
      false,
      false,
      false,
    ]);
  });

  it('has what an OpenTelemetry child says, with sums along parents', async () => {
    const caller = newCaller();
    const startUs = nowUs() - minuteUs;
    const key = rootKey(caller.workspaceId, caller.projectId, startUs);
    const [top, model] = [uuidv7(), uuidv7()];
    const usage = { prompt: 1, completion: 1, total: 2 };
    const span = { startTimeUs: startUs, endTimeUs: startUs + secondUs };
    await graph.store([
      { key: { ...key, runId: top }, dottedOrder: 'x', usage, ...span, inputsPreview: 'asked' },
      {
        key: { ...key, runId: model },
        dottedOrder: 'y',
        usage,
        parentRunId: top,
        threadId: 'o',
        ...span,
      },
    ]);
    const { data } = await thread(
      caller,
      'o',
      'turnCount totalTokens latencyP50Ms firstInputPreview',
    );
    assert.deepEqual(data, {
      turnCount: 1,
      totalTokens: '2',
      latencyP50Ms: 1000,
      firstInputPreview: 'asked',
    });
  });

  it('is null when there is none, of a stranger, or deleted', async () => {
    const caller = newCaller();
    const stranger = newCaller();
    await graph.store([
      turn(stranger, 'foreign', nowUs()),
      turn(caller, 'gone', nowUs(), { isDeleted: true }),
    ]);
    for (const id of ['foreign', 'gone', 'unknown', '', 'x'.repeat(5000), '\ud800']) {
      assert.deepEqual(await thread(caller, id, 'threadId'), { data: null, codes: [] });
    }
    const foreign = { ...caller, project: stranger.project };
    assert.deepEqual((await thread(foreign, 'foreign', 'threadId')).data, null);
  });
});

describe('turns', () => {
  it('are the traces of a thread, both ways, and lead from one to the next', async () => {
    const caller = newCaller();
    const startUs = nowUs() - 90 * dayUs;
    const turns = [0, 1, 2, 3, 4].map((index) =>
      turn(caller, 't', startUs + index * 20 * dayUs, { name: `${index}` }),
    );
    const child = childOf(turns[2]!, { threadId: 't' });
    const silent = childOf(turns[2]!);
    await graph.store([...turns, child, silent, turn(caller, 'other', startUs + 41 * dayUs)]);
    const page = async (args: string) => {
      const { data, codes } = await thread<{
        turns: {
          nodes: { root: { name: string } }[];
          pageInfo: { endCursor: string };
          count: { value: number };
        };
      }>(
        caller,
        't',
        `turns(${args}) { nodes { root { name } } pageInfo { endCursor } count { value } }`,
      );
      assert.deepEqual(codes, []);
      return data!.turns;
    };
    const namesOf = ({ nodes }: { nodes: { root: { name: string } }[] }) =>
      nodes.map(({ root }) => root.name);
    const oldest = 'orderBy: { field: STARTED_AT, direction: ASC }';
    assert.deepEqual(namesOf(await page('first: 10')), ['4', '3', '2', '1', '0']);
    const begin = await page(`first: 3, ${oldest}`);
    assert.deepEqual(namesOf(begin), ['0', '1', '2']);
    assert.equal(begin.count.value, 5);
    const { endCursor } = begin.pageInfo;
    assert.deepEqual(namesOf(await page(`first: 3, ${oldest}, after: "${endCursor}"`)), ['3', '4']);

    const around = async (run: StoredRun) => {
      const { data, codes } = await graph.ask<{
        run: Record<string, { root: { name: string } } | null>;
      }>(
        caller,
        'query ($id: ID!) { run(id: $id) { previousTurn { root { name } } nextTurn { root { name } } } }',
        { id: run.key.runId },
      );
      assert.deepEqual(codes, []);
      return ['previousTurn', 'nextTurn'].map((name) => data.run[name]?.root.name ?? null);
    };
    assert.deepEqual(await around(turns[0]!), [null, '1']);
    assert.deepEqual(await around(turns[2]!), ['1', '3']);
    assert.deepEqual(await around(child), ['1', '3']);
    assert.deepEqual(await around(silent), ['1', '3']);
    assert.deepEqual(await around(turns[4]!), ['3', null]);
    const lonely = turn(caller, '', nowUs());
    await graph.store([lonely]);
    assert.deepEqual(await around(lonely), [null, null]);
  });
});

describe('list of threads', () => {
  const ages = [minuteUs, 5 * 60 * minuteUs, 3 * dayUs, 20 * dayUs, 400 * dayUs];

  async function withThreads(): Promise<Caller> {
    const caller = newCaller();
    const now = nowUs();
    await graph.store([
      ...ages.map((age, index) =>
        turn(caller, `thread ${index}`, now - age, { tags: [`${index}`] }),
      ),
      // Older turns move no thread.
      ...ages.map((age, index) => turn(caller, `thread ${index}`, now - age - 30 * dayUs)),
      turn(caller, '', now),
    ]);
    return caller;
  }

  it('is sorted by the newest turn, over a day or as far as is asked for', async () => {
    const caller = await withThreads();
    const all = ages.map((_, index) => `thread ${index}`);
    assert.deepEqual(await idsOf(caller), all.slice(0, 2));
    assert.deepEqual(await idsOf(caller, { timeRange: {} }), all);
    assert.deepEqual(await walk(caller, { timeRange: {}, first: 2 }), all);
    const orderBy = { field: 'LAST_STARTED_AT', direction: 'ASC' };
    assert.deepEqual(await idsOf(caller, { timeRange: {}, orderBy }), all.toReversed());
    assert.deepEqual(await walk(caller, { timeRange: {}, first: 2, orderBy }), all.toReversed());
    const { data } = await threads(
      caller,
      { timeRange: {}, first: 1 },
      'nodes { threadId } count { value precision }',
    );
    assert.deepEqual(data.count, { value: 5, precision: 'EXACT' });
    assert.deepEqual(await idsOf(newCaller(), { timeRange: {} }), []);
  });

  it('holds threads of which any run matches', async () => {
    const caller = await withThreads();
    const filter = (tag: string) => ({ timeRange: {}, filter: { tag: { in: [tag, '3'] } } });
    assert.deepEqual(await idsOf(caller, filter('1')), ['thread 1', 'thread 3']);
    assert.deepEqual(await walk(caller, { ...filter('1'), first: 1 }), ['thread 1', 'thread 3']);
    assert.deepEqual(await idsOf(caller, { timeRange: {}, filter: { tag: { eq: 'none' } } }), []);
  });

  it('shows all of a page by one query for each figure', async () => {
    const caller = await withThreads();
    graph.takeQueries();
    await threads(
      caller,
      {},
      'nodes { threadId turnCount isIdle totalTokens promptTokens totalCostUsd firstInputPreview lastError }',
    );
    assert.deepEqual(graph.takeQueries().toSorted(), [
      'costsOfThreads',
      'runsByKey',
      'threadSummaries',
      'threadsByActivity',
      'tokensOfThreads',
    ]);
  });

  for (const direction of ['DESC', 'ASC']) {
    it(
      `neither skips nor repeats threads while turns are written, ${direction}`,
      { timeout: 60_000 },
      async () => {
        const caller = newCaller();
        const startUs = nowUs() - 10 * dayUs;
        const ids = Array.from({ length: 40 }, (_, index) => `thread ${index}`);
        const turns = ids.map((id, index) =>
          // Five threads with the newest turn in the same microsecond, so that ties matter.
          turn(caller, id, startUs + Math.floor(index / 5) * 20 * 60 * minuteUs),
        );
        await graph.store(turns);
        const expected = await idsOf(caller, {
          first: 100,
          timeRange: {},
          orderBy: { field: 'LAST_STARTED_AT', direction },
        });
        let round = 0;
        const seen = await walk(
          caller,
          { first: 7, timeRange: {}, orderBy: { field: 'LAST_STARTED_AT', direction } },
          async () => {
            round += 1;
            const acceptedAtUs = nowUs() + secondUs;
            await graph.store([
              // New turns of all threads, late ones of the middle of the walk, new threads, and changes.
              ...ids.map((id) => turn(caller, id, nowUs(), { acceptedAtUs })),
              ...ids.map((id, index) =>
                turn(caller, id, startUs + ((index * 7 + round) % 9) * dayUs, { acceptedAtUs }),
              ),
              turn(caller, `new ${round}`, startUs + round, { acceptedAtUs }),
              ...turns.map((run) => ({
                ...run,
                version: round + 1,
                endTimeUs: nowUs(),
                error: 'x',
              })),
            ]);
          },
        );
        assert.deepEqual(seen, expected);
      },
    );
  }

  it('finds what stands elsewhere, however many there are', { timeout: 60_000 }, async () => {
    const caller = newCaller();
    const startUs = nowUs() - 5 * dayUs;
    const busy = Array.from({ length: 400 }, (_, index) => `busy ${index}`);
    await graph.store([
      ...busy.flatMap((id, index) => [
        turn(caller, id, startUs + index),
        turn(caller, id, nowUs() - minuteUs - index),
      ]),
      turn(caller, 'quiet', startUs - minuteUs),
    ]);
    const seen = await walk(caller, { first: 100, timeRange: {} });
    assert.equal(seen.length, 401);
    assert.equal(seen.at(-1), 'quiet');
    assert.equal(new Set(seen).size, 401);
  });

  it('refuses cursors of other lists and pages out of bounds', async () => {
    const caller = await withThreads();
    const { data } = await threads(caller, { first: 1 });
    const cursor = data.pageInfo.endCursor;
    assert.deepEqual((await threads(caller, { after: cursor })).codes, []);
    for (const args of [{ timeRange: {} }, { filter: { isRoot: true } }]) {
      assert.deepEqual((await threads(caller, { ...args, after: cursor })).codes, ['BAD_CURSOR']);
    }
    assert.deepEqual((await threads(newCaller(), { after: cursor })).codes, ['BAD_CURSOR']);
    assert.deepEqual((await threads(caller, { first: 100 })).codes, []);
    for (const first of [0, 101]) {
      assert.deepEqual((await threads(caller, { first })).codes, ['BAD_USER_INPUT']);
    }
  });

  it('refuses a caller without the permission', async () => {
    const caller = newCaller(new Set(['runs:write'] as const));
    const { codes } = await threads(caller);
    assert.deepEqual(codes, ['FORBIDDEN']);
  });
});
