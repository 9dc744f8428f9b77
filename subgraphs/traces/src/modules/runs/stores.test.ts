import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { render, sql } from '@runlight/clickhouse';
import type { ClickHouse, Sql } from '@runlight/clickhouse';
import { allOf } from '@runlight/run-model';
import { createListStore } from './list-store.ts';
import type { Selection } from './selection-sql.ts';
import { createMeasuredStore } from './measured-store.ts';
import { createRunStore } from './run-store.ts';
import { createTenant } from './tenant.ts';
import { createUsageStore } from './usage-store.ts';

const workspaceId = '11111111-1111-7111-8111-111111111111';
const projectId = '22222222-2222-7222-8222-222222222222';
const id = '33333333-3333-4333-8333-333333333333';
const key = { workspaceId, projectId, traceStartUs: 5_000_001, traceId: id, runId: id };
const selection: Selection = {
  scope: { kind: 'projects', projectIds: [projectId] },
  filter: allOf([
    { kind: 'isRoot', value: true },
    { kind: 'search', text: 'x' },
  ]),
  direction: 'DESC',
  span: { fromUs: 1, toUs: 9 },
  after: key,
};

/** The stores on a database that answers nothing and remembers what it was asked. */
function recorded() {
  const asked: { name: string; query: Sql }[] = [];
  const signal = new AbortController().signal;
  const clickhouse = {
    rows: ({ name, query, signal: used }: Parameters<ClickHouse['rows']>[0]) => {
      assert.equal(used, signal);
      asked.push({ name, query });
      return Promise.resolve([]);
    },
  } as unknown as ClickHouse;
  const tenant = createTenant({ clickhouse, workspaceId, signal });
  const stores = {
    list: createListStore(tenant),
    runs: createRunStore(tenant),
    measured: createMeasuredStore(tenant),
    usage: createUsageStore(tenant),
  };
  return { asked, stores };
}

async function askEverything({
  list,
  runs,
  measured,
  usage,
}: ReturnType<typeof recorded>['stores']) {
  await list.runs(selection, 3);
  await list.keys(selection, 3);
  await list.candidates(selection, 3);
  await list.payloadCandidates(selection, sql`field = 'inputs'`, 3);
  await list.verify(selection, [key], 3);
  await list.count(selection, 3);
  await list.idsInTrace(key, selection.filter, 3);
  await list.oldestTraceStart(selection.scope);
  await runs.runs([key]);
  await runs.locateRuns([id]);
  await runs.locateTrace(id);
  await runs.children([key]);
  await runs.payloads([{ run: key, field: 'inputs' }]);
  await runs.payloadPart({ run: key, field: 'inputs' }, { start: 0, end: 3 });
  await runs.childCounts([key]);
  await runs.parentsInTrace(key);
  await runs.traceSummaries([key]);
  await runs.traceRuns(key, 3);
  await measured.runs(
    {
      ...selection,
      isPerTrace: true,
      measure: 'TOTAL_COST',
      listDirection: 'DESC',
      after: { ...key, value: 1 },
      asOfUs: 5,
    },
    3,
  );
  await measured.hasChanged(selection, 5);
  await usage.below([key]);
  await usage.ofTraces([key]);
}

describe('stores', () => {
  it('bind every part of every query to the workspace, first of all conditions', async () => {
    const { asked, stores } = recorded();
    await askEverything(stores);
    const calls = Object.values(stores).flatMap((store) => Object.keys(store));
    assert.equal(asked.length, calls.length);
    for (const { name, query } of asked) {
      const { text, parameters } = render(query);
      const tables = text.match(/FROM (runs|run_payloads)\b/g)!.length;
      const bound = [...text.matchAll(/WHERE workspace_id = \{(p\d+):UUID\}/g)];
      assert.equal(bound.length, tables, `${name}: ${text}`);
      for (const [, parameter] of bound) assert.equal(parameters[parameter!], workspaceId);
    }
  });

  it('list by the immutable part of the primary key', async () => {
    const { asked, stores } = recorded();
    await stores.list.keys(
      { ...selection, filter: { kind: 'text', field: 'name', operator: 'eq', value: 'n' } },
      3,
    );
    const { text, parameters } = render(asked[0]!.query);
    assert.equal(
      text,
      `SELECT project_id, toUnixTimestamp64Micro(trace_start) AS trace_start_us, trace_id, id FROM runs FINAL
WHERE workspace_id = {p1:UUID} AND project_id = {p2:UUID} AND trace_start >= fromUnixTimestamp64Micro({p3:Int64}, 'UTC') AND trace_start < fromUnixTimestamp64Micro({p4:Int64}, 'UTC') AND (trace_start, trace_id, UUIDToNum(id), project_id) < (fromUnixTimestamp64Micro({p5:Int64}, 'UTC'), {p6:UUID}, UUIDToNum({p7:UUID}), {p8:UUID}) AND (name = {p9:String})
ORDER BY trace_start DESC, trace_id DESC, UUIDToNum(id) DESC, project_id DESC LIMIT {p10:Int64}`,
    );
    assert.deepEqual(Object.values(parameters), [
      workspaceId,
      projectId,
      '1',
      '9',
      '5000001',
      id,
      id,
      projectId,
      'n',
      '3',
    ]);
  });

  it('look for version 7 ids around their time before they look everywhere', async () => {
    const { asked, stores } = recorded();
    await stores.runs.locateRuns(['01900000-0000-7000-8000-000000000000']);
    assert.deepEqual(
      asked.map(({ query }) => render(query).text.includes('trace_start >=')),
      [true, false],
    );
  });
});
