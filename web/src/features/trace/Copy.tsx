import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';

/** A quiet button that copies a text and says so for a moment. */
export function CopyButton({ text, label }: { text: string | (() => string); label: string }) {
  const [isDone, setIsDone] = useState(false);
  const timer = useRef<number>(undefined);
  const copy = async () => {
    await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
    setIsDone(true);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setIsDone(false), 1200);
  };
  return (
    <button
      type="button"
      className="tr-icon-button tr-copy"
      title={isDone ? 'Copied' : label}
      aria-label={label}
      onClick={(event) => {
        event.stopPropagation();
        void copy();
      }}
    >
      {isDone ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
    </button>
  );
}

/** An id, shortened for reading, whole when copied. */
export function CopyId({ id, label }: { id: string; label: string }) {
  const short = id.length > 13 ? `${id.slice(0, 8)}…` : id;
  return (
    <span className="tr-id" title={`${label}: ${id}`}>
      <span className="tr-id-label">{label}</span> {short}
      <CopyButton text={id} label={`Copy ${label}`} />
    </span>
  );
}
