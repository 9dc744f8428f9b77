import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import type { RunFilter, RunKey } from '@runlight/run-model';
import { createStoreFilter, idOf } from './store-filter.ts';

const search = (text: string): RunFilter => ({ kind: 'search', text });
const keyOf = (runId: string, workspaceId = 'w'): RunKey => ({
  workspaceId,
  projectId: 'p',
  traceStartUs: 1,
  traceId: 't',
  runId,
});

/** A store that answers when it is told to; runs called `yes` match. */
function slowStore() {
  const asked: {
    workspaceId: string;
    filter: RunFilter;
    runIds: string[];
    answer: () => void;
    fail: () => void;
  }[] = [];
  const filter = createStoreFilter((workspaceId, wanted, keys) => {
    const { promise, resolve, reject } = Promise.withResolvers<ReadonlySet<string>>();
    asked.push({
      workspaceId,
      filter: wanted,
      runIds: keys.map(({ runId }) => runId),
      answer: () => resolve(new Set(keys.filter(({ runId }) => runId.startsWith('yes')).map(idOf))),
      fail: () => reject(new Error('the store is gone')),
    });
    return promise;
  });
  return { filter, asked };
}

describe('createStoreFilter', () => {
  it('asks once for all runs of a moment, and gives each its answer', async () => {
    const { filter, asked } = slowStore();
    const answers = Promise.all(
      ['yes 1', 'no', 'yes 1'].map((id) => filter.matches(search('a'), keyOf(id))),
    );
    await turn();
    assert.deepEqual(
      asked.map(({ runIds }) => runIds),
      [['yes 1', 'no']],
    );
    asked[0]!.answer();
    assert.deepEqual(await answers, [true, false, true]);
  });

  it('has one query at a time for a filter, and at most 500 runs in it', async () => {
    const { filter, asked } = slowStore();
    const first = filter.matches(search('a'), keyOf('yes'));
    await turn();
    const rest = Array.from({ length: 501 }, (_, index) =>
      filter.matches(search('a'), keyOf(`yes ${index}`)),
    );
    await turn();
    assert.equal(asked.length, 1);
    asked[0]!.answer();
    await first;
    await turn();
    assert.deepEqual(
      asked.map(({ runIds }) => runIds.length),
      [1, 500],
    );
    asked[1]!.answer();
    await turn();
    asked[2]!.answer();
    assert.ok((await Promise.all(rest)).every(Boolean));
  });

  it('keeps filters and workspaces apart', async () => {
    const { filter, asked } = slowStore();
    void filter.matches(search('a'), keyOf('1'));
    void filter.matches(search('b'), keyOf('1'));
    void filter.matches(search('a'), keyOf('1', 'other'));
    await turn();
    assert.deepEqual(
      asked.map(({ workspaceId, filter: wanted }) => [workspaceId, wanted]),
      [
        ['w', search('a')],
        ['w', search('b')],
        ['other', search('a')],
      ],
    );
  });

  it('tells of a failure, and asks anew afterwards', async () => {
    const { filter, asked } = slowStore();
    const failed = filter.matches(search('a'), keyOf('yes'));
    await turn();
    asked[0]!.fail();
    await assert.rejects(failed, /store is gone/);
    const again = filter.matches(search('a'), keyOf('yes'));
    await turn();
    asked[1]!.answer();
    assert.equal(await again, true);
  });
});
