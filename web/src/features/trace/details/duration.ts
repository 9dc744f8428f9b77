import { barEndUs } from '../model/time-scale.ts';
import type { TraceNode } from '../model/trace-tree.ts';
import type { RunPhase } from '../../../lib/run-phase.ts';

/** How long a run took, or has taken so far; undefined when its end was never received. */
export function durationOf(node: TraceNode, phase: RunPhase, nowUs: number): number | undefined {
  if (!node.run) return undefined;
  if (node.run.endUs === null && phase !== 'running') return undefined;
  return barEndUs(node, nowUs) - node.run.startUs;
}
