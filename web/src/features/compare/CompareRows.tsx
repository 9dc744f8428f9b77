import { useVirtualizer } from '@tanstack/react-virtual';
import { Equal, Minus, Pencil, Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { t } from '../../i18n/index.ts';
import { costText, countText, durationText, runName } from '../../lib/format.ts';
import { RunTypeIcon } from '../../ui/RunTypeIcon.tsx';
import type { TraceNode } from '../trace/model/trace-tree.ts';
import { DeltaMark } from './DeltaMark.tsx';
import type { ComparedRow, RowKind } from './model/align.ts';

const rowHeight = 28;
const icons: Record<RowKind, typeof Plus> = {
  same: Equal,
  changed: Pencil,
  added: Plus,
  removed: Minus,
};

interface CompareRowsProps {
  rows: ComparedRow[];
  selectedId: string | undefined;
  onSelect: (row: ComparedRow) => void;
}

/** Both trees in one list: each run beside its counterpart, with what changed. */
export function CompareRows({ rows, selectedId, onSelect }: CompareRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const index = rows.findIndex(({ id }) => id === selectedId);
  useEffect(() => {
    if (index >= 0) virtualizer.scrollToIndex(index);
    // Only when another row is selected.
    // eslint-disable-next-line react/exhaustive-deps
  }, [selectedId]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = rows[Math.min(rows.length - 1, Math.max(0, index + by))];
    if (next) onSelect(next);
  };
  return (
    <div className="cmp-list">
      <div className="cmp-row cmp-list-head" aria-hidden>
        <span className="cmp-kind" />
        <span className="cmp-run">A</span>
        <span className="cmp-run">B</span>
        <span className="cmp-delta">{t('compare.time')}</span>
        <span className="cmp-delta">{t('compare.tokens')}</span>
        <span className="cmp-delta">{t('compare.cost')}</span>
      </div>
      <div
        ref={scroller}
        className="cmp-scroller"
        role="listbox"
        tabIndex={0}
        aria-label={t('compare.rows')}
        aria-activedescendant={selectedId === undefined ? undefined : `cmp-${selectedId}`}
        onKeyDown={onKeyDown}
      >
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map((item) => (
            <Row
              key={rows[item.index]!.id}
              row={rows[item.index]!}
              top={item.start}
              isSelected={item.index === index}
              onSelect={onSelect}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

interface RowProps {
  row: ComparedRow;
  top: number;
  isSelected: boolean;
  onSelect: (row: ComparedRow) => void;
}

function Row({ row, top, isSelected, onSelect }: RowProps) {
  const { a, b, kind } = row;
  const Icon = icons[kind];
  return (
    <div
      id={`cmp-${row.id}`}
      role="option"
      aria-selected={isSelected}
      className="cmp-row"
      data-kind={kind}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onSelect(row)}
    >
      <span className="cmp-kind" title={t(`compare.kinds.${kind}`)}>
        <Icon size={13} aria-label={t(`compare.kinds.${kind}`)} />
      </span>
      <Run node={a} depth={row.depth} />
      <Run node={b} depth={row.depth} />
      <DeltaMark before={lengthOf(a)} after={lengthOf(b)} print={durationText} />
      <DeltaMark before={a?.totals.totalTokens} after={b?.totals.totalTokens} print={countText} />
      <DeltaMark before={a?.totals.costUsd} after={b?.totals.costUsd} print={costText} />
    </div>
  );
}

function Run({ node, depth }: { node: TraceNode | undefined; depth: number }) {
  if (!node) return <span className="cmp-run cmp-none" />;
  const { run } = node;
  const length = lengthOf(node);
  return (
    <span className="cmp-run" style={{ paddingInlineStart: Math.min(160, depth * 14) }}>
      <RunTypeIcon runType={run?.runType} />
      <bdi className="cmp-name" data-status={run?.status}>
        {run ? runName(run.name) : t('compare.neverReceived')}
      </bdi>
      <span className="spacer" />
      <span className="number quiet">{length === undefined ? '' : durationText(length)}</span>
    </span>
  );
}

function lengthOf(node: TraceNode | undefined): number | undefined {
  const run = node?.run;
  return run && run.endUs !== null ? Math.max(0, run.endUs - run.startUs) : undefined;
}
