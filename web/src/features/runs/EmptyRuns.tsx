import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { agoText, countText } from '../../lib/format.ts';
import { rangeName, withoutRange } from '../../lib/time-range.ts';
import { parseTimeUs } from '../../lib/time.ts';
import { CalmState, ErrorState, Skeleton } from '../../ui/States.tsx';
import { everything, filterInputOf, isNarrow } from './model/list-filter.ts';
import { withoutFilter, withScope } from './model/list-search.ts';
import { emptyRunsQuery } from './run-documents.ts';
import type { ListQuestion } from './use-list-search.ts';

interface EmptyRunsProps {
  project: string;
  question: ListQuestion;
  renderFirstRun: () => ReactNode;
}

/** Says why nothing is listed, and what to do about it. */
export function EmptyRuns(props: EmptyRunsProps) {
  const { project, question } = props;
  const { search, scope, filter, timeRange, change } = question;
  const variables = useMemo(
    () => ({
      project,
      unfiltered: filterInputOf(scope, everything),
      anyScope: filterInputOf('runs', filter),
      timeRange,
    }),
    [project, scope, filter, timeRange],
  );
  const { data, previousData, error, refetch } = useQuery(emptyRunsQuery, {
    variables,
    fetchPolicy: 'no-cache',
  });
  const found = (data ?? previousData)?.project;
  if (error && !found) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!found) return <Skeleton lines={[0, 0, 30, 44, 38]} />;
  const newest = found.ever.nodes[0];
  if (!newest) return props.renderFirstRun();
  if (isNarrow(filter) && found.inRange.count.value > 0) {
    const { value, precision } = found.inRange.count;
    return (
      <FilterHides
        question={question}
        count={value}
        isLeast={precision === 'AT_LEAST'}
        isInside={scope === 'traces' && found.inAnyScope.nodes.length > 0}
      />
    );
  }
  const ago = agoText(parseTimeUs(newest.startedAt) ?? 0, Date.now() * 1000);
  return (
    <CalmState title={t('runs.noneInRange')}>
      <p>{t('runs.newest', { ago })}</p>
      {rangeName(search) === 'all' ? null : (
        <button type="button" className="button" onClick={() => change(withoutRange(search))}>
          {t('runs.anyTime')}
        </button>
      )}
    </CalmState>
  );
}

interface FilterHidesProps {
  question: ListQuestion;
  count: number;
  isLeast: boolean;
  /** Runs inside of traces match, though no root does. */
  isInside: boolean;
}

function FilterHides({ question, count, isLeast, isInside }: FilterHidesProps) {
  const { search, change } = question;
  const formatted = countText(count) + (isLeast ? '+' : '');
  const key = question.scope === 'traces' ? 'runs.filteredTraces' : 'runs.filtered';
  return (
    <CalmState title={t(key, { count, formatted })}>
      <p>{t(isInside ? 'runs.insideText' : 'runs.filteredText')}</p>
      <p className="state-actions">
        {isInside ? (
          <button
            type="button"
            className="button button-strong"
            onClick={() => change(withScope(search, 'runs'))}
          >
            {t('runs.showInside')}
          </button>
        ) : null}
        <button type="button" className="button" onClick={() => change(withoutFilter(search))}>
          {t('runs.clearFilters')}
        </button>
      </p>
    </CalmState>
  );
}
