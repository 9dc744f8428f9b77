import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFilterText, toFilterInput } from '@runlight/run-model/filter';
import { newChart } from './dashboard.ts';
import type { DashboardChart } from './dashboard.ts';
import { drillOf } from './drill.ts';

const chart = (more: Partial<DashboardChart>): DashboardChart => ({ ...newChart, ...more });
const read = (text: string) => toFilterInput(parseFilterText(text));

test('a chart of roots leads to the list of traces, with the rest of its filter', () => {
  const drill = drillOf(chart({ filter: { isRoot: true, status: { eq: 'ERROR' } } }));
  assert.equal(drill.scope, 'traces');
  assert.deepEqual(read(drill.filter), { status: { eq: 'ERROR' } });
});

test('a group becomes a condition; nothing at all is the absence of the value', () => {
  const groupBy: DashboardChart['groupBy'] = [
    { __typename: 'ChartGroup', field: 'MODEL', metadataKey: null },
    { __typename: 'ChartGroup', field: 'METADATA', metadataKey: 'environment' },
  ];
  const drill = drillOf(chart({ groupBy }), ['gpt-4o', 'prod']);
  assert.equal(drill.scope, 'runs');
  assert.deepEqual(read(drill.filter), {
    and: [{ model: { eq: 'gpt-4o' } }, { metadata: [{ eq: 'prod', key: 'environment' }] }],
  });
  assert.match(drillOf(chart({ groupBy: groupBy.slice(0, 1) }), ['']).filter, /model/);
});

test('a filter of another version leads to everything rather than nowhere', () => {
  assert.deepEqual(drillOf(chart({ filter: { nonsense: 1 } })), { scope: 'runs', filter: '' });
});
