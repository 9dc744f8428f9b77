import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createPricer } from '../price/pricer.ts';
import { readPriceTable, tableUrl } from '../price/table.ts';
import type { PriceEntry, PriceRow, PriceTable } from '../price/table.ts';
import { tableProblems } from './check-table.ts';
import type { NameCase } from './check-table.ts';
import { compareTables } from './compare.ts';
import { mergeTable } from './merge-table.ts';
import { printTable } from './print-table.ts';

const table = readPriceTable();
const cases = JSON.parse(
  readFileSync(new URL('../../test/fixtures/name-cases.json', import.meta.url), 'utf8'),
) as NameCase[];
const us = (time: string) => Date.parse(time) * 1000;

/** The table a month later, with another input rate of gpt-5. */
function later(change: (row: PriceRow) => PriceRow = (row) => row): PriceTable {
  const entries = table.entries.map((entry): PriceEntry =>
    entry.provider === 'openai' && entry.id === 'gpt-5'
      ? { ...entry, prices: entry.prices.map(change) }
      : entry,
  );
  return { ...table, as_of: '2026-12-23', entries };
}

test('the table is sound, and its file is as it is printed', () => {
  assert.deepEqual(tableProblems(table, cases), []);
  assert.equal(printTable(table), readFileSync(tableUrl, 'utf8'));
});

test('a broken pattern, an unknown source and an ambiguous name are found', () => {
  const [first, ...rest] = table.entries;
  const broken = { ...first!, match: ['(?=x)'], sources: ['nobody'] };
  const [provider, , id] = cases[0]!;
  const twin = {
    ...table.entries.find((e) => e.provider === provider && e.id === id)!,
    id: 'twin',
  };
  const problems = tableProblems({ ...table, entries: [broken, ...rest, twin] }, cases);
  assert.ok(problems.some((problem) => problem.includes('(?=x)')));
  assert.ok(problems.some((problem) => problem.includes('unknown source nobody')));
  assert.ok(problems.some((problem) => problem.includes('twin')));
});

test('the same prices again change nothing', () => {
  const { table: merged, changes } = mergeTable(table, later());
  assert.deepEqual(changes, []);
  assert.deepEqual(merged.entries, table.entries);
});

test('a changed row counts for later runs only, and the next table does not forget it', () => {
  const changed = later((row) => ({ ...row, rates: { ...row.rates, input: 99 } }));
  const { table: merged, changes } = mergeTable(table, changed);
  assert.deepEqual(
    changes.map(({ kind, entry }) => [kind, entry]),
    [['changed row', 'openai/gpt-5']],
  );
  const again = mergeTable(merged, { ...changed, as_of: '2027-01-23' }).table;
  for (const each of [merged, again]) {
    const pricer = createPricer(each);
    const inputAt = (knownAt: string) => {
      const query = {
        provider: 'openai',
        model: 'gpt-5',
        atUs: us('2026-11-01'),
        knownAtUs: us(knownAt),
      };
      const found = pricer.findPrice(query);
      return 'row' in found ? found.row.rates['input'] : undefined;
    };
    assert.equal(inputAt('2026-12-22T23:59:59Z'), 1.25);
    assert.equal(inputAt('2026-12-23T00:00:00Z'), 99);
  }
});

test('new and vanished entries are told', () => {
  const entries = table.entries.map((entry) =>
    entry.id === 'gpt-5' && entry.provider === 'openai' ? { ...entry, id: 'gpt-5-renamed' } : entry,
  );
  const { changes } = mergeTable(table, { ...table, as_of: '2026-12-23', entries });
  assert.deepEqual(
    changes.map(({ kind, entry }) => [kind, entry]),
    [
      ['new entry', 'openai/gpt-5-renamed'],
      ['no longer listed', 'openai/gpt-5'],
    ],
  );
});

test('a comparison tells what differs and what only this table has', () => {
  const some: NameCase[] = [
    ['openai', 'gpt-5', 'gpt-5'],
    ['openai', 'gpt-4o', 'gpt-4o'],
    ['xai', 'grok-4.7', 'grok-4.7'],
  ];
  const other = {
    calcPrice: (_usage: unknown, model: string) =>
      model === 'grok-4.7' ? null : { input_price: 0.0125, output_price: '0.1' },
  };
  const comparison = compareTables(createPricer(table), other, some, new Date('2026-11-23'));
  assert.equal(comparison.same, 1);
  assert.deepEqual(comparison.different, [
    { name: 'openai gpt-4o', ours: '2.5/10', theirs: '1.25/10' },
  ]);
  assert.deepEqual(comparison.onlyHere, ['xai grok-4.7']);
});
