import { int, instantUs, sql, tuples, uuid } from '@runlight/clickhouse';
import type { ClickHouse } from '@runlight/clickhouse';
import { foldRun } from '@runlight/run-model';
import type { RunEnvelope, RunEvent, RunKey, RunState } from '@runlight/run-model';
import type { RepriceInput } from './reprice-input.ts';

/** A model call with what it costs now. */
export interface CostedRun {
  key: RunKey;
  costUsd: number | undefined;
  source: string;
  entry: string;
}

export type RepriceStore = ReturnType<typeof createRepriceStore>;

/** Behind interactive queries; a page takes milliseconds. */
const settings = { max_execution_time: 120, max_threads: 1 };

export function createRepriceStore(clickhouse: ClickHouse) {
  return {
    /** Model calls in the order of their keys, from the one after `after` on. Reads the time window of one workspace. */
    page: (workspaceId: string, input: RepriceInput, after: RunKey | undefined, size: number) =>
      clickhouse.rows({
        name: 'repriceRuns',
        query: sql`SELECT project_id, toUnixTimestamp64Micro(trace_start) AS trace_start_us, trace_id, id,
            has_cost, total_cost, cost_source, price_entry
          FROM runs FINAL
          WHERE workspace_id = ${uuid(workspaceId)}
            AND ${input.projectId === undefined ? sql`1` : sql`project_id = ${uuid(input.projectId)}`}
            AND trace_start <= ${instantUs(input.toUs)}
            AND start_time >= ${instantUs(input.fromUs)} AND start_time < ${instantUs(input.toUs)}
            AND has_usage = 1 AND run_type IN ('llm', 'embedding')
            AND ${after ? sql`(project_id, trace_start, trace_id, id) > (${uuid(after.projectId)}, ${instantUs(after.traceStartUs)}, ${uuid(after.traceId)}, ${uuid(after.runId)})` : sql`1`}
          ORDER BY project_id, trace_start, trace_id, id LIMIT ${int(size)}`,
        row: (raw): CostedRun => ({
          key: keyOf(workspaceId, raw),
          costUsd: raw['has_cost'] === 1 ? Number(raw['total_cost']) : undefined,
          source: raw['cost_source'] as string,
          entry: raw['price_entry'] as string,
        }),
        settings,
      }),

    /** The states of runs, by run id, folded from their events. At most some 500 keys. */
    async states(workspaceId: string, keys: readonly RunKey[]): Promise<Map<string, RunState>> {
      const events = await clickhouse.rows({
        name: 'repriceEvents',
        query: sql`SELECT id, event_version, batch_id, kind, envelope FROM run_events
          WHERE workspace_id = ${uuid(workspaceId)} AND (project_id, trace_start, trace_id, id) IN ${tuples(
            ['uuid', 'instantUs', 'uuid', 'uuid'],
            keys.map((key) => [key.projectId, key.traceStartUs, key.traceId, key.runId]),
          )}`,
        row: (raw) => ({ id: raw['id'] as string, event: readEvent(raw) }),
        settings,
      });
      const byRun = Map.groupBy(events, ({ id }) => id);
      return new Map([...byRun].map(([id, own]) => [id, foldRun(own.map(({ event }) => event))]));
    },
  };
}

const keyOf = (workspaceId: string, raw: Record<string, unknown>): RunKey => ({
  workspaceId,
  projectId: raw['project_id'] as string,
  traceStartUs: Number(raw['trace_start_us']),
  traceId: raw['trace_id'] as string,
  runId: raw['id'] as string,
});

const readEvent = (raw: Record<string, unknown>): RunEvent => ({
  sequence: BigInt(raw['event_version'] as string),
  batchId: raw['batch_id'] as string,
  kind: raw['kind'] as RunEvent['kind'],
  envelope: JSON.parse(raw['envelope'] as string) as RunEnvelope,
});
