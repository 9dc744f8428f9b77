import { sql, text } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import { pageSize } from '@runlight/graphql';
import { invalidInput } from '@runlight/service';
import type { ProjectFacetsArgs, RunFacet, RunFacetField } from '../../__generated__/resolvers.ts';
import { readRunFilter } from '../filter/filter-input.ts';
import { spanOfList } from '../runs/time-windows.ts';
import type { FacetCount, FacetSelection, FacetStore } from './facet-store.ts';

const maxMetadataKeys = 10;
const maxKeyLength = 256;
/** More rows are not read: a part of the traces stands for all. */
const maxRows = 250_000;

/** One facet: what is counted, and what it is called. */
interface Facet {
  field: RunFacetField;
  metadataKey?: string;
  /** Of `Array(String)`; absent for what does not lie in `runs`. */
  values?: Sql;
}

/** Throws BAD_USER_INPUT beyond the limits. */
export async function countFacets(
  store: FacetStore,
  projectId: string,
  args: Omit<ProjectFacetsArgs, 'first'> & { first?: number | null | undefined },
  nowUs = Date.now() * 1000,
): Promise<RunFacet[]> {
  const limit = pageSize(args.first, 100, 10);
  const facets = readFacets(args);
  const span = spanOfList(args.timeRange, 'DESC', nowUs);
  const filter = readRunFilter(args.filter);
  if (facets.length === 0) return [];
  const sampling = samplingOf(await store.rowCount(projectId, span));
  const selection: FacetSelection = { projectId, filter, span, sampling };
  const ofRuns = facets.filter(({ values }) => values !== undefined);
  const [counts, feedback] = await Promise.all([
    ofRuns.length === 0
      ? []
      : store.counts(
          selection,
          ofRuns.map(({ values }) => values!),
          limit,
        ),
    ofRuns.length === facets.length ? [] : store.feedbackKeys(selection, limit),
  ]);
  const byIndex = Map.groupBy(counts, ({ index }) => index);
  return facets.map((facet) =>
    facetOf(facet, (facet.values ? byIndex.get(ofRuns.indexOf(facet)) : feedback) ?? [], sampling),
  );
}

/** 1 for all traces, n for every nth. */
export const samplingOf = (rows: number): number => Math.max(1, Math.ceil(rows / maxRows));

function readFacets({ fields, metadataKeys }: ProjectFacetsArgs): Facet[] {
  const keys = [...new Set(metadataKeys ?? [])];
  if (keys.length > maxMetadataKeys) {
    throw invalidInput(`metadataKeys has at most ${maxMetadataKeys} keys`);
  }
  if (keys.some((key) => key.length > maxKeyLength || !key.isWellFormed())) {
    throw invalidInput(`A metadata key has at most ${maxKeyLength} characters`);
  }
  return [...new Set(fields)].flatMap((field): Facet[] => {
    if (field === 'FEEDBACK_KEY') return [{ field }];
    if (field !== 'METADATA') return [{ field, values: expressions[field] }];
    return keys.map((metadataKey) => ({
      field,
      metadataKey,
      values: sql`[metadata[${text(metadataKey)}]]`,
    }));
  });
}

const expressions: Record<Exclude<RunFacetField, 'METADATA' | 'FEEDBACK_KEY'>, Sql> = {
  STATUS: sql`[upper(toString(status))]`,
  RUN_TYPE: sql`[upper(toString(run_type))]`,
  NAME: sql`[toString(name)]`,
  MODEL: sql`[toString(model)]`,
  TAG: sql`arrayMap(tag -> toString(tag), tags)`,
  METADATA_KEY: sql`arrayMap(key -> toString(key), mapKeys(metadata))`,
  USER: sql`[user_id]`,
  THREAD: sql`[thread_id]`,
  ERROR: sql`[substringUTF8(splitByChar('\\n', error, 1)[1], 1, 200)]`,
};

function facetOf({ field, metadataKey }: Facet, counts: FacetCount[], sampling: number): RunFacet {
  const shown = counts.reduce((sum, { count }) => sum + count, 0);
  return {
    field,
    metadataKey: metadataKey ?? null,
    values: counts.map(({ value, count }) => ({ value, count: count * sampling })),
    otherCount: ((counts[0]?.total ?? 0) - shown) * sampling,
    precision: sampling === 1 ? 'EXACT' : 'ESTIMATED',
  };
}
