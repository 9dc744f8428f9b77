import { useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { remembered, remember } from '../../../lib/remember.ts';

const least = 0.2;
const most = 0.75;

/** The share of the row that the name takes; dragged or moved by arrow keys, and remembered. */
export function useNameShare() {
  const [share, setShare] = useState(() => clamp(remembered('trace.nameShare', 0.42)));

  function change(next: number): void {
    setShare(clamp(next));
    remember('trace.nameShare', clamp(next));
  }

  const handle = {
    role: 'separator',
    tabIndex: 0,
    'aria-orientation': 'vertical' as const,
    'aria-label': 'Width of the name column',
    'aria-valuenow': Math.round(share * 100),
    onPointerDown(event: PointerEvent<HTMLElement>) {
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
      const box = event.currentTarget.parentElement!.getBoundingClientRect();
      change((event.clientX - box.left) / box.width);
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      event.preventDefault();
      event.stopPropagation();
      change(share + (event.key === 'ArrowLeft' ? -0.02 : 0.02));
    },
  };
  return { share, handle };
}

function clamp(share: number): number {
  return Math.min(most, Math.max(least, share));
}
