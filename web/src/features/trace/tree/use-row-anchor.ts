import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { TraceNode, TraceTree } from '../model/trace-tree.ts';
import { rowIndexOf } from '../model/tree-rows.ts';

interface Anchor {
  uuid: string;
  /** Pixels of the row that are scrolled away. */
  offset: number;
}

/**
 * Keeps what is seen where it is: when rows appear or vanish above, the list scrolls by as much, so
 * that the first visible row does not move.
 */
export function useRowAnchor(
  scroller: RefObject<HTMLElement | null>,
  tree: TraceTree,
  rows: TraceNode[],
  rowHeight: number,
): void {
  const anchor = useRef<Anchor | undefined>(undefined);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const index = rowIndexOf(rows, tree.byUuid.get(anchor.current?.uuid ?? ''));
    if (anchor.current && index >= 0 && element.scrollTop > 0) {
      const top = index * rowHeight + anchor.current.offset;
      if (Math.abs(top - element.scrollTop) >= 1) element.scrollTop = top;
    }
    const note = () => {
      const first = Math.floor(element.scrollTop / rowHeight);
      const row = rows[first];
      anchor.current = row && { uuid: row.uuid, offset: element.scrollTop - first * rowHeight };
    };
    note();
    element.addEventListener('scroll', note, { passive: true });
    return () => element.removeEventListener('scroll', note);
  }, [scroller, tree, rows, rowHeight]);
}
