// `node worker/src/rebuild.ts [workspace id]`: writes `runs` anew from `run_events`.
import { createClickHouse } from '@runlight/clickhouse';
import { createLogger } from '@runlight/service';
import { readRebuildEnv } from './env.ts';
import { rebuildRuns } from './rebuild-runs.ts';

const { clickhouseUrl, logLevel } = readRebuildEnv();
const log = createLogger({ service: 'rebuild', level: logLevel });
const clickhouse = createClickHouse({
  url: clickhouseUrl,
  log,
  applicationName: 'runlight-rebuild',
  requestTimeoutMs: 600_000,
});
const [workspaceId] = process.argv.slice(2);
try {
  const runs = await rebuildRuns(clickhouse, {
    ...(workspaceId !== undefined && { workspaceId }),
    onProgress: (count) => log.info({ runs: count }, 'rebuilding'),
  });
  log.info({ runs }, 'rebuilt');
} catch (error) {
  log.fatal({ err: error }, 'the runs could not be rebuilt; it may be started again');
  process.exitCode = 1;
} finally {
  await clickhouse.close();
}
