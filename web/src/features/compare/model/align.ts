import { diffArrays } from 'diff';
import type { TraceNode, TraceTree } from '../../trace/model/trace-tree.ts';

/** `changed`: both have it, but its status or model differs. */
export type RowKind = 'same' | 'changed' | 'added' | 'removed';

/** A run of one trace beside its counterpart in the other. */
export interface ComparedRow {
  /** Stable within the pair of traces. */
  id: string;
  depth: number;
  kind: RowKind;
  a: TraceNode | undefined;
  b: TraceNode | undefined;
}

/** Longer lists are paired by their first entries; aligning them would take seconds. */
const longestAligned = 2000;
/** Beyond so many differences two lists have little in common, and order is what is left. */
const mostEdits = 600;

/**
 * The runs of two traces in one list, depth first. The roots are always a pair; their children are
 * paired by name and type, in order as far as it goes, as are those of each pair below. What has no counterpart stands
 * where it is in its own trace, with everything below it.
 */
export function alignTrees(a: TraceTree, b: TraceTree): ComparedRow[] {
  const rows: ComparedRow[] = [];
  const stack = pairRoots(a, b)
    .map((pair) => ({ ...pair, depth: 0 }))
    .toReversed();
  while (stack.length > 0) {
    const pair = stack.pop()!;
    rows.push(rowOf(pair));
    const inside = pairLists(pair.a?.children ?? [], pair.b?.children ?? []);
    for (const next of inside.toReversed()) stack.push({ ...next, depth: pair.depth + 1 });
  }
  return rows;
}

interface Pair {
  a: TraceNode | undefined;
  b: TraceNode | undefined;
}

function pairRoots(a: TraceTree, b: TraceTree): Pair[] {
  const [rootA, ...restA] = a.roots;
  const [rootB, ...restB] = b.roots;
  const first: Pair[] = rootA || rootB ? [{ a: rootA, b: rootB }] : [];
  return [...first, ...pairLists(restA, restB)];
}

function pairLists(a: TraceNode[], b: TraceNode[]): Pair[] {
  if (a.length === 0) return b.map((node) => ({ a: undefined, b: node }));
  if (b.length === 0) return a.map((node) => ({ a: node, b: undefined }));
  const changes =
    a.length + b.length <= longestAligned
      ? diffArrays(a.map(nameOf), b.map(nameOf), { maxEditLength: mostEdits })
      : undefined;
  return changes ? pairsOf(changes, a, b) : inOrder(a, b);
}

function pairsOf(
  changes: { value: string[]; added?: boolean; removed?: boolean }[],
  a: TraceNode[],
  b: TraceNode[],
): Pair[] {
  const pairs: Pair[] = [];
  let indexA = 0;
  let indexB = 0;
  for (const { value, added, removed } of changes) {
    for (let count = 0; count < value.length; count += 1) {
      if (removed) pairs.push({ a: a[indexA++], b: undefined });
      else if (added) pairs.push({ a: undefined, b: b[indexB++] });
      else pairs.push({ a: a[indexA++], b: b[indexB++] });
    }
  }
  return rejoined(pairs);
}

/** Runs side by side start in any order: what was only moved among its siblings is one pair, not two. */
function rejoined(pairs: Pair[]): Pair[] {
  const alone = new Map<string, Pair[]>();
  for (const pair of pairs) {
    if (!pair.a || pair.b) continue;
    const name = nameOf(pair.a);
    alone.set(name, [...(alone.get(name) ?? []), pair]);
  }
  return pairs.filter((pair) => {
    if (pair.a || !pair.b) return true;
    const moved = alone.get(nameOf(pair.b))?.shift();
    if (!moved) return true;
    moved.b = pair.b;
    return false;
  });
}

/** The n-th of each name with the n-th; in the order of `a`, then what only `b` has. */
function inOrder(a: TraceNode[], b: TraceNode[]): Pair[] {
  const left = new Map<string, TraceNode[]>();
  for (const node of b) {
    const name = nameOf(node);
    const same = left.get(name);
    if (same) same.push(node);
    else left.set(name, [node]);
  }
  for (const same of left.values()) same.reverse();
  const pairs = a.map((node): Pair => ({ a: node, b: left.get(nameOf(node))?.pop() }));
  const rest = new Set([...left.values()].flat());
  return [
    ...pairs,
    ...b.filter((node) => rest.has(node)).map((node) => ({ a: undefined, b: node })),
  ];
}

const nameOf = ({ run }: TraceNode): string => (run ? `${run.runType} ${run.name}` : '');

function rowOf({ a, b, depth }: Pair & { depth: number }): ComparedRow {
  return { id: `${a?.uuid ?? ''}|${b?.uuid ?? ''}`, depth, kind: kindOf(a, b), a, b };
}

function kindOf(a: TraceNode | undefined, b: TraceNode | undefined): RowKind {
  if (!a) return 'added';
  if (!b) return 'removed';
  const isSame =
    nameOf(a) === nameOf(b) && a.run?.status === b.run?.status && a.run?.model === b.run?.model;
  return isSame ? 'same' : 'changed';
}

/** How many rows are of each kind. */
export function countKinds(rows: readonly ComparedRow[]): Record<RowKind, number> {
  const counts: Record<RowKind, number> = { same: 0, changed: 0, added: 0, removed: 0 };
  for (const { kind } of rows) counts[kind] += 1;
  return counts;
}
