import { formatInstant } from '@runlight/run-model';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';

import { blobKey } from '@runlight/objects';
import { testStores } from '@runlight/testkit';
import { childOf, rootKey } from './support/stored-runs.ts';
import type { StoredRun } from './support/stored-runs.ts';
import { createTracesGraph, newCaller, noLive } from './support/traces-graph.ts';
import type { Caller, TracesGraph } from './support/traces-graph.ts';

let graph: TracesGraph;
let close: () => Promise<void>;
before(async () => {
  const stores = await testStores({ clickhouse: true });
  graph = createTracesGraph(stores.clickhouseUrl, { live: noLive });
  close = async () => {
    await graph.close();
    await stores.close();
  };
});
after(() => close?.());

const secondUs = 1_000_000;
const nowUs = () => Date.now() * 1000;

const root = (caller: Caller, startUs: number, run: Partial<StoredRun> = {}): StoredRun => ({
  key: rootKey(caller.workspaceId, caller.projectId, startUs),
  ...run,
});

describe('neighbours of a run', () => {
  it('are the items before and after it in the same list', async () => {
    const caller = newCaller();
    const startUs = nowUs() - 3600 * secondUs;
    const runs = Array.from({ length: 6 }, (_, index) =>
      root(caller, startUs + index, {
        name: `${index}`,
        ...(index % 2 === 0 && { tags: ['even'] }),
      }),
    );
    const old = root(caller, startUs - 86_400 * secondUs * 40, { name: 'old' });
    const foreign = newCaller();
    await graph.store([...runs, old, root(foreign, startUs + 2, { name: 'foreign' })]);
    const around = async (run: StoredRun, args: Record<string, unknown> = {}, who = caller) => {
      const { data, codes } = await graph.ask<{
        run: { neighbours: Record<string, { name: string } | null> } | null;
      }>(
        who,
        `query ($id: ID!, $filter: RunFilter, $timeRange: TimeRange, $orderBy: RunOrder) { run(id: $id) {
          neighbours(filter: $filter, timeRange: $timeRange, orderBy: $orderBy) { previous { name } next { name } } } }`,
        { id: run.key.runId, ...args },
      );
      if (!data.run) return codes;
      const { previous, next } = data.run.neighbours;
      return [previous?.name ?? null, next?.name ?? null];
    };
    assert.deepEqual(await around(runs[3]!), ['4', '2']);
    assert.deepEqual(await around(runs[5]!), [null, '4']);
    assert.deepEqual(await around(runs[0]!), ['1', null]);
    assert.deepEqual(await around(runs[0]!, { timeRange: {} }), ['1', 'old']);
    assert.deepEqual(await around(runs[3]!, { filter: { tag: { eq: 'even' } } }), ['4', '2']);
    assert.deepEqual(await around(runs[2]!, { filter: { tag: { eq: 'even' } } }), ['4', '0']);
    const orderBy = { field: 'STARTED_AT', direction: 'ASC' };
    assert.deepEqual(await around(runs[3]!, { orderBy }), ['2', '4']);
    // A run that is not in the list: the list begins behind it.
    assert.deepEqual(await around(old), ['0', null]);
    const timeRange = { from: formatInstant(startUs + 1), to: formatInstant(startUs + 4) };
    assert.deepEqual(await around(runs[3]!, { timeRange }), [null, '2']);
    assert.deepEqual(await around(runs[1]!, { timeRange }), ['2', null]);
    assert.deepEqual(await around(runs[3]!, {}, foreign), ['NOT_FOUND']);
  });
});

describe('search in a trace', () => {
  const search = async (caller: Caller, trace: StoredRun, text: string) => {
    const { data, codes } = await graph.ask<{
      trace: { searchRuns: { runUuids: string[]; precision: string } } | null;
    }>(
      caller,
      'query ($id: ID!, $text: String!) { trace(id: $id) { searchRuns(text: $text) { runUuids precision } } }',
      { id: trace.key.traceId, text },
    );
    return codes.length > 0 ? codes : data.trace!.searchRuns;
  };

  it('finds names and errors by parts, content by words, in display order', async () => {
    const caller = newCaller();
    const startUs = nowUs() - secondUs;
    const trace = root(caller, startUs, { name: 'Agent' });
    const a = childOf(trace, {
      startTimeUs: startUs + 2000,
      payloads: { inputs: '{"q":"find the needle, please"}' },
    });
    const b = childOf(trace, { startTimeUs: startUs + 1000, name: 'needlework (v2)' });
    const c = childOf(trace, { startTimeUs: startUs + 3000, error: 'No NEEDLE there' });
    const gone = childOf(trace, { name: 'needle', isDeleted: true });
    const other = root(caller, startUs + 1, { name: 'needle' });
    await graph.store([trace, a, b, c, gone, other]);
    const ids = (...runs: StoredRun[]) => ({
      runUuids: runs.map(({ key }) => key.runId),
      precision: 'EXACT',
    });
    assert.deepEqual(await search(caller, trace, 'needle'), ids(b, a, c));
    assert.deepEqual(await search(caller, trace, 'please find'), ids(a));
    assert.deepEqual(await search(caller, trace, '(V2)'), ids(b));
    assert.deepEqual(await search(caller, trace, '('), ids(b));
    assert.deepEqual(await search(caller, trace, 'nothing'), ids());
    for (const text of ['', '  ', 'x'.repeat(257), '\ud800']) {
      assert.deepEqual(await search(caller, trace, text), ['BAD_USER_INPUT']);
    }
    assert.deepEqual(await search(caller, trace, 'x'.repeat(256)), ids());
    assert.deepEqual(await search(newCaller(), trace, 'needle'), ['NOT_FOUND']);
  });

  it('ends at 1,000 runs, and says so', { timeout: 60_000 }, async () => {
    const caller = newCaller();
    const trace = root(caller, nowUs() - secondUs);
    const children = Array.from({ length: 1000 }, () => childOf(trace, { name: 'same' }));
    await graph.store([trace, ...children]);
    const all = await search(caller, trace, 'same');
    assert.ok('precision' in all && all.precision === 'EXACT' && all.runUuids.length === 1000);
    await graph.store([childOf(trace, { name: 'same' })]);
    const capped = await search(caller, trace, 'same');
    assert.ok('precision' in capped && capped.precision === 'AT_LEAST');
    assert.ok('runUuids' in capped && capped.runUuids.length === 1000);
  });
});

