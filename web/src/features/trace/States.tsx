import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { CopyButton } from './Copy.tsx';
import { errorWords } from './errors.ts';

/** An error in place of a view: what happened, the request id, and another try. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { title, text, requestId } = errorWords(error);
  return (
    <div className="tr-state" role="alert">
      <CircleAlert size={20} className="tr-state-error" aria-hidden />
      <h2>{title}</h2>
      <p>
        <bdi>{text.slice(0, 500)}</bdi>
      </p>
      <button type="button" className="tr-button" onClick={onRetry}>
        Try again
      </button>
      {requestId === undefined ? null : (
        <p className="tr-state-id">
          Request <code>{requestId}</code>
          <CopyButton text={requestId} label="Copy request id" />
        </p>
      )}
    </div>
  );
}

export function CalmState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="tr-state">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** Placeholder lines in the layout of what is coming. */
export function Skeleton({ lines }: { lines: readonly number[] }) {
  return (
    <div className="tr-skeleton" aria-busy="true" aria-label="Loading">
      {lines.map((width, index) => (
        <span key={index} style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
