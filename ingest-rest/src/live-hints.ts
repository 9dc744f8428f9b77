import type { Batch } from '@runlight/queue';
import type { LiveRunEvent, RunEnvelope, RunStatus } from '@runlight/run-model';
import type { Logger } from '@runlight/service';
import type { IngestMetrics } from './ingest-metrics.ts';

/** What of a batch the hints are made of. */
export type HintedBatch = Pick<Batch, 'workspaceId' | 'firstSequence' | 'operations'>;

/** Calls that may wait for Redis; when it is slower than that, hints are the first thing to give up. */
const maxWaiting = 16;

/**
 * Publishes accepted runs before they are stored. After the answer: a hint must not delay it, and may
 * fail, since the worker's event shows the run a moment later.
 */
export function createHinter({
  publish,
  metrics,
  log,
}: {
  publish: (events: LiveRunEvent[]) => Promise<void>;
  metrics: Pick<IngestMetrics, 'hints'>;
  log: Logger;
}): (batch: HintedBatch) => void {
  let waiting = 0;

  async function send(batch: HintedBatch): Promise<void> {
    const events = liveHints(batch);
    if (events.length === 0) return;
    try {
      await publish(events);
      metrics.hints.inc({ outcome: 'sent' }, events.length);
    } catch (error) {
      metrics.hints.inc({ outcome: 'lost' }, events.length);
      log.debug({ err: error }, 'live hints were not published');
    }
  }

  return (batch) => {
    if (waiting >= maxWaiting) {
      metrics.hints.inc({ outcome: 'lost' }, batch.operations.length);
      return;
    }
    waiting += 1;
    setImmediate(() => void send(batch).finally(() => (waiting -= 1)));
  };
}

/** Events of the runs whose place is known. */
export function liveHints({ workspaceId, firstSequence, operations }: HintedBatch): LiveRunEvent[] {
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
