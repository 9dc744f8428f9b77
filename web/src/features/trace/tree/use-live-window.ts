import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { liveSpanUs, windowOf } from '../model/time-scale.ts';
import type { TimeWindow } from '../model/time-scale.ts';
import type { SubtreeTotals } from '../model/trace-tree.ts';

export interface LiveWindowOptions {
  ref: RefObject<HTMLElement | null>;
  totals: Pick<SubtreeTotals, 'startUs' | 'lastUs' | 'running'>;
  /** Whether a bar grows: something runs and is still believed to. */
  isGrowing: boolean;
  nowUs: () => number;
  /** Length of an axis on which gaps are short; undefined for one that is straight. */
  axisSpanUs: number | undefined;
}

const easeMs = 140;

/**
 * Drives the time scale without React: bars are placed by two CSS variables, `--tr-k` (percent per
 * millisecond) and `--tr-now` (milliseconds since the window's start), which change once a frame while
 * something runs. The span grows in steps and each step is eased; when all has ended it settles once.
 */
export function useLiveWindow(options: LiveWindowOptions): TimeWindow {
  const { ref, totals, isGrowing, nowUs, axisSpanUs } = options;
  const shownSpan = useRef<number | undefined>(undefined);
  // What nobody expects to end any more does not stretch the scale until now.
  const window_ = windowOf(totals, isGrowing ? nowUs() : totals.lastUs);
  const targetUs = isGrowing ? liveSpanUs(window_.spanUs) : (axisSpanUs ?? window_.spanUs);
  const startUs = totals.startUs;

  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let frame = 0;
    let lastMs = performance.now();
    const draw = (timeMs: number) => {
      const elapsedUs = nowUs() - startUs;
      const goalUs = isGrowing
        ? liveSpanUs(Math.max(elapsedUs, totals.lastUs - startUs))
        : targetUs;
      const span = isStill ? goalUs : eased(shownSpan.current ?? goalUs, goalUs, timeMs - lastMs);
      lastMs = timeMs;
      shownSpan.current = span;
      element.style.setProperty('--tr-k', String(100_000 / span));
      element.style.setProperty('--tr-now', String(elapsedUs / 1000));
      if (isGrowing && isStill) frame = window.setTimeout(() => draw(performance.now()), 1000);
      else if (isGrowing || span !== goalUs) frame = requestAnimationFrame(draw);
    };
    draw(lastMs);
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(frame);
    };
  }, [ref, startUs, targetUs, totals.lastUs, isGrowing, nowUs]);

  return { startUs, spanUs: targetUs };
}

/** Moves towards the goal by the part that fits the time passed; arrives exactly. */
function eased(from: number, goal: number, passedMs: number): number {
  const next = from + (goal - from) * (1 - Math.exp(-passedMs / (easeMs / 3)));
  return Math.abs(next - goal) < goal * 0.002 ? goal : next;
}
