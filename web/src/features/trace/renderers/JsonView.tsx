import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronRight, ChevronUp, Search } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { CopyButton } from '../../../ui/Copy.tsx';
import { countText } from '../../../lib/format.ts';
import {
  cutLength,
  idsAbove,
  isLongText,
  jsonRows,
  maxHits,
  maxRows,
  pathId,
  pathText,
  valueText,
} from '../payload/json-rows.ts';
import type { JsonExpansion, JsonHit, JsonRow } from '../payload/json-rows.ts';
import { storedMediaOf } from '../payload/media.ts';
import { useStoredFiles } from './stored-files.ts';
import { useJsonFind } from './use-json-find.ts';
import { ValueFilterLink } from './value-filter-link.tsx';

const rowHeight = 22;

interface JsonViewProps {
  value: unknown;
  label: string;
  /** Levels open at first. */
  level?: number;
  /** Grows with its rows up to this; more scrolls inside. */
  maxHeight?: number;
}

/** JSON of any size: windowed rows, folding, finding, copying. Strings are text and nothing else. */
export function JsonView({ value, label, level = 2, maxHeight = 480 }: JsonViewProps) {
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const expansion: JsonExpansion = useMemo(() => ({ level, toggled }), [level, toggled]);
  const rows = useMemo(() => jsonRows(value, expansion), [value, expansion]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 15,
  });
  const [finding, setFinding] = useState({ text: '', index: 0 });
  const find = useJsonFind(value, finding.text);
  const hit = find.hits[finding.index];
  const open = (ids: string[], isOpen: boolean) =>
    setToggled((now) => new Map([...now, ...ids.map((id) => [id, isOpen] as const)]));
  useShownHit({ value, hit, rows, open, scrollTo: virtualizer.scrollToIndex });
  const hitId = hit && pathId(hit.path);
  const step = (by: number) =>
    setFinding(({ text, index }) => ({
      text,
      index: (index + by + Math.max(1, find.hits.length)) % Math.max(1, find.hits.length),
    }));

  return (
    <section className="tr-json" aria-label={label}>
      <header className="tr-json-head">
        <h3>{label}</h3>
        <span className="spacer" />
        <FindField
          finding={finding}
          find={find}
          onText={(text) => setFinding({ text, index: 0 })}
          onStep={step}
        />
        <CopyButton
          text={() => JSON.stringify(value, null, 2)}
          label={`Copy ${label.toLowerCase()}`}
        />
      </header>
      <div
        ref={scroller}
        className="tr-json-scroller"
        style={{ height: Math.min(maxHeight, rows.length * rowHeight + 8) }}
        tabIndex={0}
        role="tree"
        aria-label={label}
      >
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map((item) => (
            <JsonLine
              key={item.key}
              row={rows[item.index]!}
              top={item.start}
              wanted={finding.text}
              isHit={
                hitId !== undefined &&
                rows[item.index]!.kind === 'value' &&
                pathId(rows[item.index]!.path) === hitId
              }
              onToggle={(id, isOpen) => open([id], isOpen)}
            />
          ))}
        </div>
      </div>
      {rows.length >= maxRows ? (
        <p className="tr-note">Only the first {countText(maxRows)} rows are shown; fold some.</p>
      ) : null}
    </section>
  );
}

interface ShownHitOptions {
  value: unknown;
  hit: JsonHit | undefined;
  rows: JsonRow[];
  open: (ids: string[], isOpen: boolean) => void;
  scrollTo: (index: number, options: { align: 'center' }) => void;
}

/** Opens what hides the current hit, then scrolls to it. */
function useShownHit({ value, hit, rows, open, scrollTo }: ShownHitOptions): void {
  const id = hit && pathId(hit.path);
  const shown = useRef<string>(undefined);
  useEffect(() => {
    if (hit) open(idsAbove(value, hit.path), true);
    shown.current = undefined;
    // Opens once for each hit; later folding by hand is respected.
    // eslint-disable-next-line react/exhaustive-deps
  }, [id]);
  useEffect(() => {
    if (id === undefined || shown.current === id) return;
    const index = rows.findIndex((row) => row.kind === 'value' && pathId(row.path) === id);
    if (index < 0) return;
    shown.current = id;
    scrollTo(index, { align: 'center' });
  }, [id, rows, scrollTo]);
}

interface FindFieldProps {
  finding: { text: string; index: number };
  find: { hits: JsonHit[]; isSearching: boolean };
  onText: (text: string) => void;
  onStep: (by: number) => void;
}

