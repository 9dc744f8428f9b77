import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createInbox, lotLimits } from './inbox.ts';
import type { Work } from './work.ts';

const work = (id: string, { operations = 1, bytes = 100 } = {}): Work => ({
  entry: { id, sizeBytes: bytes } as Work['entry'],
  open: Array.from({ length: operations }, () => ({}) as Work['open'][number]),
  dead: 0,
  triedAtMs: undefined,
});

const ids = (lot: Work[] | undefined) => lot?.map(({ entry }) => entry.id);

test('after a pause, what arrives together goes at once', async () => {
  const inbox = createInbox();
  const startedAt = performance.now();
  inbox.add(work('a'));
  inbox.add(work('b'));
  assert.deepEqual(ids(await inbox.take()), ['a', 'b']);
  assert.ok(performance.now() - startedAt < lotLimits.intervalMs / 2);
});

test('lots that are not full keep their distance', async () => {
  const inbox = createInbox();
  inbox.add(work('a'));
  await inbox.take();
  const startedAt = performance.now();
  inbox.add(work('b'));
  setTimeout(() => inbox.add(work('c')), 50);
  assert.deepEqual(ids(await inbox.take()), ['b', 'c']);
  assert.ok(performance.now() - startedAt > lotLimits.intervalMs * 0.8);
});

const fullLots: [name: string, entries: number, size: { operations?: number; bytes?: number }][] = [
  ['operations', 10, { operations: lotLimits.operations / 10 }],
  ['bytes', 8, { bytes: lotLimits.bytes / 8 }],
  ['entries', lotLimits.entries, {}],
];
for (const [name, entries, size] of fullLots) {
  test(`a lot full of ${name} goes at once, and no lot is larger`, async () => {
    const inbox = createInbox();
    for (let index = 0; index < entries * 2 + 1; index += 1) inbox.add(work(`${index}`, size));
    const startedAt = performance.now();
    assert.equal((await inbox.take())!.length, entries);
    assert.equal((await inbox.take())!.length, entries);
    assert.ok(performance.now() - startedAt < lotLimits.intervalMs / 2);
    assert.equal((await inbox.take())!.length, 1);
  });
}

test('an entry larger than a lot is a lot of its own', async () => {
  const inbox = createInbox();
  inbox.add(work('large', { bytes: lotLimits.bytes * 3 }));
  inbox.add(work('small'));
  assert.deepEqual(ids(await inbox.take()), ['large']);
  assert.deepEqual(ids(await inbox.take()), ['small']);
});

test('a full inbox makes the reader wait until a lot is taken', async () => {
  const inbox = createInbox();
  inbox.add(work('a', { bytes: lotLimits.bytes }));
  let hasRoom = false;
  const room = inbox.room().then(() => (hasRoom = true));
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(hasRoom, false);
  await inbox.take();
  await room;
});

test('when it is closed it gives out what it has, then nothing', async () => {
  const inbox = createInbox();
  inbox.add(work('a'));
  await inbox.take();
  inbox.add(work('b'));
  inbox.close();
  assert.deepEqual(ids(await inbox.take()), ['b']);
  assert.equal(await inbox.take(), undefined);
});
