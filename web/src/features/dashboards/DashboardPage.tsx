import { useMemo, useState } from 'react';
import { errorWords } from '../../api/error-words.ts';
import { t } from '../../i18n/index.ts';
import { oneLine } from '../../lib/format.ts';
import { hasRange, timeRangeOf } from '../../lib/time-range.ts';
import { useNow } from '../../lib/use-tick.ts';
import { Page } from '../../ui/Page.tsx';
import { CalmState, ErrorState, Skeleton } from '../../ui/States.tsx';
import { TimeRangeMenu } from '../../ui/time/TimeRangeMenu.tsx';
import { ChartCard } from './ChartCard.tsx';
import type { ChartPlace } from './ChartCard.tsx';
import { ChartEditor } from './ChartEditor.tsx';
import { ChartMenu } from './ChartMenu.tsx';
import { DashboardMenu } from './DashboardMenu.tsx';
import type { DashboardSearch } from './dashboard-search.ts';
import { newChart, withChart, withChartMoved } from './model/dashboard.ts';
import type { Dashboard, DashboardChart } from './model/dashboard.ts';
import { drillOf } from './model/drill.ts';
import type { Drill } from './model/drill.ts';
import { useDashboards } from './use-dashboards.ts';
import type { Change } from './use-dashboards.ts';
import './dashboards.css';

export interface DashboardPageProps {
  project: string;
  search: DashboardSearch;
  canManage: boolean;
  onSearch: (search: DashboardSearch, isStep: boolean) => void;
  /** Shows the runs behind a chart. */
  onDrill: (drill: Drill, range: { from?: string; to?: string; range?: string }) => void;
}

/** The figures of a project over time, by dashboards that come with it or were made. */
export function DashboardPage(props: DashboardPageProps) {
  const { project, search } = props;
  const all = useDashboards(project);
  const [problem, setProblem] = useState<string>();
  const name = oneLine(project, 200);
  const shown = all.dashboards?.find(({ id }) => id === search.d) ?? all.dashboards?.[0];
  const { d, ...range } = search;
  const run = (work: Promise<Change>) =>
    void work.then(
      (change) => {
        setProblem(change.problem);
        if (change.id !== undefined && change.id !== shown?.id) {
          props.onSearch({ ...range, d: change.id }, true);
        }
      },
      (error: unknown) => setProblem(errorWords(error).text),
    );
  return (
    <Page
      variant="full"
      tabTitle={t('dashboards.tabTitle', { project: name })}
      title={<bdi title={name}>{name}</bdi>}
      actions={
        <>
          {all.dashboards && shown ? (
            <DashboardMenu
              dashboards={all.dashboards}
              shown={shown}
              canManage={props.canManage}
              onShow={(id) => props.onSearch({ ...range, d: id }, true)}
              onCreate={(title) => run(all.create(title))}
              onClone={(title) => run(all.clone(shown, title))}
              onRename={(title) => run(all.rename(shown, title))}
              onDelete={() => {
                run(all.remove(shown));
                props.onSearch(range, true);
              }}
            />
          ) : null}
          <TimeRangeMenu
            range={search}
            onChange={(next) =>
              props.onSearch({ ...(d === undefined ? {} : { d }), ...next }, true)
            }
          />
        </>
      }
    >
      {problem === undefined ? null : (
        <p className="field-error dashboard-problem" role="alert">
          {problem.slice(0, 300)}
        </p>
      )}
      {shown ? (
        <Charts
          {...props}
          key={shown.id}
          dashboard={shown}
          onCharts={(charts) => run(all.setCharts(shown, charts))}
        />
      ) : all.isMissing ? (
        <CalmState title={t('runs.noProject')} />
      ) : all.error ? (
        <ErrorState error={all.error} onRetry={all.retry} />
      ) : (
        <Skeleton lines={[0, 62, 48, 0, 70, 55]} />
      )}
    </Page>
  );
}

const moveOnMs = 60_000;

function usePlace({ project, search, onSearch, onDrill }: DashboardPageProps): ChartPlace {
  const nowMs = useNow(hasRange(search) ? null : moveOnMs);
  const { range, from, to } = search;
  const timeRange = useMemo(() => {
    const asked = { ...(range ? { range } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) };
    return timeRangeOf(asked, nowMs);
  }, [range, from, to, nowMs]);
  const instants = (marked: { fromMs: number; toMs: number }) => ({
    from: new Date(marked.fromMs).toISOString(),
    to: new Date(marked.toMs).toISOString(),
  });
  return {
    project,
    timeRange,
    nowMs,
    onZoom(marked) {
      const { d } = search;
      onSearch({ ...(d === undefined ? {} : { d }), ...instants(marked) }, true);
    },
    onDrill(chart, group, marked) {
      const { d: _d, ...shown } = search;
      onDrill(drillOf(chart, group), marked ? instants(marked) : shown);
    },
  };
}

interface ChartsProps extends DashboardPageProps {
  dashboard: Dashboard;
  onCharts: (charts: readonly DashboardChart[]) => void;
}

function Charts(props: ChartsProps) {
  const { dashboard, onCharts } = props;
  const { charts } = dashboard;
  const place = usePlace(props);
  const [edited, setEdited] = useState<number>();
  const canEdit = props.canManage && !dashboard.isPrebuilt;
  return (
    <div className="dashboard-scroller">
      {dashboard.description ? <p className="dashboard-lead">{dashboard.description}</p> : null}
      <div className="dashboard">
        {charts.map((chart, index) => (
          <ChartCard
            // Charts have no id; their place and their title tell them apart.
            key={`${index} ${chart.title}`}
            {...place}
            chart={chart}
            actions={
              canEdit ? (
                <ChartMenu
                  title={chart.title}
                  isFirst={index === 0}
                  isLast={index === charts.length - 1}
                  onEdit={() => setEdited(index)}
                  onMove={(by) => onCharts(withChartMoved(charts, index, by))}
                  onCopy={() =>
                    onCharts([...charts.slice(0, index + 1), chart, ...charts.slice(index + 1)])
                  }
                  onRemove={() => onCharts(withChart(charts, index, null))}
                />
              ) : null
            }
          />
        ))}
      </div>
      {charts.length === 0 ? (
        <CalmState title={t('dashboards.none')}>
          <p>{t('dashboards.noneText')}</p>
        </CalmState>
      ) : null}
      {canEdit ? (
        <button
          type="button"
          className="button dashboard-add"
          onClick={() => setEdited(charts.length)}
        >
          {t('dashboards.add')}
        </button>
      ) : dashboard.isPrebuilt && props.canManage ? (
        <p className="dashboard-lead quiet">{t('dashboards.prebuiltText')}</p>
      ) : null}
      {edited === undefined ? null : (
        <ChartEditor
          chart={charts[edited] ?? newChart}
          place={place}
          onClose={() => setEdited(undefined)}
          onSave={(chart) => {
            setEdited(undefined);
            onCharts(withChart(charts, edited, chart));
          }}
        />
      )}
    </div>
  );
}
