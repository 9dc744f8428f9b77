import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listArguments, listText } from './list-steps.ts';

const nowMs = Date.parse('2026-11-25T12:00:00Z');

test('a list comes through an address with what decides its order', () => {
  const text = listText({
    scope: 'runs',
    filter: 'name:"a & b" latency>2s',
    sort: 'startedAt',
    range: '1h',
    peek: 'x',
    columns: 'y',
  });
  assert.doesNotMatch(text, /peek|columns/);
  const list = listArguments(text, nowMs)!;
  assert.equal(list.scope, 'runs');
  assert.deepEqual(list.timeRange, { from: '2026-11-25T11:00:00.000Z' });
  assert.deepEqual(list.orderBy, { field: 'STARTED_AT', direction: 'ASC' });
  assert.match(JSON.stringify(list.filter), /a & b/);
});

test('the plain list is one too: roots, newest first', () => {
  const list = listArguments(listText({}), nowMs)!;
  assert.equal(list.scope, 'traces');
  assert.match(JSON.stringify(list.filter), /"isRoot":true/);
  assert.equal(list.orderBy, undefined);
});

test('lists of threads and filters that mean nothing have no way on', () => {
  assert.equal(listArguments(listText({ scope: 'threads' }), nowMs), undefined);
  assert.equal(listArguments('filter=((', nowMs), undefined);
});
