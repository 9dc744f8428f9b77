import { empty, int, join, sql, text } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import { compileFilter } from '@runlight/clickhouse/run-filter';
import type { RunFilter } from '@runlight/run-model';
import { andInSpan } from '../runs/tenant.ts';
import type { Tenant } from '../runs/tenant.ts';
import type { Span } from '../runs/time-windows.ts';

/** Runs whose values are counted. */
export interface FacetSelection {
  projectId: string;
  filter: RunFilter;
  span: Span;
  /** Only every so manieth trace; 1 for all. */
  sampling: number;
}

export interface FacetCount {
  /** Position of the expression among those that were asked for. */
  index: number;
  value: string;
  count: number;
  /** Of all values of the same expression. */
  total: number;
}

export type FacetStore = ReturnType<typeof createFacetStore>;

export function createFacetStore(tenant: Tenant) {
  const place = ({ projectId, span }: Omit<FacetSelection, 'filter' | 'sampling'>): Sql =>
    sql`${tenant.inProject(projectId)}${andInSpan(span)}`;
  const matching = (selection: FacetSelection): Sql => {
    const rows = place(selection);
    return sql`${rows}${ofSample(selection)} AND ${compileFilter(selection.filter, { workspace: tenant.inWorkspace, rows })}`;
  };

  return {
    /** How many rows there are, superseded ones included; reads the primary key only. */
    rowCount: async (projectId: string, span: Span): Promise<number> => {
      const [count = 0] = await tenant.rows(
        'facetRows',
        sql`SELECT count() AS count FROM runs WHERE ${place({ projectId, span })}`,
        (raw) => Number(raw['count']),
      );
      return count;
    },

    /** The most frequent values of each expression, which is one of `Array(String)`. One scan for all. */
    counts: (
      selection: FacetSelection,
      expressions: readonly Sql[],
      limit: number,
    ): Promise<FacetCount[]> => {
      const pairs = expressions.map(
        (values, index) => sql`arrayMap(v -> (toUInt8(${int(index)}), v), ${values})`,
      );
      return tenant.rows(
        'facetCounts',
        sql`SELECT pair.1 AS index, pair.2 AS value, count() AS count, sum(count) OVER (PARTITION BY index) AS total
FROM (SELECT arrayConcat(${join(pairs)}) AS pairs FROM runs FINAL WHERE ${matching(selection)})
ARRAY JOIN pairs AS pair WHERE value != '' GROUP BY index, value
ORDER BY index, count DESC, value LIMIT ${int(limit)} BY index`,
        parseCount,
      );
    },

    /** As `counts`, of the runs' judgements by key. */
    feedbackKeys: (selection: FacetSelection, limit: number): Promise<FacetCount[]> =>
      tenant.rows(
        'facetFeedbackKeys',
        sql`SELECT 0 AS index, key AS value, uniqExact(run_id) AS count, sum(count) OVER () AS total
FROM feedback FINAL WHERE ${tenant.inWorkspace} AND key != ''
  AND run_id IN (SELECT id FROM runs FINAL WHERE ${matching(selection)})
GROUP BY key ORDER BY count DESC, value LIMIT ${int(limit)}`,
        parseCount,
      ),

    /** Names of metadata by how often they occur. */
    metadataKeys: (
      selection: Omit<FacetSelection, 'filter'>,
      contains: string | undefined,
      limit: number,
    ): Promise<string[]> =>
      tenant.rows(
        'metadataKeys',
        sql`SELECT arrayJoin(mapKeys(metadata)) AS name, count() AS count
FROM runs FINAL WHERE ${place(selection)}${ofSample(selection)}
GROUP BY name${contains === undefined ? empty : sql` HAVING position(lowerUTF8(name), ${text(contains.toLowerCase())}) > 0`}
ORDER BY count DESC, name LIMIT ${int(limit)}`,
        (raw) => raw['name'] as string,
      ),
  };
}

/** Whole traces, so that the part is like the rest. */
const ofSample = ({ sampling }: Pick<FacetSelection, 'sampling'>): Sql =>
  sampling === 1 ? empty : sql` AND sipHash64(trace_id) % ${int(sampling)} = 0`;

const parseCount = (raw: Record<string, unknown>): FacetCount => ({
  index: Number(raw['index']),
  value: raw['value'] as string,
  count: Number(raw['count']),
  total: Number(raw['total']),
});
