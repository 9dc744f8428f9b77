import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties, RefObject } from 'react';
import { isStillRunning, phaseOf, rootEnd } from '../model/live-trace.ts';
import type { TraceNode, TraceTree as Tree } from '../model/trace-tree.ts';
import { heatOf } from '../model/heat.ts';
import { compressed, gapsIn, straight } from '../model/time-gaps.ts';
import { windowOf } from '../model/time-scale.ts';
import type { TimeWindow } from '../model/time-scale.ts';
import { isExpanded } from '../model/tree-rows.ts';
import { Minimap } from './Minimap.tsx';
import { TimeAxis } from './TimeAxis.tsx';
import { TraceRow } from './TraceRow.tsx';
import { useNameShare } from './use-column-width.ts';
import { useLiveWindow } from './use-live-window.ts';
import { useRowAnchor } from './use-row-anchor.ts';
import type { TraceLens } from './use-trace-lens.ts';
import type { TreeState } from './use-tree-state.ts';

const rowHeight = 28;
const widestStep = 16;
const narrowestStep = 5;
const leastForMinimap = 8;

interface TraceTreeProps {
  tree: Tree;
  state: TreeState;
  listRef: RefObject<HTMLDivElement | null>;
  isLive: boolean;
  isFollowing: boolean;
  onStopFollowing: () => void;
  zoom: TreeZoom;
  onZoom: (zoom: TreeZoom) => void;
  lens: TraceLens;
  nowUs: () => number;
}

/** What the waterfall shows: everything, a run with what is below it, or a brushed stretch. */
export type TreeZoom = { uuid: string } | { window: TimeWindow } | undefined;

/** Tree and waterfall: one windowed list, one scroll, one scale of time. */
export function TraceTree(props: TraceTreeProps) {
  const { tree, state, listRef, isLive, nowUs, lens } = props;
  const { rows } = state;
  const frame = useRef<HTMLDivElement>(null);
  const { share, handle } = useNameShare();
  const box = useListBox(listRef);
  const rootEndUs = rootEnd(tree);
  const isGrowing = isStillRunning(tree, nowUs());
  const scale = useTimeScale(props, isGrowing);
  const time = useLiveWindow({
    ref: frame,
    totals: scale.totals,
    isGrowing: scale.isGrowing,
    nowUs,
    axisSpanUs: scale.map?.spanUs,
  });
  const spanUs = time.spanUs;
  const map = useMemo(() => scale.map ?? straight(spanUs), [scale.map, spanUs]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => listRef.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    getItemKey: (index) => rows[index]!.uuid,
  });
  useRowAnchor(listRef, tree, rows, rowHeight);
  useSelectionInView(state, listRef);
  useFollowing(props, rows);
  const newUuids = useNewUuids(tree, isLive);
  const indentOf = useIndent(rows, box.width * share);
  // The same functions at every scroll step, so that rows that stay are not drawn again.
  const latest = useRef(state);
  latest.current = state;
  const onSelect = useCallback((node: TraceNode) => latest.current.select(node), []);
  const onToggle = useCallback(
    (node: TraceNode, isSubtree: boolean) => toggle(latest.current, node, isSubtree),
    [],
  );

  return (
    <div
      ref={frame}
      className="tr-tree"
      style={
        { '--tr-name': `${share * 100}%`, '--tr-bar-gutter': `${box.gutter}px` } as CSSProperties
      }
    >
      <div className="tr-tree-head">
        {tree.nodes.length >= leastForMinimap ? (
          <Minimap
            tree={tree}
            whole={scale.whole}
            zoom={props.zoom === undefined ? undefined : windowOf(scale.totals, nowUs())}
            onZoom={(window) => {
              props.onZoom(window && { window });
              if (window) showFirstRowIn(window, rows, listRef.current);
            }}
          />
        ) : null}
        <div className="tr-head-row">
          <span className="tr-head-name">Run</span>
          <TimeAxis map={map} isLabelled />
          <span className="tr-figure tr-duration">Time</span>
          <span className="tr-figure tr-tokens">Tokens</span>
          <span className="tr-figure tr-cost">Cost</span>
          <div className="tr-column-handle" {...handle} />
        </div>
      </div>
      <div className="tr-gridlines" aria-hidden>
        <span className="tr-head-name" />
        <TimeAxis map={map} isLabelled={false} />
      </div>
      <div
        ref={listRef}
        role="tree"
        tabIndex={0}
        aria-label="Runs of the trace"
        aria-activedescendant={state.selected ? rowId(state.selected) : undefined}
        className="tr-scroller"
        onWheel={props.onStopFollowing}
        onPointerDown={props.onStopFollowing}
      >
        <div className="tr-rows" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((virtual) => {
            const node = rows[virtual.index]!;
            return (
              <TraceRow
                key={node.uuid}
                id={rowId(node)}
                node={node}
                top={virtual.start}
                phase={phaseOf(node, rootEndUs, nowUs())}
                isSelected={node === state.selected}
                isOpen={isExpanded(node, state.expansion)}
                isHit={state.hitUuids.has(node.uuid)}
                isNew={newUuids.has(node.uuid)}
                isLive={isLive}
                windowStartUs={time.startUs}
                map={map}
                heat={heatOf(node, tree, lens.heat)}
                heatMode={lens.heat}
                isCritical={lens.critical?.has(node.uuid)}
                indent={indentOf(node)}
                onSelect={onSelect}
                onToggle={onToggle}
              />
            );
          })}
        </div>
      </div>
      <HitMarks tree={tree} state={state} />
    </div>
  );
}

