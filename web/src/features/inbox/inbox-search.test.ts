import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseInboxSearch, problemFilterOf } from './inbox-search.ts';

test('the address of the inbox keeps what makes sense and drops the rest (O2)', () => {
  assert.deepEqual(parseInboxSearch({ kind: 'dead', q: 'timeout', problem: 'SW5n-_1' }), {
    kind: 'dead',
    q: 'timeout',
    problem: 'SW5n-_1',
  });
  const nonsense = { kind: 'DEAD', q: ' ', problem: 'a b', page: '2' };
  assert.deepEqual(parseInboxSearch(nonsense), {});
  assert.deepEqual(parseInboxSearch({ q: 12, kind: ['dead'], problem: '' }), { q: '12' });
  assert.equal(parseInboxSearch({ q: 'x'.repeat(300) }).q?.length, 256);
});

test('the address says which problems are listed, and not which one is open (O2)', () => {
  assert.deepEqual(problemFilterOf({}), {});
  assert.deepEqual(problemFilterOf({ kind: 'rejected', q: 'time', problem: 'x' }), {
    kind: 'REJECTED',
    contains: 'time',
  });
});
