import type { ChartMetricsQuery, ChartValuesFragment } from '../../../gql/graphql.ts';
import type { ChartSeries } from '../../../ui/chart/chart-data.ts';
import { otherColour } from '../../../ui/chart/palette.ts';
import type { DashboardChart } from './dashboard.ts';
import { metricValue } from './metric-values.ts';

export type ChartMetrics = NonNullable<NonNullable<ChartMetricsQuery['project']>['metrics']>;
type Source = ChartMetrics['series'][number];

export interface ChartWords {
  metric: (metric: DashboardChart['metrics'][number]) => string;
  other: string;
  empty: string;
}

/** One line of a chart before it has a colour. */
interface Line {
  name: string;
  isOther: boolean;
  read: (values: ChartValuesFragment) => number | null;
  source: Source;
}

/** The lines of a chart: one for each group; without groups for each metric, token name or feedback key. */
export function chartSeries(
  chart: DashboardChart,
  metrics: ChartMetrics,
  words: ChartWords,
  coloursFor: (names: readonly string[]) => (name: string) => string,
): ChartSeries[] {
  const lines = linesOf(chart, metrics, words);
  const colour = coloursFor(lines.filter((line) => !line.isOther).map((line) => line.name));
  return lines.map((line) => ({
    name: line.name,
    colour: line.isOther ? otherColour : colour(line.name),
    values: (line.source.points ?? []).map((point) => line.read(point.values)),
  }));
}

function linesOf(chart: DashboardChart, metrics: ChartMetrics, words: ChartWords): Line[] {
  const [first] = chart.metrics;
  if (first === undefined) return [];
  if (chart.groupBy.length > 0) {
    return metrics.series.map((source) => ({
      name: groupName(source, words),
      isOther: source.isOther,
      read: (values) => metricValue(values, first, chart.feedbackKey),
      source,
    }));
  }
  const [source] = metrics.series;
  if (!source) return [];
  return chart.metrics.flatMap((metric) => linesOfMetric(chart, metric, source, words));
}

function linesOfMetric(
  chart: DashboardChart,
  metric: DashboardChart['metrics'][number],
  source: Source,
  words: ChartWords,
): Line[] {
  const line = (name: string, read: Line['read']): Line => ({ name, isOther: false, read, source });
  if (metric === 'TOKEN_DETAILS') {
    return tokenNames(source.total.tokenDetails).map((name) =>
      line(name, (values) => tokenCount(values.tokenDetails, name)),
    );
  }
  const isFeedback = metric === 'FEEDBACK_AVERAGE' || metric === 'FEEDBACK_COUNT';
  if (isFeedback && chart.feedbackKey === null) {
    return (source.total.feedback ?? []).map(({ key }) =>
      line(key, (values) => metricValue(values, metric, key)),
    );
  }
  return [line(words.metric(metric), (values) => metricValue(values, metric, chart.feedbackKey))];
}

function tokenNames(details: unknown): string[] {
  return typeof details === 'object' && details !== null ? Object.keys(details) : [];
}

function tokenCount(details: unknown, name: string): number | null {
  const counts = details as Record<string, unknown> | null | undefined;
  const count = Number(counts?.[name] ?? 0);
  return Number.isFinite(count) ? count : null;
}

/** What a group is called: its values, side by side. */
export function groupName(source: Pick<Source, 'group' | 'isOther'>, words: ChartWords): string {
  if (source.isOther) return words.other;
  return source.group.map((value) => (value === '' ? words.empty : value)).join(' · ');
}
