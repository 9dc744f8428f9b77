import { instantUs, int, join, sql, tuples, uuid } from '@runlight/clickhouse';
import type { ClickHouse, Sql } from '@runlight/clickhouse';
import { exportPayloads } from '@runlight/run-model';
import type { ExportColumn, ExportFact, ExportPayload } from '@runlight/run-model';
import { microsecondsOf } from '../jobs/instant.ts';
import { compileJsonFilter } from '../deletion/compile-filter.ts';
import type { ExportInput, ExportPosition } from './export-input.ts';

/** Runs that go into one file: all after `after` up to `last`, of one day. */
export interface ExportChunk {
  after: ExportPosition | undefined;
  last: ExportPosition;
  runs: number;
  /** `2026-11-25` */
  day: string;
}

export interface ExportStore {
  count: () => Promise<number>;
  /** The next chunk after a run; undefined at the end. */
  nextChunk: (after: ExportPosition | undefined) => Promise<ExportChunk | undefined>;
  /** The runs of a chunk, payloads as text. */
  rows: (chunk: ExportChunk) => AsyncIterable<ExportRow[]>;
  parquet: (chunk: ExportChunk) => Promise<Buffer>;
}

export type ExportRow = Partial<Record<ExportColumn, unknown>> & {
  /** Where payloads lie that are too large for a row, by field. */
  objects?: Partial<Record<ExportPayload, string>>;
};

/** A file is made in memory, so that both bound it. */
const maxRuns = 20_000;
const maxBytes = 24 << 20;

const longRead = { max_execution_time: 600, max_memory_usage: '2000000000' };
const nil = sql`toUUID('00000000-0000-0000-0000-000000000000')`;

const known = (condition: Sql, value: Sql) => sql`if(${condition}, ${value}, NULL)`;
const timeOf = (column: Sql) => known(sql`${column} != toDateTime64(0, 6, 'UTC')`, column);

const factSql: Record<ExportFact, Sql> = {
  id: sql`id`,
  trace_id: sql`trace_id`,
  project_id: sql`project_id`,
  parent_run_id: known(sql`parent_run_id != ${nil}`, sql`parent_run_id`),
  dotted_order: sql`dotted_order`,
  name: sql`toString(name)`,
  run_type: sql`toString(run_type)`,
  status: sql`toString(status)`,
  start_time: sql`start_time`,
  end_time: timeOf(sql`end_time`),
  first_token_time: timeOf(sql`first_token_time`),
  error: known(sql`error != ''`, sql`error`),
  tags: sql`arrayMap(tag -> toString(tag), tags)`,
  metadata: sql`mapApply((k, v) -> (toString(k), v), metadata)`,
  thread_id: known(sql`thread_id != ''`, sql`thread_id`),
  model: known(sql`model != ''`, sql`toString(model)`),
  prompt_tokens: known(sql`has_usage = 1`, sql`prompt_tokens`),
  completion_tokens: known(sql`has_usage = 1`, sql`completion_tokens`),
  total_tokens: known(sql`has_usage = 1`, sql`total_tokens`),
  token_details: sql`mapApply((k, v) -> (toString(k), v), usage)`,
  prompt_cost: known(sql`has_cost = 1`, sql`prompt_cost`),
  completion_cost: known(sql`has_cost = 1`, sql`completion_cost`),
  total_cost: known(sql`has_cost = 1`, sql`total_cost`),
  reference_example_id: known(sql`reference_example_id != ${nil}`, sql`reference_example_id`),
};

/** Names of columns are constants of ours; there is no way to make SQL of a text. */
const aliases = {
  id: sql`id`,
  trace_id: sql`trace_id`,
  project_id: sql`project_id`,
  parent_run_id: sql`parent_run_id`,
  dotted_order: sql`dotted_order`,
  name: sql`name`,
  run_type: sql`run_type`,
  status: sql`status`,
  start_time: sql`start_time`,
  end_time: sql`end_time`,
  first_token_time: sql`first_token_time`,
  error: sql`error`,
  tags: sql`tags`,
  metadata: sql`metadata`,
  thread_id: sql`thread_id`,
  model: sql`model`,
  prompt_tokens: sql`prompt_tokens`,
  completion_tokens: sql`completion_tokens`,
  total_tokens: sql`total_tokens`,
  token_details: sql`token_details`,
  prompt_cost: sql`prompt_cost`,
  completion_cost: sql`completion_cost`,
  total_cost: sql`total_cost`,
  reference_example_id: sql`reference_example_id`,
  inputs: sql`inputs`,
  outputs: sql`outputs`,
  events: sql`events`,
  extra: sql`extra`,
  serialized: sql`serialized`,
} satisfies Record<ExportColumn, Sql>;

const isPayload = (column: ExportColumn): column is ExportPayload =>
  (exportPayloads as readonly string[]).includes(column);

