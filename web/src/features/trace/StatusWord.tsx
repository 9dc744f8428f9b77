import { Check, CircleAlert, CircleSlash } from 'lucide-react';
import type { RunPhase } from './model/live-trace.ts';
import type { TraceRunStatus } from './model/trace-run.ts';

/** How a run stands, in a word with a sign; amber belongs to what runs. */
export function StatusWord({ status, phase }: { status: TraceRunStatus; phase: RunPhase }) {
  if (phase === 'running') {
    return (
      <span className="tr-status" data-status="running">
        <span className="tr-pulse" /> Running
      </span>
    );
  }
  if (phase === 'silent') {
    return (
      <span className="tr-status" title="The run started, but its end was never received.">
        <CircleSlash size={14} aria-hidden /> No end received
      </span>
    );
  }
  if (status === 'ERROR') {
    return (
      <span className="tr-status" data-status="error">
        <CircleAlert size={14} aria-hidden /> Error
      </span>
    );
  }
  return (
    <span className="tr-status">
      <Check size={14} aria-hidden /> Success
    </span>
  );
}