function FindField({ finding, find, onText, onStep }: FindFieldProps) {
  const count =
    find.hits.length >= maxHits ? `${countText(maxHits)}+` : countText(find.hits.length);
  return (
    <div className="search-field json-search">
      <Search size={13} aria-hidden />
      <input
        type="text"
        spellCheck={false}
        placeholder="Find"
        aria-label="Find inside"
        value={finding.text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape') onText('');
        }}
      />
      {finding.text === '' ? null : (
        <>
          <span className="search-count" aria-live="polite">
            {find.hits.length === 0
              ? find.isSearching
                ? '…'
                : 'none'
              : `${finding.index + 1}/${count}`}
          </span>
          <button type="button" className="icon-button" onClick={() => onStep(-1)}>
            <ChevronUp size={13} aria-label="Previous" />
          </button>
          <button type="button" className="icon-button" onClick={() => onStep(1)}>
            <ChevronDown size={13} aria-label="Next" />
          </button>
        </>
      )}
    </div>
  );
}

interface JsonLineProps {
  row: JsonRow;
  top: number;
  wanted: string;
  isHit: boolean;
  onToggle: (id: string, isOpen: boolean) => void;
}

function JsonLine({ row, top, wanted, isHit, onToggle }: JsonLineProps) {
  const style = { transform: `translateY(${top}px)`, paddingInlineStart: 8 + row.depth * 16 };
  if (row.kind === 'line') {
    return (
      <div className="tr-json-row tr-json-text" style={style} role="treeitem">
        <Marked text={row.text} wanted={wanted} />
      </div>
    );
  }
  const id = row.kind === 'range' ? row.id : pathId(row.path);
  const canOpen = row.kind === 'range' || row.count > 0 || isLongText(row.value);
  return (
    <div
      className="tr-json-row"
      data-hit={isHit || undefined}
      style={style}
      role="treeitem"
      aria-level={row.depth + 1}
      aria-expanded={canOpen ? row.isOpen : undefined}
      onClick={canOpen ? () => onToggle(id, !row.isOpen) : undefined}
    >
      <span className="tr-chevron" data-open={row.isOpen || undefined}>
        {canOpen ? <ChevronRight size={13} aria-hidden /> : null}
      </span>
      {row.kind === 'range' ? (
        <span className="tr-json-range">
          {row.from} … {row.to - 1}
        </span>
      ) : (
        <ValueLine row={row} wanted={wanted} />
      )}
    </div>
  );
}

function ValueLine({ row, wanted }: { row: Extract<JsonRow, { kind: 'value' }>; wanted: string }) {
  const text = valueText(row.value);
  const isCut = typeof row.value === 'string' && row.value.length > cutLength && !row.isOpen;
  return (
    <>
      {row.key === null ? null : (
        <span className="tr-json-key">
          <bdi>
            <Marked text={row.key.slice(0, 200)} wanted={wanted} />
          </bdi>
          :
        </span>
      )}
      <bdi className="tr-json-value" data-kind={kindOf(row.value)}>
        <Marked text={text} wanted={wanted} />
      </bdi>
      {typeof row.value === 'string' ? <StoredLink text={row.value} /> : null}
      {isCut ? (
        <span className="tr-json-more">show all {countText((row.value as string).length)}</span>
      ) : null}
      <span className="tr-json-actions">
        <CopyButton
          text={() =>
            typeof row.value === 'string' ? row.value : JSON.stringify(row.value, null, 2)
          }
          label="Copy value"
        />
        {row.path.length > 0 ? <CopyPath text={pathText(row.path)} /> : null}
        <ValueFilterLink path={row.path} value={row.value} />
      </span>
    </>
  );
}

/** Leads to what was lifted out of the payload here. */
function StoredLink({ text }: { text: string }) {
  const { bySha256 } = useStoredFiles();
  const stored = storedMediaOf(text)?.stored;
  const file = stored && bySha256.get(stored.sha256);
  if (!file) return null;
  return (
    <a
      className="tr-json-more"
      href={file.url}
      target="_blank"
      rel="noopener"
      onClick={(event) => event.stopPropagation()}
    >
      open
    </a>
  );
}

function CopyPath({ text }: { text: string }) {
  return (
    <span className="tr-copy-path">
      <CopyButton text={text} label={`Copy path ${text.slice(0, 120)}`} />
      path
    </span>
  );
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'object' : typeof value;
}

/** The text with what was searched for marked. */
function Marked({ text, wanted }: { text: string; wanted: string }) {
  const needle = wanted.trim().toLowerCase();
  const at = needle === '' ? -1 : text.toLowerCase().indexOf(needle);
  if (at === -1) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + needle.length)}</mark>
      {text.slice(at + needle.length)}
    </>
  );
}
