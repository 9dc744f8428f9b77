import { empty, instantUs, int, sql, text, tuples, uuid, uuids } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import { uuidTimeMs } from '@runlight/run-model';
import type { PayloadField, RunKey } from '@runlight/run-model';
import { nilUuid, parseKey, parseRun, parseTime, runColumns } from './run-row.ts';
import type { RunRow } from './run-row.ts';
import type { Tenant, TraceKey } from './tenant.ts';

export interface PayloadKey {
  run: RunKey;
  field: PayloadField;
}

/** A payload field as it is in the trace store. */
export interface StoredPayload {
  /** JSON text; only its first 64 KiB when there is a `blobKey`. */
  content: string;
  /** Of the whole text. */
  sizeBytes: number;
  /** Where the whole text lies in the object store; absent for all but large ones. */
  blobKey: string | undefined;
}

/** What a trace's header shows. */
export interface TraceSummary {
  runCount: number;
  errorCount: number;
  startTimeUs: number;
  /** Absent while any run lasts. */
  endTimeUs: number | undefined;
  /** The run the trace is named after; of several without a parent the first. */
  rootId: string | undefined;
}

export const maxChildren = 1000;

export type RunStore = ReturnType<typeof createRunStore>;

export function createRunStore(tenant: Tenant) {
  const run = (raw: Record<string, unknown>) => parseRun(raw, tenant.workspaceId);
  const key = (raw: Record<string, unknown>) => parseKey(raw, tenant.workspaceId);

  return {
    /** The runs of these keys that exist, in any order. A read by primary key. */
    runs: (keys: readonly RunKey[]): Promise<RunRow[]> =>
      tenant.rows(
        'runsByKey',
        sql`SELECT ${runColumns} FROM runs FINAL WHERE ${tenant.isOneOf(keys)}`,
        run,
      ),

    /** Keys of runs of which only the UUIDs are known, by UUID; by the bloom index on `id`. */
    locateRuns: (
      runIds: readonly string[],
      projectIds?: readonly string[],
    ): Promise<Map<string, RunKey>> =>
      locate('locateRuns', sql`id`, runIds, ({ runId }) => runId, projectIds),

    /** The key of a trace of which only the UUID is known; by the bloom index on `trace_id`. */
    locateTrace: async (
      traceId: string,
      projectIds?: readonly string[],
    ): Promise<TraceKey | undefined> =>
      (
        await locate('locateTrace', sql`trace_id`, [traceId], (found) => found.traceId, projectIds)
      ).get(traceId),

    /** Children of the given runs in display order, at most 1,000 of each. Reads their traces. */
    children: (parents: readonly RunKey[]): Promise<RunRow[]> =>
      tenant.rows(
        'childRuns',
        sql`SELECT ${runColumns} FROM runs FINAL
WHERE ${tenant.inWorkspace} AND (project_id, trace_start, trace_id) IN ${traceTuples(parents)}
  AND (trace_id, parent_run_id) IN ${tuples(
    ['uuid', 'uuid'],
    parents.map(({ traceId, runId }) => [traceId, runId]),
  )}
ORDER BY dotted_order, UUIDToNum(id) LIMIT ${int(maxChildren)} BY trace_id, parent_run_id`,
        run,
      ),

    /** The payloads that exist. Point reads, but each may hold a megabyte. */
    payloads: (keys: readonly PayloadKey[]): Promise<(PayloadKey & StoredPayload)[]> =>
      tenant.rows(
        'payloads',
        sql`SELECT project_id, toUnixTimestamp64Micro(trace_start) AS trace_start_us, trace_id, id, field,
  content, content_bytes, blob_key
FROM run_payloads FINAL
WHERE ${tenant.inWorkspace} AND (project_id, trace_start, trace_id, id, field) IN ${tuples(
          ['uuid', 'instantUs', 'uuid', 'uuid', 'text'],
          keys.map(({ run: { projectId, traceStartUs, traceId, runId }, field }) => [
            projectId,
            traceStartUs,
            traceId,
            runId,
            field,
          ]),
        )}`,
        (raw) => ({
          run: key(raw),
          field: raw['field'] as PayloadField,
          content: raw['content'] as string,
          sizeBytes: Number(raw['content_bytes']),
          blobKey: (raw['blob_key'] as string) || undefined,
        }),
      ),

    /** Bytes of the text in the trace store, of a large payload none; undefined when it never arrived. */
    payloadPart: async (
      { run: { runId, ...trace }, field }: PayloadKey,
      { start, end }: { start: number; end: number },
    ): Promise<(Omit<StoredPayload, 'content'> & { bytes: Buffer }) | undefined> => {
      const [part] = await tenant.rows(
        'payloadPart',
        // As text it could end within a character, which JSON cannot hold.
        sql`SELECT base64Encode(if(blob_key = '', substring(content, ${int(start + 1)}, ${int(end - start)}), '')) AS part,
  content_bytes, blob_key
FROM run_payloads FINAL WHERE ${tenant.inTrace(trace)} AND id = ${uuid(runId)} AND field = ${text(field)}`,
        (raw) => ({
          bytes: Buffer.from(raw['part'] as string, 'base64'),
          sizeBytes: Number(raw['content_bytes']),
          blobKey: (raw['blob_key'] as string) || undefined,
        }),
      );
      return part;
    },

    /** How many children each of the runs has, by run id; those without are missing. Reads their traces, narrowly. */
    childCounts: async (parents: readonly RunKey[]): Promise<Map<string, number>> =>
      new Map(
        await tenant.rows(
          'childCounts',
          sql`SELECT parent_run_id, count() AS count FROM runs FINAL
WHERE ${tenant.inWorkspace} AND (project_id, trace_start, trace_id) IN ${traceTuples(parents)}
  AND parent_run_id IN ${uuids(parents.map(({ runId }) => runId))}
GROUP BY parent_run_id`,
          (raw) => [raw['parent_run_id'] as string, Number(raw['count'])] as const,
        ),
      ),

    /** Parents of the runs of a trace by id, of those that have one. Reads the whole trace, narrowly. */
    parentsInTrace: async (trace: TraceKey): Promise<Map<string, string>> =>
      new Map(
        await tenant.rows(
          'parentsInTrace',
          sql`SELECT id, parent_run_id FROM runs FINAL
WHERE ${tenant.inTrace(trace)} AND parent_run_id != toUUID(${text(nilUuid)})`,
          (raw) => [raw['id'] as string, raw['parent_run_id'] as string] as const,
        ),
      ),

    /** Counts and times of the traces that have runs. Reads them whole, narrowly. */
    traceSummaries: (traces: readonly TraceKey[]): Promise<[TraceKey, TraceSummary][]> =>
      tenant.rows(
        'traceSummaries',
        sql`SELECT project_id, toUnixTimestamp64Micro(trace_start) AS trace_start_us, trace_id,
  count() AS run_count, countIf(status = 'error') AS error_count,
  toUnixTimestamp64Micro(min(start_time)) AS start_time_us,
  countIf(toUnixTimestamp64Micro(end_time) = 0) AS open_count,
  toUnixTimestamp64Micro(max(end_time)) AS end_time_us,
  countIf(is_root = 1) AS root_count,
  argMinIf(id, (id != trace_id, start_time, id), is_root = 1) AS root_id
FROM runs FINAL
WHERE ${tenant.inWorkspace} AND (project_id, trace_start, trace_id) IN ${traceTuples(traces)}
GROUP BY project_id, trace_start, trace_id`,
        (raw) => {
          const { runId: _, ...trace } = parseKey(raw, tenant.workspaceId);
          return [trace, parseSummary(raw, trace)];
        },
      ),

    /**
     * Runs of a trace in display order, behind the given one; only children of `parentId` when there is one.
     * Sorts ids of the whole trace, and reads only what is shown.
     */
    traceRuns: (
      trace: TraceKey,
      limit: number,
      after?: Pick<RunRow, 'dottedOrder' | 'key'>,
      parentId?: string,
    ): Promise<RunRow[]> => {
      const behind = after
        ? sql` AND (dotted_order, UUIDToNum(id)) > (${text(after.dottedOrder)}, UUIDToNum(${uuid(after.key.runId)}))`
        : empty;
      const below = parentId === undefined ? empty : sql` AND parent_run_id = ${uuid(parentId)}`;
      return tenant.rows(
        'traceRuns',
        sql`SELECT ${runColumns} FROM runs FINAL WHERE ${tenant.inTrace(trace)}${below}${behind}
ORDER BY dotted_order, UUIDToNum(id) LIMIT ${int(limit)}`,
        run,
      );
    },
  };

  /**
   * A version 7 id carries its time: first the traces about then are asked, whose parts and granules
   * are few, then, for what was not there, all of the workspace.
   */
  async function locate(
    name: string,
    column: Sql,
    ids: readonly string[],
    idOf: (found: RunKey) => string,
    projectIds?: readonly string[],
  ): Promise<Map<string, RunKey>> {
    const found = new Map<string, RunKey>();
    const near = aroundTraces(ids);
    for (const span of near ? [near, sql``] : [sql``]) {
      const missing = ids.filter((id) => !found.has(id));
      if (missing.length === 0) break;
      const rows = await tenant.rows(
        name,
        // The newest version: should an id exist in two projects, it is the one last written to.
        sql`SELECT project_id, toUnixTimestamp64Micro(trace_start) AS trace_start_us, trace_id, id
FROM runs WHERE ${tenant.inProjects(projectIds)}${span} AND ${column} IN ${uuids(missing)}
ORDER BY version DESC LIMIT 1 BY ${column}`,
        key,
      );
      for (const row of rows) found.set(idOf(row), row);
    }
    return found;
  }
}

