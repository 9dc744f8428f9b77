import { ChevronDown, ChevronUp, Maximize2, X } from 'lucide-react';
import { useState } from 'react';
import type { CSSProperties, KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { t } from '../../../i18n/index.ts';
import { countText, runName } from '../../../lib/format.ts';
import { remember, remembered } from '../../../lib/remember.ts';
import { AddressLink } from '../../../ui/AddressLink.tsx';

interface RunPeekProps {
  title: string | undefined;
  position: { index: number; count: number; hasMore: boolean } | undefined;
  /** The trace's own page. */
  link: string;
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
  children: ReactNode;
}

/** A trace over the list, which never leaves the screen. */
export function RunPeek(props: RunPeekProps) {
  const { position } = props;
  const { share, handle } = usePeekWidth();
  return (
    <aside
      className="peek"
      aria-label={t('runs.peek', { name: runName(props.title) })}
      style={{ '--peek-share': `${share * 100}%` } as CSSProperties}
    >
      <div className="peek-handle" {...handle} />
      <header className="peek-head">
        <button
          type="button"
          className="icon-button"
          title={t('runs.previous')}
          aria-label={t('runs.previous')}
          disabled={position?.index === 0}
          onClick={() => props.onStep(-1)}
        >
          <ChevronUp size={16} aria-hidden />
        </button>
        <button
          type="button"
          className="icon-button"
          title={t('runs.next')}
          aria-label={t('runs.next')}
          onClick={() => props.onStep(1)}
        >
          <ChevronDown size={16} aria-hidden />
        </button>
        {position ? (
          <span className="quiet number">
            {t('runs.position', {
              index: countText(position.index + 1),
              count: countText(position.count) + (position.hasMore ? '+' : ''),
            })}
          </span>
        ) : null}
        <span className="spacer" />
        <AddressLink className="button button-quiet" href={props.link}>
          <Maximize2 size={14} aria-hidden />
          {t('runs.fullPage')}
        </AddressLink>
        <button
          type="button"
          className="icon-button"
          title={t('runs.closePeek')}
          aria-label={t('runs.closePeek')}
          onClick={props.onClose}
        >
          <X size={16} aria-hidden />
        </button>
      </header>
      <div className="peek-body">{props.children}</div>
    </aside>
  );
}

const least = 0.4;
const most = 0.92;

/** Dragged at its left edge or moved by arrow keys, and remembered. */
function usePeekWidth() {
  const [share, setShare] = useState(() => clamp(remembered('runs.peekShare', 0.66)));
  const change = (next: number) => {
    setShare(clamp(next));
    remember('runs.peekShare', clamp(next));
  };
  const handle = {
    role: 'separator',
    tabIndex: 0,
    'aria-orientation': 'vertical' as const,
    'aria-label': t('runs.peekWidth'),
    'aria-valuenow': Math.round(share * 100),
    onPointerDown(event: PointerEvent<HTMLElement>) {
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
      const body = event.currentTarget.parentElement!.parentElement!.getBoundingClientRect();
      change((body.right - event.clientX) / body.width);
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      event.preventDefault();
      change(share + (event.key === 'ArrowLeft' ? 0.02 : -0.02));
    },
  };
  return { share, handle };
}

function clamp(share: number): number {
  return Math.min(most, Math.max(least, share));
}
