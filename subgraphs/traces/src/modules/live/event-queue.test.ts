import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { createEventQueue } from './event-queue.ts';
import type { Clock } from './event-queue.ts';

/** A clock that stands still until it is told. */
function handClock() {
  let nowMs = 0;
  const timers = new Set<{ dueMs: number; callback: () => void }>();
  const clock: Clock = {
    nowMs: () => nowMs,
    after: (ms, callback) => {
      const timer = { dueMs: nowMs + ms, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  };
  return {
    clock,
    timers,
    pass: async (ms: number) => {
      nowMs += ms;
      for (const timer of timers) {
        if (timer.dueMs > nowMs) continue;
        timers.delete(timer);
        timer.callback();
      }
      await turn();
    },
  };
}

function openQueue(maxEvents?: number) {
  const hand = handClock();
  const queue = createEventQueue<string>({
    clock: hand.clock,
    ...(maxEvents !== undefined && { maxEvents }),
  });
  const taken: string[] = [];
  const drain = async () => {
    for (let event; (event = await queue.next());) taken.push(event.content);
    taken.push('end');
  };
  let nextId = 0;
  return {
    ...hand,
    queue,
    taken,
    drain,
    push: (runId: string) => {
      nextId += 1;
      queue.push({ runId, eventId: String(nextId), content: `${runId}${nextId}` });
    },
  };
}

describe('createEventQueue', () => {
  it('gives events in order, at once', async () => {
    const { push, taken, drain } = openQueue();
    push('a');
    push('b');
    const done = drain();
    await turn();
    push('a');
    await turn();
    assert.deepEqual(taken, ['a1', 'b2', 'a3']);
    void done;
  });

  it('drops an event that waits when a newer one of its run comes', async () => {
    const { push, queue } = openQueue();
    push('a');
    push('b');
    push('a');
    assert.equal((await queue.next())?.content, 'b2');
    assert.equal((await queue.next())?.content, 'a3');
  });

  it('lets no run send more than 20 events in a second, and the last one arrives', async () => {
    const { push, taken, drain, pass } = openQueue();
    void drain();
    for (let ms = 0; ms < 3000; ms += 5) {
      push('a');
      await turn();
      await pass(5);
    }
    const inFirstSecond = taken.filter((content) => Number(content.slice(1)) <= 200).length;
    assert.ok(inFirstSecond <= 20 && inFirstSecond >= 18, String(inFirstSecond));
    assert.ok(taken.length <= 41, String(taken.length));
    await pass(200);
    assert.equal(taken.at(-1), 'a600');
  });

  it('keeps the order of ids behind a run that must wait', async () => {
    const { push, taken, drain, pass } = openQueue();
    void drain();
    for (let count = 0; count < 11; count += 1) {
      push('a');
      await turn();
    }
    push('b');
    await turn();
    assert.equal(taken.length, 10);
    await pass(100);
    assert.deepEqual(taken.slice(10), ['a11', 'b12']);
  });

  it('has room again when an event has gone, or when it is closed', async () => {
    const { push, queue } = openQueue(2);
    push('a');
    assert.equal(queue.whenRoom(), undefined);
    push('b');
    let hasRoom = false;
    const room = queue.whenRoom()?.then(() => (hasRoom = true));
    await turn();
    assert.equal(hasRoom, false);
    await queue.next();
    await room;
    assert.equal(hasRoom, true);
    push('c');
    const last = queue.whenRoom();
    queue.close();
    await last;
  });

  it('ends at once when closed, leaving no timer', async () => {
    const { push, taken, drain, queue, timers } = openQueue();
    const done = drain();
    for (let count = 0; count < 11; count += 1) {
      push('a');
      await turn();
    }
    assert.equal(timers.size, 1);
    queue.close();
    await done;
    assert.equal(taken.at(-1), 'end');
    assert.equal(timers.size, 0);
    push('b');
    assert.equal(await queue.next(), undefined);
  });

  it('passes an error on', async () => {
    const { queue } = openQueue();
    const next = queue.next();
    queue.close(new Error('lost'));
    await assert.rejects(next, /lost/);
  });
});
