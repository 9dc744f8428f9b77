import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { errorWords } from '../../api/error-words.ts';
import type { FeedbackScaleType } from '../../gql/graphql.ts';
import { t } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { createScaleMutation, updateScaleMutation } from './scale-documents.ts';
import { directionOf, emptyScale, scaleDraftOf, scaleInputOf } from './scale-draft.ts';
import type { Scale, ScaleDraft } from './scale-draft.ts';

const types: FeedbackScaleType[] = ['CONTINUOUS', 'CATEGORICAL', 'FREEFORM'];

interface ScaleDialogProps {
  /** What is changed; a new one without it. */
  scale?: Scale | undefined;
  onClose: () => void;
  onSaved: () => void;
}

/** Says how feedback with a key is given. */
export function ScaleDialog({ scale, onClose, onSaved }: ScaleDialogProps) {
  const [draft, setDraft] = useState<ScaleDraft>(() => (scale ? scaleDraftOf(scale) : emptyScale));
  const [problem, setProblem] = useState<string>();
  const [create, creating] = useMutation(createScaleMutation);
  const [update, updating] = useMutation(updateScaleMutation);
  const change = (part: Partial<ScaleDraft>) => setDraft((now) => ({ ...now, ...part }));

  async function submit(): Promise<void> {
    const input = scaleInputOf(draft);
    if (!input) return setProblem(t('feedback.scales.badCategories'));
    setProblem(undefined);
    const facts = {
      key: draft.key.trim(),
      scale: input,
      isLowerScoreBetter: directionOf(draft),
      isEnforced: draft.isEnforced,
    };
    try {
      const userErrors = scale
        ? (await update({ variables: { input: facts } })).data!.updateFeedbackConfig.userErrors
        : (await create({ variables: { input: facts } })).data!.createFeedbackConfig.userErrors;
      if (userErrors[0]) return setProblem(userErrors[0].message);
      onSaved();
      onClose();
    } catch (error) {
      const { title, text } = errorWords(error);
      setProblem(`${title}. ${text}`);
    }
  }

  return (
    <Dialog
      title={t(scale ? 'feedback.scales.editTitle' : 'feedback.scales.addTitle')}
      onClose={onClose}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <label className="field">
          <span>{t('feedback.key')}</span>
          <input
            type="text"
            required
            data-autofocus
            maxLength={128}
            readOnly={scale !== undefined}
            value={draft.key}
            onChange={(event) => change({ key: event.target.value })}
          />
        </label>
        <label className="field">
          <span>{t('feedback.scales.columns.type')}</span>
          <select
            value={draft.type}
            onChange={(event) => change({ type: event.target.value as FeedbackScaleType })}
          >
            {types.map((type) => (
              <option key={type} value={type}>
                {t(`feedback.scales.type.${type}`)}
              </option>
            ))}
          </select>
        </label>
        <ScaleValues draft={draft} onChange={change} />
        <label className="choice">
          <input
            type="checkbox"
            checked={draft.isEnforced}
            onChange={(event) => change({ isEnforced: event.target.checked })}
          />
          <span>
            {t('feedback.scales.enforce')}
            <small>{t('feedback.scales.enforceText')}</small>
          </span>
        </label>
        {problem === undefined ? null : (
          <p className="field-error" role="alert">
            {problem}
          </p>
        )}
        <footer className="form-foot">
          <button type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button
            type="submit"
            className="button button-strong"
            disabled={creating.loading || updating.loading || draft.key.trim() === ''}
          >
            {t('feedback.scales.save')}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

interface ScaleValuesProps {
  draft: ScaleDraft;
  onChange: (part: Partial<ScaleDraft>) => void;
}

function ScaleValues({ draft, onChange }: ScaleValuesProps) {
  if (draft.type === 'FREEFORM') return null;
  return (
    <>
      {draft.type === 'CATEGORICAL' ? (
        <label className="field">
          <span>{t('feedback.scales.categories')}</span>
          <textarea
            rows={4}
            value={draft.categories}
            onChange={(event) => onChange({ categories: event.target.value })}
          />
        </label>
      ) : (
        <div className="scale-ends">
          {(['min', 'max'] as const).map((end) => (
            <label key={end} className="field">
              <span>{t(`feedback.scales.${end}`)}</span>
              <input
                type="number"
                step="any"
                placeholder={t('feedback.scales.open')}
                value={draft[end]}
                onChange={(event) => onChange({ [end]: event.target.value })}
              />
            </label>
          ))}
        </div>
      )}
      <label className="field">
        <span>{t('feedback.scales.direction')}</span>
        <select
          value={draft.direction}
          onChange={(event) =>
            onChange({ direction: event.target.value as ScaleDraft['direction'] })
          }
        >
          {(['unsaid', 'higher', 'lower'] as const).map((direction) => (
            <option key={direction} value={direction}>
              {t(`feedback.scales.${direction}`)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
