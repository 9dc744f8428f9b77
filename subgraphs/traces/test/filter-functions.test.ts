import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  parseFilterText,
  parseLangsmithFilter,
  printFilterText,
  toFilterInput,
} from '@runlight/run-model';
import type { FeedbackSubject, FilterSubject, RunFilter } from '@runlight/run-model';
import { testStores } from '@runlight/testkit';
import * as fc from 'fast-check';
import { sample, startUs } from './support/filter-samples.ts';
import { placeRuns, storeSamples, subjectsOf } from './support/filter-store.ts';
import { createTracesGraph, newCaller } from './support/traces-graph.ts';
import type { TracesGraph } from './support/traces-graph.ts';

// Every function of the SDKs' filter language, asked of the graph as the REST routes and the filter bar
// ask it. What it should give is written out here, apart from the filter tree.

let graph: TracesGraph;
let close: () => Promise<void>;
let subjects: FilterSubject[];
const caller = newCaller();
before(async () => {
  const stores = await testStores({ clickhouse: true });
  const live = { subscribe: () => assert.fail('nobody subscribes') };
  graph = createTracesGraph(stores.clickhouseUrl, { live });
  const samples = fc.sample(sample, { numRuns: 100, seed: 3 });
  const runs = placeRuns(samples, caller);
  subjects = subjectsOf(samples, runs);
  await storeSamples(stores.clickhouseUrl, samples, runs);
  close = async () => {
    await graph.close();
    await stores.close();
  };
});
after(() => close?.());

type Holds = (run: FilterSubject) => boolean;

const judged = (run: FilterSubject, passes: (feedback: FeedbackSubject) => boolean): boolean =>
  run.feedback!.some(passes);

/** Texts at a path of the payload, places in lists left out. */
function at(json: string | undefined, path: string[]): string[] {
  const walk = (value: unknown, rest: string[]): unknown[] => {
    if (Array.isArray(value)) return value.flatMap((item) => walk(item, rest));
    if (rest.length === 0) return typeof value === 'object' && value !== null ? [] : [value];
    const isObject = typeof value === 'object' && value !== null;
    return isObject ? walk((value as Record<string, unknown>)[rest[0]!], rest.slice(1)) : [];
  };
  if (!json) return [];
  return walk(JSON.parse(json), path)
    .filter((value) => value !== undefined)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
}
const inputsOf = ({ payloads }: FilterSubject): string => payloads!.inputs;
const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .replaceAll(/\\[nrtbf]/g, ' ')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  );

const instant = new Date((startUs + 40_000_000) / 1000).toISOString();

