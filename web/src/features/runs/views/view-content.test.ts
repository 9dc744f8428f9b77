import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ListSearch } from '../model/list-search.ts';
import { contentOf, isSameView, searchOf } from './view-content.ts';

test('what a view keeps is what it shows again', () => {
  const searches: ListSearch[] = [
    {},
    { filter: 'status:error latency>2s', range: '1h', columns: '^name:240,metadata.user' },
    { sort: '-latencyMs', from: '2026-11-24T00:00:00.000Z' },
  ];
  for (const search of searches) {
    const kept: unknown = JSON.parse(JSON.stringify(contentOf(search)));
    const shown = searchOf(kept as ReturnType<typeof contentOf>);
    assert.equal(isSameView(shown, search), true, JSON.stringify(shown));
  }
});

test('spaces in the filter make no difference, its meaning and the columns do', () => {
  assert.equal(
    isSameView({ filter: 'status:error   tag:a' }, { filter: ' status:error tag:a' }),
    true,
  );
  assert.equal(isSameView({ filter: 'status:error' }, { filter: 'status:success' }), false);
  assert.equal(isSameView({ columns: 'name' }, { columns: 'name,cost' }), false);
  assert.equal(isSameView({ view: 'x', peek: 'y' }, {}), true);
});

test('what cannot be read is left out', () => {
  const nonsense = { filter: { no: 1 }, columns: [1, { id: 2 }], orderBy: 'x', timeRange: [] };
  assert.deepEqual(searchOf(nonsense), {});
});
