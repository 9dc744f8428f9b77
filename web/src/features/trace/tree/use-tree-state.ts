import { useDeferredValue, useMemo, useState } from 'react';
import type { TraceNode, TraceTree } from '../model/trace-tree.ts';
import {
  everythingOpen,
  errorsOf,
  expandedToLevel,
  isExpanded,
  nextOf,
  revealed,
  rowIndexOf,
  searchTree,
  subtreeOf,
  visibleRows,
  withExpanded,
} from '../model/tree-rows.ts';
import type { Expansion } from '../model/tree-rows.ts';

/** What is searched for, and the runs whose content has it. */
export interface TreeSearch {
  text: string;
  setText: (text: string) => void;
  contentUuids: ReadonlySet<string>;
}

export type TreeState = ReturnType<typeof useTreeState>;

/** What is open, searched and selected in a tree. Selection lives in the URL and comes in. */
export function useTreeState(
  tree: TraceTree,
  selectedUuid: string | undefined,
  onSelect: (uuid: string) => void,
  search: TreeSearch,
) {
  const [expansion, setExpansion] = useState<Expansion>(everythingOpen);
  const { text: searchText, setText: setSearchText, contentUuids } = search;
  const wanted = useDeferredValue(searchText);
  const hits = useMemo(() => searchTree(tree, wanted, contentUuids), [tree, wanted, contentUuids]);
  const hitUuids = useMemo(() => new Set(hits.map((node) => node.uuid)), [hits]);
  const errors = useMemo(() => (tree.totals.errors > 0 ? errorsOf(tree) : []), [tree]);
  const rows = useMemo(() => visibleRows(tree, expansion), [tree, expansion]);
  const selected = tree.byUuid.get(selectedUuid ?? '') ?? tree.nodes[0];
  const selectedIndex = rowIndexOf(rows, selected);

  function select(node: TraceNode | undefined): void {
    if (!node) return;
    setExpansion((now) => revealed(now, node));
    onSelect(node.uuid);
  }

  function setOpen(nodes: TraceNode[], isOpen: boolean): void {
    setExpansion((now) => withExpanded(now, nodes, isOpen));
  }

  /** As file trees do: open, then step inside; close, then step out. */
  function stepHorizontally(isOpening: boolean): void {
    if (!selected) return;
    const isOpen = isExpanded(selected, expansion);
    if (isOpening && selected.children.length > 0) {
      if (isOpen) select(selected.children[0]);
      else setOpen([selected], true);
    } else if (!isOpening) {
      if (isOpen && selected.children.length > 0) setOpen([selected], false);
      else select(selected.parent ?? undefined);
    }
  }

  return {
    rows,
    expansion,
    selected,
    selectedIndex,
    searchText,
    setSearchText,
    hits,
    hitUuids,
    errors,
    select,
    setOpen,
    stepHorizontally,
    toggle: (node: TraceNode) => setOpen([node], !isExpanded(node, expansion)),
    setSubtree: (node: TraceNode, isOpen: boolean) => setOpen(subtreeOf(node, tree), isOpen),
    setLevel: (level: number | null) => setExpansion(expandedToLevel(level)),
    selectAt: (index: number) => select(rows[Math.max(0, Math.min(rows.length - 1, index))]),
    nextError: (direction: 1 | -1) => select(nextOf(errors, selected, direction)),
    nextHit: (direction: 1 | -1) => select(nextOf(hits, selected, direction)),
  };
}
