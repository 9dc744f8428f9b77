import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDottedOrder } from './trace-run.ts';
import { parseTimeUs } from '../../../lib/time.ts';

test('times keep their microseconds', () => {
  const cases: [string, number | null][] = [
    ['1970-01-01T00:00:01Z', 1_000_000],
    ['1970-01-01T00:00:00.000001Z', 1],
    ['1970-01-01T00:00:00.1Z', 100_000],
    ['1970-01-01T00:00:00.123456Z', 123_456],
    ['1970-01-01T01:00:00.5+01:00', 500_000],
    ['yesterday', null],
  ];
  for (const [text, expected] of cases) assert.equal(parseTimeUs(text), expected, text);
});

test('a dotted order names ancestors with their starts; nonsense gives none', () => {
  const root = 'dc34609e-3eeb-459d-bc2a-6fedb01d2e6e';
  const child = 'e954b8e3-c337-4a05-bf0a-ca2baac3ba48';
  const steps = parseDottedOrder(
    `20241013T070537170001Z${root}.20241013T070538000000Z${child.toUpperCase()}`,
  );
  assert.deepEqual(
    steps.map((step) => step.uuid),
    [root, child],
  );
  assert.equal(steps[0]!.startUs, Date.parse('2024-10-13T07:05:37.170Z') * 1000 + 1);
  for (const text of ['', 'x', `20241013T070537170001Z${root}.`, `99999999T999999999999Z${root}`]) {
    assert.deepEqual(parseDottedOrder(text), [], text);
  }
});
