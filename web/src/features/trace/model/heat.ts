import { barEndUs } from './time-scale.ts';
import type { TraceNode, TraceTree } from './trace-tree.ts';

export type HeatMode = 'off' | 'time' | 'cost';

/**
 * The share of the trace's time or cost that a run and what is below it took, 0 to 1; null where that
 * is not known. Placeholders have none.
 */
export function heatOf(node: TraceNode, tree: TraceTree, mode: HeatMode): number | null {
  if (mode === 'off' || !node.run) return null;
  if (mode === 'cost') return share(node.totals.costUsd, tree.totals.costUsd);
  if (node.run.endUs === null) return null;
  return share(barEndUs(node, 0) - node.startUs, tree.totals.lastUs - tree.totals.startUs);
}

function share(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole <= 0) return null;
  return Math.min(1, Math.max(0, part / whole));
}
