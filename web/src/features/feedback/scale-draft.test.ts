import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directionOf, emptyScale, scaleDraftOf, scaleInputOf } from './scale-draft.ts';
import type { Scale } from './scale-draft.ts';

const scale: Scale = {
  __typename: 'FeedbackConfig',
  key: 'mood',
  type: 'CATEGORICAL',
  min: null,
  max: null,
  categories: [
    { __typename: 'FeedbackCategory', value: 1, label: 'a = b' },
    { __typename: 'FeedbackCategory', value: -0.5, label: null },
  ],
  isLowerScoreBetter: true,
  isEnforced: true,
};

test('what is there comes back as it was', () => {
  const draft = scaleDraftOf(scale);
  assert.equal(draft.categories, '1 = a = b\n-0.5');
  assert.deepEqual(scaleInputOf(draft), {
    type: 'CATEGORICAL',
    categories: [
      { value: 1, label: 'a = b' },
      { value: -0.5, label: null },
    ],
  });
  assert.equal(directionOf(draft), true);
});

test('open ends are nothing, and a line without a number is a mistake', () => {
  assert.deepEqual(scaleInputOf({ ...emptyScale, min: '', max: '5' }), {
    type: 'CONTINUOUS',
    min: null,
    max: 5,
  });
  for (const categories of ['good', '= good', '1 = x\nbad = 0']) {
    assert.equal(scaleInputOf({ ...emptyScale, type: 'CATEGORICAL', categories }), undefined);
  }
});
