import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currentRow, differenceText, rateOf } from './price-text.ts';

const rates = [
  { subtype: 'input', usdPerMillion: '1.25' },
  { subtype: 'cache_write_5m', usdPerMillion: '1.5625' },
];

test('a rate is found by its subtype', () => {
  assert.equal(rateOf(rates, 'input'), '1.25');
  assert.equal(rateOf(rates, 'output'), undefined);
});

test('the row that holds now is not one with hours, nor one that begins later', () => {
  const row = (from: string | null, hoursUtc: string[] = []) => ({ from, hoursUtc });
  const rows = [
    row('2026-12-01T00:00:00Z'),
    row('2026-10-01T00:00:00Z', ['01:00-04:00']),
    row('2026-10-01T00:00:00Z'),
    row(null),
  ];
  assert.equal(currentRow(rows, Date.parse('2026-11-01T00:00:00Z')), rows[2]);
  assert.equal(currentRow(rows, Date.parse('2026-01-01T00:00:00Z')), rows[3]);
  assert.equal(currentRow([rows[0]!], 0), rows[0]);
});

test('a difference has a sign', () => {
  const text = (usd: number) => `$${usd}`;
  assert.equal(differenceText(1.5, text), '+$1.5');
  assert.equal(differenceText(-1.5, text), '−$1.5');
  assert.equal(differenceText(0, text), '±$0');
});
