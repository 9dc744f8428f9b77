import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createClickHouse } from '@runlight/clickhouse';
import type { ClickHouse } from '@runlight/clickhouse';
import { filterProblem, matchesFilter, runTypes, textFields } from '@runlight/run-model';
import type { RunFilter } from '@runlight/run-model';
import { testStores } from '@runlight/testkit';
import * as fc from 'fast-check';
import { listRuns } from '../src/modules/runs/list-runs.ts';
import { createListStore } from '../src/modules/runs/list-store.ts';
import { createTenant } from '../src/modules/runs/tenant.ts';
import { newCaller, log } from './support/traces-graph.ts';
import { rootKey, storeRuns } from './support/stored-runs.ts';
import type { StoredRun } from './support/stored-runs.ts';

// The store and run-model's matchesFilter must give the same answers: lists and live events share filters.

let url: string;
let close: () => Promise<void>;
let clickhouse: ClickHouse;
before(async () => {
  const stores = await testStores({ clickhouse: true });
  url = stores.clickhouseUrl;
  clickhouse = createClickHouse({ url, log, applicationName: 'test' });
  close = async () => {
    await clickhouse.close();
    await stores.close();
  };
});
after(() => close?.());

// Few values, so that conditions often hold; odd ones, because users send them.
const text = fc.constantFrom(
  '',
  'a',
  'A',
  'b=c',
  'c',
  'Grüße',
  'STRASSE',
  'ΣΑΣ',
  "it's",
  'x\\ny',
  '%_',
  'tab\there',
);
const words = ['hello', 'World', 'naïve', 'x1', 'nworld'];
const content = fc
  .array(fc.constantFrom(...words, '\\n', '\\t', '"', '_', ' ', '\\\\'), { maxLength: 6 })
  .map((parts) => parts.join(''));

const storedRun = fc.record({
  name: text,
  error: text,
  model: text,
  threadId: text,
  runType: fc.constantFrom(...runTypes),
  status: fc.constantFrom('pending' as const, 'success' as const, 'error' as const),
  tags: fc.array(text, { maxLength: 3 }),
  metadata: fc.dictionary(fc.constantFrom('a', 'a=b', 'k'), text, {
    maxKeys: 2,
    noNullPrototype: true,
  }),
  isRoot: fc.boolean(),
  latencyMs: fc.option(fc.constantFrom(-5, 0, 0.5, 1500, 1500.001), { nil: undefined }),
  totalTokens: fc.option(fc.constantFrom(0, 7, 1e6), { nil: undefined }),
  inputs: fc.option(content, { nil: undefined }),
  outputs: fc.option(content, { nil: undefined }),
  events: content,
});
type Sample = typeof storedRun extends fc.Arbitrary<infer T> ? T : never;

const number = fc.constantFrom(-5, 0, 0.5, 7, 1500, 1500.001, 1e6);
const condition: fc.Arbitrary<RunFilter> = fc.oneof(
  fc.record({ kind: fc.constant('isRoot' as const), value: fc.boolean() }),
  fc.record({
    kind: fc.constant('text' as const),
    field: fc.constantFrom(...textFields),
    operator: fc.constantFrom('eq' as const, 'contains' as const),
    value: fc.oneof(text, fc.constantFrom('llm', 'error', 'RÜ', 'σας', 'ß')),
  }),
  fc.record({
    kind: fc.constant('text' as const),
    field: fc.constantFrom(...textFields),
    operator: fc.constant('in' as const),
    values: fc.array(fc.oneof(text, fc.constantFrom('llm', 'pending')), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('text' as const),
    field: fc.constantFrom(...textFields),
    operator: fc.constant('exists' as const),
  }),
  fc.record({
    kind: fc.constant('number' as const),
    field: fc.constantFrom('latencyMs' as const, 'totalTokens' as const),
    operator: fc.constantFrom(
      'eq' as const,
      'gt' as const,
      'gte' as const,
      'lt' as const,
      'lte' as const,
    ),
    value: number,
  }),
  fc.record({
    kind: fc.constant('metadata' as const),
    key: fc.constantFrom('a', 'a=b', 'k', 'constructor'),
  }),
  fc.record({
    kind: fc.constant('metadata' as const),
    key: fc.constantFrom('a', 'a=b', 'k'),
    value: text,
  }),
  fc.record({
    kind: fc.constant('search' as const),
    text: fc
      .array(fc.constantFrom(...words, 'HELLO', 'missing'), { minLength: 1, maxLength: 2 })
      .map((list) => list.join(' ')),
  }),
);

const { filter } = fc.letrec<{ filter: RunFilter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    condition,
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      filters: fc.array(tie('filter'), { maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), filter: tie('filter') }),
  ),
}));

