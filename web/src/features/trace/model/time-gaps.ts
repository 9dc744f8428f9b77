import { barEndUs } from './time-scale.ts';
import type { TimeWindow } from './time-scale.ts';
import type { TraceTree } from './trace-tree.ts';

/** A stretch in which no run without children was at work; in microseconds since the window's start. */
export interface Gap {
  fromUs: number;
  toUs: number;
}

/** Places instants of a window on an axis on which long gaps are short. */
export interface TimeMap {
  gaps: readonly Gap[];
  /** Length of the axis: the window's span without what was taken out of the gaps. */
  spanUs: number;
  /** Microseconds since the window's start → place on the axis. */
  toAxis: (us: number) => number;
  /** The inverse. */
  fromAxis: (at: number) => number;
}

export const straight = (spanUs: number): TimeMap => ({
  gaps: [],
  spanUs,
  toAxis: (us) => us,
  fromAxis: (at) => at,
});

/** A gap is worth a break when it takes more than this part of the window. */
const leastShare = 0.08;
/** What a break keeps of the axis. */
const breakShare = 0.03;

/** Gaps of the window, at most 12 as each takes a twelfth. */
export function gapsIn(tree: TraceTree, { startUs, spanUs }: TimeWindow, nowUs: number): Gap[] {
  const leastUs = spanUs * leastShare;
  const endUs = startUs + spanUs;
  const busy: { fromUs: number; toUs: number }[] = [];
  for (const node of tree.nodes) {
    if (node.children.length > 0 || node.startUs > endUs) continue;
    const toUs = barEndUs(node, nowUs);
    if (toUs >= startUs) busy.push({ fromUs: node.startUs, toUs });
  }
  busy.sort((a, b) => a.fromUs - b.fromUs);
  const gaps: Gap[] = [];
  let reachedUs = startUs;
  const note = (untilUs: number) => {
    if (untilUs - reachedUs > leastUs) {
      gaps.push({ fromUs: reachedUs - startUs, toUs: untilUs - startUs });
    }
  };
  for (const { fromUs, toUs } of busy) {
    note(fromUs);
    reachedUs = Math.max(reachedUs, toUs);
  }
  note(endUs);
  return gaps;
}

/** The axis on which each gap keeps 3 % of what is not a gap. */
export function compressed(gaps: readonly Gap[], spanUs: number): TimeMap {
  if (gaps.length === 0) return straight(spanUs);
  const takenUs = gaps.reduce((sum, { fromUs, toUs }) => sum + toUs - fromUs, 0);
  const breakUs = Math.max(1, (spanUs - takenUs) * breakShare);
  const pieces = piecesOf(gaps, spanUs, breakUs);
  const last = pieces.at(-1)!;
  return {
    gaps,
    spanUs: last.axisTo,
    toAxis(us) {
      if (us <= 0) return us;
      const piece = pieces.find(({ toUs }) => us <= toUs);
      if (!piece) return last.axisTo + (us - last.toUs);
      return (
        piece.axisFrom +
        ((us - piece.fromUs) * (piece.axisTo - piece.axisFrom)) /
          Math.max(1, piece.toUs - piece.fromUs)
      );
    },
    fromAxis(at) {
      if (at <= 0) return at;
      const piece = pieces.find(({ axisTo }) => at <= axisTo);
      if (!piece) return last.toUs + (at - last.axisTo);
      return (
        piece.fromUs +
        ((at - piece.axisFrom) * (piece.toUs - piece.fromUs)) /
          Math.max(1, piece.axisTo - piece.axisFrom)
      );
    },
  };
}

interface Piece extends Gap {
  axisFrom: number;
  axisTo: number;
}

function piecesOf(gaps: readonly Gap[], spanUs: number, breakUs: number): Piece[] {
  const pieces: Piece[] = [];
  let atUs = 0;
  let axis = 0;
  const push = (toUs: number, length: number) => {
    if (toUs <= atUs) return;
    pieces.push({ fromUs: atUs, toUs, axisFrom: axis, axisTo: axis + length });
    atUs = toUs;
    axis += length;
  };
  for (const { fromUs, toUs } of gaps) {
    push(fromUs, fromUs - atUs);
    push(toUs, breakUs);
  }
  push(spanUs, spanUs - atUs);
  return pieces;
}
