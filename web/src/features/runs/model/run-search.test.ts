import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSearchParams, printSearchParams } from '../../../lib/search-params.ts';
import {
  filterOf,
  hasFilter,
  listKey,
  matchesLive,
  parseRunSearch,
  rangeName,
  timeRangeOf,
  withoutFilter,
} from './run-search.ts';
import type { RunSearch } from './run-search.ts';
import { listedRun } from './test-rows.ts';

const nowMs = Date.parse('2026-11-25T12:00:00Z');

test('what a page says survives its address', () => {
  const searches: RunSearch[] = [
    {},
    { scope: 'all', status: ['ERROR'], type: ['LLM', 'TOOL'], name: 'answer', q: '42' },
    { range: 'all', peek: 'a', run: 'b', tab: 'raw' },
    { from: '2026-11-24T00:00:00.000Z', to: '2026-11-25T00:00:00.000Z' },
  ];
  for (const search of searches) {
    const address = printSearchParams({ ...search });
    assert.deepEqual(parseRunSearch(parseSearchParams(address)), search);
  }
});

test('nonsense in the address is dropped, defaults are left out', () => {
  const search = parseRunSearch({
    scope: 'roots',
    status: ['ERROR', 'LOST'],
    type: 'llm',
    range: '7d',
    from: 'yesterday',
    q: '   ',
    other: 1,
  });
  assert.deepEqual(search, { status: ['ERROR'] });
  assert.deepEqual(parseRunSearch({ range: 'toString', status: {} }), {});
});

test('every status chosen is no restriction', () => {
  assert.deepEqual(parseRunSearch({ status: ['ERROR', 'SUCCESS', 'PENDING'] }), {});
});

test('a relative range moves with the clock, an absolute one stands', () => {
  assert.deepEqual(timeRangeOf({ range: '1h' }, nowMs), { from: '2026-11-25T11:00:00.000Z' });
  assert.deepEqual(timeRangeOf({ range: 'all' }, nowMs), {});
  assert.deepEqual(timeRangeOf({ range: '1h', to: '2026-01-01T00:00:00Z' }, nowMs), {
    to: '2026-01-01T00:00:00.000Z',
  });
  assert.equal(rangeName({ to: '2026-01-01T00:00:00Z' }), 'custom');
});

test('the filter of the graph says what the page says', () => {
  assert.deepEqual(filterOf({}), { isRoot: true });
  assert.deepEqual(filterOf({ scope: 'all', type: ['LLM'], name: ' a ', q: 'b' }), {
    runType: { in: ['LLM'] },
    name: { contains: 'a' },
    search: 'b',
  });
});

test('opening a trace does not make another list', () => {
  const search: RunSearch = { q: 'a' };
  assert.equal(listKey({ ...search, peek: 'x', run: 'y', tab: 'raw' }), listKey(search));
  assert.notEqual(listKey({ q: 'b' }), listKey(search));
});

test('clearing the filter keeps scope and time', () => {
  const search: RunSearch = { scope: 'all', range: '1h', status: ['ERROR'], q: 'a', name: 'b' };
  assert.deepEqual(withoutFilter(search), { scope: 'all', range: '1h' });
  assert.equal(hasFilter(withoutFilter(search)), false);
});

test('a live run is held against everything but texts in payloads', () => {
  const run = listedRun({ name: 'Answer', runType: 'LLM', status: 'PENDING' });
  const cases: [search: RunSearch, fits: boolean][] = [
    [{}, true],
    [{ name: 'answ' }, true],
    [{ name: 'ask' }, false],
    [{ status: ['ERROR'] }, false],
    [{ type: ['LLM'] }, true],
    [{ type: ['TOOL'] }, false],
    [{ from: '2100-01-01T00:00:00Z' }, false],
    [{ to: '2000-01-01T00:00:00Z' }, false],
  ];
  for (const [search, fits] of cases) assert.equal(matchesLive(search, run), fits);
  const child = listedRun({ isRoot: false });
  assert.deepEqual([matchesLive({}, child), matchesLive({ scope: 'all' }, child)], [false, true]);
});
