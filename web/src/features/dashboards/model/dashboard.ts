import type { ChartInput, ProjectDashboardFragment } from '../../../gql/graphql.ts';

export type Dashboard = ProjectDashboardFragment;
export type DashboardChart = Dashboard['charts'][number];

/** A chart as it is sent to be kept. */
export function chartInputOf(chart: DashboardChart): ChartInput {
  return {
    title: chart.title,
    kind: chart.kind,
    metrics: [...chart.metrics],
    feedbackKey: chart.feedbackKey,
    groupBy: chart.groupBy.map(({ field, metadataKey }) => ({ field, metadataKey })),
    top: chart.top,
    filter: chart.filter,
    bucket: chart.bucket,
  };
}

export const newChart: DashboardChart = {
  __typename: 'Chart',
  title: '',
  kind: 'LINE',
  metrics: ['RUN_COUNT'],
  feedbackKey: null,
  groupBy: [],
  top: 8,
  filter: null,
  bucket: 'AUTO',
};

/** The charts with the one at `index` replaced; taken away by null, added at the end by an index beyond. */
export function withChart(
  charts: readonly DashboardChart[],
  index: number,
  chart: DashboardChart | null,
): DashboardChart[] {
  const before = charts.slice(0, index);
  const after = charts.slice(index + 1);
  return chart === null ? [...before, ...after] : [...before, chart, ...after];
}

export function withChartMoved(
  charts: readonly DashboardChart[],
  index: number,
  by: -1 | 1,
): DashboardChart[] {
  const next = [...charts];
  const to = index + by;
  if (to < 0 || to >= next.length) return next;
  [next[index], next[to]] = [next[to]!, next[index]!];
  return next;
}
