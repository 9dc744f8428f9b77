import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useMemo } from 'react';
import type { ReactNode } from 'react';
import { errorWords } from '../../api/error-words.ts';
import type { RunFilter, TimeRange } from '../../gql/graphql.ts';
import { t } from '../../i18n/index.ts';
import { oneLine } from '../../lib/format.ts';
import { coloursFor } from '../../ui/chart/colours.ts';
import { chartWords } from './chart-words.ts';
import { ChartTable } from './ChartTable.tsx';
import { chartMetricsQuery } from './dashboard-documents.ts';
import { chartSeries } from './model/chart-series.ts';
import type { ChartMetrics } from './model/chart-series.ts';
import type { DashboardChart } from './model/dashboard.ts';
import { familiesOf, metricFormat, metricValue } from './model/metric-values.ts';

const TimeChart = lazy(async () => ({
  default: (await import('../../ui/chart/TimeChart.tsx')).TimeChart,
}));

export interface ChartPlace {
  project: string;
  timeRange: TimeRange;
  nowMs: number;
  /** A stretch was marked. */
  onZoom: (range: { fromMs: number; toMs: number }) => void;
  /** A bucket or a group was clicked: shows the runs behind it. */
  onDrill: (
    chart: DashboardChart,
    group: readonly string[],
    range: { fromMs: number; toMs: number } | undefined,
  ) => void;
}

interface ChartCardProps extends ChartPlace {
  chart: DashboardChart;
  /** What can be done to the chart. */
  actions?: ReactNode;
}

/** One chart: reads only what it shows. */
export function ChartCard(props: ChartCardProps) {
  const { chart } = props;
  const { metrics, error, isLoading, retry } = useChartMetrics(props);
  return (
    <section
      className="chart-card"
      aria-label={oneLine(chart.title, 128)}
      data-kind={chart.kind}
      data-loading={isLoading || undefined}
    >
      <header className="chart-card-head">
        <h2 className="cut" title={oneLine(chart.title, 200)}>
          {oneLine(chart.title, 128)}
        </h2>
        {metrics?.precision === 'ESTIMATED' ? (
          <span className="quiet" title={t('dashboards.estimatedText')}>
            {t('dashboards.estimated')}
          </span>
        ) : null}
        <span className="spacer" />
        {props.actions}
      </header>
      {error && !metrics ? (
        <p className="chart-card-note" role="alert">
          {errorWords(error).text.slice(0, 200)}{' '}
          <button type="button" className="link-button" onClick={retry}>
            {t('common.retry')}
          </button>
        </p>
      ) : metrics ? (
        <ChartBody {...props} metrics={metrics} />
      ) : (
        <div className="chart-card-wait" aria-busy="true" />
      )}
    </section>
  );
}

function useChartMetrics({ project, timeRange, chart }: ChartCardProps) {
  const isOverTime = chart.kind === 'LINE' || chart.kind === 'BAR';
  const variables = useMemo(
    () => ({
      project,
      timeRange,
      bucket: chart.bucket,
      groupBy: chart.groupBy.map(({ field, metadataKey }) => ({ field, metadataKey })),
      top: chart.top,
      filter: chart.filter as RunFilter | null,
      points: isOverTime,
      ...familiesOf(chart.metrics),
    }),
    [project, timeRange, chart, isOverTime],
  );
  const { data, previousData, error, loading, refetch } = useQuery(chartMetricsQuery, {
    variables,
    fetchPolicy: 'no-cache',
  });
  return {
    metrics: (data ?? previousData)?.project?.metrics,
    error,
    isLoading: loading,
    retry: () => void refetch(),
  };
}

function ChartBody(props: ChartCardProps & { metrics: ChartMetrics }) {
  const { chart, metrics } = props;
  switch (chart.kind) {
    case 'NUMBER':
      return <Numbers chart={chart} metrics={metrics} />;
    case 'TABLE':
      return (
        <ChartTable
          chart={chart}
          metrics={metrics}
          onGroup={(group) => props.onDrill(chart, group, undefined)}
        />
      );
    default:
      return <OverTime {...props} />;
  }
}

function Numbers({ chart, metrics }: { chart: DashboardChart; metrics: ChartMetrics }) {
  return (
    <dl className="chart-numbers">
      {chart.metrics.map((metric) => {
        const total = metrics.series[0]?.total;
        const value = total ? metricValue(total, metric, chart.feedbackKey) : null;
        return (
          <div key={metric}>
            <dd className="number" title={value === null ? undefined : String(value)}>
              {value === null ? '–' : metricFormat(metric)(value)}
            </dd>
            <dt>{chartWords.metric(metric)}</dt>
          </div>
        );
      })}
    </dl>
  );
}

function OverTime(props: ChartCardProps & { metrics: ChartMetrics }) {
  const { chart, metrics } = props;
  const [first] = chart.metrics;
  const startsMs = useMemo(
    () => (metrics.series[0]?.points ?? []).map((point) => Date.parse(point.startAt)),
    [metrics],
  );
  const series = useMemo(
    () => chartSeries(chart, metrics, chartWords, coloursFor),
    [chart, metrics],
  );
  if (first === undefined || series.length === 0 || startsMs.length === 0) {
    return <p className="chart-card-note quiet">{t('dashboards.nothing')}</p>;
  }
  const isEmpty = series.every(({ values }) => values.every((value) => !value));
  return (
    <>
      <Suspense fallback={<div className="chart-card-wait" />}>
        <TimeChart
          label={`${chart.title}: ${series
            .map(({ name }) => name)
            .join(', ')
            .slice(0, 300)}`}
          kind={chart.kind === 'BAR' ? 'bars' : 'line'}
          startsMs={startsMs}
          bucketSeconds={metrics.bucketSeconds}
          series={series}
          heightPx={176}
          hasAxes
          format={metricFormat(first)}
          nowMs={props.nowMs}
          syncKey="dashboard"
          onRange={(range, isClick) =>
            isClick ? props.onDrill(chart, [], range) : props.onZoom(range)
          }
        />
      </Suspense>
      {isEmpty ? <p className="chart-card-note quiet">{t('dashboards.nothing')}</p> : null}
      {series.length > 1 || chart.groupBy.length > 0 ? (
        <ul className="chart-keys">
          {series.map((one, index) => {
            const source = chart.groupBy.length > 0 ? metrics.series[index] : undefined;
            const name = oneLine(one.name, 80);
            return (
              <li key={one.name} className="chart-key">
                <i style={{ background: one.colour }} />
                {source && !source.isOther ? (
                  <button
                    type="button"
                    className="cut"
                    title={t('dashboards.showRuns', { name })}
                    onClick={() => props.onDrill(chart, source.group, undefined)}
                  >
                    <bdi>{name}</bdi>
                  </button>
                ) : (
                  <bdi className="cut">{name}</bdi>
                )}
              </li>
            );
          })}
        </ul>
      ) : null}
    </>
  );
}
