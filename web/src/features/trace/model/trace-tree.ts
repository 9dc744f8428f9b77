import { parseDottedOrder } from './trace-run.ts';
import type { TraceRun } from './trace-run.ts';

/** Why a row stands where no well-formed trace would have it. */
export type TreeProblem = 'missing' | 'self-parent' | 'cycle';

/** Figures of a run and everything below it. */
export interface SubtreeTotals {
  /** Received runs, this one included; placeholders do not count. */
  runs: number;
  errors: number;
  running: number;
  promptTokens: number | null;
  completionTokens: number | null;
  totalTokens: number | null;
  costUsd: number | null;
  startUs: number;
  /** Latest known instant: ends, first tokens, starts. */
  lastUs: number;
}

/** One row of tree and waterfall: a run, or the place of one that has not come. */
export interface TraceNode {
  uuid: string;
  /** null: a parent that others name but that was never seen. */
  run: TraceRun | null;
  parent: TraceNode | null;
  children: TraceNode[];
  depth: number;
  startUs: number;
  problem: TreeProblem | null;
  totals: SubtreeTotals;
  /** Place in the whole tree, whatever is collapsed. */
  order: number;
  /** In a tree without its noise: the node in the whole tree. */
  origin?: TraceNode;
}

export interface TraceTree {
  roots: TraceNode[];
  /** Every node, parents before children, in display order. */
  nodes: TraceNode[];
  byUuid: Map<string, TraceNode>;
  /** Figures of the whole trace. */
  totals: SubtreeTotals;
}

/**
 * Builds the tree: children by start time, then id. Parent ids decide; `dotted_order` only helps to
 * place parents that are missing. Terminates on self-parents and cycles, whose members become roots.
 */
export function buildTraceTree(runs: Iterable<TraceRun>, rootUuid?: string): TraceTree {
  const byUuid = new Map<string, TraceNode>();
  for (const run of runs) byUuid.set(run.uuid, nodeOf(run.uuid, run, run.startUs));
  const parents = linkParents(byUuid);
  breakCycles(byUuid, parents);
  const roots = attach(byUuid, parents);
  roots.sort((a, b) => rank(a, rootUuid) - rank(b, rootUuid) || byStart(a, b));
  const nodes = arrangeNodes(roots);
  sumUp(nodes);
  return { roots, nodes, byUuid, totals: sumOf(roots) };
}

function nodeOf(uuid: string, run: TraceRun | null, startUs: number): TraceNode {
  return {
    uuid,
    run,
    parent: null,
    children: [],
    depth: 0,
    startUs,
    problem: run ? null : 'missing',
    totals: emptyTotals(),
    order: 0,
  };
}

/** The parent of every run; makes placeholders, which may have parents of their own. */
function linkParents(byUuid: Map<string, TraceNode>): Map<string, string> {
  const parents = new Map<string, string>();
  const received = [...byUuid.values()];
  for (const node of received) {
    const run = node.run!;
    const parentUuid = run.parentUuid ?? parentFromHint(run);
    if (parentUuid === null) continue;
    if (parentUuid === run.uuid) {
      node.problem = 'self-parent';
      continue;
    }
    parents.set(run.uuid, parentUuid);
    if (byUuid.get(parentUuid)?.run) continue;
    addPlaceholders(run, parentUuid, byUuid, parents);
  }
  return parents;
}

/** A run of which only an update came may know its parent from `dotted_order` alone. */
function parentFromHint(run: TraceRun): string | null {
  if (run.isRoot || run.dottedOrder === '') return null;
  return parseDottedOrder(run.dottedOrder).at(-2)?.uuid ?? null;
}

function addPlaceholders(
  run: TraceRun,
  parentUuid: string,
  byUuid: Map<string, TraceNode>,
  parents: Map<string, string>,
): void {
  const steps = parseDottedOrder(run.dottedOrder);
  const agrees = steps.at(-2)?.uuid === parentUuid && steps.at(-1)?.uuid === run.uuid;
  const ancestors = agrees ? steps.slice(0, -1) : [{ uuid: parentUuid, startUs: run.startUs }];
  for (let index = ancestors.length - 1; index >= 0; index -= 1) {
    const step = ancestors[index]!;
    const known = byUuid.get(step.uuid);
    if (known?.run) return;
    if (known) {
      known.startUs = Math.min(known.startUs, step.startUs);
    } else {
      byUuid.set(step.uuid, nodeOf(step.uuid, null, step.startUs));
    }
    const above = ancestors[index - 1];
    if (above && above.uuid !== step.uuid) parents.set(step.uuid, above.uuid);
  }
}

