import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import type { RunSearch } from './model/run-search.ts';

interface CustomRangeProps {
  search: RunSearch;
  onChange: (range: { from?: string; to?: string }) => void;
  onClose: () => void;
}

/** From and to, in the reader's zone; either may be left open. */
export function CustomRange({ search, onChange, onClose }: CustomRangeProps) {
  const [from, setFrom] = useState(localText(search.from));
  const [to, setTo] = useState(localText(search.to));
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

/** An instant as `datetime-local` wants it. */
function localText(instant: string | undefined): string {
  if (instant === undefined) return '';
  const date = new Date(instant);
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

export function customRangeText(search: RunSearch): string {
  const format = (instant: string) =>
    new Date(instant).toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'short' });
  const from = search.from === undefined ? '…' : format(search.from);
  const to = search.to === undefined ? t('ranges.now') : format(search.to);
  return `${from} – ${to}`;
}
