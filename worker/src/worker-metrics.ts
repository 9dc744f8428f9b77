import { Counter, Gauge, Histogram } from '@runlight/service';
import type { Registry } from '@runlight/service';

/** What the worker tells about itself (O1). */
export function createWorkerMetrics(registry: Registry) {
  const registers = [registry];
  return {
    operations: new Counter({
      name: 'runlight_worker_operations_total',
      help: 'Operations by what became of them; merged ones are part of a newer row of their run',
      labelNames: ['outcome'] as const,
      registers,
    }),
    retries: new Counter({
      name: 'runlight_worker_retries_total',
      help: 'Repeated calls by what was called',
      labelNames: ['what'] as const,
      registers,
    }),
    retriedOperations: new Counter({
      name: 'runlight_worker_retried_operations_total',
      help: 'Operations in calls to the trace store that failed and were repeated',
      registers,
    }),
    breakerOpen: new Gauge({
      name: 'runlight_worker_breaker_open',
      help: '1 while a store does not answer and nothing new is read from the queue',
      registers,
    }),
    lots: new Histogram({
      name: 'runlight_worker_lot_operations',
      help: 'Operations stored at once',
      buckets: [1, 10, 50, 100, 500, 1000, 5000, 10_000, 20_000],
      registers,
    }),
    storeSeconds: new Histogram({
      name: 'runlight_worker_store_seconds',
      help: 'Time to store and verify one lot',
      buckets: [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 30],
      registers,
    }),
    freshnessSeconds: new Histogram({
      name: 'runlight_worker_freshness_seconds',
      help: 'Time from acceptance of a batch until it is readable',
      buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600],
      registers,
    }),
    verifyFailures: new Counter({
      name: 'runlight_worker_verify_failures_total',
      help: 'Inserts that reported success without all of their rows being there',
      registers,
    }),
    swept: new Counter({
      name: 'runlight_worker_limbo_entries_total',
      help: 'Entries that were delivered but that nobody held',
      labelNames: ['lane'] as const,
      registers,
    }),
    claimed: new Counter({
      name: 'runlight_worker_claimed_entries_total',
      help: 'Entries taken over from a worker that gave no sign of life',
      labelNames: ['lane'] as const,
      registers,
    }),
    queueLength: new Gauge({
      name: 'runlight_ingest_queue_entries',
      help: 'Entries in the ingest stream',
      labelNames: ['lane'] as const,
      registers,
    }),
    queuePending: new Gauge({
      name: 'runlight_ingest_queue_pending_entries',
      help: 'Entries held by workers',
      labelNames: ['lane'] as const,
      registers,
    }),
    queueOldest: new Gauge({
      name: 'runlight_ingest_queue_oldest_seconds',
      help: 'Age of the oldest entry',
      labelNames: ['lane'] as const,
      registers,
    }),
    auditDifference: new Gauge({
      name: 'runlight_audit_difference',
      help: 'Operations that the last audit of this worker found missing; 0 is right',
      registers,
    }),
    waiting: new Gauge({
      name: 'runlight_worker_unplaced_operations',
      help: 'Operations that wait for the trace they belong to',
      registers,
    }),
  };
}

export type WorkerMetrics = ReturnType<typeof createWorkerMetrics>;
