import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startStack } from '@runlight/testkit/default-stack';
import type { Stack } from '@runlight/testkit/default-stack';
import { clickHouseQuery } from './clickhouse.ts';
import type { ClickHouseQuery } from './clickhouse.ts';

/** The default stack with a view into its stores. */
export interface BenchStack extends Stack {
  clickhouseUrl: string;
  databaseUrl: string;
  query: ClickHouseQuery;
}

/** Starts the default stack as `npm start` does, without the quotas that would slow a benchmark down. */
export async function startBenchStack(env: Record<string, string> = {}): Promise<BenchStack> {
  const stack = await startStack({
    LOG_LEVEL: 'warn',
    RUNLIGHT_CLICKHOUSE_QUERY_LOG: 'true',
    INGEST_RUNS_PER_SECOND: '0',
    INGEST_BYTES_PER_SECOND: '0',
    INGEST_CALLS_PER_MINUTE: '0',
    ...env,
  });
  const text = await readFile(join(stack.dataDir, 'secrets.json'), 'utf8');
  const secrets = JSON.parse(text) as { clickhousePassword: string; postgresPassword: string };
  const commands = (await stack.processes()).map(({ command }) => command);
  const clickhousePort = portIn(commands, /clickhouse-child.*"port":(\d+)/);
  const postgresPort = portIn(commands, /postgres.* port=(\d+)/);
  const clickhouseUrl = `http://runlight:${secrets.clickhousePassword}@127.0.0.1:${clickhousePort}/runlight`;
  return {
    ...stack,
    clickhouseUrl,
    databaseUrl: `postgres://runlight:${secrets.postgresPassword}@127.0.0.1:${postgresPort}/runlight`,
    query: clickHouseQuery(clickhouseUrl),
  };
}

/** The engines' ports stand in their command lines only. */
function portIn(commands: string[], pattern: RegExp): string {
  for (const command of commands) {
    const port = pattern.exec(command)?.[1];
    if (port) return port;
  }
  throw new Error(`No process of the stack matches ${pattern}`);
}
