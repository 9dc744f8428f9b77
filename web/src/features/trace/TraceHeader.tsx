import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { CopyId } from '../../ui/Copy.tsx';
import { TraceTurns } from './TraceTurns.tsx';
import type { TraceSnapshot } from './data/trace-store.ts';
import { durationOf } from './details/duration.ts';
import {
  agoText,
  costText,
  countText,
  durationText,
  exactTime,
  runName,
  shortCount,
} from '../../lib/format.ts';
import type { TraceNode } from './model/trace-tree.ts';
import { RunTypeIcon } from '../../ui/RunTypeIcon.tsx';
import { StatusWord } from '../../ui/StatusWord.tsx';
import type { RunPhase } from '../../lib/run-phase.ts';

interface TraceHeaderProps {
  snapshot: TraceSnapshot;
  root: TraceNode;
  rootPhase: RunPhase;
  nowUs: number;
  variant: 'page' | 'peek';
  /** Draws the link to the project; without one its name is plain text. */
  renderProjectLink: ((project: { uuid: string; name: string }) => ReactNode) | undefined;
  onNextError: () => void;
  /** Runs whose end was never received. */
  lostCount: number;
  onNextLost: () => void;
  /** Address of another trace; without one there is no way to the turns beside this. */
  traceLink: ((traceUuid: string) => string) | undefined;
  actions: ReactNode;
}

/** The trace at a glance; every figure is exact on hover, every id can be copied. */
export function TraceHeader(props: TraceHeaderProps) {
  const { snapshot, root, rootPhase, nowUs, renderProjectLink } = props;
  const { tree, project } = snapshot;
  const { totals } = tree;
  const Title = props.variant === 'page' ? 'h1' : 'h2';
  const durationUs = durationOf(root, rootPhase, nowUs) ?? totals.lastUs - totals.startUs;
  return (
    <header className="tr-header" data-variant={props.variant}>
      <div className="tr-header-title">
        <RunTypeIcon runType={root.run?.runType} />
        <Title title={runName(root.run?.name).slice(0, 500)}>
          <bdi>{root.run ? runName(root.run.name) : 'Trace without its root'}</bdi>
        </Title>
        {root.run ? <StatusWord status={root.run.status} phase={rootPhase} /> : null}
        <LiveState live={snapshot.live} isRunning={rootPhase === 'running'} />
        <span className="spacer" />
        {props.actions}
      </div>
      <dl className="tr-facts">
        <HeaderFact label="Started" title={exactTime(totals.startUs)}>
          {agoText(totals.startUs, nowUs)}
        </HeaderFact>
        <HeaderFact label="Duration">{durationText(Math.max(0, durationUs))}</HeaderFact>
        <HeaderFact label="Runs" title={loadTitle(snapshot)}>
          {countText(Math.max(totals.runs, snapshot.runCount))}
          {snapshot.isComplete ? null : (
            <progress max={snapshot.runCount} value={totals.runs} aria-label="Runs loaded" />
          )}
        </HeaderFact>
        {totals.errors > 0 ? (
          <HeaderFact label="Errors" isError>
            <button type="button" onClick={props.onNextError} title="Next error (e)">
              <CircleAlert size={13} aria-hidden /> {countText(totals.errors)}
            </button>
          </HeaderFact>
        ) : null}
        {props.lostCount > 0 ? (
          <HeaderFact label={t('trace.header.lost')} title={t('trace.header.lostTitle')}>
            <button type="button" onClick={props.onNextLost} title={t('trace.header.nextLost')}>
              {countText(props.lostCount)}
            </button>
          </HeaderFact>
        ) : null}
        {totals.totalTokens === null ? null : (
          <HeaderFact label="Tokens" title={countText(totals.totalTokens)}>
            {shortCount(totals.totalTokens)}
          </HeaderFact>
        )}
        {totals.costUsd === null ? null : (
          <HeaderFact label="Cost" title={`$${totals.costUsd}`}>
            {costText(totals.costUsd)}
          </HeaderFact>
        )}
        {project ? (
          <HeaderFact label="Project">
            {renderProjectLink ? renderProjectLink(project) : <bdi>{runName(project.name)}</bdi>}
          </HeaderFact>
        ) : null}
        <span className="tr-ids">
          {snapshot.traceUuid === null ? null : <CopyId id={snapshot.traceUuid} label="trace" />}
          {snapshot.threadId ? <CopyId id={snapshot.threadId} label="thread" /> : null}
          {snapshot.threadId && root.run && props.traceLink ? (
            <TraceTurns rootId={root.run.id} traceLink={props.traceLink} />
          ) : null}
        </span>
      </dl>
    </header>
  );
}

function loadTitle(snapshot: TraceSnapshot): string | undefined {
  if (snapshot.isComplete) return undefined;
  return `${countText(snapshot.tree.totals.runs)} of ${countText(snapshot.runCount)} loaded`;
}

interface HeaderFactProps {
  label: string;
  title?: string | undefined;
  isError?: boolean;
  children: ReactNode;
}

function HeaderFact({ label, title, isError, children }: HeaderFactProps) {
  return (
    <div className="tr-header-fact" title={title} data-error={isError || undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function LiveState({ live, isRunning }: { live: TraceSnapshot['live']; isRunning: boolean }) {
  if (live === 'offline') {
    return (
      <span className="chip" role="status">
        offline, trying again
      </span>
    );
  }
  if (live === 'connecting' && isRunning) {
    return (
      <span className="chip" role="status">
        catching up
      </span>
    );
  }
  return null;
}
