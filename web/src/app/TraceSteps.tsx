import { useQuery } from '@apollo/client/react';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { listNeighboursQuery } from '../features/trace/trace-documents.ts';
import { t } from '../i18n/index.ts';
import { listArguments } from './list-steps.ts';

export interface TraceStep {
  traceUuid: string;
  /** In a list of runs: the run. */
  run: string | undefined;
}

/** Steps to the neighbours in the list, by direction; undefined where it ends. */
export type Steps = Record<1 | -1, TraceStep | undefined>;

interface TraceStepsProps {
  traceUuid: string;
  runUuid: string | undefined;
  /** The list as the address names it. */
  list: string;
  /** Hears of the steps, for the keys J and K. */
  onSteps: (steps: Steps) => void;
  onStep: (step: TraceStep) => void;
}

/** To the trace before and after this one in the list it was opened from, under the same filter. */
export function TraceSteps({ traceUuid, runUuid, list, onSteps, onStep }: TraceStepsProps) {
  const wanted = useMemo(() => listArguments(list, Date.now()), [list]);
  const id = wanted?.scope === 'runs' ? (runUuid ?? traceUuid) : traceUuid;
  const { data } = useQuery(listNeighboursQuery, {
    variables: {
      id,
      filter: wanted?.filter ?? null,
      timeRange: wanted?.timeRange ?? null,
      orderBy: wanted?.orderBy ?? null,
    },
    skip: wanted === undefined,
    fetchPolicy: 'network-only',
  });
  const steps = useMemo((): Steps => {
    const beside = data?.run?.neighbours;
    const step = (run: { uuid: string; traceUuid: string } | null | undefined) =>
      run
        ? { traceUuid: run.traceUuid, run: run.uuid === run.traceUuid ? undefined : run.uuid }
        : undefined;
    return { 1: step(beside?.next), [-1]: step(beside?.previous) };
  }, [data]);
  useEffect(() => onSteps(steps), [steps, onSteps]);
  if (wanted === undefined) return null;
  const button = (by: 1 | -1, label: string, Icon: typeof ChevronUp) => (
    <button
      type="button"
      className="icon-button"
      title={label}
      disabled={steps[by] === undefined}
      onClick={() => steps[by] && onStep(steps[by])}
    >
      <Icon size={16} aria-label={label} />
    </button>
  );
  return (
    <span className="tr-steps" role="group" aria-label={t('trace.list.label')}>
      {button(-1, t('trace.list.previous'), ChevronUp)}
      {button(1, t('trace.list.next'), ChevronDown)}
    </span>
  );
}
