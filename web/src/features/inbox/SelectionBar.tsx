import { RotateCcw, Trash2 } from 'lucide-react';
import { t } from '../../i18n/index.ts';
import { countText } from '../../lib/format.ts';
import type { PendingAction } from './ConfirmAction.tsx';
import type { Inbox } from './use-inbox.ts';
import type { ActionTarget, InboxAction } from './use-inbox-actions.ts';
import type { Selection } from './use-selection.ts';

interface SelectionBarProps {
  inbox: Inbox;
  selection: Selection;
  onAction: (action: PendingAction) => void;
}

/** What can be done with the ticked rows, or with all that match. */
export function SelectionBar({ inbox, selection, onAction }: SelectionBarProps) {
  const { chosen, isAll } = selection;
  const { count } = inbox;
  const isAtLeast = isAll && count?.precision === 'AT_LEAST';
  const size = isAll && count ? count.value : chosen.length;
  const formatted = countText(size) + (isAtLeast ? '+' : '');
  const canReplay = isAll || chosen.some((problem) => problem.canReplay);

  function act(action: InboxAction): void {
    onAction({ action, target: targetOf(), count: size, isAtLeast });
  }

  function targetOf(): ActionTarget {
    if (!isAll) return { ids: chosen.map(({ id }) => id) };
    // What came after the list was read has not been seen by anybody.
    return { filter: { ...inbox.filter, until: inbox.problems![0]!.lastAt } };
  }

  return (
    <div className="inbox-selection" role="toolbar" aria-label={t('inbox.selection')}>
      <strong className="number">{t('inbox.selected', { count: size, formatted })}</strong>
      {selection.areAllTicked && inbox.hasMore && !isAll && count ? (
        <button type="button" className="link-button" onClick={() => selection.meanAll()}>
          {t('inbox.selectAll', {
            formatted: countText(count.value) + (count.precision === 'AT_LEAST' ? '+' : ''),
          })}
        </button>
      ) : null}
      <span className="spacer" />
      <button
        type="button"
        className="button"
        disabled={!canReplay}
        title={canReplay ? undefined : t('inbox.cannotReplay')}
        onClick={() => act('replay')}
      >
        <RotateCcw size={14} aria-hidden />
        {t('inbox.replay')}
      </button>
      <button
        type="button"
        className="button button-quiet button-danger"
        onClick={() => act('purge')}
      >
        <Trash2 size={14} aria-hidden />
        {t('inbox.purge')}
      </button>
      <button type="button" className="button button-quiet" onClick={() => selection.clear()}>
        {t('inbox.unselect')}
      </button>
    </div>
  );
}
