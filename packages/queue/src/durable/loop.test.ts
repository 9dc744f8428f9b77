import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLoop } from './loop.ts';

const hour = 3_600_000;
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test('takes a turn at once, and the next one when it is woken or due', async () => {
  let turns = 0;
  const loop = createLoop(async () => {
    turns += 1;
    return turns === 3 ? 0 : hour;
  });
  await nextTurn();
  assert.equal(turns, 1);
  loop.wake();
  await nextTurn();
  assert.equal(turns, 2);
  loop.wake();
  // The third turn asks for the fourth.
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(turns, 4);
  await loop.stop();
});

test('being woken during a turn makes one more turn follow, and never two at once', async () => {
  let running = 0;
  let turns = 0;
  const loop = createLoop(async () => {
    running += 1;
    assert.equal(running, 1);
    turns += 1;
    await nextTurn();
    running -= 1;
    return hour;
  });
  loop.wake();
  loop.wake();
  loop.wake();
  for (let index = 0; index < 10; index += 1) await nextTurn();
  assert.equal(turns, 2);
  await loop.stop();
});

test('stopping waits for the turn under way, and nothing follows', async () => {
  let ended = 0;
  const loop = createLoop(async () => {
    await nextTurn();
    ended += 1;
    return 0;
  });
  loop.wake();
  await loop.stop();
  assert.equal(ended, 1);
  loop.wake();
  for (let index = 0; index < 5; index += 1) await nextTurn();
  assert.equal(ended, 1);
});
