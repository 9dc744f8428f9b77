import type { IngestConsumer, LivePublisher } from '@runlight/queue';
import type { Logger } from '@runlight/service';
import { storeWithCare } from './care.ts';
import type { StoreOutcome } from './care.ts';
import { letterOf, withPlace } from './dead-letters.ts';
import { dropDeleted } from './deletion/drop-deleted.ts';
import type { DropOptions } from './deletion/drop-deleted.ts';
import type { AcceptedFeedback } from './feedback/accepted-feedback.ts';
import type { FeedbackStore } from './feedback/feedback-store.ts';
import type { FeedbackRow } from './feedback/rows.ts';
import { storeFeedback } from './feedback/store-feedback.ts';
import type { DeadLetter, Ledger } from './ledger.ts';
import { tellWatchers } from './live.ts';
import type { PlacedOperation } from './operation.ts';
import type { Placer } from './place/placer.ts';
import type { Patience } from './retry.ts';
import type { PricedRun, RunStore } from './store/run-store.ts';
import { storeOperations } from './store/store-operations.ts';
import { finishedBatch, openCount } from './work.ts';
import type { Work } from './work.ts';
import type { WorkerMetrics } from './worker-metrics.ts';

export interface LotOptions extends DropOptions {
  consumer: Pick<IngestConsumer, 'acknowledge'>;
  store: RunStore;
  feedbackStore: FeedbackStore;
  placer: Placer;
  ledger: Ledger;
  live: LivePublisher;
  patience: Patience;
  /** Throws while the trace store does not answer. */
  probe: () => Promise<void>;
  metrics: WorkerMetrics;
  log: Logger;
  /** Called between the steps, for tests that end the process there. */
  onStep?: (step: 'stored' | 'recorded' | 'acknowledged') => void | Promise<void>;
}

type RunOutcome = StoreOutcome<PlacedOperation, PricedRun>;
type FeedbackOutcome = StoreOutcome<AcceptedFeedback, FeedbackRow>;

/** How long an operation may wait for the trace it belongs to before it gets a place of its own. */
export const placeWaitMs = 3000;

/**
 * Stores a lot: place, store and verify, ledger, acknowledge, tell subscribers. Gives the entries with
 * operations that found no place yet; everything else of the lot is finished.
 */
export async function storeLot(options: LotOptions, lot: Work[]): Promise<Work[]> {
  const { patience, metrics } = options;
  const nowMs = Date.now();
  for (const work of lot) work.triedAtMs ??= nowMs;
  const placed = await patience.insist(
    'place operations',
    () => placeLot(options, lot, nowMs),
    options.probe,
  );
  const kept = await patience.insist('ask what was deleted', () =>
    dropDeleted(options, lot, placed),
  );
  metrics.lots.observe(kept.placed.length + kept.feedback.length);
  const endTimer = metrics.storeSeconds.startTimer();
  const [runs, feedback] = await Promise.all([
    storeRuns(options, lot, kept.placed),
    storeWithCare(options, feedbackStoring(options), kept.feedback),
  ]);
  endTimer();
  await options.onStep?.('stored');
  const closed = new Set(placed.map(({ operation }) => operation));
  const strayed = await patience.insist('look for moved runs', () =>
    options.placer.strayed(kept.placed),
  );
  const dead = new Set<unknown>([
    ...runs.dead.map(({ operation }) => operation.operation),
    ...feedback.dead.map(({ operation }) => operation),
    ...kept.dropped,
  ]);
  for (const { operation } of strayed) if (!dead.has(operation)) closed.delete(operation);
  closeOperations(lot, closed, dead);
  count(metrics, kept.placed.length, runs);
  count(metrics, kept.feedback.length, feedback);
  metrics.operations.inc({ outcome: 'dead' }, kept.dropped.length);

  const finished = lot.filter((work) => openCount(work) === 0);
  const letters = [...kept.letters, ...lettersOf(lot, runs, feedback)];
  await finish(options, finished, letters);
  publish(options, runs);
  return lot.filter((work) => openCount(work) > 0);
}

