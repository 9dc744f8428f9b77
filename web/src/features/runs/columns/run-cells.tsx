import { Check, CircleAlert, CircleSlash } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../../i18n/index.ts';
import {
  agoText,
  costText,
  countText,
  durationText,
  exactTime,
  oneLine,
  runName,
  shortCount,
} from '../../../lib/format.ts';
import type { RunPhase } from '../../../lib/run-phase.ts';
import type { CellContext } from '../../../ui/grid/grid-columns.ts';
import { RunTypeIcon } from '../../../ui/RunTypeIcon.tsx';
import { durationUs, firstTokenAfterUs, phaseOfRun } from '../model/listed-run.ts';
import type { ListedRun } from '../model/listed-run.ts';

export function StatusCell({ run, clockUs }: { run: ListedRun } & CellContext) {
  return <StatusSign status={run.status} phase={phaseOfRun(run, clockUs)} />;
}

function StatusSign({ status, phase }: { status: ListedRun['status']; phase: RunPhase }) {
  if (phase === 'running') {
    return (
      <span
        className="pulse"
        role="img"
        aria-label={t('status.running')}
        title={t('status.running')}
      />
    );
  }
  const [Icon, word] =
    phase === 'silent'
      ? ([CircleSlash, t('status.noEndYet')] as const)
      : status === 'ERROR'
        ? ([CircleAlert, t('status.error')] as const)
        : ([Check, t('status.success')] as const);
  return (
    <span className="sign" title={word} data-sign={phase === 'silent' ? 'silent' : status}>
      <Icon size={14} aria-label={word} />
    </span>
  );
}

export function NameCell({ run }: { run: ListedRun }) {
  const name = nameOfRun(run);
  return (
    <span className="run-name">
      <RunTypeIcon runType={run.runType} />
      <bdi className="cut" title={name.slice(0, 500)}>
        {name}
      </bdi>
      {run.model ? <bdi className="run-model">{oneLine(run.model, 60)}</bdi> : null}
    </span>
  );
}

export function nameOfRun(run: ListedRun): string {
  return run.isPartial && run.name === '' ? t('runs.nameUnknown') : runName(run.name);
}

/** The output, or what went wrong: that is what one looks for in a failed run. */
export function OutcomeCell({ run, clockUs }: { run: ListedRun } & CellContext) {
  const phase = phaseOfRun(run, clockUs);
  const error = run.status === 'ERROR' && run.error ? lastLine(run.error) : undefined;
  const text = oneLine(error ?? run.outputPreview, 256);
  if (text === '' && phase !== 'ended') {
    return (
      <span className="quiet cut">
        {t(phase === 'running' ? 'status.running' : 'status.noEndYet')}
      </span>
    );
  }
  return (
    <bdi className="cut run-text" data-error={error === undefined ? undefined : true}>
      {text}
    </bdi>
  );
}

/** Tracebacks of Python end with what happened; those of JavaScript begin with it. */
export function lastLine(error: string): string {
  if (!error.includes('Traceback (most recent call last)')) return error.trimStart();
  const lines = error
    .split('\n')
    .filter((line) => /^\S/.test(line) && !line.startsWith('Traceback'));
  return lines.at(-1) ?? error;
}

const tagsShown = 2;

export function TagsCell({ tags }: { tags: readonly string[] }) {
  const more = tags.length - tagsShown;
  return (
    <span className="run-tags" title={tags.slice(0, 30).join('\n').slice(0, 2000)}>
      {tags.slice(0, tagsShown).map((tag) => (
        <bdi key={tag} className="chip">
          {oneLine(tag, 60)}
        </bdi>
      ))}
      {more > 0 ? <span className="quiet">+{more}</span> : null}
    </span>
  );
}

export function TextCell({ text, isError }: { text: string | null; isError?: boolean }) {
  if (!text) return null;
  const line = oneLine(text, 256);
  return (
    <bdi className="cut run-text" title={line} data-error={isError || undefined}>
      {line}
    </bdi>
  );
}

export function CodeCell({ text }: { text: string | null }) {
  if (!text) return null;
  const line = oneLine(text, 200);
  return (
    <bdi className="cut mono run-text" title={line}>
      {line}
    </bdi>
  );
}

export function AgoCell({ us, clockUs }: { us: number } & CellContext) {
  return <Figure title={exactTime(us)}>{agoText(us, clockUs)}</Figure>;
}

export function LatencyCell({ run, clockUs }: { run: ListedRun } & CellContext) {
  const took = durationUs(run, clockUs);
  if (took === undefined) return null;
  const isRunning = phaseOfRun(run, clockUs) === 'running';
  return (
    <span className="figure" data-running={isRunning || undefined}>
      {isRunning ? runningText(took) : durationText(took)}
    </span>
  );
}

export function FirstTokenCell({ run }: { run: ListedRun }) {
  const after = firstTokenAfterUs(run);
  return after === undefined ? null : <Figure>{durationText(after)}</Figure>;
}

/** While it runs the clock ticks in seconds; more digits would only flicker. */
function runningText(us: number): string {
  const seconds = Math.floor(us / 1e6);
  return seconds < 60 ? `${seconds} s` : durationText(seconds * 1e6);
}

export function TokensCell({ run }: { run: ListedRun }) {
  if (run.totalTokens === null) return null;
  const parts = [
    t('runs.tokensOf', { formatted: countText(run.totalTokens) }),
    ...(run.promptTokens === null || run.completionTokens === null
      ? []
      : [
          t('runs.promptOf', { formatted: countText(run.promptTokens) }),
          t('runs.completionOf', { formatted: countText(run.completionTokens) }),
        ]),
  ];
  return <Figure title={parts.join('\n')}>{shortCount(run.totalTokens)}</Figure>;
}

export function CountCell({ value }: { value: number | null }) {
  if (value === null) return null;
  return <Figure title={countText(value)}>{shortCount(value)}</Figure>;
}

export function CostCell({ usd }: { usd: number | null }) {
  if (usd === null) return null;
  return <Figure title={`$${usd}`}>{costText(usd)}</Figure>;
}

export function ScoreCell({ score }: { score: ListedRun['feedback'][string] | undefined }) {
  if (!score) return null;
  const { average, count } = score;
  const title = t('runs.judgements', { count, formatted: countText(count) });
  if (average === null) return <Figure title={title}>{`${shortCount(count)}×`}</Figure>;
  return <Figure title={title}>{scoreText(average)}</Figure>;
}

export function scoreText(score: number): string {
  return String(Number(score.toFixed(Math.abs(score) < 10 ? 2 : 1)));
}

function Figure({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <span className="figure" title={title}>
      {children}
    </span>
  );
}
