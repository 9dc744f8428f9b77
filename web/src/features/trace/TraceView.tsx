import { useApolloClient } from '@apollo/client/react';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { KeyboardEvent as ReactKeyboardEvent, ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { createTraceSource } from './data/trace-source.ts';
import { createTraceStore } from './data/trace-store.ts';
import type { TraceStore } from './data/trace-store.ts';
import { RunDetails } from './details/RunDetails.tsx';
import { parseTab } from './details/parse-tab.ts';
import { detailsTabs } from './details/tabs.ts';
import type { DetailsTab } from './details/parse-tab.ts';
import { isStillRunning, phaseOf, rootEnd } from './model/live-trace.ts';
import { remember, remembered } from '../../lib/remember.ts';
import { ErrorState } from '../../ui/States.tsx';
import { TraceHeader } from './TraceHeader.tsx';
import { TraceSkeleton, WaitingForTrace } from './WaitingForTrace.tsx';
import { treeActionOf } from './tree/tree-keys.ts';
import type { TreeAction } from './tree/tree-keys.ts';
import { TraceTree } from './tree/TraceTree.tsx';
import { useTick } from '../../lib/use-tick.ts';
import { TreeToolbar } from './tree/TreeToolbar.tsx';
import { useTreeState } from './tree/use-tree-state.ts';
import './trace.css';
import { isTyping } from '../../lib/keyboard.ts';

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
  renderProjectLink?: ((project: { uuid: string; name: string }) => ReactNode) | undefined;
}

/** A trace: header, tree with waterfall, details. Follows the trace while it runs. */
export function TraceView(props: TraceViewProps) {
  const client = useApolloClient();
  const { traceUuid, projectUuid } = props;
  const store = useMemo(
    () =>
      createTraceStore({
        source: createTraceSource(client),
        traceId: traceUuid,
        projectId: projectUuid,
      }),
    [client, traceUuid, projectUuid],
  );
  useEffect(() => store.start(), [store]);
  return <TraceStoreView key={traceUuid} {...props} store={store} />;
}

function TraceStoreView(props: TraceViewProps & { store: TraceStore }) {
  const { store, variant } = props;
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
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
        <LoadedTrace {...props} snapshot={snapshot} />
      )}
    </div>
  );
}

type LoadedTraceProps = TraceViewProps & {
  store: TraceStore;
  snapshot: ReturnType<TraceStore['getSnapshot']>;
};

function LoadedTrace(props: LoadedTraceProps) {
  const { store, snapshot, variant } = props;
  const { tree } = snapshot;
  const state = useTreeState(tree, props.runUuid, props.onSelectRun);
  const [ownTab, setOwnTab] = useState<string>();
  const tab = parseTab(props.tab ?? ownTab);
  const setTab = props.onTab ?? setOwnTab;
  const [zoomUuid, setZoomUuid] = useState<string>();
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
  const selected = state.selected ?? root;

  function zoom(): void {
    setZoomUuid((now) => (now === selected.uuid || !selected.run ? undefined : selected.uuid));
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
      openAll: () => state.setSubtree(selected, true),
      closeAll: () => state.setSubtree(selected, false),
      toDetails: () => paneRef.current?.focus(),
      search: () => searchRef.current?.focus(),
      nextError: () => state.nextError(1),
      previousError: () => state.nextError(-1),
      nextTab: () => stepTab(1),
      previousTab: () => stepTab(-1),
      zoom,
    };
    setIsFollowing(false);
    actions[action]();
  }

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
              searchRef={searchRef}
              isZoomed={zoomUuid !== undefined}
              isLive={isLive && isRunning}
              isFollowing={isFollowing}
              onZoom={zoom}
              onFollow={() => setIsFollowing(!isFollowing)}
              onLeaveSearch={() => listRef.current?.focus()}
            />
            <TraceTree
              tree={tree}
              state={state}
              listRef={listRef}
              isLive={isLive}
              isFollowing={isFollowing && isRunning}
              onStopFollowing={() => setIsFollowing(false)}
              zoomUuid={zoomUuid}
              nowUs={store.nowUs}
            />
          </div>
        }
        details={
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
        }
      />
    </div>
  );
}

function versionOf(stored: number | undefined, status: string | undefined): string {
  return `${stored ?? 0}${status ?? ''}`;
}

interface KeyScope {
  viewRef: { current: HTMLElement | null };
  paneRef: { current: HTMLElement | null };
  isPage: boolean;
}

/** On its own page the view hears every key; beside a list only those pressed within it. */
function useTreeKeys(act: (action: TreeAction) => void, scope: KeyScope) {
  const latest = useRef(act);
  latest.current = act;
  const { isPage, paneRef, viewRef } = scope;

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || isTyping(event.target)) return;
    const target = event.target as HTMLElement;
    const action = treeActionOf(event);
    if (action === undefined) return;
    const isInDetails = paneRef.current?.contains(target) ?? false;
    const isOnControl = target.closest('button, a, [role="tab"], [role="separator"]') !== null;
    // Reading details, keys scroll as everywhere; a button's Enter is its own.
    if (isInDetails && /^(Arrow|Page|Home|End|Enter)/.test(event.key)) return;
    if (isOnControl && /^(Arrow|Enter)/.test(event.key)) return;
    event.preventDefault();
    latest.current(action);
  }

  useEffect(() => {
    if (!isPage) return undefined;
    const onWindowKey = (event: KeyboardEvent) => {
      const target = event.target as Node | null;
      const isElsewhere = target !== document.body && !viewRef.current?.contains(target);
      if (!isElsewhere) onKey(event);
    };
    window.addEventListener('keydown', onWindowKey);
    return () => window.removeEventListener('keydown', onWindowKey);
    // eslint-disable-next-line react/exhaustive-deps
  }, [isPage, viewRef]);

  return isPage ? undefined : (event: ReactKeyboardEvent) => onKey(event.nativeEvent);
}

const stackBelowPx = 700;

interface SplitProps {
  variant: 'page' | 'peek';
  tree: ReactNode;
  details: ReactNode;
}

/** Tree beside details, or above them where there is little width; sizes are remembered for each. */
function Split({ variant, tree, details }: SplitProps) {
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const [width, setWidth] = useState<number>();
  useEffect(() => {
    if (!frame) return undefined;
    const observer = new ResizeObserver(() => setWidth(frame.clientWidth));
    observer.observe(frame);
    setWidth(frame.clientWidth);
    return () => observer.disconnect();
  }, [frame]);
  const isStacked = width !== undefined && width < stackBelowPx;
  const key = `trace.split.${variant}.${isStacked ? 'rows' : 'columns'}`;
  const treeShare = remembered(key, isStacked ? 45 : 60);
  return (
    <div ref={setFrame} className="tr-split">
      {width === undefined ? null : (
        <Group
          key={key}
          orientation={isStacked ? 'vertical' : 'horizontal'}
          defaultLayout={{ tree: treeShare, details: 100 - treeShare }}
          onLayoutChanged={(layout, meta) => {
            if (meta.isUserInteraction) remember(key, Math.round(layout['tree'] ?? treeShare));
          }}
        >
          <Panel id="tree" minSize="25%">
            {tree}
          </Panel>
          <Separator className="tr-separator" aria-label="Resize tree and details" />
          <Panel id="details" minSize="25%">
            {details}
          </Panel>
        </Group>
      )}
    </div>
  );
}
