import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { t } from '../i18n/index.ts';

interface SearchFieldProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  /** The key that brings the focus here, as a hint. */
  hint?: string;
  fieldRef?: React.RefObject<HTMLInputElement | null>;
  className?: string;
}

const restMs = 250;

/** A text that narrows a list; passed on when typing rests, or at once by Enter. */
export function SearchField(props: SearchFieldProps) {
  const { label, placeholder, value, onChange, hint, fieldRef } = props;
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const timer = useRef<number>(undefined);
  useEffect(() => {
    // Changed elsewhere, e.g. by going back or by "clear filters".
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  function send(next: string, delayMs: number): void {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      sent.current = next;
      onChange(next);
    }, delayMs);
  }

  return (
    <div className={`search-field ${props.className ?? ''}`}>
      <Search size={14} aria-hidden />
      <input
        ref={fieldRef}
        type="text"
        spellCheck={false}
        aria-label={label}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          send(event.target.value, restMs);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') send(text, 0);
          else if (event.key === 'Escape') event.currentTarget.blur();
          else return;
          event.stopPropagation();
        }}
      />
      {text === '' ? (
        hint === undefined ? null : (
          <kbd>{hint}</kbd>
        )
      ) : (
        <button
          type="button"
          className="icon-button"
          title={t('common.clear')}
          aria-label={t('common.clear')}
          onClick={() => {
            setText('');
            send('', 0);
          }}
        >
          <X size={14} aria-hidden />
        </button>
      )}
    </div>
  );
}
