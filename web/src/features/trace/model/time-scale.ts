import type { TraceNode } from './trace-tree.ts';

/** What a waterfall shows: `spanUs` microseconds from `startUs` on. */
export interface TimeWindow {
  startUs: number;
  spanUs: number;
}

/** A piece of a bar, in microseconds since the start of the window. */
export interface Segment {
  fromUs: number;
  toUs: number;
}

const minSpanUs = 1;

/** The exact window of a node and everything below; `nowUs` counts while something runs. */
export function windowOf(
  totals: { startUs: number; lastUs: number; running: number },
  nowUs: number,
): TimeWindow {
  const endUs = totals.running > 0 ? Math.max(totals.lastUs, nowUs) : totals.lastUs;
  return { startUs: totals.startUs, spanUs: Math.max(minSpanUs, endUs - totals.startUs) };
}

const headroom = 1.06;
const growth = 1.25;
const shortestLiveUs = 2_000_000;

/**
 * The span a live waterfall shows: steps that leave room ahead, so that bars grow within a scale that
 * stands still, instead of everything shrinking all the time.
 */
export function liveSpanUs(elapsedUs: number): number {
  const wanted = Math.max(shortestLiveUs, elapsedUs * headroom);
  const steps = Math.ceil(Math.log(wanted / shortestLiveUs) / Math.log(growth) - 1e-9);
  return shortestLiveUs * growth ** Math.max(0, steps);
}

/** End of a bar: the run's end, now while it runs, never before its start. */
export function barEndUs(node: TraceNode, nowUs: number): number {
  const { run } = node;
  if (!run) return Math.max(node.startUs, node.totals.lastUs);
  return Math.max(run.startUs, run.endUs ?? (run.status === 'PENDING' ? nowUs : run.startUs));
}

/**
 * The parts of a bar during which at least one child was running, merged where they touch or are
 * closer than `resolutionUs` (less than a pixel), so that 10,000 children give a few pieces.
 */
export function waitingSegments(node: TraceNode, nowUs: number, resolutionUs: number): Segment[] {
  const startUs = node.startUs;
  const endUs = barEndUs(node, nowUs);
  const segments: Segment[] = [];
  let last: Segment | undefined;
  // Children are sorted by start, so one pass merges.
  for (const child of node.children) {
    const from = Math.max(child.startUs, startUs);
    const to = Math.min(barEndUs(child, nowUs), endUs);
    if (to <= from) continue;
    if (last && from - startUs <= last.toUs + resolutionUs) {
      last.toUs = Math.max(last.toUs, to - startUs);
    } else {
      last = { fromUs: from - startUs, toUs: to - startUs };
      segments.push(last);
    }
  }
  return segments;
}

/** Time in a run itself: its length without the time in which a child ran, hidden or not. */
export function selfTimeUs(shown: TraceNode, nowUs: number): number {
  const node = shown.origin ?? shown;
  const waiting = waitingSegments(node, nowUs, 0);
  const waited = waiting.reduce((sum, segment) => sum + segment.toUs - segment.fromUs, 0);
  return Math.max(0, barEndUs(node, nowUs) - node.startUs - waited);
}

/** Round positions for an axis, at most `maxTicks`, in microseconds since the start of the window. */
export function axisTicks(spanUs: number, maxTicks: number): number[] {
  const stepUs = roundStepUs(spanUs / Math.max(1, maxTicks));
  const ticks: number[] = [];
  for (let at = 0; at <= spanUs && ticks.length <= maxTicks; at += stepUs) ticks.push(at);
  return ticks;
}

const second = 1_000_000;
const minute = 60 * second;
const hour = 60 * minute;
const sexagesimal = [1, 2, 5, 10, 15, 30];

/** The next 1-2-5 step up to a second, then the steps people read on a clock. */
function roundStepUs(atLeastUs: number): number {
  if (atLeastUs <= second) {
    const power = 10 ** Math.floor(Math.log10(Math.max(1, atLeastUs)));
    return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= atLeastUs)!;
  }
  for (const unit of [second, minute]) {
    const step = sexagesimal.find((count) => count * unit >= atLeastUs);
    if (step !== undefined) return step * unit;
  }
  const hours = atLeastUs / hour;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, hours)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= hours)! * hour;
}
