import { StoreError } from '@runlight/clickhouse';
import { isAppError } from '@runlight/service';
import type { Logger } from '@runlight/service';
import { Stopped, backoffMs } from './retry.ts';
import type { Patience } from './retry.ts';
import { lostRowsReason } from './store/store-operations.ts';
import type { RunStore } from './store/run-store.ts';
import type { WorkerMetrics } from './worker-metrics.ts';

export interface CareOptions {
  patience: Patience;
  /** Throws while the trace store does not answer. */
  probe: () => Promise<void>;
  metrics: Pick<WorkerMetrics, 'verifyFailures' | 'retriedOperations'>;
  log: Logger;
}

/** How one kind of operation is stored. */
export interface Storing<Operation, Row> {
  /** Stores and verifies; `isWhole` unless it is a part of what was given first. */
  store: (operations: readonly Operation[], isWhole: boolean) => Promise<Row[]>;
  /** What the log may say about an operation. */
  identity: (operation: Operation) => { batchId: string };
}

export interface StoreOutcome<Operation, Row> {
  rows: Row[];
  dead: DeadOperation<Operation>[];
}

/** An operation that cannot be stored for its own sake. */
export interface DeadOperation<Operation> {
  operation: Operation;
  reason: string;
  attempts: number;
  firstAttemptAtMs: number;
}

const maxAttempts = 5;

/**
 * Stores operations whatever it takes. Infrastructure errors are waited out, for ever if need be; when
 * memory runs out the lot is halved; an operation that the store refuses is found by halving and given
 * back as dead after five attempts, and its neighbours are stored.
 */
export async function storeWithCare<Operation, Row>(
  options: CareOptions,
  storing: Storing<Operation, Row>,
  operations: readonly Operation[],
  isWhole = true,
): Promise<StoreOutcome<Operation, Row>> {
  if (operations.length === 0) return { rows: [], dead: [] };
  const { patience, probe, metrics } = options;
  const outcome = await patience.insist(
    'store operations',
    async () => {
      try {
        return { rows: await storing.store(operations, isWhole), dead: [] };
      } catch (error) {
        if (isLostRows(error)) metrics.verifyFailures.inc();
        if (isOutOfMemory(error) && operations.length > 1) return 'halve';
        const refusal = refusalOf(options, error);
        if (refusal) return refusal;
        metrics.retriedOperations.inc(operations.length);
        throw asOutage(error);
      }
    },
    probe,
  );
  if (outcome !== 'halve' && !(outcome instanceof Refusal)) return outcome;
  if (operations.length > 1) return storeHalves(options, storing, operations);
  // Memory is only halved while there is something to halve.
  return storeOrBury(options, storing, operations[0]!, outcome as Refusal);
}

class Refusal {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

const isLostRows = (error: unknown) =>
  error instanceof StoreError && error.reason === lostRowsReason;

const isOutOfMemory = (error: unknown) => error instanceof StoreError && error.failure === 'memory';

/** Only what speaks about the rows themselves. */
function refusalOf({ log }: Pick<CareOptions, 'log'>, error: unknown): Refusal | undefined {
  if (error instanceof StoreError) {
    return error.failure === 'data' ? new Refusal(error.reason) : undefined;
  }
  if (error instanceof Stopped || isAppError(error)) return undefined;
  // Not from a store: an operation that we cannot even write.
  log.error({ err: error }, 'operations cannot be encoded');
  return new Refusal('ENCODING');
}

/**
 * A query of ours that is refused speaks about a version or a defect, never about the data: wait for
 * somebody to repair it.
 */
function asOutage(error: unknown): unknown {
  if (!(error instanceof StoreError) || error.retryable) return error;
  return new StoreError('infrastructure', error.reason, error);
}

/** Reading back what was inserted says nothing about the rows either, whatever the error is called. */
export function refusedByInsertsOnly(store: RunStore): RunStore {
  return {
    ...store,
    readEvents: (...args) => store.readEvents(...args).catch(throwAsOutage),
    countMissing: (...args) => store.countMissing(...args).catch(throwAsOutage),
  };
}

/** For `catch` of a read: an outage, or what it was. */
export function throwAsOutage(error: unknown): never {
  throw isOutOfMemory(error) ? error : asOutage(error);
}

async function storeHalves<Operation, Row>(
  options: CareOptions,
  storing: Storing<Operation, Row>,
  operations: readonly Operation[],
): Promise<StoreOutcome<Operation, Row>> {
  const middle = operations.length >> 1;
  const first = await storeWithCare(options, storing, operations.slice(0, middle), false);
  const second = await storeWithCare(options, storing, operations.slice(middle), false);
  return { rows: [...first.rows, ...second.rows], dead: [...first.dead, ...second.dead] };
}

/** The last attempts of a single operation. */
async function storeOrBury<Operation, Row>(
  options: CareOptions,
  storing: Storing<Operation, Row>,
  operation: Operation,
  { reason }: Refusal,
): Promise<StoreOutcome<Operation, Row>> {
  const { patience, probe, log } = options;
  const firstAttemptAtMs = Date.now();
  let lastReason = reason;
  for (let attempt = 2; attempt <= maxAttempts; attempt += 1) {
    await patience.wait(backoffMs(attempt));
    const result = await patience.insist(
      'store one operation',
      async () => {
        try {
          return await storing.store([operation], false);
        } catch (error) {
          const refusal = refusalOf(options, error);
          if (refusal) return refusal.reason;
          throw asOutage(error);
        }
      },
      probe,
    );
    if (typeof result !== 'string') return { rows: result, dead: [] };
    lastReason = result;
  }
  log.error(
    { ...storing.identity(operation), reason: lastReason },
    'operation refused for good; dead letter',
  );
  const dead = { operation, reason: lastReason, attempts: maxAttempts, firstAttemptAtMs };
  return { rows: [], dead: [dead] };
}
