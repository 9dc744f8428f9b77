import { join, sql, texts } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import type { FeedbackAverage } from '../../__generated__/resolvers.ts';

/** A folded cell: of one bucket or of all, of one group or of all. */
export interface Folded {
  /** Beginning of the bucket; undefined over the whole time. */
  bucketUs: number | undefined;
  /** Text of the group (`readGroupText`), empty for the rest; undefined over all groups. */
  group: string | undefined;
  raw: Record<string, unknown>;
  feedback: FeedbackAverage[];
}

/** The group itself, or the empty text for the rest. */
export const topOrRest = (top: readonly string[]): Sql => sql`if(has(${texts(top)}, g), g, '')`;

/** Where a folded cell belongs; to be read by `readFolded`. */
export const positionColumns = (isGrouped: boolean): Sql =>
  isGrouped
    ? sql`bucket, grouping(bucket) AS over_time, gg, grouping(gg) AS over_groups`
    : sql`bucket, grouping(bucket) AS over_time`;

/** All together, each bucket, each group, and each of both; `also` splits every one of them. */
export function groupingSets(isGrouped: boolean, also?: Sql): Sql {
  const sets = isGrouped
    ? [[], [sql`bucket`], [sql`gg`], [sql`bucket`, sql`gg`]]
    : [[], [sql`bucket`]];
  return join(sets.map((set) => sql`(${join(also ? [...set, also] : set)})`));
}

export function readFolded(raw: Record<string, unknown>, isGrouped: boolean): Folded {
  const overTime = Number(raw['over_time']) === 1;
  const overGroups = !isGrouped || Number(raw['over_groups']) === 1;
  return {
    bucketUs: overTime ? undefined : Number(raw['bucket']),
    group: overGroups ? undefined : (raw['gg'] as string),
    raw,
    feedback: [],
  };
}

export const cellName = ({ bucketUs, group }: Pick<Folded, 'bucketUs' | 'group'>): string =>
  JSON.stringify([bucketUs ?? null, group ?? null]);
