import {
  ChevronDown,
  ChevronUp,
  ChevronsDownUp,
  ChevronsUpDown,
  CircleAlert,
  LocateFixed,
  ScanSearch,
  Search,
  X,
} from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { countText } from '../../../lib/format.ts';
import type { TreeState } from './use-tree-state.ts';

interface TreeToolbarProps {
  state: TreeState;
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
      <span className="spacer" />
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

function SearchField({ state, searchRef, onLeaveSearch }: TreeToolbarProps) {
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
        placeholder="Find a run"
        aria-label="Find a run by name, model, error or id"
        value={state.searchText}
        onChange={(event) => state.setSearchText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {isSearching ? (
        <>
          <span className="search-count" aria-live="polite">
            {state.hits.length === 0 ? 'none' : countText(state.hits.length)}
          </span>
          <button
            type="button"
            className="icon-button"
            title="Previous (Shift Enter)"
            onClick={() => state.nextHit(-1)}
          >
            <ChevronUp size={14} aria-label="Previous" />
          </button>
          <button
            type="button"
            className="icon-button"
            title="Next (Enter)"
            onClick={() => state.nextHit(1)}
          >
            <ChevronDown size={14} aria-label="Next" />
          </button>
          <button type="button" className="icon-button" title="Clear (Esc)" onClick={clear}>
            <X size={14} aria-label="Clear" />
          </button>
        </>
      ) : (
        <kbd>/</kbd>
      )}
    </div>
  );
}
