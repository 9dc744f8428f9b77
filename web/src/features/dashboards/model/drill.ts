import {
  allOf,
  conjuncts,
  FilterInputError,
  printFilterText,
  readFilterInput,
} from '@runlight/run-model/filter';
import type { RunFilter } from '@runlight/run-model/filter';
import type { DashboardChart } from './dashboard.ts';

/** Where a chart leads: the list that holds the runs it counts. */
export interface Drill {
  scope: 'runs' | 'traces';
  filter: string;
}

const fields = {
  NAME: 'name',
  MODEL: 'model',
  RUN_TYPE: 'runType',
  STATUS: 'status',
  TAG: 'tag',
  USER: 'userId',
} as const;

/** The filter of a chart, and of one of its groups, as the list's filter bar has it. */
export function drillOf(chart: DashboardChart, group: readonly string[] = []): Drill {
  const parts = [
    ...conjuncts(filterOf(chart.filter)),
    ...group.flatMap((value, index) => {
      const key = chart.groupBy[index];
      return key === undefined ? [] : [groupCondition(key, value)];
    }),
  ];
  const isTraces = parts.some((part) => part.kind === 'isRoot' && part.value);
  const rest = parts.filter((part) => part.kind !== 'isRoot' || !isTraces);
  return {
    scope: isTraces ? 'traces' : 'runs',
    filter: rest.length === 0 ? '' : printFilterText(allOf(rest)),
  };
}

/** The filter of a chart as the filter bar writes it. */
export function filterTextOf(input: unknown): string {
  const filter = filterOf(input);
  return conjuncts(filter).length === 0 ? '' : printFilterText(filter);
}

function filterOf(input: unknown): RunFilter {
  try {
    return readFilterInput(input ?? {});
  } catch (error) {
    if (error instanceof FilterInputError) return allOf([]);
    throw error;
  }
}

function groupCondition(key: DashboardChart['groupBy'][number], value: string): RunFilter {
  if (key.field === 'METADATA') {
    return {
      kind: 'record',
      of: 'metadata',
      tests: [
        { part: 'key', text: { operator: 'eq', value: key.metadataKey ?? '' } },
        { part: 'value', text: { operator: 'eq', value } },
      ],
    };
  }
  const field = fields[key.field];
  if (value === '')
    return { kind: 'not', filter: { kind: 'text', field, operator: 'exists' } as RunFilter };
  return { kind: 'text', field, operator: 'eq', value };
}
