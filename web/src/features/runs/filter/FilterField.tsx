import { CornerDownLeft, Filter, X } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { t } from '../../../i18n/index.ts';
import { readFilter } from '../model/list-filter.ts';
import type { CompleteFilter } from './filter-option.ts';
import type { FilterProblem } from '../model/list-filter.ts';

const FilterEditor = lazy(async () => ({
  default: (await import('./FilterEditor.tsx')).FilterEditor,
}));

interface FilterFieldProps {
  value: string;
  onChange: (filter: string) => void;
  complete: CompleteFilter;
  focusRef: RefObject<(() => void) | null>;
}

const restMs = 700;

/** The filter as text: it counts after Enter, and only when it means something. */
export function FilterField({ value, onChange, complete, focusRef }: FilterFieldProps) {
  const [text, setText] = useState(value);
  const messageId = useId();
  useEffect(() => setText(value), [value]);
  const problem = useProblem(text, value);
  const commit = useCallback(
    (next: string) => {
      const trimmed = next.trim();
      if (trimmed !== value.trim() && readFilter(trimmed).isValid) onChange(trimmed);
    },
    [value, onChange],
  );
  return (
    <div className="filter-field" data-wrong={problem !== undefined || undefined}>
      <div className="filter-box">
        <Filter size={14} aria-hidden />
        <Suspense fallback={<span className="filter-editor cut">{value}</span>}>
          <FilterEditor
            value={value}
            label={t('filter.label')}
            placeholder={t('filter.placeholder')}
            problem={problem}
            complete={complete}
            onEdit={setText}
            onCommit={commit}
            focusRef={focusRef}
          />
        </Suspense>
        {text.trim() === value.trim() ? (
          text === '' ? (
            <kbd>/</kbd>
          ) : null
        ) : (
          <kbd title={t('filter.enter')}>
            <CornerDownLeft size={12} aria-label={t('filter.enter')} />
          </kbd>
        )}
        {text === '' ? null : (
          <button
            type="button"
            className="icon-button"
            title={t('filter.clear')}
            aria-label={t('filter.clear')}
            onClick={() => {
              setText('');
              onChange('');
              focusRef.current?.();
            }}
          >
            <X size={14} aria-hidden />
          </button>
        )}
      </div>
      {problem === undefined ? null : (
        <p id={messageId} className="filter-message" role="alert">
          {problem.message}
        </p>
      )}
    </div>
  );
}

/** What is wrong, once typing rests; at once for a text that came with the address. */
function useProblem(text: string, value: string): FilterProblem | undefined {
  const [problem, setProblem] = useState<FilterProblem>();
  const first = useRef(true);
  useEffect(() => {
    const look = () => {
      const read = readFilter(text);
      setProblem(read.isValid ? undefined : read.problem);
    };
    if (first.current || text === value) {
      first.current = false;
      look();
      return undefined;
    }
    setProblem(undefined);
    const timer = window.setTimeout(look, restMs);
    return () => window.clearTimeout(timer);
  }, [text, value]);
  return problem;
}
