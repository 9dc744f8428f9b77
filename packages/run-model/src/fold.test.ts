import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { foldRun, payloadVersion, runVersion } from './fold.ts';
import type { RunEnvelope, RunEvent } from './run.ts';

const event = (
  kind: RunEvent['kind'],
  sequence: number,
  envelope: RunEnvelope,
  batchId = 'batch',
): RunEvent => ({ kind, sequence: BigInt(sequence) << 8n, batchId, envelope });

const text = fc.oneof(fc.constantFrom('a', 'b', '__proto__', 'constructor', ''), fc.string());
const textMap = fc.dictionary(text, text, { noNullPrototype: false });
const countMap = fc.dictionary(text, fc.nat(), { noNullPrototype: false });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined, freq: 2 }) as fc.Arbitrary<T>;

const envelopes: fc.Arbitrary<RunEnvelope> = fc
  .record({
    name: maybe(text),
    runType: maybe(fc.constantFrom('llm' as const, 'chain' as const)),
    startTimeUs: maybe(fc.nat()),
    endTimeUs: maybe(fc.nat()),
    parentRunId: fc.constantFrom(undefined, null, 'p1', 'p2'),
    status: fc.constantFrom(undefined, undefined, 'pending', 'success', 'error'),
    error: maybe(text),
    tags: maybe(fc.array(text, { maxLength: 4 })),
    metadata: maybe(textMap),
    usage: maybe(countMap),
    costUsd: maybe(countMap),
    warnings: maybe(fc.array(text, { maxLength: 2 })),
  })
  .map((record) => JSON.parse(JSON.stringify(record)) as RunEnvelope);

/** Sequences collide now and then, as those of two ingest processes may. */
const histories = fc
  .uniqueArray(
    fc.record({
      kind: fc.constantFrom('create' as const, 'update' as const),
      sequence: fc.integer({ min: 0, max: 12 }),
      batchId: fc.constantFrom('batch-1', 'batch-2', 'batch-3'),
      envelope: envelopes,
    }),
    { minLength: 1, maxLength: 8, selector: ({ sequence, batchId }) => `${sequence} ${batchId}` },
  )
  .map((events) =>
    events.map((each) => event(each.kind, each.sequence, each.envelope, each.batchId)),
  );

const runs = { numRuns: 1500 };

describe('the fold of any history', () => {
  test('does not depend on order', () => {
    fc.assert(
      fc.property(
        histories.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        ([events, shuffled]) => assert.deepEqual(foldRun(shuffled), foldRun(events)),
      ),
      runs,
    );
  });

  test('does not depend on repetition', () => {
    fc.assert(
      fc.property(
        histories.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events))),
        ([events, again]) => assert.deepEqual(foldRun([...again, ...events]), foldRun(events)),
      ),
      runs,
    );
  });

  test('gets a higher version with every event more', () => {
    fc.assert(
      fc.property(
        histories.chain((events) => fc.tuple(fc.constant(events), fc.subarray(events))),
        ([all, some]) => {
          fc.pre(some.length < all.length);
          assert.ok(foldRun(some).version < foldRun(all).version);
        },
      ),
      runs,
    );
  });

  test('leaves the events as they are', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const before = structuredClone(events);
        foldRun(events);
        assert.deepEqual(events, before);
      }),
      runs,
    );
  });

  test('agrees with a model that applies fields one by one', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const state = foldRun(events);
        for (const field of ['name', 'startTimeUs', 'endTimeUs', 'error'] as const) {
          assert.equal(
            state[field],
            lastValue(events, ({ envelope }) => envelope[field]),
          );
        }
        const keys = new Set(
          events.flatMap(({ envelope }) => Object.keys(envelope.metadata ?? {})),
        );
        assert.deepEqual(new Set(Object.keys(state.metadata ?? {})), keys);
        for (const key of keys) {
          const wanted = lastValue(events, ({ envelope }) =>
            envelope.metadata && Object.hasOwn(envelope.metadata, key)
              ? envelope.metadata[key]
              : undefined,
          );
          assert.equal(state.metadata![key], wanted);
        }
        const tags = new Set(events.flatMap(({ envelope }) => envelope.tags ?? []));
        assert.deepEqual(new Set(state.tags), tags);
        assert.equal(state.isPartial, !events.some(({ kind }) => kind === 'create'));
      }),
      runs,
    );
  });
});

