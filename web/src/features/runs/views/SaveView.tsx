import { useState } from 'react';
import { errorWords } from '../../../api/error-words.ts';
import type { SavedViewVisibility } from '../../../gql/graphql.ts';
import { t } from '../../../i18n/index.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import type { Views } from './use-views.ts';

interface SaveViewProps {
  views: Views;
  canManage: boolean;
  onClose: () => void;
}

/** Keeps what the list shows under a name. */
export function SaveView({ views, canManage, onClose }: SaveViewProps) {
  const [name, setName] = useState('');
  const [visibility, setVisibility] = useState<SavedViewVisibility>('PRIVATE');
  const [problem, setProblem] = useState<string>();
  const [isSaving, setIsSaving] = useState(false);

  async function save(): Promise<void> {
    setIsSaving(true);
    try {
      const wrong = await views.saveAs(name.trim(), visibility);
      if (wrong === undefined) return onClose();
      setProblem(wrong);
    } catch (error) {
      setProblem(errorWords(error).text);
    }
    setIsSaving(false);
  }

  return (
    <Dialog title={t('views.saveTitle')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label className="field">
          <span>{t('views.nameLabel')}</span>
          <input
            data-autofocus
            value={name}
            maxLength={128}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <fieldset className="field">
          <legend>{t('views.who')}</legend>
          {(['PRIVATE', 'TEAM'] as const).map((value) => (
            <label key={value} className="choice">
              <input
                type="radio"
                name="visibility"
                checked={visibility === value}
                disabled={value === 'TEAM' && !canManage}
                onChange={() => setVisibility(value)}
              />
              <span>
                {t(`views.visibility.${value}`)}
                <small>{t(`views.visibilityText.${value}`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        {problem === undefined ? null : (
          <p className="field-error" role="alert">
            {problem.slice(0, 300)}
          </p>
        )}
        <footer className="form-foot">
          <button type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button
            type="submit"
            className="button button-strong"
            disabled={name.trim() === '' || isSaving}
          >
            {t('views.saveConfirm')}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
