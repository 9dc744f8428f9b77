import type { Batch, LivePublisher } from '@runlight/queue';
import type { LiveRunEvent, RunEnvelope, RunStatus } from '@runlight/run-model';
import type { Logger } from '@runlight/service';
import type { IngestMetrics } from './ingest-metrics.ts';

/** What of a batch the hints are made of. */
export type HintedBatch = Pick<Batch, 'workspaceId' | 'firstSequence' | 'operations'>;

/** Calls that may wait for Redis; when it is slower than that, hints are the first thing to give up. */
const maxWaiting = 16;

/**
 * Publishes accepted runs of watched projects before they are stored. After the answer: a hint must
 * not delay it, and may fail, since the worker's event shows the run a moment later.
 */
export function createHinter({
  live,
  metrics,
  log,
}: {
  live: LivePublisher;
  metrics: Pick<IngestMetrics, 'hints'>;
  log: Logger;
}): (batch: HintedBatch) => void {
  let waiting = 0;

  async function send(batch: HintedBatch): Promise<void> {
    const { workspaceId, operations } = batch;
    try {
      const projects = [...new Set(operations.map(({ projectId }) => projectId))];
      const watched = await live.watched(
        projects.filter((projectId) => projectId !== undefined),
        (projectId) => ({ workspaceId, projectId }),
      );
      if (watched.length === 0) return;
      const events = liveHints(batch, new Set(watched));
      if (events.length === 0) return;
      await live.publish(events);
      metrics.hints.inc({ outcome: 'sent' }, events.length);
    } catch (error) {
      metrics.hints.inc({ outcome: 'lost' }, operations.length);
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

/** Events of the runs of these projects whose place is known. */
export function liveHints(
  { workspaceId, firstSequence, operations }: HintedBatch,
  projects: ReadonlySet<string>,
): LiveRunEvent[] {
  const events: LiveRunEvent[] = [];
  for (const [index, operation] of operations.entries()) {
    const { kind, runId, traceId, projectId, traceStartUs, envelope } = operation;
    if (traceId === undefined || projectId === undefined || traceStartUs === undefined) continue;
    if (!projects.has(projectId)) continue;
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
