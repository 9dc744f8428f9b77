import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOutbox } from './outbox.ts';
import type { Frame } from './outbox.ts';

const frame = (number: number, stateKey = `run ${number}`): Frame => ({
  eventId: String(number),
  stateKey,
  payload: String(number),
});

function open({ maxQueued = 3 } = {}) {
  const sent: string[] = [];
  let isFull = false;
  let gaveUp = 0;
  let makeGap = (): void => {};
  const outbox = createOutbox({
    id: '"s"',
    wire: {
      isFull: () => isFull,
      send: (text) => void sent.push(/"payload":(.*)}$/.exec(text)?.[1] ?? text),
    },
    maxQueued,
    gapAfter: (eventId) =>
      new Promise((resolve) => {
        makeGap = () => resolve({ eventId, stateKey: undefined, payload: `"gap ${eventId}"` });
      }),
    giveUp: () => (gaveUp += 1),
  });
  return {
    outbox,
    sent,
    fill: () => (isFull = true),
    drain: () => {
      isFull = false;
      outbox.flush();
    },
    makeGap: async () => {
      makeGap();
      await Promise.resolve();
    },
    gaveUp: () => gaveUp,
  };
}

test('sends at once while the socket takes it', () => {
  const { outbox, sent } = open();
  outbox.push(frame(1));
  outbox.push(frame(2));
  assert.deepEqual(sent, ['1', '2']);
  assert.equal(outbox.whenEmpty(), undefined);
});

test('keeps what a full socket does not take, in order', async () => {
  const { outbox, sent, fill, drain } = open();
  fill();
  outbox.push(frame(1));
  outbox.push(frame(2));
  assert.deepEqual(sent, []);
  const empty = outbox.whenEmpty();
  drain();
  await empty;
  assert.deepEqual(sent, ['1', '2']);
});

test('keeps only the newest state of a run, at its place in the order of ids', () => {
  const { outbox, sent, fill, drain } = open();
  fill();
  outbox.push(frame(1, 'a'));
  outbox.push(frame(2, 'b'));
  for (let id = 3; id < 50; id += 1) outbox.push(frame(id, 'a'));
  drain();
  assert.deepEqual(sent, ['2', '49']);
});

test('replaces a full queue by one gap, and sends nothing before it', async () => {
  const { outbox, sent, fill, drain, makeGap, gaveUp } = open();
  fill();
  for (let id = 1; id <= 4; id += 1) outbox.push(frame(id));
  outbox.push(frame(5));
  drain();
  assert.deepEqual(sent, [], 'the gap is still being made');
  await makeGap();
  assert.deepEqual(sent, ['"gap 4"', '5']);
  outbox.push(frame(6));
  assert.deepEqual(sent, ['"gap 4"', '5', '6']);
  assert.equal(gaveUp(), 0);
});

test('gives up a reader that overflows again without having taken the gap', async () => {
  const { outbox, fill, makeGap, gaveUp } = open();
  fill();
  for (let id = 1; id <= 4; id += 1) outbox.push(frame(id));
  await makeGap();
  for (let id = 5; id <= 9; id += 1) outbox.push(frame(id));
  assert.equal(gaveUp(), 1);
});

test('ends after what waits, and takes nothing more', () => {
  const { outbox, sent, fill, drain } = open();
  fill();
  outbox.push(frame(1));
  outbox.end('the end');
  outbox.push(frame(2));
  drain();
  assert.deepEqual(sent, ['1', 'the end']);
});

test('drops everything when the client wants no more', () => {
  const { outbox, sent, fill, drain } = open();
  fill();
  outbox.push(frame(1));
  outbox.clear();
  drain();
  outbox.push(frame(2));
  assert.deepEqual(sent, []);
});
