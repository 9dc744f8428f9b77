import { useEffect, useMemo, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { countText } from '../../lib/format.ts';
import { CalmState, ErrorState, Skeleton } from '../../ui/States.tsx';
import { useTrace } from '../trace/data/use-trace.ts';
import { Split } from '../trace/Split.tsx';
import { CompareDetails } from './CompareDetails.tsx';
import { CompareHead } from './CompareHead.tsx';
import { CompareRows } from './CompareRows.tsx';
import type { CompareSearch } from './compare-search.ts';
import { alignTrees, countKinds } from './model/align.ts';
import type { ComparedRow } from './model/align.ts';
import '../trace/trace.css';
import './compare.css';

interface ComparePageProps {
  search: CompareSearch;
  onSearch: (search: CompareSearch) => void;
  /** The id in what was pasted; undefined when there is none. */
  parseId: (text: string) => string | undefined;
  renderTraceLink: (traceUuid: string, label: ReactNode) => ReactNode;
}

/** Two traces side by side: structure, figures, inputs and outputs. */
export function ComparePage(props: ComparePageProps) {
  const { a, b } = props.search;
  if (a === undefined || b === undefined) return <ChooseTraces {...props} />;
  return <Compared key={`${a} ${b}`} {...props} a={a} b={b} />;
}

function Compared({
  a,
  b,
  search,
  onSearch,
  renderTraceLink,
}: ComparePageProps & { a: string; b: string }) {
  const first = useTrace(a);
  const second = useTrace(b);
  const treeA = first.snapshot.tree;
  const treeB = second.snapshot.tree;
  const rows = useMemo(() => alignTrees(treeA, treeB), [treeA, treeB]);
  const [onlyChanges, setOnlyChanges] = useState(false);
  const shown = useMemo(
    () => (onlyChanges ? rows.filter(({ kind }) => kind !== 'same') : rows),
    [rows, onlyChanges],
  );
  for (const { snapshot, store } of [first, second]) {
    if (snapshot.phase === 'failed')
      return <ErrorState error={snapshot.error} onRetry={store.retry} />;
    if (snapshot.phase === 'missing') return <Missing uuid={snapshot === first.snapshot ? a : b} />;
  }
  if (treeA.nodes.length === 0 || treeB.nodes.length === 0) {
    return <Skeleton lines={[34, 52, 0, 72, 58, 50, 64, 46]} />;
  }
  const selected = rowOf(rows, search.run) ?? rows[0]!;
  const isLoading = !first.snapshot.isComplete || !second.snapshot.isComplete;
  return (
    <div className="cmp-page">
      <CompareHead
        a={first.snapshot}
        b={second.snapshot}
        nowUs={first.store.nowUs()}
        renderTraceLink={renderTraceLink}
        onSwap={() => onSearch({ ...search, a: b, b: a })}
      />
      <Split
        variant="compare"
        tree={
          <div className="tr-left">
            <Summary
              rows={rows}
              isLoading={isLoading}
              onlyChanges={onlyChanges}
              onToggle={() => setOnlyChanges(!onlyChanges)}
            />
            <CompareRows
              rows={shown}
              selectedId={selected.id}
              onSelect={(row) => onSearch({ ...search, run: (row.a ?? row.b)!.uuid })}
            />
          </div>
        }
        details={<CompareDetails key={selected.id} row={selected} />}
      />
    </div>
  );
}

function rowOf(rows: ComparedRow[], runUuid: string | undefined): ComparedRow | undefined {
  if (runUuid === undefined) return undefined;
  return rows.find(({ a, b }) => a?.uuid === runUuid || b?.uuid === runUuid);
}

function Missing({ uuid }: { uuid: string }) {
  return (
    <CalmState title={t('compare.missing')}>
      <p>
        <code>{uuid.slice(0, 80)}</code>
      </p>
      <p>{t('compare.missingText')}</p>
    </CalmState>
  );
}

interface SummaryProps {
  rows: ComparedRow[];
  isLoading: boolean;
  onlyChanges: boolean;
  onToggle: () => void;
}

function Summary({ rows, isLoading, onlyChanges, onToggle }: SummaryProps) {
  const counts = useMemo(() => countKinds(rows), [rows]);
  return (
    <div className="cmp-summary">
      {(['added', 'removed', 'changed', 'same'] as const).map((kind) => (
        <span key={kind} className="cmp-count" data-kind={kind}>
          <span className="number">{countText(counts[kind])}</span> {t(`compare.kinds.${kind}`)}
        </span>
      ))}
      {isLoading ? <span className="quiet">{t('compare.loading')}</span> : null}
      <span className="spacer" />
      <label className="cmp-only">
        <input type="checkbox" checked={onlyChanges} onChange={onToggle} />{' '}
        {t('compare.onlyChanges')}
      </label>
    </div>
  );
}

/** Asks for the traces that the address does not name. */
function ChooseTraces({ search, onSearch, parseId }: ComparePageProps) {
  const [a, setA] = useState(search.a ?? '');
  const [b, setB] = useState(search.b ?? '');
  useEffect(() => setA(search.a ?? ''), [search.a]);
  const ids = [parseId(a), parseId(b)] as const;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (ids[0] && ids[1]) onSearch({ a: ids[0], b: ids[1] });
  };
  return (
    <form className="cmp-choose" onSubmit={onSubmit}>
      <h1>{t('compare.title')}</h1>
      <p className="quiet">{t('compare.chooseText')}</p>
      <label>
        A
        <input
          className="text-input"
          value={a}
          onChange={(event) => setA(event.target.value)}
          placeholder={t('compare.idOrLink')}
        />
      </label>
      <label>
        B
        <input
          className="text-input"
          value={b}
          onChange={(event) => setB(event.target.value)}
          placeholder={t('compare.idOrLink')}
        />
      </label>
      <button type="submit" className="button button-strong" disabled={!ids[0] || !ids[1]}>
        {t('compare.compare')}
      </button>
    </form>
  );
}
