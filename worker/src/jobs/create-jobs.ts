import type { ClickHouse } from '@runlight/clickhouse';
import type { ObjectStore } from '@runlight/objects';
import type { Database } from '@runlight/postgres';
import { createIngestProducer } from '@runlight/queue';
import type { Redis } from '@runlight/queue';
import type { Logger, Registry } from '@runlight/service';
import { createDeletionHandler } from '../deletion/deletion-handler.ts';
import type { Tombstones } from '../deletion/tombstones.ts';
import { createExportHandler } from '../export/export-handler.ts';
import { createRetentionHandler } from '../retention/retention-handler.ts';
import type { WorkerOptions } from '../worker.ts';
import type { JobHandler } from './job-handler.ts';
import { createJobMetrics } from './job-metrics.ts';
import { createJobRunner } from './job-runner.ts';
import type { JobRunner } from './job-runner.ts';
import { createJobStore } from './job-store.ts';
import { createRepriceHandler } from './reprice.ts';

export interface JobsOptions {
  clickhouse: ClickHouse;
  database: Database;
  redis: Redis;
  objects: ObjectStore;
  tombstones: Tombstones;
  worker: Pick<WorkerOptions, 'breaker' | 'lag'>;
  registry: Registry;
  log: Logger;
}

/** The runner with a handler for each kind of job. */
export function createJobs(options: JobsOptions): JobRunner {
  const { database, worker, registry, log } = options;
  return createJobRunner({
    store: createJobStore(database),
    handlers: createHandlers(options),
    metrics: createJobMetrics(registry),
    isBusy: () => worker.breaker.waitingFor() !== undefined || worker.lag.isBehind(),
    log,
  });
}

/** Add a kind of job here. */
function createHandlers(options: JobsOptions): JobHandler[] {
  return [
    createDeletionHandler(options),
    createExportHandler(options),
    createRetentionHandler(options),
    createRepriceHandler({ ...options, producer: createIngestProducer(options.redis) }),
  ];
}
