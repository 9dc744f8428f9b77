import type { ClickHouse } from '@runlight/clickhouse';
import type { Database } from '@runlight/postgres';
import type { Logger, Registry } from '@runlight/service';
import type { WorkerOptions } from '../worker.ts';
import type { JobHandler } from './job-handler.ts';
import { createJobMetrics } from './job-metrics.ts';
import { createJobRunner } from './job-runner.ts';
import type { JobRunner } from './job-runner.ts';
import { createJobStore } from './job-store.ts';

export interface JobsOptions {
  clickhouse: ClickHouse;
  database: Database;
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
function createHandlers(_options: JobsOptions): JobHandler[] {
  return [];
}