const startUs = Date.UTC(2026, 10, 1) * 1000;

function toStored(sample: Sample, index: number, caller: ReturnType<typeof newCaller>): StoredRun {
  const key = rootKey(caller.workspaceId, caller.projectId, startUs + index * 1_000_000);
  const { isRoot, latencyMs, totalTokens, inputs, outputs, events, ...rest } = sample;
  return {
    key,
    ...rest,
    ...(!isRoot && { parentRunId: key.traceId }),
    ...(latencyMs !== undefined && { endTimeUs: key.traceStartUs + latencyMs * 1000 }),
    ...(totalTokens !== undefined && { usage: { prompt: 0, completion: 0, total: totalTokens } }),
    payloads: {
      ...(inputs !== undefined && { inputs: `{"q":"${inputs}"}` }),
      ...(outputs !== undefined && { outputs: `"${outputs}"` }),
      events: `"${events}"`,
    },
  };
}

const holds = (filter: RunFilter, sample: Sample, stored: StoredRun): boolean =>
  matchesFilter(filter, {
    ...sample,
    latencyMs:
      sample.latencyMs !== undefined && sample.latencyMs >= 0 ? sample.latencyMs : undefined,
    texts: [stored.payloads?.inputs, stored.payloads?.outputs].filter((text) => text !== undefined),
  });

describe('filters on the store', () => {
  for (const [how, spanUs] of [
    ['a day', 3_600_000_000],
    ['a month', 30 * 86_400_000_000],
  ] as const) {
    it(`answer as matchesFilter does within ${how}`, { timeout: 120_000 }, async () => {
      const caller = newCaller();
      const samples = fc.sample(storedRun, { numRuns: 150, seed: 7 });
      const stored = samples.map((sample, index) => toStored(sample, index, caller));
      // An older version of each run says something else, so that answers must come from the newest.
      await storeRuns(
        url,
        stored.map((run, index) => ({
          ...toStored(samples[(index + 1) % samples.length]!, index, caller),
          key: run.key,
          version: 1,
        })),
      );
      await storeRuns(
        url,
        stored.map((run) => ({
          ...run,
          version: 2,
          payloads: { inputs: '0', outputs: '0', ...run.payloads },
        })),
      );
      const tenant = createTenant({
        clickhouse,
        workspaceId: caller.workspaceId,
        signal: new AbortController().signal,
      });
      const list = createListStore(tenant);

      await fc.assert(
        fc.asyncProperty(filter, async (filter) => {
          fc.pre(filterProblem(filter) === undefined);
          const found = await listRuns(
            list,
            {
              scope: { kind: 'projects', projectIds: [caller.projectId] },
              filter,
              direction: 'ASC',
              span: { fromUs: startUs, toUs: startUs + spanUs },
            },
            1000,
            startUs + spanUs,
          );
          const expected = stored.filter((run, index) => holds(filter, samples[index]!, run));
          assert.deepEqual(
            found.map(({ key }) => key.runId),
            expected.map(({ key }) => key.runId),
          );
        }),
        { numRuns: 80, seed: 11 },
      );
    });
  }
});
