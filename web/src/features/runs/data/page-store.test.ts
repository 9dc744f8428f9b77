import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPageStore } from './page-store.ts';
import type { RowPage } from './page-store.ts';

type Answer = RowPage<string> | null | Error;

function pagesOf(answers: Answer[]) {
  const asked: (string | null)[] = [];
  const store = createPageStore<string>({
    keyOf: (row) => row,
    load: (after) => {
      asked.push(after);
      const answer = answers.shift() ?? null;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  });
  return { store, asked };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 2));

test('pages follow each other by cursor; a row that moved is shown once', async (t) => {
  const { store, asked } = pagesOf([
    { rows: ['a', 'b'], next: 'c1' },
    { rows: ['b', 'c'], next: null },
  ]);
  t.after(store.start());
  await settled();
  store.more();
  store.more();
  await settled();
  store.more();
  await settled();
  assert.deepEqual(
    [asked, store.getState().rows],
    [
      [null, 'c1'],
      ['a', 'b', 'c'],
    ],
  );
  assert.equal(store.getState().hasMore, false);
});

test('a failed page keeps what is there and can be asked for again', async (t) => {
  const { store } = pagesOf([
    { rows: ['a'], next: 'c1' },
    new Error('away'),
    { rows: ['b'], next: null },
  ]);
  t.after(store.start());
  await settled();
  store.more();
  await settled();
  assert.deepEqual(
    [store.getState().rows, store.getState().moreError instanceof Error],
    [['a'], true],
  );
  store.more();
  await settled();
  assert.deepEqual([store.getState().rows, store.getState().moreError], [['a', 'b'], undefined]);
});

test('a failed start can be tried again; a missing project is said', async (t) => {
  const failing = pagesOf([new Error('away'), { rows: ['a'], next: null }]);
  t.after(failing.store.start());
  await settled();
  assert.equal(failing.store.getState().phase, 'failed');
  failing.store.retry();
  await settled();
  assert.deepEqual(failing.store.getState().rows, ['a']);
  const missing = pagesOf([null]);
  t.after(missing.store.start());
  await settled();
  assert.equal(missing.store.getState().phase, 'missing');
});

test('a list that was left takes no answer any more', async () => {
  const { store } = pagesOf([{ rows: ['a'], next: null }]);
  store.start()();
  await settled();
  assert.deepEqual(store.getState().rows, []);
});
