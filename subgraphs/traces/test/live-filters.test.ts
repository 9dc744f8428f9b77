import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { liveEvent, startLive, takeReal } from './support/live-harness.ts';
import type { LiveHarness } from './support/live-harness.ts';
import { rootKey, storeFeedback, storeRuns } from './support/stored-runs.ts';
import type { Caller } from './support/traces-graph.ts';

let harness: LiveHarness;
before(async () => {
  harness = await startLive();
});
after(() => harness?.close());

describe('runEvents by what only the store knows', () => {
  /** Stored runs of a project, and the live event before theirs. */
  async function storedRuns(count: number) {
    const caller = harness.callerWithProject();
    const events = await harness.follow(caller);
    const { eventId } = (await harness.listening(caller, events))!;
    await events.end();
    const keys = Array.from({ length: count }, (_, index) =>
      rootKey(caller.workspaceId, caller.projectId, Date.now() * 1000 + index),
    );
    await storeRuns(
      harness.clickhouseUrl,
      keys.map((key, index) => ({
        key,
        name: `run ${index}`,
        threadId: index % 2 === 0 ? 'even' : 'odd',
        payloads: {
          inputs: JSON.stringify({ messages: [{ role: index % 3 === 0 ? 'third' : 'other' }] }),
        },
      })),
    );
    await storeFeedback(
      harness.clickhouseUrl,
      keys.map(({ runId }, index) => ({
        workspaceId: caller.workspaceId,
        runId,
        key: 'correct',
        score: index % 4 === 0 ? 1 : 0,
      })),
    );
    const publish = () =>
      harness.publisher.publish(
        keys.flatMap((key, index) => [
          liveEvent('accepted', 'create', key, { name: `hint ${index}` }),
          liveEvent('stored', 'create', key, { name: `run ${index}` }),
        ]),
      );
    return { caller, eventId, publish };
  }

  async function namesOf(caller: Caller, filter: unknown, after: string, count: number) {
    const events = await harness.follow(caller, { filter, after });
    const names: string[] = [];
    while (names.length < count) names.push((await takeReal(events)).run!.name);
    await events.end();
    return names;
  }

  const cases: [string, Record<string, unknown>, (index: number) => boolean][] = [
    ['words', { search: 'third' }, (index) => index % 3 === 0],
    [
      'values inside payloads, and what the event says itself',
      { inputs: [{ key: 'messages.role', eq: 'third' }], name: { neq: 'run 3' } },
      (index) => index % 3 === 0 && index !== 3,
    ],
    [
      'feedback',
      { feedback: [{ key: { eq: 'correct' }, score: { gt: 0.5 } }] },
      (index) => index % 4 === 0,
    ],
    [
      'runs of the trace',
      { tree: { name: { in: ['run 1', 'run 5'] } } },
      (index) => index === 1 || index === 5,
    ],
    ['runs of the thread', { thread: { name: { eq: 'run 1' } } }, (index) => index % 2 === 1],
  ];
  for (const [what, filter, isWanted] of cases) {
    it(`decides ${what} when the run is stored`, async () => {
      const { caller, eventId, publish } = await storedRuns(12);
      await publish();
      const expected = Array.from({ length: 12 }, (_, index) => index).filter(isWanted);
      assert.deepEqual(
        await namesOf(caller, filter, eventId, expected.length),
        expected.map((index) => `run ${index}`),
      );
    });
  }

  it('asks once for many events and subscribers', async () => {
    const { caller, eventId, publish } = await storedRuns(300);
    await publish();
    harness.graph.takeQueries();
    const names = await Promise.all(
      [1, 2, 3].map(() => namesOf(caller, { search: 'third' }, eventId, 100)),
    );
    assert.deepEqual(
      names.map(({ length }) => length),
      [100, 100, 100],
    );
    const queries = harness.graph.takeQueries();
    assert.ok(queries.length < 20, `${queries.length} queries`);
  });
});