function parseSummary(raw: Record<string, unknown>, trace: TraceKey): TraceSummary {
  return {
    runCount: Number(raw['run_count']),
    errorCount: Number(raw['error_count']),
    startTimeUs: parseTime(raw['start_time_us']) ?? trace.traceStartUs,
    endTimeUs: Number(raw['open_count']) > 0 ? undefined : parseTime(raw['end_time_us']),
    rootId: Number(raw['root_count']) > 0 ? (raw['root_id'] as string) : undefined,
  };
}

const hourUs = 3_600_000_000;
/** Ids further apart are looked for everywhere at once. */
const widestSpanUs = 7 * 24 * hourUs;

/** A run starts within hours of its trace; its id may be made a little before its start. */
function aroundTraces(ids: readonly string[]): Sql | undefined {
  const times = ids.flatMap((id) => uuidTimeMs(id) ?? []).map((ms) => ms * 1000);
  const earliest = Math.min(...times);
  const latest = Math.max(...times);
  if (times.length === 0 || latest - earliest > widestSpanUs) return undefined;
  const from = Math.max(earliest - 24 * hourUs, 0);
  return sql` AND trace_start >= ${instantUs(from)} AND trace_start < ${instantUs(latest + hourUs)}`;
}

/** The traces of the runs, each once, for `(project_id, trace_start, trace_id) IN …`. */
export function traceTuples(runs: readonly TraceKey[]): Sql {
  const traces = new Map(runs.map((run) => [run.projectId + run.traceId, run]));
  return tuples(
    ['uuid', 'instantUs', 'uuid'],
    [...traces.values()].map((run) => [run.projectId, run.traceStartUs, run.traceId]),
  );
}
