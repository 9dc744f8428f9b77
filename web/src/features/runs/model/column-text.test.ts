import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseColumns, printColumns } from './column-text.ts';

test('columns survive the address, whatever their paths hold', () => {
  const places = [
    { id: 'name', width: 240 },
    { id: 'cost', isPinned: true },
    { id: 'metadata.a,b:c^ %d' },
    { id: 'feedback.übel', width: 90, isPinned: true },
  ];
  assert.deepEqual(parseColumns(printColumns(places)), places);
  assert.equal(printColumns(places.slice(0, 2)), 'name:240,^cost');
});

test('nonsense is left out, a column counts once, widths stay readable', () => {
  assert.deepEqual(parseColumns('name,,name:30,%E0%A4%A,cost:9,x:y,^'), [
    { id: 'name' },
    { id: 'cost', width: 48 },
  ]);
  assert.deepEqual(parseColumns('a'.repeat(301)), []);
});
