import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createBell } from './bell.ts';
import { createInbox, lotLimits, nextLot } from './inbox.ts';
import type { Work } from './work.ts';

const work = (id: string, { operations = 1, bytes = 100, workspaceId = 'w' } = {}): Work => ({
  entry: { id, sizeBytes: bytes, batch: { workspaceId } } as Work['entry'],
  open: Array.from({ length: operations }, () => ({}) as Work['open'][number]),
  openFeedback: [],
  dead: 0,
  triedAtMs: undefined,
});

const ids = (lot: Work[] | undefined) => lot?.map(({ entry }) => entry.id);

/** An inbox with a clock that the test moves. */
function openInbox() {
  const clock = { ms: 1000 };
  const bell = createBell();
  return { bell, clock, inbox: createInbox(bell, () => clock.ms) };
}

test('after a pause, what arrives together goes at once', () => {
  const { inbox, clock } = openInbox();
  assert.equal(inbox.dueInMs(), undefined);
  inbox.add(work('a'));
  clock.ms += 4;
  inbox.add(work('b'));
  assert.equal(inbox.dueInMs(), lotLimits.firstWaitMs - 4);
  clock.ms += 6;
  assert.equal(inbox.dueInMs(), 0);
  assert.deepEqual(ids(inbox.takeLot()), ['a', 'b']);
});

test('lots that are not full keep their distance', () => {
  const { inbox, clock } = openInbox();
  inbox.add(work('a'));
  inbox.takeLot();
  clock.ms += 50;
  inbox.add(work('b'));
  assert.equal(inbox.dueInMs(), lotLimits.intervalMs - 50);
});

const fullLots: [name: string, entries: number, size: { operations?: number; bytes?: number }][] = [
  ['operations', 10, { operations: lotLimits.operations / 10 }],
  ['bytes', 8, { bytes: lotLimits.bytes / 8 }],
  ['entries', lotLimits.entries, {}],
];
for (const [name, entries, size] of fullLots) {
  test(`a lot full of ${name} goes at once, and no lot is larger`, () => {
    const { inbox } = openInbox();
    for (let index = 0; index < entries * 2 + 1; index += 1) inbox.add(work(`${index}`, size));
    assert.equal(inbox.dueInMs(), 0);
    assert.equal(inbox.takeLot().length, entries);
    assert.equal(inbox.dueInMs(), 0);
    assert.equal(inbox.takeLot().length, entries);
    assert.equal(inbox.takeLot().length, 1);
  });
}

test('an entry larger than a lot is a lot of its own', () => {
  const { inbox } = openInbox();
  inbox.add(work('large', { bytes: lotLimits.bytes * 3 }));
  inbox.add(work('small'));
  assert.deepEqual(ids(inbox.takeLot()), ['large']);
  assert.deepEqual(ids(inbox.takeLot()), ['small']);
});

test('A2: workspaces take turns, over the end of a lot too', () => {
  const { inbox } = openInbox();
  const large = { bytes: lotLimits.bytes / 4 };
  for (let index = 0; index < 6; index += 1) {
    inbox.add(work(`noisy ${index}`, { ...large, workspaceId: 'noisy' }));
  }
  for (const id of ['quiet 0', 'quiet 1', 'quiet 2']) {
    inbox.add(work(id, { ...large, workspaceId: 'quiet' }));
  }
  assert.deepEqual(ids(inbox.takeLot()), ['noisy 0', 'quiet 0', 'noisy 1', 'quiet 1']);
  inbox.add(work('third', { ...large, workspaceId: 'third' }));
  assert.deepEqual(ids(inbox.takeLot()), ['noisy 2', 'quiet 2', 'third', 'noisy 3']);
  assert.deepEqual(ids(inbox.takeLot()), ['noisy 4', 'noisy 5']);
});

test('a full inbox makes the reader wait until a lot is taken', async () => {
  const { inbox } = openInbox();
  inbox.add(work('a', { bytes: lotLimits.bytes }));
  let hasRoom = false;
  const room = inbox.room().then(() => (hasRoom = true));
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(hasRoom, false);
  inbox.takeLot();
  await room;
});

describe('of two inboxes', () => {
  const helpAfterMs = 1000;
  const openLanes = () => {
    const clock = { ms: 1000 };
    const bell = createBell();
    const lane = () => ({ inbox: createInbox(bell, () => clock.ms) });
    return { bell, clock, own: lane(), other: lane() };
  };

  test('the own one goes first', async () => {
    const { bell, clock, own, other } = openLanes();
    other.inbox.add(work('other'));
    own.inbox.add(work('own'));
    clock.ms += lotLimits.firstWaitMs;
    assert.deepEqual(ids((await nextLot(bell, { own, other, helpAfterMs }))!.lot), ['own']);
  });

  test('A2: the other one is helped only while the own one has been empty for a while', async () => {
    const { bell, clock, own, other } = openLanes();
    own.inbox.add(work('own'));
    own.inbox.takeLot();
    other.inbox.add(work('other', { bytes: lotLimits.bytes }));
    clock.ms += helpAfterMs - 30;
    let taken: string[] | undefined;
    const taking = nextLot(bell, { own, other, helpAfterMs }).then((next) => {
      taken = ids(next!.lot);
    });
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(taken, undefined);
    clock.ms += 30;
    await taking;
    assert.deepEqual(taken, ['other']);
  });

  test('A2: a loop that helps takes a small lot, to be free soon', async () => {
    const { bell, clock, own, other } = openLanes();
    for (const id of ['a', 'b', 'c', 'd']) {
      other.inbox.add(work(id, { bytes: lotLimits.helpBytes / 2 }));
    }
    clock.ms += helpAfterMs + lotLimits.intervalMs;
    assert.deepEqual(ids((await nextLot(bell, { own, other, helpAfterMs }))!.lot), ['a', 'b']);
    assert.deepEqual(ids(other.inbox.takeLot()), ['c', 'd']);
  });

  test('when they are closed they give out what they have, then nothing', async () => {
    const { bell, own, other } = openLanes();
    own.inbox.add(work('own'));
    other.inbox.add(work('other'));
    own.inbox.close();
    other.inbox.close();
    const lots = { own, other, helpAfterMs };
    assert.deepEqual(ids((await nextLot(bell, lots))!.lot), ['own']);
    assert.deepEqual(ids((await nextLot(bell, lots))!.lot), ['other']);
    assert.equal(await nextLot(bell, lots), undefined);
  });
});