/** A stretch of a long trace is far down the list: goes to the first run that starts in it. */
function showFirstRowIn(
  { startUs, spanUs }: TimeWindow,
  rows: TraceNode[],
  list: HTMLElement | null,
): void {
  const isIn = (node: TraceNode) => node.startUs >= startUs && node.startUs <= startUs + spanUs;
  const index = rows.findIndex(isIn);
  if (list && index >= 0) list.scrollTop = Math.max(0, (index - 1) * rowHeight);
}

/** The stretch of time that is shown and, where gaps are to be short, the axis for it. */
function useTimeScale({ tree, zoom, lens, nowUs }: TraceTreeProps, isTreeGrowing: boolean) {
  const node = zoom && 'uuid' in zoom ? tree.byUuid.get(zoom.uuid) : undefined;
  const brushed = zoom && 'window' in zoom ? zoom.window : undefined;
  const totals = brushed
    ? { startUs: brushed.startUs, lastUs: brushed.startUs + brushed.spanUs, running: 0 }
    : (node?.totals ?? tree.totals);
  const isGrowing = isTreeGrowing && !brushed && totals.running > 0;
  const { startUs, lastUs } = totals;
  const areGapsShort = lens.areGapsShort && !isGrowing;
  const map = useMemo(() => {
    if (!areGapsShort) return undefined;
    const shown = windowOf({ startUs, lastUs, running: 0 }, lastUs);
    return compressed(gapsIn(tree, shown, lastUs), shown.spanUs);
  }, [areGapsShort, tree, startUs, lastUs]);
  const whole = windowOf(tree.totals, isTreeGrowing ? nowUs() : tree.totals.lastUs);
  return { totals, isGrowing, map, whole };
}

function toggle(state: TreeState, node: TraceNode, isSubtree: boolean): void {
  if (isSubtree) state.setSubtree(node, !isExpanded(node, state.expansion));
  else state.toggle(node);
}

function rowId(node: TraceNode): string {
  return `run-${node.uuid}`;
}

/** Width of the list and of its scroll bar, by which head and grid lines are set in. */
function useListBox(listRef: RefObject<HTMLDivElement | null>) {
  const [box, setBox] = useState({ width: 700, gutter: 0 });
  useLayoutEffect(() => {
    const element = listRef.current;
    if (!element) return undefined;
    const measure = () => {
      const next = {
        width: element.clientWidth,
        gutter: element.offsetWidth - element.clientWidth,
      };
      setBox((now) => (now.width === next.width && now.gutter === next.gutter ? now : next));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [listRef]);
  return box;
}

/** Scrolls just enough when another run is selected, and never when the page is only redrawn. */
function useSelectionInView(state: TreeState, listRef: RefObject<HTMLDivElement | null>): void {
  const uuid = state.selected?.uuid;
  const index = useRef(state.selectedIndex);
  index.current = state.selectedIndex;
  useEffect(() => {
    const element = listRef.current;
    if (!element || index.current < 0) return;
    const top = index.current * rowHeight;
    const margin = rowHeight * 2;
    if (top - margin < element.scrollTop) element.scrollTop = Math.max(0, top - margin);
    else if (top + rowHeight + margin > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + rowHeight + margin - element.clientHeight;
    }
  }, [uuid, listRef]);
}

/** Keeps the newest running row in view until somebody scrolls or clicks. */
function useFollowing(props: TraceTreeProps, rows: TraceNode[]): void {
  const { isFollowing, listRef } = props;
  useEffect(() => {
    const element = listRef.current;
    if (!isFollowing || !element) return;
    const index = rows.findLastIndex((row) => row.run?.status === 'PENDING');
    const bottom = (index + 2) * rowHeight - element.clientHeight;
    if (index >= 0 && bottom > element.scrollTop) element.scrollTop = bottom;
  }, [isFollowing, listRef, rows]);
}

/** Rows that came since the last build, for a short highlight; none on the first. */
function useNewUuids(tree: Tree, isLive: boolean): ReadonlySet<string> {
  const known = useRef<ReadonlyMap<string, TraceNode> | undefined>(undefined);
  const fresh = useRef<ReadonlySet<string>>(new Set());
  if (known.current !== tree.byUuid) {
    const before = known.current;
    const isGrowth = isLive && before !== undefined && before.size > 0;
    if (isGrowth && tree.nodes.length - before.size < 200) {
      const names = tree.nodes.filter((node) => !before.has(node.uuid)).map((node) => node.uuid);
      if (names.length > 0) fresh.current = new Set(names);
    }
    known.current = tree.byUuid;
  }
  return fresh.current;
}

/** 16 px a level as long as that leaves half of the cell to the name; then less, and finally none. */
function useIndent(rows: TraceNode[], nameWidth: number): (node: TraceNode) => number {
  const deepest = useRef({ rows: rows.slice(0, 0), depth: 0 });
  if (deepest.current.rows !== rows) {
    deepest.current = { rows, depth: rows.reduce((max, row) => Math.max(max, row.depth), 0) };
  }
  const room = Math.max(40, nameWidth * 0.5);
  const step = Math.max(
    narrowestStep,
    Math.min(widestStep, room / Math.max(1, deepest.current.depth)),
  );
  return (node) => Math.min(room, node.depth * step);
}

/** Where the hits are, beside the scroll bar; clicking a mark selects the run. */
function HitMarks({ tree, state }: { tree: Tree; state: TreeState }) {
  if (state.hits.length === 0 || state.hits.length > 500) return null;
  return (
    <div className="tr-hit-marks" aria-hidden>
      {state.hits.map((node) => (
        <span key={node.uuid} style={{ top: `${(100 * node.order) / tree.nodes.length}%` }} />
      ))}
    </div>
  );
}