const functions: [string, Holds][] = [
  ['eq(name, "a")', ({ name }) => name === 'a'],
  ['neq(name, "a")', ({ name }) => name !== 'a'],
  ['in(name, ["a", "c"])', ({ name }) => ['a', 'c'].includes(name)],
  ['like(name, "%R%")', ({ name }) => name.includes('R')],
  ['notlike(name, "%\\%%")', ({ name }) => !name.includes('%')],
  ['eq(error, null)', ({ error }) => error === ''],
  ['neq(error, null)', ({ error }) => error !== ''],
  ['eq(status, "error")', ({ status }) => status === 'error'],
  ['in(run_type, ["llm", "TOOL"])', ({ runType }) => runType === 'llm' || runType === 'tool'],
  ['eq(is_root, true)', ({ isRoot }) => isRoot],
  ['eq(execution_order, 1)', ({ isRoot }) => isRoot],
  ['gt(latency, 1)', ({ latencyMs }) => latencyMs !== undefined && latencyMs > 1000],
  ['gt(latency, "1.5s")', ({ latencyMs }) => latencyMs !== undefined && latencyMs > 1500],
  ['lte(latency, "200ms")', ({ latencyMs }) => latencyMs !== undefined && latencyMs <= 200],
  ['lt(latency, "2m")', ({ latencyMs }) => latencyMs !== undefined],
  ['gte(total_tokens, 7)', ({ totalTokens }) => totalTokens !== undefined && totalTokens >= 7],
  ['eq(prompt_tokens, 3)', ({ promptTokens }) => promptTokens === 3],
  ['gt(total_cost, 0.1)', ({ totalCostUsd }) => totalCostUsd === 0.25],
  [`gt(start_time, "${instant}")`, ({ startedAtUs }) => startedAtUs > startUs + 40_000_000],
  [`lte(start_time, "${instant.slice(0, -1)}")`, (run) => run.startedAtUs <= startUs + 40_000_000],
  ['eq(end_time, null)', ({ endedAtUs }) => endedAtUs === undefined],
  ['eq(parent_run_id, null)', ({ isRoot }) => isRoot],
  ['eq(thread_id, "Gr\\u00fc\\u00dfe")', ({ threadId }) => threadId === 'Grüße'],
  ['has(tags, "A")', ({ tags }) => tags.includes('A')],
  ['in(tags, ["A", "c"])', ({ tags }) => tags.includes('A') || tags.includes('c')],
  ['has(metadata, \'{"k":"7"}\')', ({ metadata }) => metadata['k'] === '7'],
  ['has(metadata, \'{"nested":{"b":"a"}}\')', ({ metadata }) => metadata['nested'] === '{"b":"a"}'],
  ['exists(metadata, "user_id")', ({ metadata }) => 'user_id' in metadata],
  ['eq(metadata.k, "7")', ({ metadata }) => metadata['k'] === '7'],
  ['gt(metadata.k, 7)', ({ metadata }) => metadata['k'] === '7.5'],
  ['eq(metadata_key, "k")', ({ metadata }) => 'k' in metadata],
  ['neq(metadata_key, "k")', ({ metadata }) => !('k' in metadata)],
  ['in(metadata_key, ["k", "a"])', ({ metadata }) => 'k' in metadata || 'a' in metadata],
  [
    'and(eq(metadata_key, "k"), neq(metadata_value, "a"))',
    ({ metadata }) => 'k' in metadata && metadata['k'] !== 'a',
  ],
  [
    'and(neq(metadata_key, "k"), neq(metadata_value, "a"))',
    ({ metadata }) => !('k' in metadata) && !valuesOf(metadata).includes('a'),
  ],
  [
    'and(neq(metadata_key, "k"), eq(metadata_value, "a"))',
    ({ metadata }) => !('k' in metadata) && valuesOf(metadata).includes('a'),
  ],
  ['eq(input_key, "q")', (run) => at(inputsOf(run), ['q']).length > 0],
  [
    'and(eq(input_key, "messages"), like(input_value, "%a%"))',
    (run) => at(inputsOf(run), ['messages']).some((value) => value.includes('a')),
  ],
  [
    'and(eq(output_key, "q"), eq(output_value, "it\\u0027s"))',
    ({ payloads }) => at(payloads!.outputs, ['q']).includes("it's"),
  ],
  [
    'and(eq(output_key, "q"), eq(output_value, -3))',
    ({ payloads }) => at(payloads!.outputs, ['q']).includes('-3'),
  ],
  [
    'and(eq(output_key, "role.x1"), eq(output_value, "STRASSE"))',
    ({ payloads }) => at(payloads!.outputs, ['role', 'x1']).includes('STRASSE'),
  ],
  ['like(inputs, "%hello%")', (run) => inputsOf(run).includes('hello')],
  ['notlike(inputs, "%hello%")', (run) => !inputsOf(run).includes('hello')],
  [
    'search("hello World")',
    ({ payloads }) =>
      [payloads!.inputs, payloads!.outputs].some((text) =>
        ['hello', 'world'].every((word) => wordsOf(text).has(word)),
      ),
  ],
  ['eq(feedback_key, "correct")', (run) => judged(run, ({ key }) => key === 'correct')],
  ['neq(feedback_key, "correct")', (run) => !judged(run, ({ key }) => key === 'correct')],
  [
    'and(eq(feedback_key, "correct"), gt(feedback_score, 0.1), lt(feedback_score, 0.9))',
    (run) => judged(run, ({ key, score }) => key === 'correct' && score === 0.5),
  ],
  [
    'and(eq(feedback_key, "helpful"), eq(feedback_value, "yes"))',
    (run) => judged(run, ({ key, value }) => key === 'helpful' && value === '"yes"'),
  ],
  [
    'and(eq(feedback_key, "correct"), eq(feedback_source, "model"), neq(feedback_comment, "Fine"))',
    (run) =>
      judged(
        run,
        ({ key, source, comment }) => key === 'correct' && source === 'model' && comment !== 'Fine',
      ),
  ],
  ['not(eq(is_root, true))', ({ isRoot }) => !isRoot],
  [
    'and(eq(is_root, true), or(eq(name, "a"), has(tags, "a")))',
    ({ isRoot, name, tags }) => isRoot && (name === 'a' || tags.includes('a')),
  ],
  [
    'trace(eq(status, "error"))',
    ({ traceRuns }) => traceRuns!.some(({ isRoot, status }) => isRoot && status === 'error'),
  ],
  ['tree(eq(run_type, "llm"))', ({ traceRuns }) => traceRuns!.some(isLlm)],
  ['thread(eq(name, "c"))', (run) => run.threadId !== '' && run.threadRuns!.some(isC)],
];
const valuesOf = (metadata: FilterSubject['metadata']): string[] =>
  Object.values(metadata).flatMap((value) => {
    if (!value.startsWith('{"')) return [value];
    // The samples' nested values.
    return value.includes('"c"') ? [value, 'x', '10'] : [value, 'a'];
  });
const isLlm: Holds = ({ runType }) => runType === 'llm';
const isC: Holds = ({ name }) => name === 'c';

async function found(filter: RunFilter): Promise<string[]> {
  const timeRange = {
    from: new Date(startUs / 1000 - 1000).toISOString(),
    to: new Date(startUs / 1000 + 3_600_000).toISOString(),
  };
  const { data, codes } = await graph.ask<{ runs: { nodes: { uuid: string }[] } }>(
    caller,
    `query ($projectIds: [ID!], $filter: RunFilter, $timeRange: TimeRange) {
      runs(first: 100, projectIds: $projectIds, filter: $filter, timeRange: $timeRange) { nodes { uuid } } }`,
    { projectIds: [caller.projectId], filter: toFilterInput(filter), timeRange },
  );
  assert.deepEqual(codes, []);
  return data.runs.nodes.map(({ uuid }) => uuid).toSorted();
}

describe('the filter language of the SDKs', () => {
  for (const [text, holds] of functions) {
    it(text, async () => {
      const filter = parseLangsmithFilter(text);
      const expected = subjects.filter(holds).map(({ id }) => id);
      assert.notEqual(expected.length, 0, 'the samples have such a run');
      assert.notEqual(expected.length, subjects.length, 'and such a run they have not');
      assert.deepEqual(await found(filter), expected.toSorted());
      const asBar = parseFilterText(printFilterText(filter));
      assert.deepEqual(await found(asBar), expected.toSorted(), printFilterText(filter));
    });
  }
});
