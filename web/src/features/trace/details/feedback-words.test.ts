import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRounded, scoreText, sourceText } from './feedback-words.ts';

test('a score is told in four digits, else a short value', () => {
  assert.equal(scoreText({ score: 0 }), '0');
  assert.equal(scoreText({ score: 0.123456 }), '0.1235');
  assert.equal(scoreText({ score: -12345.678 }), '-12,346');
  assert.equal(scoreText({ score: 1e20 }), '100000000000000000000');
  assert.equal(scoreText({ score: 1, value: 'good' }), '1');
  assert.equal(scoreText({ score: null, value: 'good' }), 'good');
  assert.equal(scoreText({ value: 'a'.repeat(40) }), `${'a'.repeat(24)}…`);
  assert.equal(scoreText({ value: false }), 'false');
  assert.equal(scoreText({ value: { a: 1 } }), undefined);
});

test('knows when a score was rounded', () => {
  assert.deepEqual(
    [0, 0.5, 12_345, 1e20, null].map((score) => isRounded({ score })),
    [false, false, false, false, false],
  );
  assert.deepEqual(
    [0.123456, 12_345.5].map((score) => isRounded({ score })),
    [true, true],
  );
});

test('says who judged, also for words we do not know', () => {
  assert.equal(sourceText('model'), 'by a model');
  assert.equal(sourceText('constructor'), 'by constructor');
  assert.equal(sourceText(null), 'by somebody');
});
