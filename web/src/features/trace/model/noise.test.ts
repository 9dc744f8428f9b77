import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noNoise, parseNoise, withoutNoise } from './noise.ts';
import { selfTimeUs } from './time-scale.ts';
import { randomRuns, testRun } from './test-runs.ts';
import { buildTraceTree } from './trace-tree.ts';

const none = new Set<string>();
const tree = buildTraceTree([
  testRun('root', { isRoot: true, startUs: 0, endUs: 10_000_000 }),
  testRun('wrap', { parentUuid: 'root', name: 'RunnableSequence', startUs: 0, endUs: 9_000_000 }),
  testRun('llm', {
    parentUuid: 'wrap',
    runType: 'LLM',
    startUs: 10,
    endUs: 8_000_000,
    totalTokens: 7,
  }),
  testRun('short', { parentUuid: 'wrap', runType: 'TOOL', startUs: 20, endUs: 1020 }),
  testRun('failed', {
    parentUuid: 'wrap',
    name: 'RunnableLambda',
    status: 'ERROR',
    startUs: 30,
    endUs: 40,
  }),
]);
const shown = (noise: object, kept = none) =>
  withoutNoise(tree, { ...noNoise, ...noise }, kept).nodes.map(
    ({ uuid, depth }) => `${depth}${uuid}`,
  );

test('wrappers go and what they hold moves up; errors stay', () => {
  assert.deepEqual(shown({ wrappers: true }), ['0root', '1llm', '1short', '1failed']);
});

test('short runs and types are hidden, except what is kept', () => {
  assert.deepEqual(shown({ shorterThanMs: 5 }), ['0root', '1wrap', '2llm', '2failed']);
  assert.deepEqual(shown({ types: ['LLM', 'CHAIN'] }), ['0root', '1short', '1failed']);
  assert.deepEqual(shown({ types: ['LLM', 'CHAIN'] }, new Set(['llm'])), [
    '0root',
    '1llm',
    '1short',
    '1failed',
  ]);
});

test('figures are those of everything, hidden or not', () => {
  const { byUuid } = withoutNoise(tree, { ...noNoise, wrappers: true, types: ['LLM'] }, none);
  assert.equal(byUuid.get('root')!.totals.totalTokens, 7);
  assert.equal(byUuid.get('root')!.totals.runs, 5);
  assert.equal(selfTimeUs(byUuid.get('root')!, 0), 1_000_000);
});

test('nothing to hide gives the same tree; 30,000 runs keep their order', () => {
  assert.equal(withoutNoise(tree, noNoise, none), tree);
  const large = buildTraceTree(randomRuns(30_000));
  const { nodes } = withoutNoise(large, { ...noNoise, types: ['LLM'] }, none);
  assert.deepEqual(
    nodes.map(({ uuid }) => uuid),
    large.nodes.map(({ uuid }) => uuid),
  );
});

test('what was remembered is read; nonsense hides nothing', () => {
  assert.deepEqual(parseNoise('{"types":["TOOL",1],"shorterThanMs":10,"wrappers":true}'), {
    types: ['TOOL'],
    shorterThanMs: 10,
    wrappers: true,
  });
  for (const text of ['', 'null', '{"types":1,"shorterThanMs":"x"}', '[]']) {
    assert.deepEqual(parseNoise(text), noNoise);
  }
});
