import assert from 'node:assert/strict';
import { test } from 'node:test';
import { array, assert as check, nat, property } from 'fast-check';
import {
  emptyList,
  withEvents,
  withNewestPage,
  withOlderPage,
  withWaitingShown,
} from './run-list.ts';
import type { RunList } from './run-list.ts';
import { event, listedRun, running } from './test-rows.ts';

const atTop = { isAtTop: true, matches: () => true };
const below = { isAtTop: false, matches: () => true };

function listOf(seconds: number[], hasMore = false): RunList {
  return { ...emptyList, rows: seconds.map((second) => listedRun({ second })), hasMore };
}

const seconds = (list: RunList) => list.rows.map((run) => Number(run.uuid.slice(4)));

test('at the top a new run is inserted in its place and marked fresh', () => {
  const list = withEvents(listOf([5, 3]), [event(1, listedRun({ second: 4 }))], atTop);
  assert.deepEqual(seconds(list), [5, 4, 3]);
  assert.deepEqual([...list.fresh], ['run-4']);
});

test('further down new runs wait until they are asked for', () => {
  const list = withEvents(listOf([5, 3]), [event(1, listedRun({ second: 6 }))], below);
  assert.deepEqual([seconds(list), list.waiting.length], [[5, 3], 1]);
  const shown = withWaitingShown(list);
  assert.deepEqual([seconds(shown), shown.waiting.length], [[6, 5, 3], 0]);
});

test('the first row of an empty list need not wait', () => {
  assert.equal(withEvents(emptyList, [event(1, running())], below).rows.length, 1);
});

test('a row on screen changes in place, wherever the list is scrolled', () => {
  const before = { ...emptyList, rows: [running({ second: 2 }), listedRun({ second: 1 })] };
  const list = withEvents(
    before,
    [event(1, listedRun({ second: 2, outputPreview: 'done' }))],
    below,
  );
  assert.deepEqual([seconds(list), list.rows[0]!.outputPreview], [[2, 1], 'done']);
});

test('a waiting row changes too', () => {
  const waits = withEvents(listOf([1]), [event(1, running({ second: 2 }))], below);
  const list = withEvents(waits, [event(2, listedRun({ second: 2 }))], below);
  assert.equal(list.waiting[0]!.status, 'SUCCESS');
});

test('what does not match is not inserted, what is older than the last row neither', () => {
  const never = { isAtTop: true, matches: () => false };
  assert.deepEqual(
    seconds(withEvents(listOf([5]), [event(1, listedRun({ second: 6 }))], never)),
    [5],
  );
  const older = withEvents(listOf([5], true), [event(1, listedRun({ second: 1 }))], atTop);
  assert.deepEqual(seconds(older), [5]);
});

test('an accepted update clears nothing, and an ended run never runs again', () => {
  const before = { ...emptyList, rows: [listedRun({ second: 1, tags: ['a'] })] };
  const accepted = running({ second: 1, name: '', inputPreview: '', isPartial: true });
  const [row] = withEvents(before, [event(1, accepted, false)], atTop).rows;
  assert.deepEqual(
    [row!.name, row!.status, row!.inputPreview, row!.tags],
    ['answer', 'SUCCESS', 'in', ['a']],
  );
});

test('order and repetition of events do not matter', () => {
  const events = [
    event(1, running({ second: 1 })),
    event(2, running({ second: 1, model: 'm' })),
    event(3, listedRun({ second: 1, model: 'm', outputPreview: 'done' })),
  ];
  check(
    property(array(nat({ max: 2 }), { maxLength: 8 }), (order) => {
      const played = [...order.map((index) => events[index]!), events[2]!, ...events];
      const list = played.reduce((now, one) => withEvents(now, [one], atTop), emptyList);
      assert.deepEqual(list.rows, [events[2]!.run]);
    }),
  );
});

test('an older page goes below without repeating what is there', () => {
  const list = withOlderPage(
    listOf([5, 4], true),
    [4, 3].map((second) => listedRun({ second })),
    false,
  );
  assert.deepEqual([seconds(list), list.hasMore], [[5, 4, 3], false]);
});

test('a newest page that overlaps is merged, one that does not takes the place of the list', () => {
  const options = { hasMore: true, isAtTop: true };
  const page = (...given: number[]) => given.map((second) => listedRun({ second }));
  assert.deepEqual(seconds(withNewestPage(listOf([5, 4, 3]), page(6, 5), options)), [6, 5, 4, 3]);
  assert.deepEqual(seconds(withNewestPage(listOf([5, 4, 3]), page(90, 80), options)), [90, 80]);
});