/** The value of the event that counts most among those that have one. */
function lastValue<T>(events: RunEvent[], read: (event: RunEvent) => T | undefined): T | undefined {
  let winner: RunEvent | undefined;
  for (const candidate of events) {
    if (read(candidate) === undefined) continue;
    if (!winner || rank(candidate) > rank(winner)) winner = candidate;
  }
  return winner && read(winner);
}

const rank = ({ kind, sequence, batchId }: RunEvent) =>
  `${kind === 'update' ? 1 : 0} ${sequence.toString().padStart(20, '0')} ${batchId}`;

describe('a value', () => {
  const folded = (...events: RunEvent[]) => foldRun(events);

  test('of an update counts over that of a create that was accepted later', () => {
    const run = folded(event('update', 1, { name: 'new' }), event('create', 2, { name: 'old' }));
    assert.equal(run.name, 'new');
  });

  test('is not cleared by null', () => {
    const cleared = { name: null, endTimeUs: null, parentRunId: null } as unknown as RunEnvelope;
    const run = folded(
      event('create', 1, { name: 'a', endTimeUs: 5, parentRunId: 'p' }),
      event('update', 2, cleared),
    );
    assert.deepEqual([run.name, run.endTimeUs, run.parentRunId], ['a', 5, 'p']);
  });

  test('of metadata called __proto__ is kept as a key', () => {
    const metadata = JSON.parse('{"__proto__":"x"}') as Record<string, string>;
    const run = folded(
      event('create', 1, { metadata }),
      event('update', 2, { metadata: { b: 'y' } }),
    );
    assert.deepEqual(Object.entries(run.metadata!), [
      ['__proto__', 'x'],
      ['b', 'y'],
    ]);
    assert.equal(({} as Record<string, unknown>)['x'], undefined);
  });
});

describe('the status', () => {
  const cases: [name: string, events: RunEvent[], status: string][] = [
    ['pending after a create', [event('create', 1, {})], 'pending'],
    [
      'success after an end',
      [event('create', 1, {}), event('update', 2, { endTimeUs: 1 })],
      'success',
    ],
    ['error with an error text', [event('create', 1, { endTimeUs: 1, error: 'x' })], 'error'],
    [
      'not an error with an empty one',
      [event('create', 1, { endTimeUs: 1, error: '' })],
      'success',
    ],
    [
      'still an error after a later update',
      [event('update', 2, { error: 'x' }), event('update', 3, { endTimeUs: 1 })],
      'error',
    ],
    [
      'ended although a later update says pending',
      [event('update', 2, { endTimeUs: 1 }), event('update', 3, { status: 'pending' })],
      'success',
    ],
    ['what the caller says', [event('create', 1, { status: 'error' })], 'error'],
    [
      'what the caller said last',
      [event('update', 2, { status: 'error' }), event('update', 3, { status: 'success' })],
      'success',
    ],
    [
      'ended when the create comes last',
      [event('update', 1, { endTimeUs: 1 }), event('create', 2, { status: 'pending' })],
      'success',
    ],
  ];
  for (const [name, events, status] of cases) {
    test(`is ${name}`, () => assert.equal(foldRun(events).status, status));
  }
});

test('a late create cannot beat an ended row', () => {
  const ended = runVersion({ isEnded: true, sequence: 1n << 8n, events: 1 });
  const created = runVersion({ isEnded: false, sequence: (1n << 60n) - 1n, events: 200 });
  assert.ok(ended > created);
  assert.ok(ended < 1n << 64n);
});

test('bytes of an update count over those of a create', () => {
  assert.ok(payloadVersion('update', 1n) > payloadVersion('create', 1n << 59n));
  assert.ok(payloadVersion('update', 2n) > payloadVersion('update', 1n));
});
