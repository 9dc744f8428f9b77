import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lagText } from './lag-words.ts';

const cases: [seconds: number, text: string][] = [
  [0.2, '1 s'],
  [39.01, '40 s'],
  [90, '2 min'],
  [121, '3 min'],
  [3600, '60 min'],
  [5401, '2 h'],
  [200_000, '56 h'],
];

for (const [seconds, text] of cases) {
  test(`a lag of ${seconds} seconds reads ${text}`, () => assert.equal(lagText(seconds), text));
}
