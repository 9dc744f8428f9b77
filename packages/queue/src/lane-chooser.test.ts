import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLaneChooser } from './lane-chooser.ts';

const mib = 1024 * 1024;

function chooser() {
  let nowMs = 5_000_000;
  const { choose } = createLaneChooser(() => nowMs);
  return {
    choose,
    pass: (ms: number) => {
      nowMs += ms;
    },
    /** What the workspaces get in the last of some seconds of sending so much a second each. */
    rates: (seconds: number, perSecond: Record<string, number>) => {
      const lanes: Record<string, string> = {};
      for (let step = 0; step < seconds * 10; step += 1) {
        nowMs += 100;
        for (const [name, cost] of Object.entries(perSecond)) {
          lanes[name] = choose(name, Math.round(cost / 10));
        }
      }
      return lanes;
    },
  };
}

test('a noisy workspace is in bulk and the quiet ones are not (A2)', () => {
  const { rates } = chooser();
  assert.deepEqual(rates(20, { noisy: 10 * mib, a: mib, b: mib / 2, c: 1000 }), {
    noisy: 'bulk',
    a: 'ordinary',
    b: 'ordinary',
    c: 'ordinary',
  });
});

test('two noisy ones beside a quiet one are both in bulk (A2)', () => {
  const { rates } = chooser();
  assert.deepEqual(rates(20, { one: 5 * mib, two: 5 * mib, quiet: mib }), {
    one: 'bulk',
    two: 'bulk',
    quiet: 'ordinary',
  });
});

test('one that is alone is in bulk before a second one comes, if it sends much', () => {
  const { rates } = chooser();
  assert.deepEqual(rates(10, { busy: mib }), { busy: 'bulk' });
  assert.deepEqual(rates(20, { small: mib / 4 }), { small: 'ordinary' });
});

test('equals stay in the ordinary lane however much they send', () => {
  const { rates } = chooser();
  const equals = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [index, 8 * mib]));
  assert.deepEqual(new Set(Object.values(rates(20, equals))), new Set(['ordinary']));
});

test('what is ten seconds old counts no more, and a pause of any length is survived', () => {
  const { rates, choose, pass } = chooser();
  assert.deepEqual(rates(5, { busy: 2 * mib }), { busy: 'bulk' });
  pass(5000);
  assert.equal(choose('busy', 1), 'bulk');
  pass(5000);
  assert.equal(choose('busy', 1), 'ordinary');
  pass(100_000);
  assert.equal(choose('busy', 5 * mib), 'bulk');
});

test('who falls back a little stays, who falls back far leaves', () => {
  const { rates } = chooser();
  assert.equal(rates(20, { busy: 4 * mib, other: 2 * mib })['busy'], 'bulk');
  assert.equal(rates(20, { busy: 1.8 * mib, other: 2 * mib })['busy'], 'bulk');
  assert.equal(rates(20, { busy: mib, other: 2 * mib })['busy'], 'ordinary');
});
