import { useQuery } from '@apollo/client/react';
import { ArrowUpRight, CircleAlert } from 'lucide-react';
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
  runName,
  shortCount,
} from '../../lib/format.ts';
import { AddressLink } from '../../ui/AddressLink.tsx';
import { turnContentQuery } from './thread-documents.ts';
import type { Turn } from './turns.ts';

export interface TurnContent {
  side: 'inputs' | 'outputs';
  value: unknown;
}

interface TurnViewProps {
  turn: Turn;
  isMarked: boolean;
  link: string;
  renderContent: (content: TurnContent) => ReactNode;
}

/** What was asked and what was answered; the whole of it is read when it comes into sight. */
export function TurnView({ turn, isMarked, link, renderContent }: TurnViewProps) {
  const { ref, isSeen } = useSeen();
  const content = useQuery(turnContentQuery, {
    variables: { id: turn.rootId ?? '' },
    skip: !isSeen || turn.rootId === null || turn.isRunning,
    fetchPolicy: 'no-cache',
  });
  const run = content.data?.run;
  return (
    <li
      ref={ref}
      className="turn"
      data-turn={turn.traceUuid}
      data-marked={isMarked || undefined}
      data-error={turn.errorCount > 0 || undefined}
      tabIndex={-1}
    >
      <TurnHead turn={turn} link={link} />
      <div className="turn-side" data-side="inputs">
        <Side
          preview={turn.inputPreview}
          value={run?.inputs}
          side="inputs"
          {...{ renderContent }}
        />
      </div>
      <div className="turn-side" data-side="outputs">
        {turn.isRunning ? (
          <p className="status" data-status="running">
            <span className="pulse" /> {t('status.running')}
          </p>
        ) : turn.error !== null && turn.error !== '' ? (
          <pre className="turn-error">{turn.error.slice(0, 2000)}</pre>
        ) : null}
        {turn.outputPreview === '' && run?.outputs == null ? null : (
          <Side
            preview={turn.outputPreview}
            value={run?.outputs}
            side="outputs"
            {...{ renderContent }}
          />
        )}
      </div>
    </li>
  );
}

interface SideProps {
  side: 'inputs' | 'outputs';
  preview: string;
  value: unknown;
  renderContent: TurnViewProps['renderContent'];
}

/** The beginning at once, the whole when it is there; what is too large stays a beginning. */
function Side({ side, preview, value, renderContent }: SideProps) {
  if (value === undefined || value === null) {
    return <p className="turn-preview">{preview}</p>;
  }
  return <>{renderContent({ side, value })}</>;
}

function TurnHead({ turn, link }: { turn: Turn; link: string }) {
  const nowUs = Date.now() * 1000;
  return (
    <header className="turn-head">
      <AddressLink className="turn-name" href={link}>
        {turn.errorCount > 0 ? (
          <CircleAlert size={14} className="state-error" aria-label={t('status.error')} />
        ) : null}
        <bdi className="cut">{oneLine(runName(turn.name), 120)}</bdi>
        <ArrowUpRight size={14} aria-hidden />
      </AddressLink>
      {turn.feedback.slice(0, 4).map(({ key, count, average }) => (
        <span
          key={key}
          className="chip"
          title={t('runs.judgements', { count, formatted: countText(count) })}
        >
          <bdi>{oneLine(key, 40)}</bdi>{' '}
          <b className="number">{average === null ? `${count}×` : Number(average.toFixed(2))}</b>
        </span>
      ))}
      <span className="spacer" />
      <span className="turn-figures number">
        <span title={exactTime(turn.startUs)}>{agoText(turn.startUs, nowUs)}</span>
        {turn.latencyMs === null ? null : <span>{durationText(turn.latencyMs * 1000)}</span>}
        {turn.totalTokens === null ? null : (
          <span>{t('thread.tokensOf', { formatted: shortCount(turn.totalTokens) })}</span>
        )}
        {turn.costUsd === null ? null : <span>{costText(turn.costUsd)}</span>}
      </span>
    </header>
  );
}

/** Whether the element was in sight, or nearly. */
function useSeen() {
  const ref = useRef<HTMLLIElement>(null);
  const [isSeen, setIsSeen] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element || isSeen) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setIsSeen(true);
      },
      { rootMargin: '400px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [isSeen]);
  return { ref, isSeen };
}