async function placeLot(
  { placer }: LotOptions,
  lot: Work[],
  nowMs: number,
): Promise<PlacedOperation[]> {
  const { placed, waiting } = await placer.place(lot.flatMap(({ open }) => open));
  if (waiting.length === 0) return placed;
  const patient = new Set(
    lot.filter(({ triedAtMs }) => nowMs - triedAtMs! < placeWaitMs).flatMap(({ open }) => open),
  );
  const overdue = waiting.filter((operation) => !patient.has(operation));
  return overdue.length === 0 ? placed : [...placed, ...(await placer.settle(overdue))];
}

function storeRuns(
  options: LotOptions,
  lot: Work[],
  placed: PlacedOperation[],
): Promise<RunOutcome> {
  const whole = wholeBatches(lot, placed);
  return storeWithCare(
    options,
    {
      store: (operations, isWhole) =>
        storeOperations(options.store, operations, isWhole ? whole : new Set()),
      identity: ({ operation: { batchId, runId } }) => ({ batchId, runId }),
    },
    placed,
  );
}

const feedbackStoring = ({ feedbackStore, placer }: LotOptions) => ({
  store: (operations: readonly AcceptedFeedback[]) =>
    storeFeedback({ store: feedbackStore, placesOf: placer.placesOf }, operations),
  identity: ({ batchId, feedbackId }: AcceptedFeedback) => ({ batchId, feedbackId }),
});

/** Batches of which every operation is stored by this call. */
function wholeBatches(lot: Work[], placed: PlacedOperation[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { operation } of placed) {
    counts.set(operation.batchId, (counts.get(operation.batchId) ?? 0) + 1);
  }
  return new Set(
    lot
      .map(({ entry: { batch } }) => batch)
      .filter(({ batchId, operations }) => counts.get(batchId) === operations.length)
      .map(({ batchId }) => batchId),
  );
}

/** Takes what is stored or dead off the lists; feedback never waits. */
function closeOperations(lot: Work[], closed: Set<unknown>, dead: Set<unknown>): void {
  for (const work of lot) {
    if (dead.size > 0) {
      work.dead += [...work.open, ...work.openFeedback].filter((each) => dead.has(each)).length;
    }
    work.open = work.open.filter((operation) => !closed.has(operation));
    work.openFeedback = [];
  }
}

function count(
  metrics: WorkerMetrics,
  operations: number,
  { rows, dead }: StoreOutcome<unknown, unknown>,
): void {
  // Feedback that moves has more rows than operations.
  const stored = Math.min(rows.length, operations - dead.length);
  metrics.operations.inc({ outcome: 'stored' }, stored);
  metrics.operations.inc({ outcome: 'merged' }, operations - dead.length - stored);
  metrics.operations.inc({ outcome: 'dead' }, dead.length);
}

function lettersOf(lot: Work[], runs: RunOutcome, feedback: FeedbackOutcome): DeadLetter[] {
  if (runs.dead.length + feedback.dead.length === 0) return [];
  const batches = new Map(lot.map(({ entry: { batch } }) => [batch.batchId, batch]));
  const dead = [
    ...runs.dead.map((each) => ({ ...each, operation: withPlace(each.operation) })),
    ...feedback.dead,
  ];
  return dead.map((each) => letterOf(each, batches.get(each.operation.batchId)!));
}

/** Ledger and letters first: what is acknowledged is gone. */
async function finish(
  { patience, ledger, consumer, metrics, onStep }: LotOptions,
  finished: Work[],
  letters: DeadLetter[],
): Promise<void> {
  await patience.insist('write the ledger', async () => {
    await ledger.bury(letters);
    await ledger.record(finished.map(finishedBatch));
  });
  await onStep?.('recorded');
  await patience.insist('acknowledge', () =>
    consumer.acknowledge(finished.map(({ entry }) => entry.id)),
  );
  await onStep?.('acknowledged');
  for (const { entry } of finished) {
    metrics.freshnessSeconds.observe((Date.now() - entry.batch.acceptedAtMs) / 1000);
  }
}

/** Not waited for: live events are hints, and a client that misses one reads the store. */
function publish({ live, log }: LotOptions, { rows }: RunOutcome): void {
  if (rows.length === 0) return;
  tellWatchers(live, rows).catch((error: unknown) => {
    log.warn({ err: error }, 'live events were not published');
  });
}
