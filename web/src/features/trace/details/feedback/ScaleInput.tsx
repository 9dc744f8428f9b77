import { ThumbsDown, ThumbsUp } from 'lucide-react';
import { t } from '../../../../i18n/index.ts';
import type { FeedbackDraft, FeedbackScale } from './draft.ts';

interface ScaleInputProps {
  scale: FeedbackScale | undefined;
  draft: FeedbackDraft;
  onChange: (change: Partial<FeedbackDraft>) => void;
}

/** Thumbs, a number or categories, as the key's scale says; nothing for words alone. */
export function ScaleInput({ scale, draft, onChange }: ScaleInputProps) {
  if (scale?.type === 'FREEFORM') return null;
  if (scale?.type === 'CATEGORICAL') {
    return (
      <div className="tr-fb-choices" role="radiogroup" aria-label={t('feedback.judgement')}>
        {scale.categories.map(({ value, label }) => {
          const isChosen = draft.score === String(value);
          return (
            <button
              key={value}
              type="button"
              role="radio"
              aria-checked={isChosen}
              className="tr-fb-choice"
              onClick={() =>
                onChange(
                  isChosen
                    ? { score: '', category: null }
                    : { score: String(value), category: label },
                )
              }
            >
              <bdi>{label ?? value}</bdi>
            </button>
          );
        })}
      </div>
    );
  }
  return (
    <div className="tr-fb-choices">
      {scale ? null : <Thumbs score={draft.score} onScore={(score) => onChange({ score })} />}
      <label className="field-inline">
        <span className="quiet">{t('feedback.score')}</span>
        <input
          type="number"
          step="any"
          min={scale?.min ?? undefined}
          max={scale?.max ?? undefined}
          placeholder={rangeText(scale)}
          value={draft.score}
          onChange={(event) => onChange({ score: event.target.value })}
        />
      </label>
      {scale?.isLowerScoreBetter ? (
        <span className="quiet">{t('feedback.lowerIsBetter')}</span>
      ) : null}
    </div>
  );
}

function rangeText(scale: FeedbackScale | undefined): string | undefined {
  if (!scale || (scale.min === null && scale.max === null)) return undefined;
  return `${scale.min ?? '−∞'} … ${scale.max ?? '∞'}`;
}

function Thumbs({ score, onScore }: { score: string; onScore: (score: string) => void }) {
  const thumbs = [
    { value: '1', label: t('feedback.good'), Icon: ThumbsUp },
    { value: '0', label: t('feedback.bad'), Icon: ThumbsDown },
  ];
  return (
    <div className="tr-fb-choices" role="radiogroup" aria-label={t('feedback.judgement')}>
      {thumbs.map(({ value, label, Icon }) => (
        <button
          key={value}
          type="button"
          role="radio"
          aria-checked={score === value}
          aria-label={label}
          title={label}
          className="tr-fb-choice"
          onClick={() => onScore(score === value ? '' : value)}
        >
          <Icon size={14} aria-hidden />
        </button>
      ))}
    </div>
  );
}