/** Every member of a ring of parents becomes a root; what hangs below stays where it is. */
function breakCycles(byUuid: Map<string, TraceNode>, parents: Map<string, string>): void {
  const done = new Set<string>();
  for (const start of byUuid.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let current: string | undefined = start;
    while (current !== undefined && !done.has(current) && !onPath.has(current)) {
      path.push(current);
      onPath.add(current);
      current = parents.get(current);
    }
    if (current !== undefined && onPath.has(current)) {
      for (const member of path.slice(path.indexOf(current))) {
        parents.delete(member);
        byUuid.get(member)!.problem = 'cycle';
      }
    }
    for (const uuid of path) done.add(uuid);
  }
}

function attach(byUuid: Map<string, TraceNode>, parents: Map<string, string>): TraceNode[] {
  const roots: TraceNode[] = [];
  for (const node of byUuid.values()) {
    const parent = byUuid.get(parents.get(node.uuid) ?? '');
    if (parent) {
      node.parent = parent;
      parent.children.push(node);
    } else {
      roots.push(node);
    }
  }
  return roots;
}

function rank(node: TraceNode, rootUuid: string | undefined): number {
  return node.uuid === rootUuid ? 0 : 1;
}

function byStart(a: TraceNode, b: TraceNode): number {
  return a.startUs - b.startUs || (a.uuid < b.uuid ? -1 : a.uuid > b.uuid ? 1 : 0);
}

/**
 * All nodes below the roots, parents first, children by start time; sets `depth` and `order`. With an
 * explicit stack: a chain of 30,000 runs must not exhaust the call stack.
 */
export function arrangeNodes(roots: TraceNode[]): TraceNode[] {
  const nodes: TraceNode[] = [];
  const stack = roots.toReversed();
  while (stack.length > 0) {
    const node = stack.pop()!;
    node.order = nodes.length;
    nodes.push(node);
    if (node.children.length > 1) node.children.sort(byStart);
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index]!;
      child.depth = node.depth + 1;
      stack.push(child);
    }
  }
  return nodes;
}

function emptyTotals(): SubtreeTotals {
  return {
    runs: 0,
    errors: 0,
    running: 0,
    promptTokens: null,
    completionTokens: null,
    totalTokens: null,
    costUsd: null,
    startUs: 0,
    lastUs: 0,
  };
}

/** Children come after their parent in `nodes`, so backwards every child is complete before it. */
function sumUp(nodes: TraceNode[]): void {
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const node = nodes[index]!;
    node.totals = sumOf(node.children);
    addSelf(node);
  }
}

function sumOf(children: TraceNode[]): SubtreeTotals {
  const sum = emptyTotals();
  sum.startUs = Number.POSITIVE_INFINITY;
  for (const { totals } of children) {
    sum.runs += totals.runs;
    sum.errors += totals.errors;
    sum.running += totals.running;
    sum.promptTokens = plus(sum.promptTokens, totals.promptTokens);
    sum.completionTokens = plus(sum.completionTokens, totals.completionTokens);
    sum.totalTokens = plus(sum.totalTokens, totals.totalTokens);
    sum.costUsd = plus(sum.costUsd, totals.costUsd);
    sum.startUs = Math.min(sum.startUs, totals.startUs);
    sum.lastUs = Math.max(sum.lastUs, totals.lastUs);
  }
  if (sum.startUs === Number.POSITIVE_INFINITY) sum.startUs = 0;
  return sum;
}

/**
 * A run's own figure and the sum below it describe the same tokens: the server sums up for parents
 * that report none, and wrappers repeat what their model call reports. So the greater one counts and
 * they are never added.
 */
function addSelf(node: TraceNode): void {
  const { totals, run } = node;
  totals.startUs = node.children.length > 0 ? Math.min(node.startUs, totals.startUs) : node.startUs;
  totals.lastUs = Math.max(totals.lastUs, node.startUs);
  if (!run) return;
  totals.runs += 1;
  if (run.status === 'ERROR') totals.errors += 1;
  if (run.status === 'PENDING') totals.running += 1;
  totals.promptTokens = greater(run.promptTokens, totals.promptTokens);
  totals.completionTokens = greater(run.completionTokens, totals.completionTokens);
  totals.totalTokens = greater(run.totalTokens, totals.totalTokens);
  totals.costUsd = greater(run.costUsd, totals.costUsd);
  totals.lastUs = Math.max(totals.lastUs, run.endUs ?? 0, run.firstTokenUs ?? 0);
}

function plus(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : a + b;
}

function greater(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.max(a, b);
}
