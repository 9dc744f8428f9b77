import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absoluteLifeS, extendedExpiry, idleLifeS } from './session-life.ts';

const begin = Date.parse('2026-01-01T00:00:00Z');
const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const session = (expiresMs: number) => ({
  createdAt: new Date(begin),
  expiresAt: new Date(expiresMs),
});

test('use moves the end to seven days from now', () => {
  const end = extendedExpiry(session(begin + idleLifeS * 1000), begin + dayMs);
  assert.equal(end?.getTime(), begin + 8 * dayMs);
});

test('use within the hour writes nothing', () => {
  assert.equal(extendedExpiry(session(begin + idleLifeS * 1000), begin + hourMs / 2), undefined);
});

test('no use moves the end beyond thirty days from the beginning', () => {
  const end = extendedExpiry(session(begin + 28 * dayMs), begin + 27 * dayMs);
  assert.equal(end?.getTime(), begin + absoluteLifeS * 1000);
  assert.equal(extendedExpiry(session(begin + 30 * dayMs), begin + 29 * dayMs), undefined);
});
