import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import type { RangeSearch } from '../../lib/time-range.ts';
import { Dialog } from '../Dialog.tsx';

interface CustomRangeProps {
  range: RangeSearch;
  onChange: (range: RangeSearch) => void;
  onClose: () => void;
}

/** From and to, in the reader's zone; either may be left open. */
export function CustomRange({ range, onChange, onClose }: CustomRangeProps) {
  const [from, setFrom] = useState(localText(range.from));
  const [to, setTo] = useState(localText(range.to));
  const isBackwards = from !== '' && to !== '' && from >= to;
  return (
    <Dialog title={t('ranges.customTitle')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          onChange({
            ...(from === '' ? {} : { from: new Date(from).toISOString() }),
            ...(to === '' ? {} : { to: new Date(to).toISOString() }),
          });
          onClose();
        }}
      >
        <label className="field">
          <span>{t('ranges.from')}</span>
          <input
            type="datetime-local"
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        </label>
        <label className="field">
          <span>{t('ranges.to')}</span>
          <input type="datetime-local" value={to} onChange={(event) => setTo(event.target.value)} />
        </label>
        <p className="field-note">{t('ranges.zone', { zone: zoneName() })}</p>
        {isBackwards ? (
          <p className="field-error" role="alert">
            {t('ranges.backwards')}
          </p>
        ) : null}
        <footer className="form-foot">
          <button type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button
            type="submit"
            className="button button-strong"
            disabled={isBackwards || (from === '' && to === '')}
          >
            {t('ranges.apply')}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

function zoneName(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** An instant as `datetime-local` wants it. */
function localText(instant: string | undefined): string {
  if (instant === undefined) return '';
  const date = new Date(instant);
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
