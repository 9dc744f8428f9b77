import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createClickHouse } from '@runlight/clickhouse';
import type { ClickHouse } from '@runlight/clickhouse';
import { filterProblem, matchesFilter } from '@runlight/run-model';
import type { RunFilter } from '@runlight/run-model';
import { testStores } from '@runlight/testkit';
import * as fc from 'fast-check';
import { listRuns } from '../src/modules/runs/list-runs.ts';
import { createListStore } from '../src/modules/runs/list-store.ts';
import { createTenant } from '../src/modules/runs/tenant.ts';
import { filter, sample, startUs } from './support/filter-samples.ts';
import { placeRuns, storeSamples, subjectsOf } from './support/filter-store.ts';
import { log, newCaller } from './support/traces-graph.ts';

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

describe('filters on the store', () => {
  for (const [how, spanUs, numRuns] of [
    ['a day', 3_600_000_000, 150],
    ['a month', 30 * 86_400_000_000, 75],
  ] as const) {
    it(`answer as matchesFilter does within ${how}`, { timeout: 300_000 }, async () => {
      const caller = newCaller();
      const samples = fc.sample(sample, { numRuns: 120, seed: 7 });
      const runs = placeRuns(samples, caller);
      const subjects = subjectsOf(samples, runs);
      await storeSamples(url, samples, runs);
      const { workspaceId, projectId } = caller;
      const signal = new AbortController().signal;
      const list = createListStore(createTenant({ clickhouse, workspaceId, signal }));

      const found = async (wanted: RunFilter): Promise<string[]> => {
        const rows = await listRuns(
          list,
          {
            scope: { kind: 'projects', projectIds: [projectId] },
            filter: wanted,
            direction: 'ASC',
            span: { fromUs: startUs, toUs: startUs + spanUs },
          },
          1000,
          startUs + spanUs,
        );
        return rows.map(({ key }) => key.runId).toSorted();
      };
      await fc.assert(
        fc.asyncProperty(filter, async (wanted) => {
          fc.pre(filterProblem(wanted) === undefined);
          const expected = subjects.filter((subject) => matchesFilter(wanted, subject));
          assert.deepEqual(await found(wanted), expected.map(({ id }) => id).toSorted());
        }),
        { numRuns, seed: 11 },
      );
    });
  }
});
