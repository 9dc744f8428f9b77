// `node worker/src/rebuild.ts [workspace id]`: writes `runs` and `feedback` anew from their
// events.
import { createClickHouse } from '@runlight/clickhouse';
import { createDatabase } from '@runlight/postgres';
import { createLogger } from '@runlight/service';
import { readRebuildEnv } from './env.ts';
import { rebuildFeedback } from './rebuild-feedback.ts';
import { rebuildRuns } from './rebuild-runs.ts';
import { createRollups } from './rollups/rollups.ts';

const { clickhouseUrl, databaseUrl, logLevel } = readRebuildEnv();
const log = createLogger({ service: 'rebuild', level: logLevel });
const clickhouse = createClickHouse({
  url: clickhouseUrl,
  log,
  applicationName: 'runlight-rebuild',
  requestTimeoutMs: 600_000,
});
const database = createDatabase({
  url: databaseUrl,
  log,
  applicationName: 'runlight-rebuild',
  maxConnections: 2,
});
const [workspaceId] = process.argv.slice(2);
const only = workspaceId === undefined ? {} : { workspaceId };
const startedAt = new Date();
try {
  const runs = await rebuildRuns(
    { clickhouse, database },
    { ...only, onProgress: (count) => log.info({ runs: count }, 'rebuilding') },
  );
  const feedback = await rebuildFeedback(clickhouse, only);
  // Rows that were written anew are others than their hours were sealed with.
  await createRollups(clickhouse).sweep(startedAt);
  log.info({ runs, feedback }, 'rebuilt');
} catch (error) {
  log.fatal({ err: error }, 'the rows could not be rebuilt; it may be started again');
  process.exitCode = 1;
} finally {
  await Promise.all([clickhouse.close(), database.close()]);
}
