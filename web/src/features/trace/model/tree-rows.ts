import type { TraceNode, TraceTree } from './trace-tree.ts';

/**
 * What is open: everything above `level` (null: everything), except for the nodes named in
 * `toggled`. Said this way, runs that arrive later follow the same rule.
 */
export interface Expansion {
  level: number | null;
  toggled: ReadonlyMap<string, boolean>;
}

export const everythingOpen: Expansion = { level: null, toggled: new Map() };

export function expandedToLevel(level: number | null): Expansion {
  return { level, toggled: new Map() };
}

export function isExpanded(node: TraceNode, expansion: Expansion): boolean {
  const byDefault = expansion.level === null || node.depth < expansion.level;
  return expansion.toggled.get(node.uuid) ?? byDefault;
}

export function withExpanded(
  expansion: Expansion,
  nodes: Iterable<TraceNode>,
  isOpen: boolean,
): Expansion {
  const toggled = new Map(expansion.toggled);
  for (const node of nodes) toggled.set(node.uuid, isOpen);
  return { level: expansion.level, toggled };
}

/** Opens what hides `node`; the same expansion when nothing does. */
export function revealed(expansion: Expansion, node: TraceNode): Expansion {
  const closed = ancestorsOf(node).filter((ancestor) => !isExpanded(ancestor, expansion));
  return closed.length === 0 ? expansion : withExpanded(expansion, closed, true);
}

export function ancestorsOf(node: TraceNode): TraceNode[] {
  const ancestors: TraceNode[] = [];
  for (let above = node.parent; above; above = above.parent) ancestors.push(above);
  return ancestors;
}

/** The node and everything below it. */
export function subtreeOf(node: TraceNode, tree: TraceTree): TraceNode[] {
  let end = node.order + 1;
  while (end < tree.nodes.length && tree.nodes[end]!.depth > node.depth) end += 1;
  return tree.nodes.slice(node.order, end);
}

/** The rows that show: depth first, without what is inside collapsed nodes. */
export function visibleRows(tree: TraceTree, expansion: Expansion): TraceNode[] {
  if (expansion.level === null && expansion.toggled.size === 0) return tree.nodes;
  const rows: TraceNode[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const node of tree.nodes) {
    if (node.depth > hiddenBelow) continue;
    hiddenBelow = Number.POSITIVE_INFINITY;
    rows.push(node);
    if (node.children.length > 0 && !isExpanded(node, expansion)) hiddenBelow = node.depth;
  }
  return rows;
}

/** Index of the row that shows `node`, or the closest ancestor that hides it; -1 when neither shows. */
export function rowIndexOf(rows: TraceNode[], node: TraceNode | undefined): number {
  for (let current: TraceNode | null = node ?? null; current; current = current.parent) {
    const index = indexByOrder(rows, current);
    if (index >= 0) return index;
  }
  return -1;
}

/** Rows are in tree order, so halving finds one. */
function indexByOrder(rows: TraceNode[], node: TraceNode): number {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = rows[middle]!.order;
    if (order === node.order) return rows[middle]!.uuid === node.uuid ? middle : -1;
    if (order < node.order) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/**
 * Nodes whose name, model, error or id contains the text, whatever the case, in tree order; and those
 * whose content is known to.
 */
export function searchTree(
  tree: TraceTree,
  text: string,
  contentUuids: ReadonlySet<string> = new Set(),
): TraceNode[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  return tree.nodes.filter((node) => contentUuids.has(node.uuid) || matches(node, wanted));
}

function matches(node: TraceNode, wanted: string): boolean {
  const { run } = node;
  if (node.uuid.startsWith(wanted)) return true;
  if (!run) return false;
  return (
    run.name.toLowerCase().includes(wanted) ||
    run.runType.toLowerCase() === wanted ||
    (run.model?.toLowerCase().includes(wanted) ?? false) ||
    (run.error?.toLowerCase().includes(wanted) ?? false)
  );
}

/** The next of `nodes` (in tree order) after `from`, or before it for -1; wraps round. */
export function nextOf(
  nodes: TraceNode[],
  from: TraceNode | undefined,
  direction: 1 | -1,
): TraceNode | undefined {
  if (nodes.length === 0) return undefined;
  const order = from?.order ?? (direction === 1 ? -1 : Number.POSITIVE_INFINITY);
  if (direction === 1) return nodes.find((node) => node.order > order) ?? nodes[0];
  return nodes.findLast((node) => node.order < order) ?? nodes.at(-1);
}

/**
 * Runs to jump between for errors: the deepest ones first seen, since a failure usually repeats in
 * every ancestor. A parent counts only when no child of it failed.
 */
export function errorsOf(tree: TraceTree): TraceNode[] {
  return tree.nodes.filter(
    (node) =>
      node.run?.status === 'ERROR' && !node.children.some((child) => child.totals.errors > 0),
  );
}
