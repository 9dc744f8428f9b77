import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { foldFeedback } from './feedback-fold.ts';
import type { FeedbackEvent } from './feedback-fold.ts';
import type { FeedbackEnvelope, FeedbackTarget } from './feedback.ts';

const event = (
  kind: FeedbackEvent['kind'],
  sequence: number,
  envelope: FeedbackEnvelope = {},
  target?: FeedbackTarget,
  batchId = 'batch',
): FeedbackEvent => ({
  kind,
  sequence: BigInt(sequence) << 8n,
  batchId,
  envelope,
  ...(target && { target }),
});

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

const envelopes: fc.Arbitrary<FeedbackEnvelope> = fc
  .record({
    key: maybe(fc.constantFrom('helpful', '__proto__', '')),
    score: maybe(fc.constantFrom(0, 1, 0.5)),
    value: maybe(fc.json()),
    comment: maybe(fc.string()),
    isError: maybe(fc.boolean()),
    createdAtUs: maybe(fc.nat()),
    modifiedAtUs: maybe(fc.nat()),
  })
  .map((record) => JSON.parse(JSON.stringify(record)) as FeedbackEnvelope);

/** Sequences collide now and then, as those of two ingest processes may. */
const histories = fc.uniqueArray(
  fc
    .record({
      kind: fc.constantFrom(
        'create' as const,
        'update' as const,
        'update' as const,
        'delete' as const,
      ),
      sequence: fc.integer({ min: 0, max: 12 }),
      batchId: fc.constantFrom('batch-1', 'batch-2', 'batch-3'),
      envelope: envelopes,
      runId: fc.constantFrom('run-1', 'run-2', undefined),
    })
    .map(({ kind, sequence, batchId, envelope, runId }) =>
      event(
        kind,
        sequence,
        kind === 'delete' ? {} : envelope,
        kind === 'create' ? (runId === undefined ? { projectId: 'p' } : { runId }) : undefined,
        batchId,
      ),
    ),
  { minLength: 1, maxLength: 8, selector: ({ sequence, batchId }) => `${sequence} ${batchId}` },
);

const withShuffle = histories.chain((events) =>
  fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
);
const runs = { numRuns: 1500 };

describe('the fold of any history of feedback', () => {
  test('D4: does not depend on order', () => {
    fc.assert(
      fc.property(withShuffle, ([events, shuffled]) =>
        assert.deepEqual(foldFeedback(shuffled), foldFeedback(events)),
      ),
      runs,
    );
  });

  test('D4: does not depend on repetition', () => {
    fc.assert(
      fc.property(
        histories.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events))),
        ([events, again]) =>
          assert.deepEqual(foldFeedback([...again, ...events, ...again]), foldFeedback(events)),
      ),
      runs,
    );
  });

  test('D4: has a version that grows with every event', () => {
    fc.assert(
      fc.property(
        withShuffle.filter(([events]) => events.length > 1),
        ([events, [, ...fewer]]) =>
          assert.ok(foldFeedback(fewer).version < foldFeedback(events).version),
      ),
      runs,
    );
  });

  test('D5: without a delete, each field is what its newest event says, the first create aside', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const kept = events.filter(({ kind }) => kind !== 'delete');
        if (kept.length === 0) return;
        const sorted = kept.toSorted((a, b) =>
          a.sequence === b.sequence
            ? a.batchId < b.batchId
              ? -1
              : 1
            : Number(a.sequence - b.sequence),
        );
        const first = sorted.find(({ kind }) => kind === 'create');
        const state = foldFeedback(kept);
        for (const field of ['key', 'score', 'value', 'comment', 'isError'] as const) {
          const newest = sorted.findLast(
            (each) => each !== first && each.envelope[field] !== undefined,
          );
          assert.equal(state[field], (newest ?? first)?.envelope[field]);
        }
      }),
      runs,
    );
  });

  test('D6: a delete ends all that came before it, and nothing but a create begins anew', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 20, max: 30 }), (events, at) => {
        const deleted = foldFeedback([...events, event('delete', at)]);
        assert.equal(deleted.isDeleted, true);
        assert.equal(deleted.comment, undefined);
        const updated = foldFeedback([
          ...events,
          event('delete', at),
          event('update', at + 1, { score: 1 }),
        ]);
        assert.equal(updated.isDeleted, true);
        const created = foldFeedback([
          ...events,
          event('delete', at),
          event('create', at + 1, { score: 1 }, { runId: 'new' }),
        ]);
        assert.equal(created.isDeleted, false);
        assert.deepEqual(
          [created.score, created.comment, created.target],
          [1, undefined, { runId: 'new' }],
        );
      }),
      runs,
    );
  });
});

test('D5: an update that overtook its create is kept and wins', () => {
  const update = event('update', 5, { score: 0.9, comment: 'better' });
  const alone = foldFeedback([update]);
  assert.deepEqual([alone.target, alone.score, alone.isDeleted], [undefined, 0.9, false]);
  const create = event('create', 9, { key: 'helpful', score: 0.1 }, { runId: 'r' });
  const { key, score, comment, target } = foldFeedback([create, update]);
  assert.deepEqual(
    { key, score, comment, target },
    { key: 'helpful', score: 0.9, comment: 'better', target: { runId: 'r' } },
  );
});

test('feedback that is given again replaces what it says, and names every run it was about', () => {
  const state = foldFeedback([
    event('create', 1, { score: 0, comment: 'first' }, { runId: 'one' }),
    event('update', 2, { score: 0.5 }),
    event('create', 3, { score: 1 }, { runId: 'two' }),
  ]);
  assert.deepEqual([state.score, state.comment, state.target], [1, 'first', { runId: 'two' }]);
  assert.deepEqual(state.runIds, ['one', 'two']);
  assert.deepEqual([state.createdAtUs, state.modifiedAtUs], [1, 3]);
});

test('an update may empty a field; what was said before does not return, what is said later does', () => {
  const create = event('create', 1, { score: 1, comment: 'first' }, { runId: 'r' });
  const empties: FeedbackEvent = { ...event('update', 5), cleared: ['score', 'comment'] };
  const early = event('update', 3, { comment: 'early' });
  const late = event('update', 7, { comment: 'late' });
  const emptied = foldFeedback([empties, early, create]);
  assert.deepEqual([emptied.score, emptied.comment], [undefined, undefined]);
  const again = foldFeedback([late, empties, early, create]);
  assert.deepEqual([again.score, again.comment], [undefined, 'late']);
});
