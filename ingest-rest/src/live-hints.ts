import type { LiveRunEvent, RunEnvelope, RunOperation, RunStatus } from '@runlight/run-model';

/** Events that show accepted runs before they are stored; none for a run whose place is unknown. */
export function liveHints(
  workspaceId: string,
  firstSequence: bigint,
  operations: RunOperation[],
): LiveRunEvent[] {
  const events: LiveRunEvent[] = [];
  for (const [index, operation] of operations.entries()) {
    const { kind, runId, traceId, projectId, traceStartUs, envelope } = operation;
    if (traceId === undefined || projectId === undefined || traceStartUs === undefined) continue;
    events.push({
      stage: 'accepted',
      kind,
      key: { workspaceId, projectId, traceStartUs, traceId, runId },
      sequence: String(firstSequence + BigInt(index)),
      run: { ...envelope, status: statusOf(envelope) },
    });
  }
  return events;
}

function statusOf({ status, error, endTimeUs }: RunEnvelope): RunStatus {
  if (status !== undefined) return status;
  if (error !== undefined) return 'error';
  return endTimeUs === undefined ? 'pending' : 'success';
}
