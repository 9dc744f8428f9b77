import { useState } from 'react';
import type { ReactNode } from 'react';
import { errorWords } from '../api/error-words.ts';
import { t } from '../i18n/index.ts';
import { Dialog } from './Dialog.tsx';

interface ConfirmDialogProps {
  title: string;
  /** What it is about, as somebody named it. */
  name: string;
  /** What it means, in a sentence or two. */
  children: ReactNode;
  confirm: string;
  /** Word of the button that leaves everything as it is. */
  cancel?: string;
  /** Does it; what is wrong comes back as words, an outage is thrown. */
  run: () => Promise<string | undefined>;
  onClose: () => void;
  onDone?: () => void;
}

/** Asks before something is done that cannot be undone. */
export function ConfirmDialog({
  title,
  name,
  children,
  confirm,
  cancel = t('common.cancel'),
  run,
  onClose,
  onDone,
}: ConfirmDialogProps) {
  const [problem, setProblem] = useState<string>();
  const [isRunning, setRunning] = useState(false);

  async function start(): Promise<void> {
    setProblem(undefined);
    setRunning(true);
    try {
      const message = await run();
      if (message !== undefined) return setProblem(message);
      onClose();
      onDone?.();
    } catch (error) {
      const { title: what, text } = errorWords(error);
      setProblem(`${what}. ${text}`);
    } finally {
      setRunning(false);
    }
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <div className="form">
        <p>
          <bdi className="strong">{name}</bdi>
        </p>
        <p>{children}</p>
        {problem === undefined ? null : (
          <p className="field-error" role="alert">
            {problem}
          </p>
        )}
        <footer className="form-foot">
          <button type="button" className="button" data-autofocus onClick={onClose}>
            {cancel}
          </button>
          <button
            type="button"
            className="button button-destroy"
            disabled={isRunning}
            onClick={() => void start()}
          >
            {confirm}
          </button>
        </footer>
      </div>
    </Dialog>
  );
}
