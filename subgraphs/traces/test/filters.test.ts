import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createClickHouse } from '@runlight/clickhouse';
import type { ClickHouse } from '@runlight/clickhouse';
import { filterProblem, matchesFilter } from '@runlight/run-model';
import type { FilterSubject, RunFilter } from '@runlight/run-model';
import { testStores } from '@runlight/testkit';
import * as fc from 'fast-check';
import { listRuns } from '../src/modules/runs/list-runs.ts';
import { createListStore } from '../src/modules/runs/list-store.ts';
import { createTenant } from '../src/modules/runs/tenant.ts';
import { filter, sample, startUs, subjectOf } from './support/filter-samples.ts';
import type { Sample } from './support/filter-samples.ts';
import { childOf, rootKey, storeFeedback, storeRuns } from './support/stored-runs.ts';
import type { StoredRun } from './support/stored-runs.ts';
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

type Caller = ReturnType<typeof newCaller>;

function fieldsOf(one: Sample, startedAtUs: number): Partial<StoredRun> {
  const { isRoot: _, latencyMs, firstTokenMs, inputs, outputs, feedback: _1, ...rest } = one;
  const { usage, costUsd, ...fields } = rest;
  return {
    ...fields,
    startTimeUs: startedAtUs,
    ...(usage && { usage }),
    ...(costUsd !== undefined && { costUsd }),
    ...(latencyMs !== undefined && { endTimeUs: startedAtUs + latencyMs * 1000 }),
    ...(firstTokenMs !== undefined && { firstTokenTimeUs: startedAtUs + firstTokenMs * 1000 }),
    payloads: {
      ...(inputs !== undefined && { inputs }),
      ...(outputs !== undefined && { outputs }),
      events: '"hello World"',
    },
  };
}

/** Runs a second apart, each a root or below the one before; in the order of a list. */
function placeRuns(samples: readonly Sample[], { workspaceId, projectId }: Caller): StoredRun[] {
  const runs: StoredRun[] = [];
  for (const [index, one] of samples.entries()) {
    const startedAtUs = startUs + index * 1_000_000;
    const fields = fieldsOf(one, startedAtUs);
    const above = runs.at(-1);
    runs.push(
      one.isRoot || !above
        ? { ...fields, key: rootKey(workspaceId, projectId, startedAtUs) }
        : childOf(above, fields),
    );
  }
  return runs;
}

function subjectsOf(samples: readonly Sample[], runs: readonly StoredRun[]): FilterSubject[] {
  const subjects = samples.map((one, index) => {
    const { key, parentRunId, startTimeUs } = runs[index]!;
    return subjectOf(one, {
      id: key.runId,
      traceId: key.traceId,
      parentId: parentRunId,
      projectId: key.projectId,
      startedAtUs: startTimeUs!,
    });
  });
  for (const one of subjects) {
    one.traceRuns = subjects.filter(({ traceId }) => traceId === one.traceId);
    one.threadRuns = subjects.filter(({ threadId }) => threadId === one.threadId);
  }
  return subjects;
}

/** An older version of everything says something else, so that answers must come from the newest. */
async function store(samples: readonly Sample[], runs: readonly StoredRun[]): Promise<void> {
  const other = (index: number) => samples[(index + 1) % samples.length]!;
  const older = runs.map((run, index) => ({ ...run, ...fieldsOf(other(index), run.startTimeUs!) }));
  await storeRuns(
    url,
    older.map((run) => ({ ...run, version: 1 })),
  );
  await storeRuns(
    url,
    runs.map((run) => ({
      ...run,
      version: 2,
      payloads: { inputs: '', outputs: '', ...run.payloads },
    })),
  );
  const feedback = samples.flatMap((one, index) =>
    one.feedback.map(({ source, score, ...rest }) => ({
      ...rest,
      workspaceId: runs[index]!.key.workspaceId,
      runId: runs[index]!.key.runId,
      sourceType: source,
      ...(score !== undefined && { score }),
    })),
  );
  await storeFeedback(url, feedback);
}

describe('filters on the store', () => {
  for (const [how, spanUs] of [
    ['a day', 3_600_000_000],
    ['a month', 30 * 86_400_000_000],
  ] as const) {
    it(`answer as matchesFilter does within ${how}`, { timeout: 300_000 }, async () => {
      const caller = newCaller();
      const samples = fc.sample(sample, { numRuns: 120, seed: 7 });
      const runs = placeRuns(samples, caller);
      const subjects = subjectsOf(samples, runs);
      await store(samples, runs);
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
        { numRuns: 150, seed: 11 },
      );
    });
  }
});
