import { StoreError } from '@runlight/clickhouse';
import type { Logger } from '@runlight/service';
import type { PlacedOperation } from '../operation.ts';
import { backoffMs, Stopped } from '../retry.ts';
import type { Patience } from '../retry.ts';
import type { FoldedRun, RunStore } from './run-store.ts';
import type { WorkerMetrics } from '../worker-metrics.ts';
import { lostRowsReason, storeOperations } from './store-operations.ts';

export interface StoreOutcome {
  runs: FoldedRun[];
  dead: DeadOperation[];
}

/** An operation that cannot be stored for its own sake. */
export interface DeadOperation {
  operation: PlacedOperation;
  reason: string;
  attempts: number;
  firstAttemptAtMs: number;
}

export interface CareOptions {
  store: RunStore;
  patience: Patience;
  /** Throws while the trace store does not answer. */
  probe: () => Promise<void>;
  metrics: Pick<WorkerMetrics, 'verifyFailures'>;
  log: Logger;
}

const maxAttempts = 5;

/**
 * Stores operations whatever it takes. Infrastructure errors are waited out, for ever if need be; when
 * memory runs out the lot is halved; an operation that the store refuses is found by halving and given
 * back as dead after five attempts, and its neighbours are stored.
 */
export async function storeWithCare(
  options: CareOptions,
  operations: readonly PlacedOperation[],
  wholeBatches: ReadonlySet<string>,
): Promise<StoreOutcome> {
  const { store, patience, probe } = options;
  const attempt = async (): Promise<StoreOutcome | 'halve' | Refusal> => {
    try {
      return { runs: await storeOperations(store, operations, wholeBatches), dead: [] };
    } catch (error) {
      if (error instanceof Stopped) throw error;
      if (error instanceof StoreError) {
        if (error.reason === lostRowsReason) options.metrics.verifyFailures.inc();
        if (error.failure === 'memory' && operations.length > 1) return 'halve';
        // A query of ours that is refused speaks about a version or a defect, never about the data:
        // wait for somebody to repair it.
        if (error.failure === 'query') throw asOutage(error);
        if (error.retryable) throw error;
        return new Refusal(error.reason);
      }
      // Not from the store: an operation that we cannot even write.
      options.log.error({ err: error }, 'operations cannot be encoded');
      return new Refusal('ENCODING');
    }
  };
  const outcome = await patience.insist('store operations', attempt, probe);
  if (outcome === 'halve') return storeHalves(options, operations);
  if (!(outcome instanceof Refusal)) return outcome;
  if (operations.length > 1) return storeHalves(options, operations);
  return storeOrBury(options, operations[0]!, outcome);
}

class Refusal {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

const asOutage = (error: StoreError) => new StoreError('infrastructure', error.reason, error);

async function storeHalves(
  options: CareOptions,
  operations: readonly PlacedOperation[],
): Promise<StoreOutcome> {
  const middle = operations.length >> 1;
  const none: ReadonlySet<string> = new Set();
  const first = await storeWithCare(options, operations.slice(0, middle), none);
  const second = await storeWithCare(options, operations.slice(middle), none);
  return { runs: [...first.runs, ...second.runs], dead: [...first.dead, ...second.dead] };
}

/** The last attempts of a single operation. */
async function storeOrBury(
  { store, patience, probe, log }: CareOptions,
  operation: PlacedOperation,
  { reason }: Refusal,
): Promise<StoreOutcome> {
  const firstAttemptAtMs = Date.now();
  let lastReason = reason;
  for (let attempt = 2; attempt <= maxAttempts; attempt += 1) {
    await patience.wait(backoffMs(attempt));
    const result = await patience.insist(
      'store one operation',
      async () => {
        try {
          return await storeOperations(store, [operation], new Set());
        } catch (error) {
          if (error instanceof StoreError && error.failure !== 'data') throw asOutage(error);
          return error instanceof StoreError ? error.reason : 'ENCODING';
        }
      },
      probe,
    );
    if (typeof result !== 'string') return { runs: result, dead: [] };
    lastReason = result;
  }
  const { batchId, runId } = operation.operation;
  log.error({ batchId, runId, reason: lastReason }, 'operation refused for good; dead letter');
  const dead = { operation, reason: lastReason, attempts: maxAttempts, firstAttemptAtMs };
  return { runs: [], dead: [dead] };
}
