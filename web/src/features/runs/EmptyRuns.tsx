import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { agoText, countText } from '../../lib/format.ts';
import { parseTimeUs } from '../../lib/time.ts';
import { CalmState, ErrorState, Skeleton } from '../../ui/States.tsx';
import {
  filterOf,
  hasFilter,
  rangeName,
  timeRangeOf,
  withoutFilter,
  withoutRange,
} from './model/run-search.ts';
import type { RunSearch } from './model/run-search.ts';
import { emptyRunsQuery } from './run-documents.ts';

interface EmptyRunsProps {
  project: string;
  search: RunSearch;
  onChange: (search: RunSearch) => void;
  renderFirstRun: () => ReactNode;
}

/** Says why nothing is listed, and what to do about it. */
export function EmptyRuns(props: EmptyRunsProps) {
  const { project, search, onChange } = props;
  const variables = useMemo(
    () => ({
      project,
      scope: filterOf(withoutFilter(search)),
      timeRange: timeRangeOf(search, Date.now()),
    }),
    [project, search],
  );
  const { data, error, refetch } = useQuery(emptyRunsQuery, {
    variables,
    fetchPolicy: 'network-only',
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={[0, 0, 30, 44, 38]} />;
  const newest = data.project?.ever.nodes[0];
  if (!newest) return props.renderFirstRun();
  const { value, precision } = data.project!.inRange.count;
  if (hasFilter(search) && value > 0) {
    const formatted = countText(value) + (precision === 'AT_LEAST' ? '+' : '');
    return (
      <CalmState title={t('runs.filtered', { count: value, formatted })}>
        <p>{t('runs.filteredText')}</p>
        <button type="button" className="button" onClick={() => onChange(withoutFilter(search))}>
          {t('runs.clearFilters')}
        </button>
      </CalmState>
    );
  }
  const ago = agoText(parseTimeUs(newest.startedAt) ?? 0, Date.now() * 1000);
  return (
    <CalmState title={t('runs.noneInRange')}>
      <p>{t('runs.newest', { ago })}</p>
      {rangeName(search) === 'all' ? null : (
        <button type="button" className="button" onClick={() => onChange(withoutRange(search))}>
          {t('runs.anyTime')}
        </button>
      )}
    </CalmState>
  );
}
