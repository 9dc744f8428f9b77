import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSearchParams, printSearchParams } from '../../../lib/search-params.ts';
import {
  isBare,
  listKey,
  parseListSearch,
  sortOf,
  viewPart,
  withoutFilter,
  withScope,
  withSort,
} from './list-search.ts';
import type { ListSearch } from './list-search.ts';

test('what a page says survives its address', () => {
  const searches: ListSearch[] = [
    {},
    { scope: 'runs', filter: 'status:error "some words"', sort: '-latencyMs' },
    { scope: 'users', range: 'all', peek: 'a', run: 'b', tab: 'raw' },
    { from: '2026-11-24T00:00:00.000Z', to: '2026-11-25T00:00:00.000Z', columns: '^name:20,x' },
  ];
  for (const search of searches) {
    const address = printSearchParams({ ...search });
    assert.deepEqual(parseListSearch(parseSearchParams(address)), search);
  }
});

test('nonsense in the address is dropped, defaults are left out', () => {
  const raw = { scope: 'all', range: '7d', from: 'yesterday', filter: '   ', sort: {}, other: 1 };
  assert.deepEqual(parseListSearch(raw), {});
  assert.deepEqual(parseListSearch({ range: 'toString', scope: 'traces' }), {});
  assert.deepEqual(parseListSearch({ filter: 42 }), { filter: '42' });
  assert.equal(parseListSearch({ filter: 'x'.repeat(9000) }).filter?.length, 8000);
});

test('newest first is the order without a word', () => {
  assert.deepEqual(sortOf({}), { field: 'startedAt', isAscending: false });
  assert.deepEqual(sortOf({ sort: 'latencyMs' }), { field: 'latencyMs', isAscending: true });
  assert.deepEqual(withSort({ sort: '-cost' }, { field: 'startedAt', isAscending: false }), {});
  assert.deepEqual(withSort({}, { field: 'cost', isAscending: false }), { sort: '-cost' });
});

test('opening a trace or showing a column does not make another list', () => {
  const search: ListSearch = { filter: 'a', range: '1h' };
  const same = {
    range: '1h' as const,
    filter: 'a',
    peek: 'x',
    run: 'y',
    columns: 'name',
    view: 'v',
  };
  assert.equal(listKey(same), listKey(search));
  assert.notEqual(listKey({ filter: 'b', range: '1h' }), listKey(search));
});

test('another scope keeps filter and time only', () => {
  const search: ListSearch = {
    filter: 'status:error',
    range: '1h',
    columns: 'name',
    sort: 'cost',
    peek: 'p',
    view: 'v',
  };
  assert.deepEqual(withScope(search, 'threads'), {
    scope: 'threads',
    filter: 'status:error',
    range: '1h',
  });
  assert.deepEqual(withScope({ scope: 'users', filter: 'x' }, 'traces'), { filter: 'x' });
});

test('an address that says nothing leaves the choice to saved views', () => {
  assert.equal(isBare({ scope: 'runs', peek: 'p', run: 'r' }), true);
  assert.equal(isBare({ view: 'v' }), false);
  assert.deepEqual(viewPart({ scope: 'runs', filter: 'a', view: 'v', tab: 't' }), { filter: 'a' });
  assert.deepEqual(withoutFilter({ filter: 'a', sort: 'b' }), { sort: 'b' });
});
