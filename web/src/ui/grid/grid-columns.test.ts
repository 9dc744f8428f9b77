import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  clampWidth,
  layColumns,
  withMoved,
  withPinned,
  withShown,
  withStep,
  withWidth,
} from './grid-columns.ts';
import type { ColumnPlace, GridColumn } from './grid-columns.ts';

const column = (id: string, more: Partial<GridColumn<unknown>> = {}): GridColumn<unknown> => ({
  id,
  title: id,
  width: 100,
  render: () => null,
  ...more,
});

const columns = [
  column('status', { isFixed: true, width: 24 }),
  column('name', { grow: 2 }),
  column('input', { grow: 1 }),
  column('cost'),
];

const ids = (places: readonly ColumnPlace[]) => places.map((place) => place.id);

test('fixed columns come first, pinned ones next, unknown ones not at all', () => {
  const places = [{ id: 'input' }, { id: 'gone' }, { id: 'cost', isPinned: true }, { id: 'name' }];
  const laid = layColumns(columns, places, 32);
  assert.deepEqual(
    laid.map(({ column: { id }, leftPx, isPinned, track }) => [id, leftPx, isPinned, track]),
    [
      ['status', 32, true, '24px'],
      ['cost', 56, true, '100px'],
      ['input', 156, false, 'minmax(100px, 1fr)'],
      ['name', 156, false, 'minmax(100px, 2fr)'],
    ],
  );
});

test('a dragged or pinned column no longer grows', () => {
  const laid = layColumns(columns, [
    { id: 'name', width: 300 },
    { id: 'input', isPinned: true },
  ]);
  assert.deepEqual(
    laid.map(({ track }) => track),
    ['24px', '100px', '300px'],
  );
});

test('columns move before each other, step by step and to the end', () => {
  const places = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  assert.deepEqual(ids(withMoved(places, 'c', 'a')), ['c', 'a', 'b']);
  assert.deepEqual(ids(withMoved(places, 'a', undefined)), ['b', 'c', 'a']);
  assert.deepEqual(ids(withMoved(places, 'a', 'a')), ['a', 'b', 'c']);
  assert.deepEqual(ids(withStep(places, 'b', -1)), ['b', 'a', 'c']);
  assert.deepEqual(ids(withStep(places, 'a', -1)), ['a', 'b', 'c']);
  assert.deepEqual(ids(withStep(places, 'c', 1)), ['a', 'b', 'c']);
});

test('showing twice shows once; widths and pins can be taken back', () => {
  const places: ColumnPlace[] = [{ id: 'a', width: 90, isPinned: true }];
  assert.deepEqual(withShown(places, 'a', true), places);
  assert.deepEqual(ids(withShown(places, 'b', true)), ['a', 'b']);
  assert.deepEqual(withShown(places, 'a', false), []);
  assert.deepEqual(withWidth(withPinned(places, 'a', false), 'a', undefined), [{ id: 'a' }]);
});

test('widths keep within what can be read', () => {
  assert.deepEqual(
    [
      clampWidth(3, {}),
      clampWidth(3.4e9, {}),
      clampWidth(99.6, {}),
      clampWidth(3, { minWidth: 80 }),
    ],
    [48, 1200, 100, 80],
  );
});
