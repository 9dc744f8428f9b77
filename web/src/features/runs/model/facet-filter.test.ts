import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allOf } from '@runlight/run-model/filter';
import type { RunFilter } from '@runlight/run-model/filter';
import { facetMark, facetValues, isFaceted, withFacet, withoutFacet } from './facet-filter.ts';
import type { FacetPlace } from './facet-filter.ts';

const status: FacetPlace = { kind: 'text', field: 'status' };
const user: FacetPlace = { kind: 'entry', of: 'metadata', key: 'user' };
const feedback: FacetPlace = { kind: 'key', of: 'feedback' };
const slow: RunFilter = { kind: 'number', field: 'latencyMs', operator: 'gt', value: 2000 };
const start = allOf([slow]);

test('a value is included, a second one is an alternative, a second click takes it back', () => {
  const one = withFacet(start, status, 'error', 'included');
  const two = withFacet(one, status, 'pending', 'included');
  assert.deepEqual(two, {
    kind: 'and',
    filters: [
      slow,
      { kind: 'text', field: 'status', operator: 'in', values: ['error', 'pending'] },
    ],
  });
  assert.deepEqual(withFacet(two, status, 'pending', 'included'), one);
  assert.deepEqual(withFacet(one, status, 'error', 'included'), start);
  assert.equal(facetMark(two, status, 'pending'), 'included');
});

test('excluding an included value turns it round; the others stay', () => {
  const both = withFacet(withFacet(start, user, '7', 'included'), user, '8', 'included');
  const turned = withFacet(both, user, '7', 'excluded');
  assert.deepEqual(
    ['7', '8', '9'].map((value) => facetMark(turned, user, value)),
    ['excluded', 'included', undefined],
  );
  assert.deepEqual(facetValues(turned, user), ['8', '7']);
});

test('keys of feedback and values of a metadata key do not get mixed up', () => {
  const filter = withFacet(withFacet(start, feedback, 'user', 'included'), user, '7', 'included');
  assert.equal(facetMark(filter, feedback, 'user'), 'included');
  assert.equal(facetMark(filter, { ...user, key: 'other' }, '7'), undefined);
  assert.equal(isFaceted(filter, { kind: 'key', of: 'metadata' }), false);
  assert.deepEqual(withoutFacet(withoutFacet(filter, user), feedback), start);
});

test('what people wrote by hand is left alone', () => {
  const byHand: RunFilter = {
    kind: 'or',
    filters: [{ kind: 'text', field: 'status', operator: 'eq', value: 'error' }, slow],
  };
  const filter = withFacet(byHand, status, 'error', 'excluded');
  assert.equal(facetMark(byHand, status, 'error'), undefined);
  assert.deepEqual(withFacet(filter, status, 'error', 'excluded'), allOf([byHand]));
});

test('the first lines of errors are looked for inside of them, several as alternatives', () => {
  const error: FacetPlace = { kind: 'part', field: 'error' };
  const one = withFacet(start, error, 'TimeoutError', 'included');
  const two = withFacet(one, error, 'RateLimit', 'included');
  assert.deepEqual(facetValues(two, error), ['TimeoutError', 'RateLimit']);
  assert.deepEqual(withFacet(two, error, 'RateLimit', 'included'), one);
  assert.equal(facetMark(withFacet(start, error, 'x', 'excluded'), error, 'x'), 'excluded');
});
