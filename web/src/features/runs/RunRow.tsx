import { memo } from 'react';
import { Check, CircleAlert, CircleSlash } from 'lucide-react';
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
import type { RunPhase } from '../../lib/run-phase.ts';
import { RunTypeIcon } from '../../ui/RunTypeIcon.tsx';
import { durationUs, phaseOfRun } from './model/listed-run.ts';
import type { ListedRun } from './model/listed-run.ts';

interface RunRowProps {
  run: ListedRun;
  index: number;
  top: number;
  isActive: boolean;
  isFresh: boolean;
  /** Now, as coarse as the row needs it. */
  clock: number;
  onOpen: (run: ListedRun) => void;
}

export function rowId(uuid: string): string {
  return `row-${uuid}`;
}

/** One run in the list. */
export const RunRow = memo(function RunRow(props: RunRowProps) {
  const { run, clock } = props;
  const phase = phaseOfRun(run, clock);
  const name = run.isPartial && run.name === '' ? t('runs.nameUnknown') : runName(run.name);
  return (
    <div
      id={rowId(run.uuid)}
      role="row"
      aria-rowindex={props.index + 1}
      aria-selected={props.isActive}
      className="runs-row"
      data-phase={phase}
      data-status={run.status}
      data-fresh={props.isFresh || undefined}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={() => props.onOpen(run)}
    >
      <span role="gridcell" className="run-status">
        <StatusSign run={run} phase={phase} />
      </span>
      <span role="gridcell" className="run-name">
        <RunTypeIcon runType={run.runType} />
        <bdi className="cut" title={name.slice(0, 500)}>
          {name}
        </bdi>
        {run.model ? <bdi className="run-model">{oneLine(run.model, 60)}</bdi> : null}
      </span>
      <span role="gridcell" className="run-input cut">
        <bdi>{oneLine(run.inputPreview, 256)}</bdi>
      </span>
      <Outcome run={run} phase={phase} />
      <Tags tags={run.tags} />
      <Figures run={run} phase={phase} clock={clock} />
    </div>
  );
});

function StatusSign({ run, phase }: { run: ListedRun; phase: RunPhase }) {
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
      : run.status === 'ERROR'
        ? ([CircleAlert, t('status.error')] as const)
        : ([Check, t('status.success')] as const);
  return (
    <span title={word} data-sign={phase === 'silent' ? 'silent' : run.status}>
      <Icon size={14} aria-label={word} />
    </span>
  );
}

/** The output, or what went wrong: that is what one looks for in a failed run. */
function Outcome({ run, phase }: { run: ListedRun; phase: RunPhase }) {
  const error = run.status === 'ERROR' && run.error ? oneLine(lastLine(run.error), 256) : undefined;
  const text = error ?? oneLine(run.outputPreview, 256);
  return (
    <span
      role="gridcell"
      className="run-output cut"
      data-error={error === undefined ? undefined : true}
    >
      {text === '' && phase !== 'ended' ? (
        <span className="quiet">
          {t(phase === 'running' ? 'status.running' : 'status.noEndYet')}
        </span>
      ) : (
        <bdi>{text}</bdi>
      )}
    </span>
  );
}

/** Tracebacks of Python end with what happened; those of JavaScript begin with it. */
function lastLine(error: string): string {
  if (!error.includes('Traceback (most recent call last)')) return error.trimStart();
  const lines = error
    .split('\n')
    .filter((line) => /^\S/.test(line) && !line.startsWith('Traceback'));
  return lines.at(-1) ?? error;
}

const tagsShown = 2;

function Tags({ tags }: { tags: readonly string[] }) {
  const more = tags.length - tagsShown;
  return (
    <span role="gridcell" className="run-tags" title={tags.slice(0, 30).join('\n')}>
      {tags.slice(0, tagsShown).map((tag) => (
        <bdi key={tag} className="chip">
          {oneLine(tag, 60)}
        </bdi>
      ))}
      {more > 0 ? <span className="quiet">+{more}</span> : null}
    </span>
  );
}

function Figures({ run, phase, clock }: { run: ListedRun; phase: RunPhase; clock: number }) {
  const took = durationUs(run, clock);
  const tokens = run.totalTokens === null ? undefined : `${countText(run.totalTokens)} tokens`;
  const split =
    run.promptTokens === null || run.completionTokens === null
      ? ''
      : `\n${countText(run.promptTokens)} prompt\n${countText(run.completionTokens)} completion`;
  return (
    <>
      <span role="gridcell" className="run-figure" title={exactTime(run.startUs)}>
        {agoText(run.startUs, clock)}
      </span>
      <span role="gridcell" className="run-figure run-latency">
        {took === undefined ? '' : phase === 'running' ? runningText(took) : durationText(took)}
      </span>
      <span role="gridcell" className="run-figure run-tokens" title={tokens && tokens + split}>
        {run.totalTokens === null ? '' : shortCount(run.totalTokens)}
      </span>
      <span
        role="gridcell"
        className="run-figure run-cost"
        title={run.costUsd === null ? undefined : `$${run.costUsd}`}
      >
        {run.costUsd === null ? '' : costText(run.costUsd)}
      </span>
    </>
  );
}

/** While it runs the clock ticks in seconds; more digits would only flicker. */
function runningText(us: number): string {
  const seconds = Math.floor(us / 1e6);
  return seconds < 60 ? `${seconds} s` : durationText(seconds * 1e6);
}
