import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { errorWords } from '../../../api/error-words.ts';
import { t } from '../../../i18n/index.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { setRetentionMutation } from './retention-documents.ts';

/** Days, null for ever, or as all projects. */
export type Kept = number | null | 'inherited';

const presets = [7, 14, 30, 90, 180, 365, 400];

interface RetentionChoiceProps {
  /** Without it, the workspace's own. */
  project?: { id: string; name: string };
  kept: Kept;
  /** What counts for all projects. */
  workspaceDays: number | null;
  canManage: boolean;
  onSaved: () => void;
}

export const keptText = (days: number | null): string =>
  days === null ? t('retention.forever') : t('retention.days', { count: days });

/** A choice that is saved at once, but for a shorter time: that one is asked for again. */
export function RetentionChoice(props: RetentionChoiceProps) {
  const { project, kept, workspaceDays, canManage, onSaved } = props;
  const [isOther, setIsOther] = useState(false);
  const [asked, setAsked] = useState<Kept>();
  const [problem, setProblem] = useState<string>();
  const [save, { loading }] = useMutation(setRetentionMutation);
  const label = t('retention.of', { name: project?.name ?? t('retention.workspace') });
  const daysNow = kept === 'inherited' ? workspaceDays : kept;

  async function apply(next: Kept): Promise<void> {
    setAsked(undefined);
    setIsOther(false);
    const input = {
      projectId: project?.id ?? null,
      ...(next === 'inherited' ? { inherits: true } : { days: next }),
    };
    try {
      const { data } = await save({ variables: { input } });
      setProblem(data?.setRetention.userErrors[0]?.message);
      onSaved();
    } catch (error) {
      setProblem(errorWords(error).text);
    }
  }

  function choose(next: Kept): void {
    const days = next === 'inherited' ? workspaceDays : next;
    if ((days ?? Infinity) < (daysNow ?? Infinity)) setAsked(next);
    else void apply(next);
  }

  if (!canManage) {
    return kept === 'inherited' ? inheritedText(workspaceDays) : keptText(kept);
  }
  return (
    <div className="retention-choice">
      <select
        aria-label={label}
        disabled={loading}
        value={isOther ? 'other' : valueOf(kept)}
        onChange={({ target }) => {
          setIsOther(target.value === 'other');
          if (target.value !== 'other') choose(keptOf(target.value));
        }}
      >
        {project ? <option value="inherited">{inheritedText(workspaceDays)}</option> : null}
        <option value="forever">{t('retention.forever')}</option>
        {daysOffered(kept).map((days) => (
          <option key={days} value={days}>
            {keptText(days)}
          </option>
        ))}
        <option value="other">{t('retention.other')}</option>
      </select>
      {isOther ? <OtherDays onSave={choose} /> : null}
      {problem === undefined ? null : (
        <span className="field-error" role="alert">
          {problem}
        </span>
      )}
      {asked === undefined ? null : (
        <ConfirmShorter
          days={(asked === 'inherited' ? workspaceDays : asked) ?? 0}
          onConfirm={() => void apply(asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}

const inheritedText = (days: number | null) =>
  t('retention.inherited', { now: keptText(days).toLowerCase() });

const valueOf = (kept: Kept): string => (kept === null ? 'forever' : String(kept));

function keptOf(value: string): Kept {
  if (value === 'inherited') return 'inherited';
  return value === 'forever' ? null : Number(value);
}

function daysOffered(kept: Kept): number[] {
  if (typeof kept !== 'number' || presets.includes(kept)) return presets;
  return [...presets, kept].sort((a, b) => a - b);
}

function OtherDays({ onSave }: { onSave: (days: number) => void }) {
  const [days, setDays] = useState('');
  return (
    <form
      className="retention-choice"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(Number(days));
      }}
    >
      <input
        type="number"
        required
        min={1}
        max={36_500}
        step={1}
        aria-label={t('retention.daysLabel')}
        placeholder={t('retention.daysLabel')}
        value={days}
        onChange={(event) => setDays(event.target.value)}
      />
      <button type="submit" className="button">
        {t('retention.save')}
      </button>
    </form>
  );
}

interface ConfirmShorterProps {
  days: number;
  onConfirm: () => void;
  onClose: () => void;
}

function ConfirmShorter({ days, onConfirm, onClose }: ConfirmShorterProps) {
  const time = keptText(days);
  return (
    <Dialog title={t('retention.shorterTitle')} onClose={onClose}>
      <div className="form">
        <p>{t('retention.shorterText', { time })}</p>
        <footer className="form-foot">
          <button type="button" className="button" data-autofocus onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="button" className="button button-destroy" onClick={onConfirm}>
            {t('retention.shorterConfirm', { time })}
          </button>
        </footer>
      </div>
    </Dialog>
  );
}
