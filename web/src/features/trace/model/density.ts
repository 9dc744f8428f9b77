import { barEndUs } from './time-scale.ts';
import type { TimeWindow } from './time-scale.ts';
import type { TraceTree } from './trace-tree.ts';

export interface Density {
  /** How many runs without children ran in each column. */
  active: Float64Array;
  /** How many failed runs ended in each column. */
  errors: Float64Array;
  /** Greatest of `active`, at least 1. */
  most: number;
}

/** A trace as `columns` slices of time; cost grows with runs and columns, not with their product. */
export function densityOf(
  tree: TraceTree,
  { startUs, spanUs }: TimeWindow,
  columns: number,
): Density {
  const change = new Float64Array(columns + 1);
  const errors = new Float64Array(columns);
  const columnOf = (us: number) =>
    Math.min(columns - 1, Math.max(0, Math.floor(((us - startUs) / spanUs) * columns)));
  for (const node of tree.nodes) {
    const endUs = barEndUs(node, startUs + spanUs);
    if (node.run?.status === 'ERROR') errors[columnOf(endUs)]! += 1;
    if (node.children.length > 0) continue;
    change[columnOf(node.startUs)]! += 1;
    change[columnOf(endUs) + 1]! -= 1;
  }
  const active = new Float64Array(columns);
  let running = 0;
  let most = 1;
  for (let column = 0; column < columns; column += 1) {
    running += change[column]!;
    active[column] = running;
    most = Math.max(most, running);
  }
  return { active, errors, most };
}
