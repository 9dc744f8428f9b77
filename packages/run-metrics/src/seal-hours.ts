import { int, join, sql, unsigned, uuid } from '@runlight/clickhouse';
import type { ClickHouse, Sql } from '@runlight/clickhouse';
import { hourUs, sealedFigures } from './hours.ts';
import { cellColumns, selectFromRows } from './measures.ts';
import { coveringIn, repeatsIn } from './repeats-sql.ts';
import { rowsSql, traceStartUs } from './rows-sql.ts';
import type { RowsOptions } from './rows-sql.ts';

/** Hours of one project, since 1970. */
export interface Hours {
  workspaceId: string;
  projectId: string;
  hours: number[];
}

/** So long must an hour be left alone; longer than any write takes after its mark. */
export const quietUs = 300_000_000;
const longRun = { max_execution_time: 600, max_memory_usage: '4000000000' };

/**
 * Works out the cells of hours from their runs, but for hours that were touched within the last five
 * minutes; gives how many. The cells count only once the last insert names their seal, so that a reader
 * sees all or none of them, and whoever is stopped in between leaves nothing but rows that nobody reads.
 */
export async function sealHours(
  clickhouse: ClickHouse,
  wanted: Hours,
  leftAloneUs = quietUs,
): Promise<number> {
  const { hours: quiet, seal } = await quietHours(clickhouse, wanted, leftAloneUs);
  if (quiet.size === 0) return 0;
  const batch: Batch = { ...wanted, hours: [...quiet.keys()], seal };
  const scope = scopeOf(batch);
  const cells: CellRows = {
    scope,
    matches: sql`true`,
    usage: 'all',
    repeats: await findRepeats(clickhouse, scope),
    keys: keysOfRows,
    wanted: sealedFigures,
  };
  const roots: CellRows = { ...cells, matches: sql`is_root = 1`, usage: 'traces' };
  for (const rows of [cells, roots]) {
    await insertCells(clickhouse, batch, rows);
    await insertHours(clickhouse, batch, rows);
  }
  await nameSeal(clickhouse, batch, quiet);
  return quiet.size;
}

/** Of all runs, or of roots with what their traces report. */
type CellRows = RowsOptions & { usage: 'all' | 'traces' };

interface Batch extends Hours {
  seal: bigint;
}

/** Hours that nobody touched lately with their last touch, and the time; all by the server's clock. */
async function quietHours(
  clickhouse: ClickHouse,
  { workspaceId, projectId, hours }: Hours,
  leftAloneUs: number,
): Promise<{ hours: Map<number, bigint>; seal: bigint }> {
  const rows = await clickhouse.rows({
    name: 'rollupQuietHours',
    query: sql`SELECT hour, max(touched_us) AS touched, toUnixTimestamp64Micro(now64(6)) AS now FROM rollup_hours
WHERE workspace_id = ${uuid(workspaceId)} AND project_id = ${uuid(projectId)} AND hour IN (${join(hours.map(int))})
GROUP BY hour HAVING touched <= now - ${int(leftAloneUs)} ORDER BY hour`,
    row: (raw) => ({
      hour: Number(raw['hour']),
      touchedUs: BigInt(raw['touched'] as string),
      nowUs: BigInt(raw['now'] as string),
    }),
  });
  return {
    hours: new Map(rows.map(({ hour, touchedUs }) => [hour, touchedUs])),
    seal: rows[0]?.nowUs ?? 0n,
  };
}

/** Neighbours are one range, by which the primary key finds them. */
function scopeOf({ workspaceId, projectId, hours }: Hours): Sql {
  const ranges: { from: number; to: number }[] = [];
  for (const hour of hours) {
    const last = ranges.at(-1);
    if (last?.to === hour) last.to += 1;
    else ranges.push({ from: hour, to: hour + 1 });
  }
  const conditions = ranges.map(
    ({ from, to }) => sql`(trace_start >= fromUnixTimestamp64Micro(${int(from * hourUs)}, 'UTC')
    AND trace_start < fromUnixTimestamp64Micro(${int(to * hourUs)}, 'UTC'))`,
  );
  return sql`workspace_id = ${uuid(workspaceId)} AND project_id = ${uuid(projectId)}
  AND (${join(conditions, sql` OR `)})`;
}

