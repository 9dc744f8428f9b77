import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LiveRunEvent } from '@runlight/run-model';
import { createRunStates } from './run-states.ts';

const key = { workspaceId: 'w', projectId: 'p', traceStartUs: 1, traceId: 't', runId: 't' };

function event(
  stage: LiveRunEvent['stage'],
  kind: LiveRunEvent['kind'],
  sequence: number,
  run: Partial<LiveRunEvent['run']> = {},
  runId = 't',
): LiveRunEvent {
  const run_ = { status: 'pending' as const, ...run };
  return { stage, kind, key: { ...key, runId }, sequence: String(sequence), run: run_ };
}
const create = (sequence: number, run = {}) =>
  event('accepted', 'create', sequence, { name: 'n', startTimeUs: 1, tags: ['a'], ...run });
const ending = { status: 'success' as const, endTimeUs: 9 };

describe('createRunStates', () => {
  it('adds an update to what its create said', () => {
    const states = createRunStates();
    assert.equal(states.merge(create(1))?.run.status, 'pending');
    assert.deepEqual(
      states.merge(
        event('accepted', 'update', 2, {
          ...ending,
          tags: ['b'],
          metadata: { k: 'v' },
          usage: { output_tokens: 3 },
        }),
      ),
      {
        run: {
          status: 'success',
          name: 'n',
          startTimeUs: 1,
          endTimeUs: 9,
          tags: ['a', 'b'],
          metadata: { k: 'v' },
          usage: { output_tokens: 3 },
        },
        isPartial: false,
        isStored: false,
      },
    );
  });

  it('says nothing of an update while nothing else is known, and tells it with the create', () => {
    const states = createRunStates();
    assert.equal(states.merge(event('accepted', 'update', 2, ending)), undefined);
    const state = states.merge(create(1));
    assert.equal(state?.run.status, 'success');
    assert.equal(state.run.name, 'n');
  });

  it('takes a stored state whole', () => {
    const states = createRunStates();
    states.merge(create(1, { error: 'gone' }));
    const stored = { name: 'n2', startTimeUs: 1, ...ending };
    assert.deepEqual(states.merge(event('stored', 'update', 2, stored)), {
      run: stored,
      isPartial: false,
      isStored: true,
    });
  });

  it('never takes an end back', () => {
    const states = createRunStates();
    states.merge(event('stored', 'update', 5, { name: 'n', ...ending }));
    assert.equal(states.merge(create(4)), undefined);
    assert.equal(states.merge(event('accepted', 'update', 5, {})), undefined);
    // Of two workers the one that knew less publishes last.
    assert.equal(states.merge(event('stored', 'create', 6, { name: 'n' })), undefined);
    assert.equal(states.merge(event('stored', 'update', 4, { name: 'n', ...ending })), undefined);
    const late = states.merge(event('accepted', 'update', 7, { metadata: { k: 'v' } }));
    assert.equal(late?.run.status, 'success');
    assert.deepEqual(late.run.metadata, { k: 'v' });
  });

  it('keeps a newer hint over a stored state that does not hold it yet', () => {
    const states = createRunStates();
    states.merge(create(1));
    states.merge(event('accepted', 'update', 2, ending));
    const state = states.merge(event('stored', 'create', 1, { name: 'n', startTimeUs: 1 }));
    assert.equal(state?.run.status, 'success');
    assert.equal(state.isStored, false);
    assert.equal(
      states.merge(event('stored', 'update', 2, { name: 'n', ...ending }))?.isStored,
      true,
    );
  });

  it('lets the higher of two updates win in either order', () => {
    for (const order of [
      [2, 3],
      [3, 2],
    ]) {
      const states = createRunStates();
      states.merge(create(1));
      const [, last] = order.map((sequence) =>
        states.merge(event('accepted', 'update', sequence, { model: `m${sequence}` })),
      );
      assert.equal(last?.run.model, 'm3');
    }
  });

  it('gives the same state for an event that comes again', () => {
    const states = createRunStates();
    const first = states.merge(create(1));
    assert.deepEqual(states.merge(create(1)), first);
  });

  it('knows a run that only an update has told of', () => {
    const states = createRunStates();
    const partial = states.merge(event('stored', 'update', 1, ending));
    assert.equal(partial?.isPartial, true);
    assert.equal(
      states.merge(event('stored', 'create', 1, { name: 'n', ...ending }))?.isPartial,
      false,
    );
  });

  it('forgets the runs least recently heard of', () => {
    const states = createRunStates({ maxRuns: 2 });
    const run = (runId: string, kind: 'create' | 'update') =>
      states.merge(event('accepted', kind, 1, { name: runId }, runId));
    run('a', 'create');
    run('b', 'create');
    run('a', 'update');
    run('c', 'create');
    assert.equal(run('b', 'update'), undefined);
    assert.equal(run('a', 'update')?.run.name, undefined);
  });
});
