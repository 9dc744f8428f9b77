// `node worker/src/audit.ts [hours]`: compares what was recorded as stored in the last hours (24) with
// what is there, prints the result as JSON, and exits with 1 when something is missing.
import { createClickHouse } from '@runlight/clickhouse';
import { createDatabase } from '@runlight/postgres';
import { closeRedis, createRedis } from '@runlight/queue';
import { createLogger } from '@runlight/service';
import { runAudit } from './audit/run-audit.ts';
import { readAuditEnv } from './env.ts';

const env = readAuditEnv();
const hours = Number(process.argv[2] ?? 24);
const log = createLogger({ service: 'audit', level: env.logLevel });
const applicationName = 'runlight-audit';
const clickhouse = createClickHouse({
  url: env.clickhouseUrl,
  log,
  applicationName,
  requestTimeoutMs: 600_000,
});
const database = createDatabase({ url: env.databaseUrl, log, applicationName });
const redis = createRedis({ url: env.redisUrl, log, name: 'audit', offlineQueue: true });
try {
  const since = new Date(Date.now() - hours * 3_600_000);
  const report = await runAudit({ clickhouse, database, redis }, { since });
  process.stdout.write(`${JSON.stringify(report)}\n`);
  if (report.difference > 0) process.exitCode = 1;
} catch (error) {
  log.fatal({ err: error }, 'the audit could not be made');
  process.exitCode = 2;
} finally {
  await Promise.all([clickhouse.close(), database.close(), closeRedis(redis)]);
}
