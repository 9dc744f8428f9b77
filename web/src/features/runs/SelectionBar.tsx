import { useQuery } from '@apollo/client/react';
import { ClipboardCopy, X } from 'lucide-react';
import { t } from '../../i18n/index.ts';
import { countText } from '../../lib/format.ts';
import { useCopy } from '../../ui/Copy.tsx';
import { noTicks } from '../../ui/grid/ticks.ts';
import type { Ticks } from '../../ui/grid/ticks.ts';
import type { BodyProps } from './ListPage.tsx';
import { matchingCountQuery } from './run-documents.ts';

interface SelectionBarProps extends BodyProps {
  projectId: string | undefined;
  ticks: Ticks;
  onTicks: (ticks: Ticks) => void;
  /** Keys of the loaded rows, in their order. */
  order: readonly string[];
  hasMore: boolean;
}

/** What can be done to the ticked rows, and how many that are. */
export function SelectionBar(props: SelectionBarProps) {
  const { ticks, onTicks, order, projectId, question } = props;
  const { state, copy } = useCopy();
  const ticked = order.filter((key) => ticks.keys.has(key));
  const areAllLoaded = ticked.length === order.length;
  const matching = useMatchingCount(props, areAllLoaded && props.hasMore);
  const count = ticks.isAllMatching ? (matching?.value ?? ticked.length) : ticked.length;
  const formatted = (ticks.isAllMatching && matching?.isLeast ? '≥ ' : '') + countText(count);
  return (
    <div className="selection-bar" role="toolbar" aria-label={t('selection.label')}>
      <b className="number" role="status">
        {t('selection.ticked', { count, formatted })}
      </b>
      {areAllLoaded && props.hasMore && !ticks.isAllMatching && matching ? (
        <button
          type="button"
          className="link-button"
          onClick={() => onTicks({ ...ticks, isAllMatching: true })}
        >
          {t('selection.all', {
            formatted: (matching.isLeast ? '≥ ' : '') + countText(matching.value),
          })}
        </button>
      ) : null}
      <span className="spacer" />
      {ticks.isAllMatching ? null : (
        <button type="button" className="button" onClick={() => copy(ticked.join('\n'))}>
          <ClipboardCopy size={14} aria-hidden />
          {t(state === 'done' ? 'common.copied' : 'selection.copyIds')}
        </button>
      )}
      {projectId === undefined
        ? null
        : props.renderSelection({
            projectId,
            runUuids: ticked,
            matching: ticks.isAllMatching
              ? { filter: question.filterInput, timeRange: question.timeRange }
              : undefined,
            onDone: () => onTicks(noTicks),
          })}
      <button
        type="button"
        className="icon-button"
        title={t('selection.untick')}
        aria-label={t('selection.untick')}
        onClick={() => onTicks(noTicks)}
      >
        <X size={16} aria-hidden />
      </button>
    </div>
  );
}

/** Counting costs a scan: only when somebody has ticked all that is loaded. */
function useMatchingCount({ project, question }: SelectionBarProps, isWanted: boolean) {
  const { filterInput, timeRange } = question;
  const { data, previousData } = useQuery(matchingCountQuery, {
    variables: { project, filter: filterInput, timeRange },
    fetchPolicy: 'no-cache',
    skip: !isWanted,
  });
  const count = (data ?? previousData)?.project?.runs.count;
  return count && { value: count.value, isLeast: count.precision === 'AT_LEAST' };
}
