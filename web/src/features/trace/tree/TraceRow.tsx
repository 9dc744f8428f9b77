import { ChevronRight, CircleAlert, Route, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { costText, countText, durationText, runName, shortCount } from '../../../lib/format.ts';
import { t } from '../../../i18n/index.ts';
import type { HeatMode } from '../model/heat.ts';
import type { TimeMap } from '../model/time-gaps.ts';
import { barEndUs, selfTimeUs } from '../model/time-scale.ts';
import type { TraceNode } from '../model/trace-tree.ts';
import { RunTypeIcon } from '../../../ui/RunTypeIcon.tsx';
import { RunBar } from './RunBar.tsx';
import type { RunPhase } from '../../../lib/run-phase.ts';

export interface TraceRowProps {
  node: TraceNode;
  id: string;
  top: number;
  phase: RunPhase;
  isSelected: boolean;
  isOpen: boolean;
  isHit: boolean;
  isNew: boolean;
  /** While the trace may still grow, what is missing is only late. */
  isLive: boolean;
  windowStartUs: number;
  map: TimeMap;
  /** Share of the trace's time or cost, 0 to 1. */
  heat: number | null;
  heatMode: HeatMode;
  /** Whether the run is on the critical path; undefined while that is not shown. */
  isCritical: boolean | undefined;
  indent: number;
  onSelect: (node: TraceNode) => void;
  onToggle: (node: TraceNode, isSubtree: boolean) => void;
}

/** One run: its place in the tree, its name, its bar, its figures. */
export const TraceRow = memo(function TraceRow(props: TraceRowProps) {
  const { node, phase, isSelected, isOpen } = props;
  const { run } = node;
  const canOpen = node.children.length > 0;
  return (
    <div
      id={props.id}
      role="treeitem"
      aria-level={node.depth + 1}
      aria-selected={isSelected}
      aria-expanded={canOpen ? isOpen : undefined}
      tabIndex={-1}
      className="tr-row"
      data-status={run?.status ?? 'NONE'}
      data-phase={phase}
      data-hit={props.isHit || undefined}
      data-new={props.isNew || undefined}
      data-critical={props.isCritical}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={() => props.onSelect(node)}
      onDoubleClick={() => canOpen && props.onToggle(node, false)}
    >
      <NameCell {...props} canOpen={canOpen} />
      <div className="tr-time">
        <RunBar node={node} phase={phase} windowStartUs={props.windowStartUs} map={props.map} />
      </div>
      <Figures node={node} phase={phase} heat={props.heat} heatMode={props.heatMode} />
    </div>
  );
});

function NameCell(props: TraceRowProps & { canOpen: boolean }) {
  const { node, isOpen, canOpen } = props;
  const name = node.run ? runName(node.run.name) : missingText(props.isLive);
  return (
    <div className="tr-name">
      <span
        className="tr-indent"
        style={{ width: props.indent, '--tr-step': `${stepOf(props)}px` } as CSSProperties}
      />
      {canOpen ? (
        <button
          type="button"
          tabIndex={-1}
          className="tr-chevron"
          data-open={isOpen || undefined}
          aria-label={isOpen ? 'Collapse' : 'Expand'}
          onClick={(event) => {
            event.stopPropagation();
            props.onToggle(node, event.shiftKey);
          }}
        >
          <ChevronRight size={14} aria-hidden />
        </button>
      ) : (
        <span className="tr-chevron" />
      )}
      <RunTypeIcon runType={node.run?.runType} />
      <bdi className="tr-label" title={name.slice(0, 300)}>
        {name}
      </bdi>
      <Marks {...props} />
      {node.run?.model ? <bdi className="tr-model">{runName(node.run.model)}</bdi> : null}
      {canOpen && !isOpen ? <HiddenBelow node={node} /> : null}
    </div>
  );
}

function stepOf({ node, indent }: TraceRowProps): number {
  return node.depth === 0 ? 0 : indent / node.depth;
}

function missingText(isLive: boolean): string {
  return isLive ? 'not received yet' : 'never received';
}

/** States that need a word or a sign beside the name. */
function Marks({ node, phase, isCritical }: TraceRowProps) {
  const marks: ReactNode[] = [];
  if (isCritical) {
    marks.push(
      <span key="critical" className="tr-critical-sign" title={t('trace.view.onCriticalPath')}>
        <Route size={13} aria-label={t('trace.view.onCriticalPath')} />
      </span>,
    );
  }
  if (phase === 'running') marks.push(<span key="run" className="pulse" title="Running" />);
  if (phase === 'silent') {
    const title = 'The run started, but its end was never received.';
    marks.push(
      <span key="silent" className="chip" title={title}>
        no end received
      </span>,
    );
  }
  if (node.run?.status === 'ERROR') {
    const title = node.run.error?.slice(0, 400) ?? 'Ended with an error';
    marks.push(
      <span key="error" className="tr-error-sign" title={title}>
        <CircleAlert size={14} aria-label="Error" />
      </span>,
    );
  }
  if (node.problem === 'self-parent' || node.problem === 'cycle') {
    marks.push(
      <span key="problem" className="tr-warning-sign" title={problemText(node.problem)}>
        <TriangleAlert size={14} aria-label="Warning" />
      </span>,
    );
  }
  return marks;
}

export function problemText(problem: NonNullable<TraceNode['problem']>): string {
  switch (problem) {
    case 'self-parent':
      return 'The run names itself as its parent, so it is shown as a root.';
    case 'cycle':
      return 'The run and its ancestors name each other as parents, so it is shown as a root.';
    case 'missing':
      return 'Other runs name this one as their parent, but it has not been received.';
    default:
      return problem satisfies never;
  }
}

/** What a collapsed row hides: how many runs, and whether any of them failed. */
function HiddenBelow({ node }: { node: TraceNode }) {
  const below = node.totals.runs - (node.run ? 1 : 0);
  const errors = node.totals.errors - (node.run?.status === 'ERROR' ? 1 : 0);
  return (
    <span className="tr-hidden-below">
      {errors > 0 ? (
        <span className="tr-hidden-errors" title={`${countText(errors)} errors inside`}>
          {shortCount(errors)}
        </span>
      ) : null}
      <span title={`${countText(below)} runs inside`}>{shortCount(below)}</span>
    </span>
  );
}

interface FiguresProps extends Pick<TraceRowProps, 'node' | 'phase' | 'heat' | 'heatMode'> {}

function Figures({ node, phase, heat, heatMode }: FiguresProps) {
  const { totals, run } = node;
  const durationUs = run && run.endUs !== null ? barEndUs(node, 0) - run.startUs : undefined;
  const duration =
    durationUs === undefined ? (phase === 'running' ? '···' : '') : durationText(durationUs);
  const share = heat === null ? undefined : shareText(heat);
  const weighed = (mode: HeatMode) => heat !== null && heatMode === mode;
  return (
    <>
      <span
        className="tr-figure tr-duration"
        title={lines(
          durationUs === undefined ? undefined : timeTitle(node),
          heatMode === 'time' ? share : undefined,
        )}
        {...(weighed('time') ? heatProps(heat!) : {})}
      >
        {duration}
      </span>
      <span className="tr-figure tr-tokens" title={tokensTitle(node)}>
        {totals.totalTokens === null ? '' : shortCount(totals.totalTokens)}
      </span>
      <span
        className="tr-figure tr-cost"
        title={lines(costTitle(node), heatMode === 'cost' ? share : undefined)}
        {...(weighed('cost') ? heatProps(heat!) : {})}
      >
        {totals.costUsd === null ? '' : costText(totals.costUsd)}
      </span>
    </>
  );
}

/** A line below the figure, as long as its share: read without colour. */
function heatProps(heat: number): { 'data-heat': string; style: CSSProperties } {
  return {
    'data-heat': heat >= 0.5 ? 'high' : heat >= 0.1 ? 'some' : 'low',
    style: { '--heat': `${Math.max(2, heat * 100)}%` } as CSSProperties,
  };
}

function shareText(heat: number): string {
  return t('trace.view.share', { percent: Number((heat * 100).toPrecision(2)) });
}

function lines(...texts: (string | undefined)[]): string | undefined {
  const said = texts.filter((text) => text !== undefined);
  return said.length === 0 ? undefined : said.join('\n');
}

function timeTitle(node: TraceNode): string {
  const endUs = barEndUs(node, 0);
  return [
    t('trace.rollup.inAll', { value: durationText(endUs - node.startUs) }),
    t('trace.rollup.itself', { value: durationText(selfTimeUs(node, endUs)) }),
  ].join('\n');
}

function tokensTitle(shown: TraceNode): string | undefined {
  const node = shown.origin ?? shown;
  const { totals, run } = node;
  if (totals.totalTokens === null) return undefined;
  const value = (count: number) => ({ value: countText(count) });
  const parts = [
    t('trace.rollup.inAll', { value: t('trace.rollup.tokens', value(totals.totalTokens)) }),
  ];
  if (totals.promptTokens !== null)
    parts.push(t('trace.rollup.prompt', value(totals.promptTokens)));
  if (totals.completionTokens !== null) {
    parts.push(t('trace.rollup.completion', value(totals.completionTokens)));
  }
  if (run && node.children.length > 0) parts.push(selfText(node, 'totalTokens', countText));
  return parts.join('\n');
}

/** What a run used itself beside what is below it: the whole less the sum of its children. */
function selfText(
  node: TraceNode,
  figure: 'totalTokens' | 'costUsd',
  print: (value: number) => string,
): string {
  const below = node.children.reduce((sum, { totals }) => sum + (totals[figure] ?? 0), 0);
  const own = (node.totals[figure] ?? 0) - below;
  return own > 1e-12 ? t('trace.rollup.itself', { value: print(own) }) : t('trace.rollup.below');
}

function costTitle(shown: TraceNode): string | undefined {
  const node = shown.origin ?? shown;
  const { costUsd } = node.totals;
  if (costUsd === null) return undefined;
  const whole = t('trace.rollup.inAll', { value: `$${costUsd}` });
  return node.children.length === 0 ? whole : `${whole}\n${selfText(node, 'costUsd', costText)}`;
}
