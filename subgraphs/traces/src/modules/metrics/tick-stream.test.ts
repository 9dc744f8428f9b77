import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as settle } from 'node:timers/promises';
import type { LiveRunEntry, RunStatus } from '@runlight/run-model';
import { createTickStream } from './tick-stream.ts';

type Entry = LiveRunEntry | { gap: true; eventId: string };

/** A project's log that a test writes to, and a clock that it moves. */
function scene() {
  const waiting: Entry[] = [];
  let wake: () => void = () => undefined;
  let isBroken = false;
  let nowMs = 0;
  const timers: { atMs: number; callback: () => void }[] = [];
  const abort = new AbortController();
  const failures: unknown[] = [];
  async function* subscribe({ signal }: { signal: AbortSignal }) {
    signal.addEventListener('abort', () => wake());
    while (!signal.aborted) {
      if (isBroken) throw new Error('away');
      const entry = waiting.shift();
      if (entry) yield entry;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  }
  const stream = createTickStream({
    source: { subscribe },
    workspaceId: 'w',
    projectId: 'p',
    signal: abort.signal,
    onFailure: (error) => failures.push(error),
    clock: {
      nowMs: () => nowMs,
      after: (ms, callback) => {
        const timer = { atMs: nowMs + ms, callback };
        timers.push(timer);
        return () => timers.splice(timers.indexOf(timer), 1);
      },
    },
  });
  return {
    stream,
    abort,
    failures,
    send: async (...entries: Entry[]) => {
      waiting.push(...entries);
      wake();
      await settle();
    },
    breakOff: () => {
      isBroken = true;
      wake();
    },
    move: async (ms: number) => {
      nowMs += ms;
      for (const timer of timers.filter(({ atMs }) => atMs <= nowMs)) timer.callback();
      await settle();
    },
  };
}

let lastId = 0;
function entry(runId: string, status: RunStatus = 'pending'): Entry {
  lastId += 1;
  const key = { workspaceId: 'w', projectId: 'p', traceStartUs: 0, traceId: runId, runId };
  const event = { stage: 'stored', kind: 'create', key, sequence: '1', run: { status } } as const;
  return { eventId: `${lastId}-0`, event };
}

test('tells the first change at once and those of the next second together, each run once', async () => {
  const { stream, send, move } = scene();
  const first = stream.next();
  await send(entry('a'));
  assert.equal((await first).value?.runCount, 1);

  let second: unknown;
  void stream.next().then(({ value }) => (second = value));
  await send(entry('a', 'success'), entry('b', 'error'), entry('a', 'success'));
  await move(999);
  assert.equal(second, undefined);
  await move(1);
  assert.deepEqual(second, {
    eventId: `${lastId}-0`,
    runCount: 2,
    endedCount: 2,
    errorCount: 1,
    isGap: false,
  });
});

test('says that something was lost', async () => {
  const { stream, send } = scene();
  await send({ gap: true, eventId: '7-0' });
  assert.deepEqual((await stream.next()).value, {
    eventId: '7-0',
    runCount: 0,
    endedCount: 0,
    errorCount: 0,
    isGap: true,
  });
});

test('ends with the subscriber, also while nothing happens', async () => {
  const { stream, abort } = scene();
  const waiting = stream.next();
  abort.abort();
  assert.deepEqual(await waiting, { done: true, value: undefined });
});

test('the subscriber gets the error of the log', async () => {
  const { stream, breakOff, failures } = scene();
  const waiting = stream.next();
  breakOff();
  await assert.rejects(waiting, /away/);
  assert.equal(failures.length, 1);
});
