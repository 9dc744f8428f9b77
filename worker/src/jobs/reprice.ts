import type { ClickHouse } from '@runlight/clickhouse';
import { createSettledBatches } from '@runlight/postgres';
import type { Database } from '@runlight/postgres';
import { createAcceptSequence } from '@runlight/queue';
import type { Batch, IngestProducer } from '@runlight/queue';
import { uuidv7 } from '@runlight/run-model';
import type { RunKey, RunState } from '@runlight/run-model';
import { setTimeout as pause } from 'node:timers/promises';
import { costOf } from '../store/cost-columns.ts';
import { createOwnPriceDirectory } from '../store/own-prices.ts';
import { createRunPricer } from '../store/run-pricer.ts';
import type { RunPrice, RunPricer } from '../store/run-pricer.ts';
import type { JobHandler, JsonObject, RunningJob } from './job-handler.ts';
import { readRepriceInput } from './reprice-input.ts';
import { createRepriceStore } from './reprice-store.ts';
import type { CostedRun } from './reprice-store.ts';

export interface RepriceOptions {
  clickhouse: ClickHouse;
  database: Pick<Database, 'db'>;
  producer: Pick<IngestProducer, 'send'>;
  pageSize?: number;
}

/** What a repricing found, or would change. */
interface Counts extends JsonObject {
  /** Model calls looked at. */
  examined: number;
  /** Those whose cost changes. */
  changed: number;
  /** Those that had no price and have one, and the other way round. */
  gained: number;
  lost: number;
  /** Those whose sender gave a cost, which stays. */
  keptCallerCost: number;
  /** Of all that were looked at. */
  costBeforeUsd: number;
  costAfterUsd: number;
}

/**
 * Prices runs anew by what is known when the job is created. The decision is an operation of the run like
 * any other, sent through the queue: late events and a rebuild keep it, and what is deleted meanwhile
 * does not come back. A dry run counts only.
 */
export function createRepriceHandler(options: RepriceOptions): JobHandler {
  const store = createRepriceStore(options.clickhouse);
  const priceRun = createRunPricer();
  const { pageSize = 500 } = options;
  return {
    kind: 'REPRICING',
    async run(job) {
      const input = readRepriceInput(job.input);
      const pricedAtUs = (job.createdAtMs + knownAfterMs) * 1000;
      // Then no worker prices by what it remembers from before.
      if (!input.dryRun) await untilMs(pricedAtUs / 1000, job.signal);
      const counts = readCounts(job.progress);
      for (let after = readCursor(job.progress); ;) {
        job.signal.throwIfAborted();
        // Before the page is read: what is deleted later was accepted earlier.
        const acceptedAtMs = Date.now();
        const page = await store.page(job.workspaceId, input, after, pageSize);
        if (page.length === 0) return { dryRun: input.dryRun, ...counts };
        const changed = await examine(
          { ...options, store, priceRun, job, pricedAtUs },
          page,
          counts,
        );
        if (!input.dryRun) await send(options, job, { changed, pricedAtUs, acceptedAtMs });
        after = page.at(-1)!.key;
        await job.report({ ...counts, after });
      }
    },
  };
}

/** As long after its creation a price begins to be known (`priceDelayMs` of the workspaces subgraph). */
const knownAfterMs = 5000;

async function untilMs(timeMs: number, signal: AbortSignal): Promise<void> {
  const leftMs = timeMs - Date.now();
  if (leftMs > 0) await pause(leftMs, undefined, { signal });
}

interface Examination {
  database: Pick<Database, 'db'>;
  store: ReturnType<typeof createRepriceStore>;
  priceRun: RunPricer;
  job: RunningJob;
  pricedAtUs: number;
}

/** Counts the page; gives the runs that change. */
async function examine(
  { database, store, priceRun, job, pricedAtUs }: Examination,
  page: CostedRun[],
  counts: Counts,
): Promise<RunKey[]> {
  const own = await createOwnPriceDirectory(database).of([job.workspaceId]);
  const states = await store.states(
    job.workspaceId,
    page.map(({ key }) => key),
  );
  const changed: RunKey[] = [];
  for (const run of page) {
    const state = states.get(run.key.runId);
    if (!state) continue;
    const price = priceRun(run.key, { ...state, pricedAtUs }, own.get(job.workspaceId));
    if (addTo(counts, run, state, price)) changed.push(run.key);
  }
  return changed;
}

/** Whether the run changes. */
function addTo(counts: Counts, run: CostedRun, state: RunState, price: RunPrice): boolean {
  const after = costOf(state.costUsd, price)?.total;
  counts.examined += 1;
  counts.costBeforeUsd += run.costUsd ?? 0;
  counts.costAfterUsd += after ?? 0;
  if (state.costUsd) counts.keptCallerCost += 1;
  if (run.costUsd === undefined && after !== undefined) counts.gained += 1;
  if (run.costUsd !== undefined && after === undefined) counts.lost += 1;
  const isOther = after !== run.costUsd;
  if (isOther) counts.changed += 1;
  const entry = 'cost' in price ? price.cost.entry : '';
  return isOther || entry !== run.entry;
}

const sequence = createAcceptSequence();

interface Decision {
  changed: RunKey[];
  pricedAtUs: number;
  acceptedAtMs: number;
}

/** One page at a time is in the queue: what people send goes first. */
async function send(
  { database, producer }: RepriceOptions,
  job: RunningJob,
  { changed, pricedAtUs, acceptedAtMs }: Decision,
): Promise<void> {
  if (changed.length === 0) return;
  const batch: Batch = {
    batchId: uuidv7(acceptedAtMs),
    workspaceId: job.workspaceId,
    keyId: job.id,
    acceptedAtMs,
    sdk: 'runlight repricing',
    firstSequence: sequence.reserve(changed.length),
    operations: changed.map(({ projectId, traceStartUs, traceId, runId }) => ({
      kind: 'update',
      projectId,
      traceStartUs,
      traceId,
      runId,
      envelope: { pricedAtUs },
      payloads: [],
    })),
  };
  await producer.send(batch);
  await stored(database, batch.batchId, job.signal);
}

/** Until the worker has booked the batch. It does in the end, so that this waits for nothing forever. */
async function stored(
  database: Pick<Database, 'db'>,
  batchId: string,
  signal: AbortSignal,
): Promise<void> {
  const settled = createSettledBatches(database);
  while (!(await settled([batchId])).has(batchId)) await pause(100, undefined, { signal });
}

const countNames = [
  'examined',
  'changed',
  'gained',
  'lost',
  'keptCallerCost',
  'costBeforeUsd',
  'costAfterUsd',
] as const;

const readCounts = (progress: JsonObject): Counts =>
  Object.fromEntries(countNames.map((name) => [name, Number(progress[name] ?? 0)])) as Counts;

const readCursor = ({ after }: JsonObject): RunKey | undefined => after as RunKey | undefined;
