import { useQuery } from '@apollo/client/react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { errorWords } from '../../../api/error-words.ts';
import type { RunFilter, TimeRange } from '../../../gql/graphql.ts';
import { t } from '../../../i18n/index.ts';
import { costText, countText, durationText, shortCount } from '../../../lib/format.ts';
import { remember, remembered } from '../../../lib/remember.ts';
import type { TimeChartProps } from '../../../ui/chart/TimeChart.tsx';
import { stripPointOf } from './metric-points.ts';
import type { StripPoint } from './metric-points.ts';
import { listMetricsQuery } from './strip-documents.ts';

const TimeChart = lazy(async () => ({
  default: (await import('../../../ui/chart/TimeChart.tsx')).TimeChart,
}));

export interface MarkedRange {
  fromMs: number;
  toMs: number;
}

interface MetricStripProps {
  project: string;
  /** What is counted. */
  title: string;
  filter: RunFilter;
  timeRange: TimeRange;
  nowMs: number;
  /** A stretch of time was marked, or a bar clicked. */
  onRange: (range: MarkedRange) => void;
  /** Shows the runs that failed. */
  onErrors: () => void;
}

/** How many, how slow, how dear, over the time of the list. Drag to zoom in. */
export function MetricStrip(props: MetricStripProps) {
  const { project, filter, timeRange } = props;
  const [isOpen, setIsOpen] = useState(() => remembered('runs.strip', 'open') === 'open');
  const variables = useMemo(() => ({ project, filter, timeRange }), [project, filter, timeRange]);
  const { data, previousData, error, refetch } = useQuery(listMetricsQuery, {
    variables,
    fetchPolicy: 'no-cache',
  });
  const metrics = (data ?? previousData)?.project?.metrics;
  const points = useMemo(() => metrics?.series[0]?.points.map(stripPointOf) ?? [], [metrics]);
  const toggle = () => {
    remember('runs.strip', isOpen ? 'closed' : 'open');
    setIsOpen(!isOpen);
  };
  const total = metrics?.total;
  return (
    <section className="strip" aria-label={t('strip.title')} data-open={isOpen || undefined}>
      <button
        type="button"
        className="icon-button strip-toggle"
        aria-expanded={isOpen}
        title={t(isOpen ? 'strip.close' : 'strip.open')}
        aria-label={t(isOpen ? 'strip.close' : 'strip.open')}
        onClick={toggle}
      >
        {isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
      </button>
      {error && !metrics ? (
        <p className="strip-error" role="alert">
          {t('strip.failed')} <span className="quiet">{errorWords(error).text.slice(0, 200)}</span>{' '}
          <button type="button" className="link-button" onClick={() => void refetch()}>
            {t('common.retry')}
          </button>
        </p>
      ) : (
        <Panels
          {...props}
          isOpen={isOpen}
          points={points}
          bucketSeconds={metrics?.bucketSeconds ?? 60}
          isEstimated={metrics?.precision === 'ESTIMATED'}
          runs={total === undefined ? undefined : Number(total.runCount)}
          errors={total === undefined ? undefined : Number(total.errorCount)}
          latency={total?.latencyMs ?? undefined}
          costUsd={total?.totalCostUsd == null ? undefined : Number(total.totalCostUsd)}
        />
      )}
    </section>
  );
}

interface PanelsProps extends MetricStripProps {
  isOpen: boolean;
  points: readonly StripPoint[];
  bucketSeconds: number;
  isEstimated: boolean;
  runs: number | undefined;
  errors: number | undefined;
  latency: { p50: number; p95: number } | undefined;
  costUsd: number | undefined;
}

function Panels(props: PanelsProps) {
  const { points, runs, errors = 0, latency, costUsd } = props;
  const startsMs = useMemo(() => points.map((point) => point.startMs), [points]);
  const chart = useMemo(() => chartsOf(points), [points]);
  const about = props.isEstimated ? '≈ ' : '';
  const common = {
    startsMs,
    bucketSeconds: props.bucketSeconds,
    heightPx: 56,
    syncKey: 'strip',
    nowMs: props.nowMs,
    onRange: props.onRange,
  };
  return (
    <div className="strip-panels">
      <Panel
        title={props.title}
        value={runs === undefined ? undefined : countText(runs)}
        chart={chart.runs}
        isOpen={props.isOpen}
        common={{ ...common, kind: 'bars', format: countText }}
      >
        {errors > 0 ? (
          <button type="button" className="strip-errors" onClick={props.onErrors}>
            {t('strip.errors', { count: errors, formatted: shortCount(errors) })}
          </button>
        ) : null}
      </Panel>
      <Panel
        title={t('strip.latency')}
        value={latency === undefined ? undefined : about + durationText(latency.p50 * 1000)}
        chart={chart.latency}
        isOpen={props.isOpen}
        common={{ ...common, kind: 'line', format: (ms) => durationText(ms * 1000) }}
      >
        {latency === undefined ? null : (
          <span className="quiet">p95 {about + durationText(latency.p95 * 1000)}</span>
        )}
      </Panel>
      <Panel
        title={t('strip.cost')}
        value={costUsd === undefined ? undefined : costText(costUsd)}
        chart={chart.cost}
        isOpen={props.isOpen}
        common={{ ...common, kind: 'bars', format: costText }}
      />
    </div>
  );
}

interface PanelProps {
  title: string;
  value: string | undefined;
  chart: TimeChartProps['series'];
  isOpen: boolean;
  common: Omit<TimeChartProps, 'label' | 'series'>;
  children?: ReactNode;
}

function Panel({ title, value, chart, isOpen, common, children }: PanelProps) {
  return (
    <div className="strip-panel">
      <p className="strip-figures">
        <span className="quiet">{title}</span>
        <b className="number">{value ?? '–'}</b>
        {children}
      </p>
      {isOpen ? (
        <Suspense fallback={<div style={{ height: common.heightPx }} />}>
          {common.startsMs.length > 0 ? (
            <TimeChart label={`${title}: ${value ?? '–'}`} series={chart} {...common} />
          ) : (
            <div style={{ height: common.heightPx }} />
          )}
        </Suspense>
      ) : null}
    </div>
  );
}

function chartsOf(points: readonly StripPoint[]) {
  const series = (name: string, colour: string, pick: (point: StripPoint) => number | null) => ({
    name,
    colour,
    values: points.map(pick),
  });
  return {
    runs: [
      series(t('strip.erroneous'), 'var(--red)', ({ errors }) => errors),
      series(t('strip.others'), 'var(--series-other)', ({ runs, errors }) => runs - errors),
    ],
    latency: [
      series('p50', 'var(--series-1)', ({ p50Ms }) => p50Ms),
      series('p95', 'var(--series-2)', ({ p95Ms }) => p95Ms),
    ],
    cost: [series(t('strip.cost'), 'var(--series-3)', ({ costUsd }) => costUsd)],
  };
}
