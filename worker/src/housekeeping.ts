import type { ClickHouse } from '@runlight/clickhouse';
import type { ObjectStore } from '@runlight/objects';
import type { Database } from '@runlight/postgres';
import type { Redis } from '@runlight/queue';
import type { Logger } from '@runlight/service';
import { createAuditor } from './audit/auditor.ts';
import { createChores } from './chores.ts';
import { forgetExports } from './export/forget-exports.ts';
import { createSealer } from './rollups/sealer.ts';
import { forgetOldBatches } from './ledger-retention.ts';
import { doNightly } from './retention/nightly.ts';
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
  objects: ObjectStore;
  metrics: WorkerMetrics;
  log: Logger;
}): Housekeeping {
  const { database, log } = options;
  const chores = createChores(log);
  const auditor = createAuditor(options);
  const sealer = createSealer(options);
  return {
    start() {
      chores.every(10_000, 'watch for restarts', auditor.watchRestarts);
      chores.every(60_000, 'audit', auditor.audit);
      chores.every(20_000, 'seal hours', sealer.run);
      chores.every(600_000, 'forget old batches', async () => {
        const batches = await forgetOldBatches(database);
        if (batches > 0) log.info({ batches }, 'old batches were forgotten');
      });
      chores.every(600_000, 'forget exports', async () => {
        const exports = await forgetExports(options);
        if (exports > 0) log.info({ exports }, 'files of exports were deleted');
      });
      chores.every(600_000, 'nightly', async () => {
        await doNightly(options);
      });
    },
    stop: () => {
      chores.stop();
      sealer.stop();
    },
  };
}
