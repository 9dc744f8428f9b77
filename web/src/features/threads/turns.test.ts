import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withTurns } from './turns.ts';
import type { Turn } from './turns.ts';

const turn = (second: number, more: Partial<Turn> = {}): Turn => ({
  traceUuid: `t${second}`,
  rootId: null,
  name: 'chat',
  startUs: second * 1_000_000,
  latencyMs: null,
  isRunning: false,
  runCount: 1,
  errorCount: 0,
  error: null,
  inputPreview: '',
  outputPreview: '',
  totalTokens: null,
  costUsd: null,
  feedback: [],
  ...more,
});

test('pages that come newest first read oldest first', () => {
  const first = withTurns([], [turn(5), turn(4)]);
  const both = withTurns(first, [turn(3), turn(1)]);
  assert.deepEqual(
    both.map(({ traceUuid }) => traceUuid),
    ['t1', 't3', 't4', 't5'],
  );
});

test('a turn that ended replaces the one that ran', () => {
  const turns = withTurns([turn(1, { isRunning: true })], [turn(1, { outputPreview: 'done' })]);
  assert.deepEqual([turns.length, turns[0]!.outputPreview], [1, 'done']);
});
