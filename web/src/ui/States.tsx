import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../i18n/index.ts';
import { CopyButton } from './Copy.tsx';
import { errorWords } from '../api/error-words.ts';

/** An error in place of a view: what happened, the request id, and another try. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { title, text, requestId } = errorWords(error);
  return (
    <div className="state" role="alert">
      <CircleAlert size={20} className="state-error" aria-hidden />
      <h2>{title}</h2>
      <p>
        <bdi>{text.slice(0, 500)}</bdi>
      </p>
      <button type="button" className="button" onClick={onRetry}>
        {t('common.retry')}
      </button>
      {requestId === undefined ? null : (
        <p className="state-id">
          {t('errors.request')} <code>{requestId}</code>
          <CopyButton text={requestId} label={t('errors.copyRequest')} />
        </p>
      )}
    </div>
  );
}

export function CalmState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** Placeholder lines in the layout of what is coming. */
export function Skeleton({ lines }: { lines: readonly number[] }) {
  return (
    <div className="skeleton" aria-busy="true" role="status" aria-label={t('common.loading')}>
      {lines.map((width, index) => (
        <span key={index} style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
