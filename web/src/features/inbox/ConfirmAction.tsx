import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import { countText } from '../../lib/format.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useInboxActions } from './use-inbox-actions.ts';
import type { ActionTarget, InboxAction } from './use-inbox-actions.ts';

export interface PendingAction {
  action: InboxAction;
  target: ActionTarget;
  /** How many problems it is for. */
  count: number;
  /** Whether the count is a lower bound. */
  isAtLeast?: boolean;
}

interface ConfirmActionProps extends PendingAction {
  onClose: () => void;
  /** It has been carried out; what became of it. */
  onDone: (said: string) => void;
}

/** Asks before something is stored again, which does no harm, or deleted, which cannot be undone. */
export function ConfirmAction({ action, target, count, isAtLeast, ...props }: ConfirmActionProps) {
  const [problem, setProblem] = useState<string>();
  const [isRunning, setIsRunning] = useState(false);
  const run = useInboxActions();
  const formatted = countText(count) + (isAtLeast ? '+' : '');
  const isPurge = action === 'purge';

  async function confirm(): Promise<void> {
    setProblem(undefined);
    setIsRunning(true);
    const outcome = await run(action, target);
    setIsRunning(false);
    if ('problem' in outcome) return setProblem(outcome.problem);
    props.onDone(outcome.said);
    props.onClose();
  }

  return (
    <Dialog
      title={t(isPurge ? 'inbox.purgeTitle' : 'inbox.replayTitle', { count, formatted })}
      isSticky={isRunning}
      onClose={props.onClose}
    >
      <div className="form">
        <p>{t(isPurge ? 'inbox.purgeText' : 'inbox.replayText')}</p>
        {problem === undefined ? null : (
          <p className="field-error" role="alert">
            {problem}
          </p>
        )}
        <footer className="form-foot">
          <button
            type="button"
            className="button"
            {...(isPurge && { 'data-autofocus': true })}
            disabled={isRunning}
            onClick={props.onClose}
          >
            {t(isPurge ? 'inbox.keep' : 'common.cancel')}
          </button>
          <button
            type="button"
            className={`button ${isPurge ? 'button-destroy' : 'button-strong'}`}
            {...(!isPurge && { 'data-autofocus': true })}
            disabled={isRunning}
            onClick={() => void confirm()}
          >
            {t(isPurge ? 'inbox.purgeConfirm' : 'inbox.replayConfirm', { count, formatted })}
          </button>
        </footer>
      </div>
    </Dialog>
  );
}
