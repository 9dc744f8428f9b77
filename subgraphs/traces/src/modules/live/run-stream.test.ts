import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import type { LiveRunEntry } from '@runlight/run-model';
import { createRunStream } from './run-stream.ts';
import type { LiveSource } from './run-stream.ts';

/** A source that sends what it is given and then stays silent until it is told to stop. */
function silentAfter(entries: (LiveRunEntry | { gap: true; eventId: string })[], error?: Error) {
  const seen: { options?: Parameters<LiveSource['subscribe']>[0]; stopped: boolean } = {
    stopped: false,
  };
  const source: LiveSource = {
    async *subscribe(options) {
      seen.options = options;
      try {
        yield* entries;
        if (error) throw error;
        if (options.signal.aborted) return;
        await new Promise((resolve) => options.signal.addEventListener('abort', resolve));
      } finally {
        seen.stopped = true;
      }
    },
  };
  return { source, seen };
}

const entry = (eventId: string, runId: string): LiveRunEntry => ({
  eventId,
  event: {
    stage: 'accepted',
    kind: 'create',
    sequence: '1',
    key: { workspaceId: 'w', projectId: 'p', traceStartUs: 1, traceId: 't', runId },
    run: { status: 'pending' },
  },
});

function open(
  source: LiveSource,
  signal = new AbortController().signal,
  contentOf: (entry: LiveRunEntry) => string | undefined | Promise<string | undefined> = ({
    eventId,
    event,
  }) => (event.key.runId === 'unwanted' ? undefined : eventId),
) {
  const failures: unknown[] = [];
  const stream = createRunStream<string>({
    source,
    workspaceId: 'w',
    projectId: 'p',
    after: '1-0',
    signal,
    contentOf,
    gap: (eventId) => `gap ${eventId}`,
    onFailure: (error) => failures.push(error),
  });
  return { stream, failures };
}

describe('createRunStream', () => {
  it('sends what is wanted, and gaps', async () => {
    const { source, seen } = silentAfter([
      { gap: true, eventId: '1-1' },
      entry('1-2', 'a'),
      entry('1-3', 'unwanted'),
      entry('1-4', 'b'),
    ]);
    const { stream } = open(source);
    const { workspaceId, projectId, after } = seen.options!;
    assert.deepEqual(
      { workspaceId, projectId, after },
      { workspaceId: 'w', projectId: 'p', after: '1-0' },
    );
    for (const expected of ['gap 1-1', '1-2', '1-4']) {
      assert.deepEqual(await stream.next(), { done: false, value: expected });
    }
    await stream.return!();
  });

  it('reads no further than the subscriber follows, and loses nothing', async () => {
    const entries = Array.from({ length: 1000 }, (_, index) =>
      entry(`1-${index + 1}`, `run ${index}`),
    );
    let read = 0;
    const { stream } = open({
      async *subscribe() {
        for (const one of entries) {
          read += 1;
          yield one;
        }
        await new Promise(() => undefined);
      },
    });
    await turn();
    assert.equal(read, 256);
    for (const { eventId } of entries) {
      assert.deepEqual(await stream.next(), { done: false, value: eventId });
    }
    await stream.return!();
  });

  it('keeps the order when some contents come late, and asks for all meanwhile', async () => {
    const late = Array.from({ length: 4 }, () => Promise.withResolvers<string | undefined>());
    const asked: string[] = [];
    const { source } = silentAfter([1, 2, 3, 4].map((n) => entry(`1-${n}`, `run ${n}`)));
    const { stream } = open(source, undefined, ({ eventId }) => {
      asked.push(eventId);
      const { promise } = late[asked.length - 1]!;
      return eventId === '1-2' ? 'at once' : promise;
    });
    const first = stream.next();
    await turn();
    assert.deepEqual(asked, ['1-1', '1-2', '1-3', '1-4']);
    late[3]!.resolve('fourth');
    late[2]!.resolve(undefined);
    late[0]!.resolve('first');
    assert.equal((await first).value, 'first');
    assert.equal((await stream.next()).value, 'at once');
    assert.equal((await stream.next()).value, 'fourth');
    await stream.return!();
  });

  it('ends with the error of a content', async () => {
    const { source } = silentAfter([entry('1-1', 'a'), entry('1-2', 'b')]);
    const { stream, failures } = open(source, undefined, () =>
      Promise.reject(new Error('the store is gone')),
    );
    await assert.rejects(stream.next(), /store is gone/);
    assert.equal(failures.length, 1);
  });

  it('ends while it waits, and stops the source, when the subscriber returns', async () => {
    const { source, seen } = silentAfter([]);
    const { stream } = open(source);
    const waiting = stream.next();
    await stream.return!();
    assert.deepEqual(await waiting, { done: true, value: undefined });
    assert.ok(seen.options!.signal.aborted);
    await turn();
    assert.ok(seen.stopped);
  });

  it('ends when the client is gone', async () => {
    const { source, seen } = silentAfter([]);
    const client = new AbortController();
    const { stream, failures } = open(source, client.signal);
    const waiting = stream.next();
    client.abort();
    assert.equal((await waiting).done, true);
    assert.ok(seen.options!.signal.aborted);
    assert.deepEqual(failures, []);
    assert.equal((await open(source, client.signal).stream.next()).done, true);
  });

  it('ends with the error of a source that breaks', async () => {
    const { stream, failures } = open(silentAfter([], new Error('redis is gone')).source);
    await assert.rejects(stream.next(), /redis is gone/);
    assert.equal(failures.length, 1);
  });
});
