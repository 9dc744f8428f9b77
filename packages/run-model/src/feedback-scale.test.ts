import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isSameScale, readScale, scaleProblem } from './feedback-scale.ts';
import type { FeedbackScale } from './feedback-scale.ts';

const scaleOf = (json: unknown): FeedbackScale => {
  const read = readScale(json);
  assert.ok('scale' in read, JSON.stringify(read));
  return read.scale;
};

const stars = scaleOf({ type: 'continuous', min: 1, max: 5, categories: null });
const mood = scaleOf({
  type: 'categorical',
  categories: [{ value: 1, label: 'good' }, { value: 0, label: 'bad' }, { value: 2 }],
});

describe('a scale', () => {
  test('is read without what is not its own', () => {
    assert.deepEqual(stars, { type: 'continuous', min: 1, max: 5 });
    assert.deepEqual(scaleOf({ type: 'freeform', min: 3 }), { type: 'freeform' });
    assert.deepEqual(scaleOf({ type: 'continuous', min: null, max: null }), { type: 'continuous' });
    assert.deepEqual(mood.categories, [
      { value: 1, label: 'good' },
      { value: 0, label: 'bad' },
      { value: 2 },
    ]);
  });

  const many = Array.from({ length: 101 }, (_, value) => ({ value }));
  const bad: [string, unknown][] = [
    ['text', 'x'],
    ['a list', []],
    ['null', null],
    ['no type', {}],
    ['min above max', { type: 'continuous', min: 2, max: 1 }],
    ['min as text', { type: 'continuous', min: '1' }],
    ['no categories', { type: 'categorical' }],
    ['too many', { type: 'categorical', categories: many }],
    ['a category that is text', { type: 'categorical', categories: ['good'] }],
    ['a value that is text', { type: 'categorical', categories: [{ value: '1' }] }],
    ['a label that is a number', { type: 'categorical', categories: [{ value: 1, label: 1 }] }],
    ['one value twice', { type: 'categorical', categories: [{ value: 1 }, { value: 1 }] }],
  ];
  for (const [name, json] of bad) {
    test(`is not ${name}`, () => assert.ok('problem' in readScale(json)));
  }

  test('is the same whatever the order of its categories', () => {
    const turned = { ...mood, categories: mood.categories!.toReversed() };
    assert.ok(isSameScale(mood, turned));
    assert.ok(!isSameScale(mood, { ...mood, allows_multiple_categories: true }));
    assert.ok(!isSameScale(stars, { ...stars, max: 6 }));
    assert.ok(!isSameScale(stars, { type: 'continuous', min: 1 }));
  });
});

describe('a judgement', () => {
  const fits = (scale: FeedbackScale, judgement: Parameters<typeof scaleProblem>[1]) =>
    scaleProblem(scale, judgement) === undefined;

  test('lies between the ends', () => {
    for (const score of [1, 3.5, 5]) assert.ok(fits(stars, { score }));
    for (const score of [0.999, 5.001]) assert.ok(!fits(stars, { score }));
    assert.ok(fits(stars, {}));
    assert.ok(fits({ type: 'continuous' }, { score: -1e300 }));
  });

  test('is one of the categories, or several where that is allowed', () => {
    assert.ok(fits(mood, { score: 1, value: '"good"' }));
    assert.ok(fits(mood, { value: '"2"' }) && fits(mood, { value: '2' }));
    assert.ok(!fits(mood, { score: 0.5 }));
    assert.ok(!fits(mood, { value: '"fair"' }));
    assert.ok(!fits(mood, { value: '["good","bad"]' }));
    const several = { ...mood, allows_multiple_categories: true };
    assert.ok(fits(several, { value: '["good","bad"]' }));
    assert.ok(!fits(several, { value: '["good","fair"]' }));
  });

  test('that failed fits anywhere', () => {
    assert.ok(fits(stars, { score: 99, isError: true }));
    assert.ok(fits({ type: 'freeform' }, { score: 99, value: '{}' }));
  });
});
