import { useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { TraceProject } from './data/trace-source.ts';
import type { TraceStore } from './data/trace-store.ts';
import { useTrace } from './data/use-trace.ts';
import { RunDetails } from './details/RunDetails.tsx';
import { parseTab } from './details/parse-tab.ts';
import { detailsTabs } from './details/tabs.ts';
import type { DetailsTab } from './details/parse-tab.ts';
import { isStillRunning, lostRuns, phaseOf, rootEnd } from './model/live-trace.ts';
import type { TraceRun } from './model/trace-run.ts';
import { nextOf } from './model/tree-rows.ts';
import { Split } from './Split.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { FilterLinkProvider } from './renderers/value-filter-link.tsx';
import type { FilterLink } from './renderers/value-filter-link.tsx';
import { TraceHeader } from './TraceHeader.tsx';
import { TraceSkeleton, WaitingForTrace } from './WaitingForTrace.tsx';
import type { TreeAction } from './tree/tree-keys.ts';
import { TraceTree } from './tree/TraceTree.tsx';
import type { TreeZoom } from './tree/TraceTree.tsx';
import { useContentSearch } from './tree/use-content-search.ts';
import { useTraceLens } from './tree/use-trace-lens.ts';
import { useTick } from '../../lib/use-tick.ts';
import { TreeToolbar } from './tree/TreeToolbar.tsx';
import { useTreeState } from './tree/use-tree-state.ts';
import './trace.css';
import { useTreeKeys } from './tree/use-tree-keys.ts';

export interface TraceViewProps {
  /** UUID of the trace, or any global id of a run in it. */
  traceUuid: string;
  projectUuid?: string | undefined;
  runUuid?: string | undefined;
  onSelectRun: (runUuid: string) => void;
  variant: 'page' | 'peek';
  /** The tab of the detail pane; kept here when the caller does not. */
  tab?: string | undefined;
  onTab?: ((tab: string) => void) | undefined;
  /** Goes to the next or previous trace of the list this one was opened from. */
  onStepTrace?: ((by: 1 | -1) => void) | undefined;
  /** Buttons beside the name: share, compare. */
  renderActions?: ((about: TraceAbout) => ReactNode) | undefined;
  /** Address of another trace. */
  traceLink?: ((traceUuid: string) => string) | undefined;
  /** Address of the project's runs under a text of the filter bar. */
  filterLink?: ((project: { name: string }, filterText: string) => string) | undefined;
  renderProjectLink?: ((project: { uuid: string; name: string }) => ReactNode) | undefined;
}

/** What actions on a trace need to know of it. */
export interface TraceAbout {
  traceUuid: string | null;
  root: TraceRun | null;
  project: TraceProject | null;
  /** The run whose details are shown; null while it is missing. */
  selected: TraceRun | null;
  threadId: string | null;
}

/** A trace: header, tree with waterfall, details. Follows the trace while it runs. */
export function TraceView(props: TraceViewProps) {
  const { store, snapshot } = useTrace(props.traceUuid, props.projectUuid);
  return <TraceStoreView key={props.traceUuid} {...props} store={store} snapshot={snapshot} />;
}

function TraceStoreView(props: LoadedTraceProps) {
  const { store, snapshot, variant } = props;
  const isEmpty = snapshot.tree.nodes.length === 0;
  return (
    <div className="tr-view" data-variant={variant}>
      {snapshot.phase === 'failed' && isEmpty ? (
        <ErrorState error={snapshot.error} onRetry={store.retry} />
      ) : snapshot.phase === 'waiting' || snapshot.phase === 'missing' ? (
        <WaitingForTrace traceUuid={props.traceUuid} isMissing={snapshot.phase === 'missing'} />
      ) : isEmpty ? (
        <TraceSkeleton />
      ) : (
        <LoadedTrace {...props} />
      )}
    </div>
  );
}

type LoadedTraceProps = TraceViewProps & {
  store: TraceStore;
  snapshot: ReturnType<TraceStore['getSnapshot']>;
};

function LoadedTrace(props: LoadedTraceProps) {
  const { store, snapshot, variant, filterLink: makeLink } = props;
  const { tree } = snapshot;
  const [searchText, setSearchText] = useState('');
  const content = useContentSearch(snapshot.traceUuid, searchText);
  const kept = useKept(props.runUuid, content.uuids);
  const lens = useTraceLens({
    tree,
    projectUuid: snapshot.project?.uuid,
    kept,
    nowUs: store.nowUs,
  });
  const state = useTreeState(lens.tree, props.runUuid, props.onSelectRun, {
    text: searchText,
    setText: setSearchText,
    contentUuids: content.uuids,
  });
  const [ownTab, setOwnTab] = useState<string>();
  const tab = parseTab(props.tab ?? ownTab);
  const setTab = props.onTab ?? setOwnTab;
  const [zoom, setZoom] = useState<TreeZoom>();
  const [isFollowing, setIsFollowing] = useState(props.runUuid === undefined);
  const listRef = useRef<HTMLDivElement>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const paneRef = useRef<HTMLElement>(null);
  const viewRef = useRef<HTMLDivElement>(null);
  const isRunning = isStillRunning(tree, store.nowUs());
  useTick(isRunning ? 1000 : 30_000);
  const nowUs = store.nowUs();
  const rootEndUs = rootEnd(tree);
  const root = tree.nodes[0]!;
  const isLive = snapshot.live !== 'off';
  const shown = state.selected ?? root;
  // Its figures and children, whatever is hidden in the tree.
  const selected = shown.origin ?? shown;
  const lost = useMemo(() => lostRuns(tree, store.nowUs()), [tree, store]);

  function zoomToSelected(): void {
    setZoom((now) => (now !== undefined || !selected.run ? undefined : { uuid: selected.uuid }));
  }

  function stepTab(by: 1 | -1): void {
    const tabs = detailsTabs(selected.run?.runType, undefined);
    const index = Math.max(0, tabs.indexOf(tab));
    setTab(tabs[(index + by + tabs.length) % tabs.length]!);
  }

  function act(action: TreeAction): void {
    const page = Math.max(1, Math.floor((listRef.current?.clientHeight ?? 280) / 28) - 1);
    const index = state.selectedIndex;
    const actions: Record<TreeAction, () => void> = {
      down: () => state.selectAt(index + 1),
      up: () => state.selectAt(index - 1),
      pageDown: () => state.selectAt(index + page),
      pageUp: () => state.selectAt(index - page),
      first: () => state.selectAt(0),
      last: () => state.selectAt(state.rows.length - 1),
      open: () => state.stepHorizontally(true),
      close: () => state.stepHorizontally(false),
      openAll: () => state.setSubtree(shown, true),
      closeAll: () => state.setSubtree(shown, false),
      toDetails: () => paneRef.current?.focus(),
      search: () => searchRef.current?.focus(),
      nextError: () => state.nextError(1),
      previousError: () => state.nextError(-1),
      nextTab: () => stepTab(1),
      previousTab: () => stepTab(-1),
      zoom: zoomToSelected,
      criticalPath: lens.toggleCritical,
      nextTrace: () => props.onStepTrace?.(1),
      previousTrace: () => props.onStepTrace?.(-1),
    };
    setIsFollowing(false);
    actions[action]();
  }

  const { project } = snapshot;
  const filterLink: FilterLink = useMemo(
    () => (project && makeLink ? (text) => makeLink(project, text) : undefined),
    [project, makeLink],
  );
  const onKey = useTreeKeys(act, { viewRef, paneRef, isPage: variant === 'page' });

  return (
    <div ref={viewRef} className="tr-loaded" onKeyDown={onKey}>
      <TraceHeader
        snapshot={snapshot}
        root={root}
        rootPhase={phaseOf(root, rootEndUs, nowUs)}
        nowUs={nowUs}
        variant={variant}
        renderProjectLink={props.renderProjectLink}
        onNextError={() => act('nextError')}
        lostCount={lost.length}
        traceLink={props.traceLink}
        onNextLost={() => state.select(nextOf(lost, selected, 1))}
        actions={props.renderActions?.({
          traceUuid: snapshot.traceUuid,
          root: root.run,
          project: snapshot.project,
          selected: selected.run,
          threadId: snapshot.threadId,
        })}
      />
      {snapshot.phase === 'failed' ? (
        <div className="tr-banner" role="alert">
          Not all runs could be loaded.
          <button type="button" className="link-button" onClick={store.retry}>
            Try again
          </button>
        </div>
      ) : null}
      <Split
        variant={variant}
        tree={
          <div className="tr-left">
            <TreeToolbar
              state={state}
              lens={lens}
              content={content}
              isComplete={snapshot.isComplete}
              searchRef={searchRef}
              isZoomed={zoom !== undefined}
              isLive={isLive && isRunning}
              isFollowing={isFollowing}
              onZoom={zoomToSelected}
              onFollow={() => setIsFollowing(!isFollowing)}
              onLeaveSearch={() => listRef.current?.focus()}
            />
            <TraceTree
              tree={lens.tree}
              state={state}
              lens={lens}
              listRef={listRef}
              isLive={isLive}
              isFollowing={isFollowing && isRunning}
              onStopFollowing={() => setIsFollowing(false)}
              zoom={zoom}
              onZoom={setZoom}
              nowUs={store.nowUs}
            />
          </div>
        }
        details={
          <FilterLinkProvider value={filterLink}>
            <RunDetails
              node={selected}
              phase={phaseOf(selected, rootEndUs, nowUs)}
              version={versionOf(snapshot.storedVersions.get(selected.uuid), selected.run?.status)}
              tab={tab}
              onTab={(next: DetailsTab) => setTab(next)}
              paneRef={paneRef}
              isLive={isLive && isRunning}
              nowUs={store.nowUs}
            />
          </FilterLinkProvider>
        }
      />
    </div>
  );
}

/** Runs that show whatever is hidden; the same set as long as it holds the same. */
function useKept(runUuid: string | undefined, hits: ReadonlySet<string>): ReadonlySet<string> {
  return useMemo(
    () => (runUuid === undefined ? hits : new Set([...hits, runUuid])),
    [runUuid, hits],
  );
}

function versionOf(stored: number | undefined, status: string | undefined): string {
  return `${stored ?? 0}${status ?? ''}`;
}
