import type { IngestConsumer, LivePublisher } from '@runlight/queue';
import type { Logger } from '@runlight/service';
import { letterOf } from './dead-letters.ts';
import type { Ledger } from './ledger.ts';
import { storedEvent } from './live.ts';
import type { PlacedOperation } from './operation.ts';
import type { Placer } from './place/placer.ts';
import type { Patience } from './retry.ts';
import type { RunStore } from './store/run-store.ts';
import { storeWithCare } from './store/store-with-care.ts';
import type { StoreOutcome } from './store/store-with-care.ts';
import { finishedBatch } from './work.ts';
import type { Work } from './work.ts';
import type { WorkerMetrics } from './worker-metrics.ts';

export interface LotOptions {
  consumer: Pick<IngestConsumer, 'acknowledge'>;
  store: RunStore;
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
  const placed = await patience.insist('place operations', () => placeLot(options, lot, nowMs));
  metrics.lots.observe(placed.length);
  const endTimer = metrics.storeSeconds.startTimer();
  const outcome =
    placed.length > 0
      ? await storeWithCare(options, placed, wholeBatches(lot, placed))
      : { runs: [], dead: [] };
  endTimer();
  await options.onStep?.('stored');
  closeOperations(lot, placed, outcome);
  count(metrics, placed.length, outcome);

  const finished = lot.filter(({ open }) => open.length === 0);
  await patience.insist('write the ledger', () => recordLot(options, lot, finished, outcome));
  await options.onStep?.('recorded');
  await patience.insist('acknowledge', () =>
    options.consumer.acknowledge(finished.map(({ entry }) => entry.id)),
  );
  await options.onStep?.('acknowledged');
  for (const { entry } of finished) {
    metrics.freshnessSeconds.observe((Date.now() - entry.batch.acceptedAtMs) / 1000);
  }
  publish(options, outcome);
  return lot.filter(({ open }) => open.length > 0);
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

/** Takes what is stored or dead off the lists. */
function closeOperations(lot: Work[], placed: PlacedOperation[], { dead }: StoreOutcome): void {
  const closed = new Set(placed.map(({ operation }) => operation));
  const deadOperations = new Set(dead.map(({ operation }) => operation.operation));
  for (const work of lot) {
    work.dead += work.open.filter((operation) => deadOperations.has(operation)).length;
    work.open = work.open.filter((operation) => !closed.has(operation));
  }
}

function count(metrics: WorkerMetrics, operations: number, { runs, dead }: StoreOutcome): void {
  metrics.operations.inc({ outcome: 'stored' }, runs.length);
  metrics.operations.inc({ outcome: 'merged' }, operations - dead.length - runs.length);
  metrics.operations.inc({ outcome: 'dead' }, dead.length);
}

async function recordLot(
  { ledger }: LotOptions,
  lot: Work[],
  finished: Work[],
  { dead }: StoreOutcome,
): Promise<void> {
  if (dead.length > 0) {
    const keys = new Map(lot.map(({ entry: { batch } }) => [batch.batchId, batch.keyId]));
    await ledger.bury(
      dead.map((each) => letterOf(each, keys.get(each.operation.operation.batchId)!)),
    );
  }
  await ledger.record(finished.map(finishedBatch));
}

/** Not waited for: live events are hints, and a client that misses one reads the store. */
function publish({ live, log }: LotOptions, { runs }: StoreOutcome): void {
  if (runs.length === 0) return;
  live.publish(runs.map(storedEvent)).catch((error: unknown) => {
    log.warn({ err: error }, 'live events were not published');
  });
}
