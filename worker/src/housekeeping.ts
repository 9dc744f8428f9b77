import type { ClickHouse } from '@runlight/clickhouse';
import type { Database } from '@runlight/postgres';
import type { Redis } from '@runlight/queue';
import type { Logger } from '@runlight/service';
import { createAuditor } from './audit/auditor.ts';
import { createChores } from './chores.ts';
import { forgetOldBatches } from './ledger-retention.ts';
import type { WorkerMetrics } from './worker-metrics.ts';

export interface Housekeeping {
  start: () => void;
  stop: () => void;
}

/** What a worker does beside storing: audit and forgetting. Any number of workers may do it. */
export function createHousekeeping(options: {
  clickhouse: ClickHouse;
  database: Database;
  redis: Redis;
  metrics: WorkerMetrics;
  log: Logger;
}): Housekeeping {
  const { database, log } = options;
  const chores = createChores(log);
  const auditor = createAuditor(options);
  return {
    start() {
      chores.every(10_000, 'watch for restarts', auditor.watchRestarts);
      chores.every(60_000, 'audit', auditor.audit);
      chores.every(600_000, 'forget old batches', async () => {
        const batches = await forgetOldBatches(database);
        if (batches > 0) log.info({ batches }, 'old batches were forgotten');
      });
    },
    stop: chores.stop,
  };
}
