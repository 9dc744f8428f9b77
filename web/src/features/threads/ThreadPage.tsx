import { CircleAlert, List } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import {
  agoText,
  costText,
  countText,
  durationText,
  exactTime,
  oneLine,
} from '../../lib/format.ts';
import { parseTimeUs } from '../../lib/time.ts';
import { useTick } from '../../lib/use-tick.ts';
import { AddressLink } from '../../ui/AddressLink.tsx';
import { CopyButton } from '../../ui/Copy.tsx';
import { Page } from '../../ui/Page.tsx';
import { CalmState, ErrorState, Skeleton } from '../../ui/States.tsx';
import { TurnView } from './TurnView.tsx';
import type { TurnContent } from './TurnView.tsx';
import { useThread } from './use-thread.ts';
import type { ThreadFacts } from './use-thread.ts';
import './threads.css';

export interface ThreadPageProps {
  project: string;
  threadId: string;
  /** The list of this thread's runs. */
  runsLink: string;
  threadsLink: string;
  traceLink: (traceUuid: string) => string;
  renderContent: (content: TurnContent) => ReactNode;
  renderActions: (thread: { projectId: string; threadId: string }) => ReactNode;
}

/** A conversation down the middle, each turn leading to its trace. */
export function ThreadPage(props: ThreadPageProps) {
  const { project, threadId } = props;
  const thread = useThread(project, threadId);
  const { state } = thread;
  useTick(20_000);
  const name = oneLine(threadId, 200);
  const middle = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState<string>();
  useStartAtNewest(middle, state.phase === 'ready');

  async function toFirstError(): Promise<void> {
    const uuid = await thread.findFirstError();
    if (uuid === undefined) return;
    setMarked(uuid);
    // The turn may have been loaded just now: it is drawn first.
    requestAnimationFrame(() => scrollTo(middle.current, uuid));
  }

  return (
    <Page
      variant="full"
      tabTitle={t('thread.tabTitle', { thread: name })}
      title={
        <span className="thread-title">
          <AddressLink className="quiet" href={props.threadsLink}>
            {t('runs.scopes.threads')}
          </AddressLink>
          <span className="quiet">/</span>
          <bdi className="cut mono" title={name}>
            {name}
          </bdi>
          <CopyButton text={threadId} label={t('common.copyOf', { what: t('thread.id') })} />
        </span>
      }
      actions={
        <>
          {state.facts && state.facts.errorCount > 0 ? (
            <button type="button" className="button" onClick={() => void toFirstError()}>
              <CircleAlert size={14} className="state-error" aria-hidden />
              {t('thread.firstError')}
            </button>
          ) : null}
          <AddressLink className="button" href={props.runsLink}>
            <List size={14} aria-hidden />
            {t('thread.runs')}
          </AddressLink>
          {state.project ? props.renderActions({ projectId: state.project.id, threadId }) : null}
        </>
      }
    >
      {state.facts ? <Totals facts={state.facts} /> : null}
      <div ref={middle} className="thread-scroller">
        <Turns {...props} thread={thread} marked={marked} />
      </div>
    </Page>
  );
}

function scrollTo(scroller: HTMLElement | null, traceUuid: string): void {
  const turn = scroller?.querySelector<HTMLElement>(`[data-turn="${CSS.escape(traceUuid)}"]`);
  turn?.scrollIntoView({ block: 'start' });
  turn?.focus({ preventScroll: true });
}

/** What was said last is what one comes for. */
function useStartAtNewest(
  scroller: React.RefObject<HTMLDivElement | null>,
  isReady: boolean,
): void {
  useEffect(() => {
    if (!isReady) return;
    const turns = scroller.current?.querySelectorAll('[data-turn]');
    if (turns && turns.length > 2) turns.item(turns.length - 1).scrollIntoView({ block: 'start' });
  }, [scroller, isReady]);
}

function Turns(
  props: ThreadPageProps & { thread: ReturnType<typeof useThread>; marked: string | undefined },
) {
  const { state, refresh, showEarlier } = props.thread;
  if (state.phase === 'loading') return <Skeleton lines={[0, 0, 40, 62, 54, 0, 36, 70, 66]} />;
  if (state.phase === 'failed') return <ErrorState error={state.error} onRetry={refresh} />;
  if (state.phase === 'missing') {
    return (
      <CalmState title={t('thread.missing')}>
        <p>{t('thread.missingText')}</p>
        <AddressLink className="button" href={props.threadsLink}>
          {t('thread.all')}
        </AddressLink>
      </CalmState>
    );
  }
  return (
    <ol className="thread" aria-label={t('thread.turns')}>
      {state.earlier === null ? null : (
        <li className="thread-earlier">
          <button
            type="button"
            className="button"
            disabled={state.isLoadingEarlier}
            onClick={() => void showEarlier()}
          >
            {t(state.isLoadingEarlier ? 'common.loading' : 'thread.earlier')}
          </button>
        </li>
      )}
      {state.turns.map((turn) => (
        <TurnView
          key={turn.traceUuid}
          turn={turn}
          isMarked={turn.traceUuid === props.marked}
          link={props.traceLink(turn.traceUuid)}
          renderContent={props.renderContent}
        />
      ))}
    </ol>
  );
}

function Totals({ facts }: { facts: ThreadFacts }) {
  const nowUs = Date.now() * 1000;
  const firstUs = parseTimeUs(facts.firstStartedAt) ?? 0;
  const lastUs = parseTimeUs(facts.lastStartedAt) ?? 0;
  const cost = facts.totalCostUsd === null ? undefined : Number(facts.totalCostUsd);
  const tokens = facts.totalTokens === null ? undefined : Number(facts.totalTokens);
  const figures: [label: string, value: string, title?: string][] = [
    [t('thread.turns'), countText(facts.turnCount)],
    [t('thread.errors'), countText(facts.errorCount)],
    [t('thread.started'), agoText(firstUs, nowUs), exactTime(firstUs)],
    [t('thread.last'), agoText(lastUs, nowUs), exactTime(lastUs)],
    [t('thread.tokens'), tokens === undefined ? '–' : countText(tokens)],
    [
      t('thread.cost'),
      cost === undefined ? '–' : costText(cost),
      cost === undefined ? '' : `$${cost}`,
    ],
    [t('thread.p50'), facts.latencyP50Ms === null ? '–' : durationText(facts.latencyP50Ms * 1000)],
    [t('thread.p99'), facts.latencyP99Ms === null ? '–' : durationText(facts.latencyP99Ms * 1000)],
    ...(facts.userId ? [[t('thread.user'), oneLine(facts.userId, 80)] as [string, string]] : []),
  ];
  return (
    <dl className="thread-totals">
      <div>
        <dt>{t('thread.state')}</dt>
        <dd className="status" data-status={facts.isIdle ? undefined : 'running'}>
          <span className={facts.isIdle ? 'dot' : 'pulse'} />
          {t(facts.isIdle ? 'thread.idle' : 'thread.open')}
        </dd>
      </div>
      {figures.map(([label, value, title]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd title={title} className="number cut">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
