import {
  ChevronDown,
  ChevronUp,
  ChevronsDownUp,
  ChevronsUpDown,
  CircleAlert,
  LocateFixed,
  Route,
  ScanSearch,
  Search,
  X,
} from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { t } from '../../../i18n/index.ts';
import { countText } from '../../../lib/format.ts';
import { noNoise } from '../model/noise.ts';
import type { ContentSearch } from './use-content-search.ts';
import type { TraceLens } from './use-trace-lens.ts';
import { ViewMenu } from './ViewMenu.tsx';
import type { TreeState } from './use-tree-state.ts';

interface TreeToolbarProps {
  state: TreeState;
  lens: TraceLens;
  /** How far the contents have been searched. */
  content: ContentSearch;
  /** All runs have been loaded. */
  isComplete: boolean;
  searchRef: RefObject<HTMLInputElement | null>;
  isZoomed: boolean;
  isLive: boolean;
  isFollowing: boolean;
  onZoom: () => void;
  onFollow: () => void;
  onLeaveSearch: () => void;
}

/** Search, levels, errors, zoom; live traces can be followed. */
export function TreeToolbar(props: TreeToolbarProps) {
  const { state, isZoomed, isLive, isFollowing } = props;
  return (
    <div className="tr-toolbar" role="toolbar" aria-label="Tree">
      <SearchField {...props} />
      <div className="tr-toolbar-group">
        <button
          type="button"
          className="icon-button"
          title="Collapse to the first level"
          onClick={() => state.setLevel(1)}
        >
          <ChevronsDownUp size={14} aria-hidden />
          <span className="sr-only">Collapse</span>
        </button>
        <button
          type="button"
          className="icon-button"
          title="Expand all"
          onClick={() => state.setLevel(null)}
        >
          <ChevronsUpDown size={14} aria-hidden />
          <span className="sr-only">Expand all</span>
        </button>
        <button
          type="button"
          className="icon-button"
          aria-pressed={isZoomed}
          title={isZoomed ? 'Show the whole time (z)' : 'Zoom to the selected run (z)'}
          onClick={props.onZoom}
        >
          <ScanSearch size={14} aria-hidden />
          <span className="sr-only">Zoom</span>
        </button>
        {isLive ? (
          <button
            type="button"
            className="icon-button"
            aria-pressed={isFollowing}
            title="Follow what is running"
            onClick={props.onFollow}
          >
            <LocateFixed size={14} aria-hidden />
            <span className="sr-only">Follow</span>
          </button>
        ) : null}
      </div>
      <ViewMenu lens={props.lens} state={state} />
      <span className="spacer" />
      <LensNotes lens={props.lens} isComplete={props.isComplete} />
      {state.errors.length > 0 ? (
        <button
          type="button"
          className="tr-error-button"
          title={`${countText(state.errors.length)} places to look at: next (e), previous (E)`}
          onClick={(event) => state.nextError(event.shiftKey ? -1 : 1)}
        >
          <CircleAlert size={14} aria-hidden />
          {state.errors.length === 1 ? 'Go to error' : 'Next error'}
          <kbd>e</kbd>
        </button>
      ) : null}
    </div>
  );
}

/** What the lens changes about the picture is said in words, so that nobody misses runs. */
function LensNotes({ lens, isComplete }: { lens: TraceLens; isComplete: boolean }) {
  const { critical, hiddenCount } = lens;
  return (
    <>
      {critical ? (
        <button
          type="button"
          className="chip tr-note-button"
          title={t('trace.view.criticalPathText')}
          onClick={lens.toggleCritical}
        >
          <Route size={12} aria-hidden />
          {t(isComplete ? 'trace.view.criticalPathCount' : 'trace.view.criticalPathPartial', {
            count: critical.size,
          })}
          <X size={12} aria-label={t('common.close')} />
        </button>
      ) : null}
      {hiddenCount > 0 ? (
        <button
          type="button"
          className="chip tr-note-button"
          title={t('trace.view.showHidden')}
          onClick={() => lens.setNoise(noNoise)}
        >
          {t('trace.view.hidden', { count: hiddenCount })}
          <X size={12} aria-label={t('common.close')} />
        </button>
      ) : null}
    </>
  );
}

function SearchField({ state, content, searchRef, onLeaveSearch }: TreeToolbarProps) {
  const isSearching = state.searchText !== '';
  const clear = () => {
    state.setSearchText('');
    onLeaveSearch();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') state.nextHit(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="search-field">
      <Search size={14} aria-hidden />
      <input
        ref={searchRef}
        type="text"
        spellCheck={false}
        placeholder={t('trace.search.find')}
        aria-label={t('trace.search.label')}
        value={state.searchText}
        onChange={(event) => state.setSearchText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {isSearching ? (
        <>
          <span className="search-count" aria-live="polite" title={contentTitle(content)}>
            {hitCount(state, content)}
          </span>
          <button
            type="button"
            className="icon-button"
            title={t('trace.search.previous')}
            onClick={() => state.nextHit(-1)}
          >
            <ChevronUp size={14} aria-label="Previous" />
          </button>
          <button
            type="button"
            className="icon-button"
            title={t('trace.search.next')}
            onClick={() => state.nextHit(1)}
          >
            <ChevronDown size={14} aria-label="Next" />
          </button>
          <button
            type="button"
            className="icon-button"
            title={t('trace.search.clear')}
            onClick={clear}
          >
            <X size={14} aria-label="Clear" />
          </button>
        </>
      ) : (
        <kbd>/</kbd>
      )}
    </div>
  );
}

function hitCount({ hits }: TreeState, { state }: ContentSearch): string {
  const count = hits.length === 0 ? '' : countText(hits.length);
  if (state === 'searching') return `${count}…`;
  if (hits.length === 0) return t('trace.search.none');
  return state === 'more' ? `${count}+` : state === 'failed' ? `${count}?` : count;
}

function contentTitle({ state }: ContentSearch): string | undefined {
  if (state === 'searching') return t('trace.search.inContent');
  if (state === 'failed') return t('trace.search.contentFailed');
  return state === 'more' ? t('trace.search.contentMore') : undefined;
}
