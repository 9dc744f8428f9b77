import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startStack } from '@runlight/testkit/default-stack';
import type { Stack } from '@runlight/testkit/default-stack';
import { clickHouseQuery } from './clickhouse.ts';
import type { ClickHouseQuery } from './clickhouse.ts';

/** The default stack with a view into its trace store. */
export interface BenchStack extends Stack {
  clickhouseUrl: string;
  query: ClickHouseQuery;
}

/** Starts the default stack as `npm start` does, without the quotas that would slow a benchmark down. */
export async function startBenchStack(env: Record<string, string> = {}): Promise<BenchStack> {
  const stack = await startStack({
    LOG_LEVEL: 'warn',
    RUNLIGHT_CLICKHOUSE_QUERY_LOG: 'true',
    INGEST_RUNS_PER_SECOND: '0',
    INGEST_BYTES_PER_SECOND: '0',
    ...env,
  });
  const clickhouseUrl = await urlOfClickHouse(stack);
  return { ...stack, clickhouseUrl, query: clickHouseQuery(clickhouseUrl) };
}

/** From the command line of its process and the secrets of the data folder. */
async function urlOfClickHouse({ dataDir, processes }: Stack): Promise<string> {
  const text = await readFile(join(dataDir, 'secrets.json'), 'utf8');
  const { clickhousePassword } = JSON.parse(text) as { clickhousePassword: string };
  for (const { command } of await processes()) {
    const port = /clickhouse-child.*"port":(\d+)/.exec(command)?.[1];
    if (port) return `http://runlight:${clickhousePassword}@127.0.0.1:${port}/runlight`;
  }
  throw new Error('The stack has no ClickHouse of its own');
}
