import { Check, Copy, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { t } from '../i18n/index.ts';
import { copyText } from '../lib/clipboard.ts';

type CopyState = 'idle' | 'done' | 'failed';

/** Copies, and says for a moment whether it worked. */
export function useCopy(): { state: CopyState; copy: (text: string) => void } {
  const [state, setState] = useState<CopyState>('idle');
  const timer = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const copy = (text: string) =>
    void copyText(text).then((isDone) => {
      setState(isDone ? 'done' : 'failed');
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => setState('idle'), 1400);
    });
  return { state, copy };
}

const icons = { idle: Copy, done: Check, failed: X };

/** A quiet button that copies a text. */
export function CopyButton({ text, label }: { text: string | (() => string); label: string }) {
  const { state, copy } = useCopy();
  const Icon = icons[state];
  const said =
    state === 'idle' ? label : t(state === 'done' ? 'common.copied' : 'common.notCopied');
  return (
    <button
      type="button"
      className="icon-button copy"
      data-state={state}
      title={said}
      aria-label={said}
      onClick={(event) => {
        event.stopPropagation();
        copy(typeof text === 'string' ? text : text());
      }}
    >
      <Icon size={14} aria-hidden />
    </button>
  );
}

/** An id, shortened for reading, whole when copied. */
export function CopyId({ id, label }: { id: string; label: string }) {
  const short = shortId(id);
  return (
    <span className="copy-id" title={`${label}: ${id}`}>
      <span className="copy-id-label">{label}</span> {short}
      <CopyButton text={id} label={t('common.copyOf', { what: label })} />
    </span>
  );
}

/** Enough of an id to tell it from its neighbours; that of a span begins with zeros. */
function shortId(id: string): string {
  if (id.length <= 13) return id;
  return id.startsWith('00000000-') ? `…${id.slice(-8)}` : `${id.slice(0, 8)}…`;
}
