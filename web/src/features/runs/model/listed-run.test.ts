import assert from 'node:assert/strict';
import { test } from 'node:test';
import { durationUs, phaseOfRun } from './listed-run.ts';
import { listedRun, running } from './test-rows.ts';

const quarterUs = 900_000_000;

test('an open run runs until it has been open for long', () => {
  const run = running();
  assert.equal(phaseOfRun(run, run.startUs + 5), 'running');
  assert.equal(phaseOfRun(run, run.startUs + quarterUs + 1), 'silent');
  assert.equal(phaseOfRun(listedRun(), Number.MAX_SAFE_INTEGER), 'ended');
});

test('a duration is known for what ended after it started, and for what still runs', () => {
  const run = listedRun();
  assert.equal(durationUs(run, 0), 500_000);
  assert.equal(durationUs({ ...run, endUs: run.startUs - 1 }, 0), undefined);
  assert.equal(durationUs(running(), run.startUs + 2_000_000), 2_000_000);
  assert.equal(durationUs(running(), run.startUs + 2 * quarterUs), undefined);
  // A clock that lags behind the sender's must not show a negative time.
  assert.equal(durationUs(running(), run.startUs - 1), 0);
});
