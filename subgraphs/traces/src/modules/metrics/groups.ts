import { join, sql, text } from '@runlight/clickhouse';
import { userIdColumn } from '@runlight/clickhouse/run-filter';
import type { Sql } from '@runlight/clickhouse';
import { invalidInput } from '@runlight/service';
import type { MetricGroup, MetricGroupField } from '../../__generated__/resolvers.ts';

/** A key that figures are split by. */
export type GroupKey =
  { field: Exclude<MetricGroupField, 'METADATA'> } | { field: 'METADATA'; metadataKey: string };

const maxKeyLength = 256;

/** Throws BAD_USER_INPUT. */
export function readGroups(groupBy: readonly MetricGroup[] | null | undefined): GroupKey[] {
  const groups = groupBy ?? [];
  if (groups.length > 2) throw invalidInput('groupBy has at most two keys');
  return groups.map(({ field, metadataKey }) => {
    const hasKey = typeof metadataKey === 'string' && metadataKey !== '';
    if (hasKey !== (field === 'METADATA')) {
      throw invalidInput('metadataKey goes with METADATA, and only with that');
    }
    if (field !== 'METADATA') return { field };
    if (metadataKey!.length > maxKeyLength) {
      throw invalidInput(`metadataKey has at most ${maxKeyLength} characters`);
    }
    return { field, metadataKey: metadataKey! };
  });
}

/** A run appears once for each of its labels. */
const tag = sql`arrayJoin(if(empty(tags), [''], arrayMap(tag -> toString(tag), tags)))`;

function valueOf(key: GroupKey): Sql {
  switch (key.field) {
    case 'NAME':
      return sql`toString(name)`;
    case 'MODEL':
      return sql`toString(model)`;
    case 'RUN_TYPE':
      return sql`toString(run_type)`;
    case 'STATUS':
      return sql`toString(status)`;
    case 'TAG':
      return tag;
    case 'USER':
      return userIdColumn;
    case 'METADATA':
      return sql`metadata[${text(key.metadataKey)}]`;
  }
}

/** The values of a run's keys as one text, a JSON list; empty without keys. */
export function groupText(groups: readonly GroupKey[]): Sql {
  if (groups.length === 0) return sql`''`;
  return sql`toJSONString([${join(groups.map(valueOf))}])`;
}

export const readGroupText = (group: string): string[] =>
  group === '' ? [] : (JSON.parse(group) as string[]);

/** Whether a run may count in several groups, so that groups do not add up to the total. */
export const overlaps = (groups: readonly GroupKey[]): boolean =>
  groups.some(({ field }) => field === 'TAG');