/** What an export reads. Every statement is bound to the workspace and the project. */
export function createExportStore(
  clickhouse: ClickHouse,
  {
    workspaceId,
    input,
    createdAtMs,
    signal,
  }: { workspaceId: string; input: ExportInput; createdAtMs: number; signal: AbortSignal },
): ExportStore {
  const project = sql`workspace_id = ${uuid(workspaceId)} AND project_id = ${uuid(input.projectId)}`;
  // What comes while it runs is no part of it.
  const span = sql`trace_start < ${instantUs(input.to === undefined ? createdAtMs * 1000 : microsecondsOf(input.to))}${
    input.from === undefined
      ? sql``
      : sql` AND trace_start >= ${instantUs(microsecondsOf(input.from))}`
  }`;
  const { projectId, filter, fields } = input;
  const matching = compileJsonFilter(filter, { workspaceId, projectId, and: span });
  const wanted = sql`${project} AND ${span} AND (${matching})`;
  const options = { settings: longRead, signal };
  const payloads = fields.filter(isPayload);

  const select = (chunk: ExportChunk, columns: Sql, withObjects: boolean): Sql => {
    const inChunk = sql`${project} AND ${span} AND ${within(chunk)}`;
    const facts = sql`SELECT ${columns}, trace_start AS key_start, trace_id AS key_trace, id AS key_id
      FROM runs FINAL WHERE ${inChunk} AND (${matching})`;
    const names = join(fields.map((field) => aliases[field]));
    const order = sql`ORDER BY key_start, key_trace, key_id`;
    if (payloads.length === 0) return sql`SELECT ${names} FROM (${facts}) ${order}`;
    const objects = withObjects ? sql`, objects` : sql``;
    return sql`SELECT ${names}${objects} FROM (${facts}) AS facts LEFT ANY JOIN (
      SELECT trace_start AS key_start, trace_id AS key_trace, id AS key_id,
        ${join(payloads.map(payloadSql))},
        mapFromArrays(groupArrayIf(toString(field), blob_key != ''), groupArrayIf(blob_key, blob_key != '')) AS objects
      FROM run_payloads FINAL WHERE ${inChunk} AND (trace_start, trace_id, id) IN (
        SELECT trace_start, trace_id, id FROM runs FINAL WHERE ${inChunk} AND (${matching}))
      GROUP BY key_start, key_trace, key_id) AS payloads USING (key_start, key_trace, key_id) ${order}`;
  };
  const factColumns = (): Sql => {
    const facts = fields.filter((field): field is ExportFact => !isPayload(field));
    return facts.length === 0
      ? sql`1 AS nothing`
      : join(facts.map((fact) => sql`${factSql[fact]} AS ${aliases[fact]}`));
  };

  return {
    async count() {
      const [runs] = await clickhouse.rows({
        name: 'exportCount',
        query: sql`SELECT count() AS runs FROM runs FINAL WHERE ${wanted}`,
        row: (raw) => Number(raw['runs']),
        ...options,
      });
      return runs ?? 0;
    },

    async nextChunk(after) {
      const from = after === undefined ? sql`` : sql`AND ${isAfter(after)}`;
      const [chunk] = await clickhouse.rows({
        name: 'exportNextChunk',
        // Up to the first run that is too much, or of another day.
        query: sql`SELECT count() AS runs, toString(any(day)) AS of_day,
            max((toUnixTimestamp64Micro(trace_start), trace_id, id)) AS last
          FROM (
            SELECT trace_start, trace_id, id, toDate(trace_start) AS day, first_value(day) OVER whole AS first_day,
              sum(toUInt64(inputs_bytes) + outputs_bytes) OVER so_far AS bytes, row_number() OVER so_far AS number
            FROM (
              SELECT trace_start, trace_id, id, inputs_bytes, outputs_bytes FROM runs FINAL
              WHERE ${wanted} ${from} ORDER BY trace_start, trace_id, id LIMIT ${int(maxRuns)}
            )
            WINDOW whole AS (ORDER BY trace_start, trace_id, id),
              so_far AS (ORDER BY trace_start, trace_id, id ROWS UNBOUNDED PRECEDING)
          ) WHERE day = first_day AND (bytes <= ${int(maxBytes)} OR number = 1)`,
        row: (raw) => ({
          runs: Number(raw['runs']),
          day: raw['of_day'] as string,
          last: raw['last'] as [string, string, string],
        }),
        ...options,
      });
      if (!chunk || chunk.runs === 0) return undefined;
      const [traceStartUs, traceId, id] = chunk.last;
      return { ...chunk, after, last: { traceStartUs: Number(traceStartUs), traceId, id } };
    },

    rows: (chunk) =>
      clickhouse.stream({
        name: 'exportRows',
        query: select(chunk, factColumns(), true),
        row: (raw) => raw as ExportRow,
        settings: { ...longRead, date_time_output_format: 'iso' },
        signal,
      }),

    parquet: (chunk) =>
      clickhouse.parquet({
        name: 'exportParquet',
        query: select(chunk, factColumns(), false),
        ...options,
      }),
  };
}

const payloadSql = (field: ExportPayload): Sql =>
  sql`anyIf(content, field = ${textOf(field)}) AS ${aliases[field]}`;

const payloadNames: Record<ExportPayload, Sql> = {
  inputs: sql`'inputs'`,
  outputs: sql`'outputs'`,
  events: sql`'events'`,
  extra: sql`'extra'`,
  serialized: sql`'serialized'`,
};
const textOf = (field: ExportPayload): Sql => payloadNames[field];

const keyOf = ({ traceStartUs, traceId, id }: ExportPosition): Sql =>
  tuples(['instantUs', 'uuid', 'uuid'], [[traceStartUs, traceId, id]]);

/** The first condition lets the primary key skip what lies before. */
const isAfter = (position: ExportPosition): Sql =>
  sql`trace_start >= ${instantUs(position.traceStartUs)}
    AND (trace_start, trace_id, id) > ${keyOf(position)}[1]`;

const within = ({ after, last }: ExportChunk): Sql => {
  const until = sql`trace_start <= ${instantUs(last.traceStartUs)}
    AND (trace_start, trace_id, id) <= ${keyOf(last)}[1]`;
  return after === undefined ? until : sql`${isAfter(after)} AND ${until}`;
};
