import { empty, float, instantUs, int, sql } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import type { RunKey } from '@runlight/run-model';
import { keyColumns, parseKey } from './run-row.ts';
import { behind, createSelectionSql, onePerTrace, order } from './selection-sql.ts';
import type { Position, Selection } from './selection-sql.ts';
import type { Tenant } from './tenant.ts';
import type { Direction } from './time-windows.ts';
import { ancestors, isReportedOf } from './usage-measures.ts';

// Lists sorted by something measured. It changes as a run goes on, so that a walk leaves out what was
// written after its first page: nothing comes twice, and what changed meanwhile may be missing.

export type Measure = 'LATENCY' | 'TOTAL_TOKENS' | 'TOTAL_COST';

export interface MeasuredPosition extends Required<Position> {
  value: number;
}

export interface MeasuredSelection extends Omit<Selection, 'after'> {
  measure: Measure;
  /** Of the list; what has no value comes last. */
  listDirection: Direction;
  after: MeasuredPosition | undefined;
  /** Leaves out what was written later. */
  asOfUs: number | undefined;
}

export interface MeasuredRun {
  key: RunKey;
  value: number;
}

export type MeasuredStore = ReturnType<typeof createMeasuredStore>;

export function createMeasuredStore(tenant: Tenant) {
  const { place, matches } = createSelectionSql(tenant);
  const written = ({ asOfUs }: MeasuredSelection): Sql =>
    asOfUs === undefined ? empty : sql` AND ingested_at <= ${instantUs(asOfUs)}`;
  /** What each trace reports in all; what a parent repeats of its children counts once. */
  const sums = (selection: Selection, measure: Exclude<Measure, 'LATENCY'>): Sql => {
    const scope = sql`${place(selection)} AND ${isReportedOf[measure]}`;
    return sql`SELECT project_id, trace_start, trace_id, sum(${reported[measure]}) AS trace_sum FROM runs FINAL
WHERE ${scope} AND NOT arrayExists(a -> a IN (SELECT id FROM runs FINAL WHERE ${scope}), ${ancestors})
GROUP BY project_id, trace_start, trace_id`;
  };

  return {
    /** The first runs by what they measure themselves, or by what their whole traces do. Scans the span, narrowly. */
    runs: (selection: MeasuredSelection, limit: number): Promise<MeasuredRun[]> => {
      const { after: position, measure, direction, isPerTrace } = selection;
      const all: Selection = { ...selection, after: undefined };
      const ofTraces = isPerTrace && measure !== 'LATENCY' ? sums(all, measure) : undefined;
      const own = ofTraces ? sql`0` : valueOf(measure, selection.listDirection);
      const candidates = sql`SELECT project_id, trace_start, trace_id, id, toFloat64(${own}) AS own_value
FROM runs FINAL WHERE ${place(all)}${written(selection)} AND ${matches(all)}
ORDER BY id != trace_id, start_time, id${onePerTrace(all)}`;
      const rows = ofTraces
        ? sql`SELECT *, toFloat64(if(has_sum, trace_sum, ${float(absent(selection.listDirection))})) AS value
FROM (${candidates}) AS roots LEFT JOIN (SELECT *, true AS has_sum FROM (${ofTraces})) AS sums USING (project_id, trace_start, trace_id)`
        : sql`SELECT *, own_value AS value FROM (${candidates})`;
      return tenant.rows(
        'measuredRuns',
        sql`SELECT ${keyColumns}, value FROM (${rows})${position ? sql` WHERE ${behindValue(position, direction)}` : empty}
ORDER BY value ${direction === 'DESC' ? sql`DESC` : empty}, ${order(direction)} LIMIT ${int(limit)}`,
        (raw) => ({ key: parseKey(raw, tenant.workspaceId), value: Number(raw['value']) }),
      );
    },

    /** Whether anything of the span was written since. */
    hasChanged: async (selection: Selection, asOfUs: number): Promise<boolean> => {
      const found = await tenant.rows(
        'measuredChanges',
        sql`SELECT 1 AS changed FROM runs WHERE ${place({ ...selection, after: undefined })} AND ingested_at > ${instantUs(asOfUs)} LIMIT 1`,
        () => true,
      );
      return found.length > 0;
    },
  };
}

const reported: Record<Exclude<Measure, 'LATENCY'>, Sql> = {
  TOTAL_TOKENS: sql`total_tokens`,
  TOTAL_COST: sql`total_cost`,
};

/** Stands behind all values of a list. */
export const absent = (listDirection: Direction): number => (listDirection === 'DESC' ? -1 : 1e300);

function valueOf(measure: Measure, listDirection: Direction): Sql {
  const none = float(absent(listDirection));
  return measure === 'LATENCY'
    ? sql`if(toUnixTimestamp64Micro(end_time) > 0 AND end_time >= start_time, toUnixTimestamp64Micro(end_time) - toUnixTimestamp64Micro(start_time), ${none})`
    : sql`if(${isReportedOf[measure]}, ${reported[measure]}, ${none})`;
}

function behindValue({ value, ...position }: MeasuredPosition, direction: Direction): Sql {
  const comparison = direction === 'DESC' ? sql`<` : sql`>`;
  return sql`(value ${comparison} ${float(value)} OR (value = ${float(value)} AND ${behind(position, direction)}))`;
}
