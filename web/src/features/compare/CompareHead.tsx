import { ArrowLeftRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import {
  agoText,
  costText,
  countText,
  durationText,
  exactTime,
  runName,
  shortCount,
} from '../../lib/format.ts';
import { CopyId } from '../../ui/Copy.tsx';
import { RunTypeIcon } from '../../ui/RunTypeIcon.tsx';
import { StatusWord } from '../../ui/StatusWord.tsx';
import type { TraceSnapshot } from '../trace/data/trace-store.ts';
import { durationOf } from '../trace/details/duration.ts';
import { phaseOf, rootEnd } from '../trace/model/live-trace.ts';
import { DeltaMark } from './DeltaMark.tsx';

interface CompareHeadProps {
  a: TraceSnapshot;
  b: TraceSnapshot;
  nowUs: number;
  renderTraceLink: (traceUuid: string, label: ReactNode) => ReactNode;
  onSwap: () => void;
}

/** Both traces at a glance, and what changed from the first to the second. */
export function CompareHead({ a, b, nowUs, renderTraceLink, onSwap }: CompareHeadProps) {
  return (
    <header className="cmp-head">
      <div className="cmp-sides">
        <Side letter="A" snapshot={a} nowUs={nowUs} renderTraceLink={renderTraceLink} />
        <button type="button" className="icon-button" title={t('compare.swap')} onClick={onSwap}>
          <ArrowLeftRight size={16} aria-label={t('compare.swap')} />
        </button>
        <Side letter="B" snapshot={b} nowUs={nowUs} renderTraceLink={renderTraceLink} />
      </div>
      <dl className="cmp-facts">
        <Fact
          label={t('compare.time')}
          a={timeOf(a, nowUs)}
          b={timeOf(b, nowUs)}
          print={durationText}
        />
        <Fact label={t('compare.runs')} a={a.runCount} b={b.runCount} print={countText} />
        <Fact
          label={t('compare.errors')}
          a={a.tree.totals.errors}
          b={b.tree.totals.errors}
          print={countText}
        />
        <Fact
          label={t('compare.tokens')}
          a={a.tree.totals.totalTokens}
          b={b.tree.totals.totalTokens}
          print={shortCount}
        />
        <Fact
          label={t('compare.cost')}
          a={a.tree.totals.costUsd}
          b={b.tree.totals.costUsd}
          print={costText}
        />
      </dl>
    </header>
  );
}

function timeOf({ tree }: TraceSnapshot, nowUs: number): number | null {
  const [root] = tree.roots;
  if (!root) return null;
  return durationOf(root, phaseOf(root, rootEnd(tree), nowUs), nowUs) ?? null;
}

interface SideProps extends Pick<CompareHeadProps, 'nowUs' | 'renderTraceLink'> {
  letter: 'A' | 'B';
  snapshot: TraceSnapshot;
}

function Side({ letter, snapshot, nowUs, renderTraceLink }: SideProps) {
  const [root] = snapshot.tree.roots;
  const startUs = snapshot.tree.totals.startUs;
  return (
    <div className="cmp-side">
      <span className="cmp-letter">{letter}</span>
      <RunTypeIcon runType={root?.run?.runType} />
      <h2>{renderTraceLink(snapshot.traceUuid ?? '', <bdi>{runName(root?.run?.name)}</bdi>)}</h2>
      {root?.run ? (
        <StatusWord status={root.run.status} phase={phaseOf(root, rootEnd(snapshot.tree), nowUs)} />
      ) : null}
      <span className="quiet" title={exactTime(startUs)}>
        {agoText(startUs, nowUs)}
      </span>
      {snapshot.traceUuid === null ? null : <CopyId id={snapshot.traceUuid} label="trace" />}
    </div>
  );
}

interface FactProps {
  label: string;
  a: number | null;
  b: number | null;
  print: (value: number) => string;
}

function Fact({ label, a, b, print }: FactProps) {
  const text = (value: number | null) => (value === null ? '–' : print(value));
  return (
    <div className="cmp-fact">
      <dt>{label}</dt>
      <dd>
        <span className="number">{text(a)}</span>
        <span aria-hidden>→</span>
        <span className="number">{text(b)}</span>
        <DeltaMark before={a} after={b} print={print} />
      </dd>
    </div>
  );
}
