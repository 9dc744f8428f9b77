import { useId, useState } from 'react';
import { t } from '../../../../i18n/index.ts';
import { emptyDraft, fieldsOf, saysSomething } from './draft.ts';
import type { FeedbackDraft, FeedbackScale, JudgementFields } from './draft.ts';
import { ScaleInput } from './ScaleInput.tsx';

interface FeedbackFormProps {
  scales: readonly FeedbackScale[];
  /** What is changed; a new one without it. */
  draft?: FeedbackDraft;
  /** Resolves with what is wrong, or with nothing. */
  onSave: (key: string, fields: JudgementFields) => Promise<string | undefined>;
  onClose: () => void;
}

/** One judgement: of what, how good, why, and what would have been right. */
export function FeedbackForm({ scales, draft: before, onSave, onClose }: FeedbackFormProps) {
  const [draft, setDraft] = useState<FeedbackDraft>(
    () => before ?? { ...emptyDraft, key: scales[0]?.key ?? '' },
  );
  const [problem, setProblem] = useState<string>();
  const [isSaving, setIsSaving] = useState(false);
  const [hasCorrection, setHasCorrection] = useState(draft.correction !== '');
  const listId = useId();
  const scale = scales.find(({ key }) => key === draft.key.trim());
  const change = (part: Partial<FeedbackDraft>) => setDraft((now) => ({ ...now, ...part }));

  async function submit(): Promise<void> {
    const fields = fieldsOf(draft);
    if (!fields) return setProblem(t('feedback.noNumber'));
    setProblem(undefined);
    setIsSaving(true);
    const message = await onSave(draft.key.trim(), fields);
    setIsSaving(false);
    if (message === undefined) onClose();
    else setProblem(message);
  }

  return (
    <form
      className="tr-fb-form"
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="tr-fb-row">
        <label className="field-inline">
          <span className="quiet">{t('feedback.key')}</span>
          <input
            type="text"
            required
            maxLength={128}
            list={listId}
            readOnly={before !== undefined}
            value={draft.key}
            onChange={(event) => change({ key: event.target.value, score: '', category: null })}
          />
          <datalist id={listId}>
            {scales.map(({ key }) => (
              <option key={key} value={key} />
            ))}
          </datalist>
        </label>
        <ScaleInput scale={scale} draft={draft} onChange={change} />
      </div>
      <textarea
        rows={2}
        maxLength={60_000}
        aria-label={t('feedback.comment')}
        placeholder={t('feedback.comment')}
        value={draft.comment}
        onChange={(event) => change({ comment: event.target.value })}
      />
      {hasCorrection ? (
        <textarea
          rows={3}
          maxLength={60_000}
          aria-label={t('feedback.correction')}
          placeholder={t('feedback.correction')}
          value={draft.correction}
          onChange={(event) => change({ correction: event.target.value })}
        />
      ) : null}
      {problem === undefined ? null : (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      <footer className="tr-fb-foot">
        {hasCorrection ? null : (
          <button type="button" className="link-button" onClick={() => setHasCorrection(true)}>
            {t('feedback.addCorrection')}
          </button>
        )}
        <span className="spacer" />
        <button type="button" className="button" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <button
          type="submit"
          className="button button-strong"
          disabled={isSaving || draft.key.trim() === '' || !saysSomething(draft)}
        >
          {t('feedback.save')}
        </button>
      </footer>
    </form>
  );
}
