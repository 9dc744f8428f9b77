import { barEndUs } from './time-scale.ts';
import type { TraceNode, TraceTree } from './trace-tree.ts';

/**
 * The chain of runs that decided when the trace ended: walking back from the end of a run, always to
 * the child that ended last before that moment. Had one of these been faster, the trace would have
 * been too. Counts what is loaded; empty without a root.
 */
export function criticalPath(tree: TraceTree, nowUs: number): ReadonlySet<string> {
  const path = new Set<string>();
  const [root] = tree.roots;
  if (!root) return path;
  const stack: { node: TraceNode; untilUs: number }[] = [
    { node: root, untilUs: endOf(root, nowUs) },
  ];
  while (stack.length > 0) {
    const { node, untilUs } = stack.pop()!;
    path.add(node.uuid);
    stack.push(...lastToEnd(node, untilUs, nowUs));
  }
  return path;
}

/** Children one after the other backwards in time, none of which overlaps the one that follows it. */
function lastToEnd(
  node: TraceNode,
  untilUs: number,
  nowUs: number,
): { node: TraceNode; untilUs: number }[] {
  const found: { node: TraceNode; untilUs: number }[] = [];
  let cursorUs = untilUs;
  for (const child of waitedFor(node, untilUs, nowUs)) {
    const endUs = Math.min(endOf(child, nowUs), untilUs);
    if (endUs > cursorUs || child.startUs >= cursorUs) continue;
    found.push({ node: child, untilUs: endUs });
    cursorUs = child.startUs;
  }
  return found;
}

/**
 * Those that ended before `untilUs`, the last first. Clocks within a trace differ a little, hence the
 * tolerance; what outlives its parent was not waited for, unless nothing else is there.
 */
function waitedFor(node: TraceNode, untilUs: number, nowUs: number): TraceNode[] {
  const toleranceUs = Math.max(1000, (untilUs - node.startUs) * 0.01);
  const inTime = node.children.filter((child) => endOf(child, nowUs) <= untilUs + toleranceUs);
  const waited = inTime.length > 0 ? inTime : node.children;
  return waited.toSorted((a, b) => endOf(b, nowUs) - endOf(a, nowUs));
}

function endOf(node: TraceNode, nowUs: number): number {
  return node.run ? barEndUs(node, nowUs) : node.totals.lastUs;
}
