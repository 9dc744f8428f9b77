import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ListedRun } from '../model/listed-run.ts';
import { event, listedRun } from '../model/test-rows.ts';
import { createRunListStore } from './run-list-store.ts';
import type { RunListing } from './run-list-store.ts';
import type { PageRequest, RunPage, RunSource, WatchListOptions } from './run-source.ts';

const project = { id: 'p', uuid: 'p-uuid', name: 'default' };

function page(rows: ListedRun[], next: string | null = null): RunPage {
  return { project, runs: rows, next };
}

/** A source whose answers are given beforehand and whose stream the test plays. */
function fakeSource(answers: (RunPage | null | Error)[]) {
  const requests: PageRequest[] = [];
  const watches: WatchListOptions[] = [];
  let open = 0;
  const source: RunSource = {
    loadPage: (request) => {
      requests.push(request);
      const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    watch: (options) => {
      watches.push(options);
      open += 1;
      return () => (open -= 1);
    },
  };
  return { source, requests, watches, openStreams: () => open };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

const roots: RunListing = { filter: { isRoot: true }, range: {} };

async function started(answers: (RunPage | null | Error)[], listing: RunListing = roots) {
  const fake = fakeSource(answers);
  const store = createRunListStore({ source: fake.source, listing, onFrame: (work) => work() });
  const stop = store.start();
  await settled();
  return { ...fake, store, stop };
}

const uuids = (store: { getState(): { list: { rows: ListedRun[] } } }) =>
  store.getState().list.rows.map((run) => run.uuid);

test('shows the first page, then follows the project', async (t) => {
  const { store, watches, stop } = await started([page([listedRun({ second: 1 })])]);
  t.after(stop);
  assert.equal(store.getState().phase, 'ready');
  assert.deepEqual(watches[0]!.filter, { isRoot: true });
  watches[0]!.onSignal({ kind: 'run', live: event(1, listedRun({ second: 2 })) });
  assert.deepEqual(uuids(store), ['run-2', 'run-1']);
});

test('loads older pages by cursor, once at a time', async (t) => {
  const pages = [page([listedRun({ second: 2 })], 'c1'), page([listedRun({ second: 1 })])];
  const { store, requests, stop } = await started(pages);
  t.after(stop);
  await Promise.all([store.loadMore(), store.loadMore()]);
  assert.deepEqual(
    requests.map((request) => request.after),
    [undefined, 'c1'],
  );
  assert.deepEqual([uuids(store), store.getState().list.hasMore], [['run-2', 'run-1'], false]);
});

test('pausing closes the stream; resuming opens it behind the last event and reads what was missed', async (t) => {
  const { store, watches, requests, openStreams, stop } = await started([
    page([listedRun({ second: 1 })]),
    page([listedRun({ second: 3 }), listedRun({ second: 1 })]),
  ]);
  t.after(stop);
  watches[0]!.onSignal({ kind: 'run', live: event(7, listedRun({ second: 2 })) });
  store.setPaused(true);
  assert.deepEqual([openStreams(), store.getState().live], [0, 'paused']);
  store.setPaused(false);
  await settled();
  assert.equal(watches[1]!.after, event(7, listedRun()).eventId);
  assert.equal(requests.length, 2);
  assert.deepEqual(uuids(store), ['run-3', 'run-2', 'run-1']);
});

test('a gap in the stream is made up for by reading', async (t) => {
  const { store, watches, stop } = await started([
    page([listedRun({ second: 1 })]),
    page([listedRun({ second: 2 }), listedRun({ second: 1 })]),
  ]);
  t.after(stop);
  watches[0]!.onSignal({ kind: 'gap', eventId: '9-0-0' });
  assert.equal(store.getState().live, 'catchingUp');
  await settled();
  assert.deepEqual([uuids(store), store.getState().live], [['run-2', 'run-1'], 'live']);
});

test('an order other than newest first is kept as the server gave it and takes no new runs', async (t) => {
  const rows = [listedRun({ second: 1 }), listedRun({ second: 3 }), listedRun({ second: 2 })];
  const orderBy = { field: 'STARTED_AT', direction: 'ASC' } as const;
  const { store, watches, requests, stop } = await started(
    [page(rows, 'c1'), page([listedRun({ second: 5 }), listedRun({ second: 4 })])],
    { ...roots, orderBy },
  );
  t.after(stop);
  await store.loadMore();
  assert.deepEqual(uuids(store), ['run-1', 'run-3', 'run-2', 'run-5', 'run-4']);
  assert.deepEqual([watches.length, store.getState().live], [0, 'still']);
  assert.deepEqual(requests[1]!.orderBy, orderBy);
});

test('a run that started outside of the range is not taken', async (t) => {
  const range = { from: '2026-11-25T12:00:00Z' };
  const { store, watches, stop } = await started([page([listedRun({ second: 1 })])], {
    ...roots,
    range,
  });
  t.after(stop);
  watches[0]!.onSignal({ kind: 'run', live: event(1, listedRun({ second: -2 })) });
  watches[0]!.onSignal({ kind: 'run', live: event(2, listedRun({ second: 2 })) });
  assert.deepEqual(uuids(store), ['run-2', 'run-1']);
});

test('a range that lies in the past is not followed', async (t) => {
  const range = { to: '2020-01-01T00:00:00Z' };
  const { store, watches, stop } = await started([page([])], { ...roots, range });
  t.after(stop);
  assert.deepEqual([watches.length, store.getState().live], [0, 'still']);
});

test('a failed first page can be tried again, a missing project is said', async (t) => {
  const { store, stop } = await started([new Error('away'), page([])]);
  t.after(stop);
  assert.equal(store.getState().phase, 'failed');
  store.retry();
  await settled();
  assert.equal(store.getState().phase, 'ready');
  const missing = await started([null]);
  t.after(missing.stop);
  assert.equal(missing.store.getState().phase, 'missing');
});

test('stopping closes the stream', async () => {
  const { openStreams, stop } = await started([page([])]);
  assert.equal(openStreams(), 1);
  stop();
  assert.equal(openStreams(), 0);
});
