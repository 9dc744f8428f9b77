import { useState } from 'react';
import { errorWords } from '../../../api/error-words.ts';
import { t } from '../../../i18n/index.ts';
import { oneLine } from '../../../lib/format.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import type { SavedView, Views } from './use-views.ts';

interface DeleteViewProps {
  views: Views;
  view: SavedView;
  onClose: () => void;
}

export function DeleteView({ views, view, onClose }: DeleteViewProps) {
  const [problem, setProblem] = useState<string>();

  async function remove(): Promise<void> {
    try {
      const wrong = await views.remove(view);
      if (wrong === undefined) return onClose();
      setProblem(wrong);
    } catch (error) {
      setProblem(errorWords(error).text);
    }
  }

  return (
    <Dialog title={t('views.deleteTitle')} onClose={onClose}>
      <div className="form">
        <p>
          <bdi className="strong">{oneLine(view.name, 128)}</bdi>{' '}
          {t(view.visibility === 'TEAM' ? 'views.deleteTeamText' : 'views.deleteText')}
        </p>
        {problem === undefined ? null : (
          <p className="field-error" role="alert">
            {problem.slice(0, 300)}
          </p>
        )}
        <footer className="form-foot">
          <button type="button" className="button" data-autofocus onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="button" className="button button-destroy" onClick={() => void remove()}>
            {t('views.deleteConfirm')}
          </button>
        </footer>
      </div>
    </Dialog>
  );
}
