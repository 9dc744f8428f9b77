import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsOf, jobName, progressRatio, progressText, receiptsOf } from './job-facts.ts';
import { kindsOf, parseJobSearch } from './job-search.ts';

test('a job is called by what it does, and how', () => {
  const names = [
    jobName({ kind: 'DELETION', input: { scope: 'runs', dryRun: true } }),
    jobName({ kind: 'DELETION', input: { scope: 'expired' } }),
    jobName({ kind: 'DELETION', input: { scope: 'project', dryRun: false } }),
    jobName({ kind: 'EXPORT', input: null }),
  ];
  assert.deepEqual(names, [
    'Deletion, count only',
    'Deletion, by retention',
    'Deletion, whole project',
    'Export',
  ]);
});

test('progress is told as far as it is known', () => {
  assert.equal(progressText({ phase: 'settling' }), 'Waiting for what is in the queue');
  assert.equal(
    progressText({ phase: 'writing', runs: 10, total: 40 }),
    'Writing files: 10 of 40 runs',
  );
  assert.equal(progressText({ phase: 'of a later release' }), undefined);
  assert.equal(progressText('x'), undefined);
  assert.equal(progressRatio({ runs: 10, total: 40 }), 0.25);
  assert.equal(progressRatio({ runs: 0, total: 0 }), undefined);
});

test('results that are none show nothing', () => {
  for (const result of [null, 3, {}, { receipts: 'x', counts: [] }]) {
    assert.deepEqual([receiptsOf(result), countsOf(result)], [[], []]);
  }
  assert.deepEqual(countsOf({ counts: { feedback: 2, runs: 1, strange: 5 } }), [
    { name: 'Runs', count: 1 },
    { name: 'Feedback', count: 2 },
  ]);
});

test('the address says which kinds are shown', () => {
  assert.deepEqual(parseJobSearch({ kind: 'EXPORT' }), { kind: 'EXPORT' });
  assert.deepEqual([parseJobSearch({ kind: 'all' }), parseJobSearch({ kind: 'x' })], [{}, {}]);
  assert.equal(kindsOf('all'), null);
  assert.deepEqual(kindsOf('other'), ['REPRICING', 'RETENTION']);
});
