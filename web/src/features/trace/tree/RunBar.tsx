import { memo } from 'react';
import type { CSSProperties } from 'react';
import { t } from '../../../i18n/index.ts';
import { durationText } from '../../../lib/format.ts';
import { barEndUs, selfTimeUs, waitingSegments } from '../model/time-scale.ts';
import type { Segment } from '../model/time-scale.ts';
import type { TimeMap } from '../model/time-gaps.ts';
import type { TraceNode } from '../model/trace-tree.ts';
import type { RunPhase } from '../../../lib/run-phase.ts';

interface RunBarProps {
  node: TraceNode;
  phase: RunPhase;
  windowStartUs: number;
  map: TimeMap;
}

/** Less than half a pixel of the widest column. */
const resolution = 1 / 1500;

/**
 * The bar of a run. Positions are milliseconds times `--tr-k`, which the live window sets, so that
 * growing and rescaling need no rendering. Solid: the run's own time; hatched: a child was running.
 */
export const RunBar = memo(function RunBar({ node, phase, windowStartUs, map }: RunBarProps) {
  const { run } = node;
  const fromAxis = map.toAxis(node.startUs - windowStartUs);
  const startMs = fromAxis / 1000;
  const isGrowing = phase === 'running';
  const endUs = barEndUs(node, node.totals.lastUs);
  const lengthUs = map.toAxis(endUs - windowStartUs) - fromAxis;
  const style: CSSProperties = {
    left: percent(startMs),
    width: isGrowing
      ? `calc(var(--tr-k) * (var(--tr-now) - ${startMs}) * 1%)`
      : percent(lengthUs / 1000),
  };
  const onAxis = (us: number) => map.toAxis(node.startUs + us - windowStartUs) - fromAxis;
  const waiting = waitingSegments(node, endUs, map.spanUs * resolution).map(
    ({ fromUs, toUs }): Segment => ({ fromUs: onAxis(fromUs), toUs: onAxis(toUs) }),
  );
  const isAwaiting = node.children.some((child) => child.run?.status === 'PENDING');
  return (
    <div
      className="tr-bar"
      data-type={run?.runType ?? 'NONE'}
      data-status={run?.status ?? 'NONE'}
      data-phase={phase}
      style={style}
      title={run?.endUs ? barTitle(node, windowStartUs) : undefined}
    >
      {waiting.map((segment, index) => (
        <span
          key={segment.fromUs}
          className="tr-waiting"
          style={pieceStyle(segment, {
            lengthUs,
            growsFromMs: isGrowing ? startMs : undefined,
            isOpenEnded: isGrowing && isAwaiting && index === waiting.length - 1,
          })}
        />
      ))}
      {run?.status === 'ERROR' ? <span className="tr-notch" /> : null}
      {isGrowing ? <span className="tr-edge" /> : null}
    </div>
  );
});

function percent(ms: number): string {
  return `calc(var(--tr-k) * ${ms} * 1%)`;
}

interface PieceOptions {
  lengthUs: number;
  /** For a growing bar: where it starts within the window. */
  growsFromMs: number | undefined;
  /** The child still runs, so the piece goes on to the end of the bar. */
  isOpenEnded: boolean;
}

/** Inside a finished bar pieces are parts of it; inside a growing one, of what it is at this moment. */
function pieceStyle(segment: Segment, options: PieceOptions): CSSProperties {
  const { lengthUs, growsFromMs, isOpenEnded } = options;
  const share = (us: number) =>
    growsFromMs === undefined
      ? `${(100 * us) / Math.max(1, lengthUs)}%`
      : `calc(${us / 1000} / max(1, var(--tr-now) - ${growsFromMs}) * 100%)`;
  const left = share(segment.fromUs);
  return isOpenEnded ? { left, right: 0 } : { left, width: share(segment.toUs - segment.fromUs) };
}

function barTitle(node: TraceNode, windowStartUs: number): string {
  const endUs = barEndUs(node, 0);
  const lines = [
    t('trace.rollup.inAll', { value: durationText(endUs - node.startUs) }),
    t('trace.rollup.itself', { value: durationText(selfTimeUs(node, endUs)) }),
    `starts at ${durationText(Math.max(0, node.startUs - windowStartUs))}`,
  ];
  const { firstTokenUs } = node.run!;
  if (firstTokenUs !== null)
    lines.push(`first token after ${durationText(firstTokenUs - node.startUs)}`);
  return lines.join('\n');
}