describe('part of a payload', () => {
  interface Slice {
    text: string;
    startByte: number;
    endByte: number;
    sizeBytes: number;
    isLast: boolean;
  }
  const slice = async (caller: Caller, run: StoredRun, args = '') => {
    const { data, codes } = await graph.ask<{ run: { payloadSlice: Slice | null } | null }>(
      caller,
      `query ($id: ID!) { run(id: $id) { payloadSlice(field: INPUTS${args}) { text startByte endByte sizeBytes isLast } } }`,
      { id: run.key.runId },
    );
    return codes.length > 0 ? codes : (data.run?.payloadSlice ?? null);
  };
  const walk = async (caller: Caller, run: StoredRun, lengthBytes: number) => {
    let text = '';
    for (let at = 0; ;) {
      const part = await slice(caller, run, `, startByte: ${at}, lengthBytes: ${lengthBytes}`);
      assert.ok(part && 'text' in part);
      text += part.text;
      at = part.endByte;
      if (part.isLast) return text;
    }
  };

  it('comes out of the trace store, whole characters only', async () => {
    const caller = newCaller();
    const inputs = JSON.stringify('aé🦊 — ü'.repeat(20));
    const run = root(caller, nowUs(), { payloads: { inputs } });
    const silent = root(caller, nowUs());
    await graph.store([run, silent]);
    assert.deepEqual(await slice(caller, run), {
      text: inputs,
      startByte: 0,
      endByte: Buffer.byteLength(inputs),
      sizeBytes: Buffer.byteLength(inputs),
      isLast: true,
    });
    for (const length of [7, 64]) assert.equal(await walk(caller, run, length), inputs);
    const within = await slice(caller, run, ', startByte: 3, lengthBytes: 4');
    assert.deepEqual(within, {
      text: '🦊',
      startByte: 4,
      endByte: 8,
      sizeBytes: 282,
      isLast: false,
    });
    const beyond = await slice(caller, run, ', startByte: 1000');
    assert.deepEqual(beyond, {
      text: '',
      startByte: 282,
      endByte: 282,
      sizeBytes: 282,
      isLast: true,
    });
    assert.equal(await slice(caller, silent), null);
    for (const args of ['startByte: -1', 'lengthBytes: 0', 'lengthBytes: 1048577']) {
      assert.deepEqual(await slice(caller, run, `, ${args}`), ['BAD_USER_INPUT']);
    }
    assert.ok('text' in (await slice(caller, run, ', lengthBytes: 1048576'))!);
    assert.deepEqual(await slice(newCaller(), run), ['NOT_FOUND']);
  });

  it('comes out of the object store by ranges, of the own workspace only', async () => {
    const caller = newCaller();
    const stranger = newCaller();
    const whole = Buffer.from(JSON.stringify('é'.repeat(100_000)));
    const key = blobKey(caller.workspaceId, createHash('sha256').update(whole).digest('hex'));
    await graph.objects.put(key, whole);
    const large = (who: Caller, more: Partial<StoredRun> = {}): StoredRun =>
      root(who, nowUs(), {
        payloads: { inputs: whole.toString('utf8', 0, 11) },
        blobs: { inputs: { key, sizeBytes: whole.length } },
        ...more,
      });
    const run = large(caller);
    const gone = blobKey(caller.workspaceId, '0'.repeat(64));
    const lost = large(caller, { blobs: { inputs: { key: gone, sizeBytes: 5000 } } });
    const foreign = large(stranger);
    await graph.store([run, lost, foreign]);
    assert.equal(await walk(caller, run, 65_536), whole.toString());
    assert.deepEqual(await slice(caller, run, `, startByte: ${whole.length - 4}`), {
      text: 'é"',
      startByte: whole.length - 3,
      endByte: whole.length,
      sizeBytes: whole.length,
      isLast: true,
    });
    assert.deepEqual(await slice(caller, lost), ['NOT_FOUND']);
    // A row that names another workspace's file gives nothing away.
    assert.deepEqual(await slice(stranger, foreign), ['NOT_FOUND']);
  });
});