async function findRepeats(clickhouse: ClickHouse, scope: Sql): Promise<Sql | undefined> {
  const found = await clickhouse.rows({
    name: 'rollupRepeats',
    query: sql`${coveringIn(scope)} LIMIT 1`,
    row: () => true,
    settings: longRun,
  });
  return found.length > 0 ? repeatsIn(scope) : undefined;
}

const hourOfRow = sql`toUInt32(intDiv(${traceStartUs}, ${int(hourUs)}))`;

/** Other names than those of the table's columns, for which the alias would stand. */
const keysOfRows = sql`${hourOfRow} AS cell_hour, is_root AS cell_is_root, run_type AS cell_run_type,
  status AS cell_status, model AS cell_model, toString(name) AS cell_name, expires_at AS cell_expires_at`;
const keys = sql`cell_hour, cell_is_root, cell_run_type, cell_status, cell_model, cell_name`;

const identity = ({ workspaceId, projectId }: Hours): Sql =>
  sql`${uuid(workspaceId)}, ${uuid(projectId)}`;

const scopeNames = { all: sql`'all'`, traces: sql`'traces'` };
const hourScopeNames = { all: sql`'allHour'`, traces: sql`'tracesHour'` };

/** A row for runs that are alike. */
async function insertCells(clickhouse: ClickHouse, batch: Batch, rows: CellRows): Promise<void> {
  const columns = cellColumns(sealedFigures, { spread: 'digest', isGrouped: false });
  await clickhouse.command({
    name: `rollupCells_${rows.usage}`,
    query: sql`INSERT INTO runs_hourly (workspace_id, project_id, usage_scope, seal, repeat_count,
  first_expires_at, expires_at, hour, is_root, run_type, status, model, name, ${join(columns.map(({ name }) => name))})
SELECT ${identity(batch)}, ${scopeNames[rows.usage]}, ${unsigned(batch.seal)}, ${repeatCount(rows)},
  min(cell_expires_at), max(cell_expires_at), ${keys}, ${selectFromRows(columns)}
FROM (${rowsSql(rows)}) GROUP BY ${keys}`,
    settings: longRun,
  });
}

/** A row for the whole hour, which is what most charts need. */
async function insertHours(clickhouse: ClickHouse, batch: Batch, rows: CellRows): Promise<void> {
  const columns = cellColumns(new Set([...sealedFigures, 'traces']), {
    spread: 'digest',
    isGrouped: false,
  });
  await clickhouse.command({
    name: `rollupHours_${rows.usage}`,
    query: sql`INSERT INTO runs_hourly (workspace_id, project_id, usage_scope, seal, repeat_count,
  first_expires_at, expires_at, hour, ${join(columns.map(({ name }) => name))})
SELECT ${identity(batch)}, ${hourScopeNames[rows.usage]}, ${unsigned(batch.seal)}, ${repeatCount(rows)},
  min(cell_expires_at), max(cell_expires_at), cell_hour, ${selectFromRows(columns)}
FROM (${rowsSql(rows)}) GROUP BY cell_hour`,
    settings: longRun,
  });
}

/** Roots stand for their traces, in which nothing counts twice. */
const repeatCount = ({ usage }: CellRows): Sql =>
  usage === 'traces' ? sql`0` : sql`countIf(is_repeat)`;

/** From now on readers take these cells; hours that were touched meanwhile stay dirty. */
async function nameSeal(
  clickhouse: ClickHouse,
  batch: Batch,
  touches: ReadonlyMap<number, bigint>,
): Promise<void> {
  const hours = join([...touches].map(([hour, us]) => sql`(${int(hour)}, ${unsigned(us)})`));
  await clickhouse.command({
    name: 'rollupSeal',
    query: sql`INSERT INTO rollup_hours (workspace_id, project_id, hour, touched_us, sealed_us, seal)
SELECT ${identity(batch)}, toUInt32(entry.1), 0, entry.2, ${unsigned(batch.seal)}
FROM (SELECT arrayJoin([${hours}]) AS entry)`,
  });
}
