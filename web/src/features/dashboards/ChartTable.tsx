import { t } from '../../i18n/index.ts';
import { oneLine } from '../../lib/format.ts';
import { chartWords } from './chart-words.ts';
import { groupName } from './model/chart-series.ts';
import type { ChartMetrics } from './model/chart-series.ts';
import type { DashboardChart } from './model/dashboard.ts';
import { metricFormat, metricValue } from './model/metric-values.ts';

interface ChartTableProps {
  chart: DashboardChart;
  metrics: ChartMetrics;
  onGroup: (group: readonly string[]) => void;
}

/** A row for each group, over the whole time. */
export function ChartTable({ chart, metrics, onGroup }: ChartTableProps) {
  if (metrics.series.length === 0) {
    return <p className="chart-card-note quiet">{t('dashboards.nothing')}</p>;
  }
  return (
    <div className="chart-table">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{groupTitle(chart)}</th>
            {chart.metrics.map((metric) => (
              <th key={metric} scope="col" className="chart-figure">
                {chartWords.metric(metric)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {metrics.series.map((source, index) => (
            <tr key={source.isOther ? 'other' : `${index} ${source.group.join()}`}>
              <td>
                {source.isOther ? (
                  <span className="quiet">{chartWords.other}</span>
                ) : (
                  <button
                    type="button"
                    className="link-button cut"
                    onClick={() => onGroup(source.group)}
                  >
                    <bdi>{oneLine(groupName(source, chartWords), 120)}</bdi>
                  </button>
                )}
              </td>
              {chart.metrics.map((metric) => {
                const value = metricValue(source.total, metric, chart.feedbackKey);
                return (
                  <td
                    key={metric}
                    className="chart-figure mono"
                    title={value === null ? undefined : String(value)}
                  >
                    {value === null ? '' : metricFormat(metric, true)(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function groupTitle(chart: DashboardChart): string {
  return chart.groupBy
    .map(({ field, metadataKey }) =>
      field === 'METADATA' ? oneLine(metadataKey ?? '', 60) : t(`dashboards.groups.${field}`),
    )
    .join(' · ');
}
