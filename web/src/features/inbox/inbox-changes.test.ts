import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { noChanges, withEvent } from './inbox-changes.ts';
import type { InboxChanges, InboxEvent } from './inbox-changes.ts';

const changed = (id: string, kind: 'DEAD' | 'REJECTED' = 'DEAD') =>
  ({ __typename: 'IngestProblemChanged', problem: { id, kind } }) as InboxEvent;
const removed = (problemId: string): InboxEvent => ({
  __typename: 'IngestProblemRemoved',
  problem: null,
  problemId,
});
const gap: InboxEvent = { __typename: 'IngestProblemEventsGap', problem: null };

/** The changes after all of the events, of a list of `a` and `b`. */
function after(events: InboxEvent[], kind?: 'DEAD' | 'REJECTED') {
  const list = { ids: new Set(['a', 'b']), kind };
  const end = events.reduce<InboxChanges | undefined>(
    (changes, event) => changes && withEvent(changes, event, list),
    noChanges,
  );
  return end && { gone: [...end.gone], fresh: [...end.fresh] };
}

describe('what happens to the open inbox (O2)', () => {
  const cases: [string, InboxEvent[], ReturnType<typeof after>][] = [
    ['a listed problem changes in place', [changed('a')], { gone: [], fresh: [] }],
    ['a new one is counted once', [changed('c'), changed('c')], { gone: [], fresh: ['c'] }],
    ['one that leaves is not drawn', [removed('a')], { gone: ['a'], fresh: [] }],
    [
      'one that comes and leaves was never there',
      [changed('c'), removed('c')],
      { gone: [], fresh: [] },
    ],
    ['one that is not listed leaves unnoticed', [removed('z')], { gone: [], fresh: [] }],
    [
      'one that was replayed in vain is back',
      [removed('a'), changed('a')],
      { gone: [], fresh: [] },
    ],
    ['after a gap the list is read again', [changed('c'), gap], undefined],
  ];
  for (const [situation, events, expected] of cases) {
    test(situation, () => assert.deepEqual(after(events), expected));
  }

  test('what the filter leaves out is not counted', () => {
    assert.deepEqual(after([changed('c', 'REJECTED'), changed('d')], 'DEAD')?.fresh, ['d']);
  });
});
