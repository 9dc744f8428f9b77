// `node worker/src/rollups/rebuild.ts [workspace id]`: works out the rollups anew from the runs, of all
// hours that are not being written to; the worker does the others soon.
import { createClickHouse } from '@runlight/clickhouse';
import { createLogger } from '@runlight/service';
import { readRebuildEnv } from '../env.ts';
import { rebuildRollups } from './rollups.ts';

const { clickhouseUrl, logLevel } = readRebuildEnv();
const log = createLogger({ service: 'rebuild-rollups', level: logLevel });
const clickhouse = createClickHouse({
  url: clickhouseUrl,
  log,
  applicationName: 'runlight-rebuild-rollups',
  requestTimeoutMs: 600_000,
});
const [workspaceId] = process.argv.slice(2);
try {
  const hours = await rebuildRollups(clickhouse, workspaceId === undefined ? {} : { workspaceId });
  log.info({ hours }, 'rebuilt');
} catch (error) {
  log.fatal({ err: error }, 'the rollups could not be rebuilt; it may be started again');
  process.exitCode = 1;
} finally {
  await clickhouse.close();
}
