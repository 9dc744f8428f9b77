import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createClickHouse, sql, uuid } from '@runlight/clickhouse';
import { createLogger, z } from '@runlight/service';
import { freePort, testStores, waitFor } from '@runlight/testkit';
import { startIngest, stop } from './service.ts';
import type { IngestService } from './service.ts';

const log = createLogger({ service: 'test', level: 'silent' });
const workerEntry = join(import.meta.dirname, '..', '..', '..', 'worker', 'src', 'index.ts');

const row = z.object({
  id: z.string(),
  parent_run_id: z.string(),
  trace_id: z.string(),
  trace_start: z.string(),
  name: z.string(),
  run_type: z.string(),
  status: z.string(),
  error: z.string(),
  model: z.string(),
  thread_id: z.string(),
  prompt_tokens: z.coerce.number(),
  completion_tokens: z.coerce.number(),
  total_tokens: z.coerce.number(),
  has_usage: z.number(),
  inputs_preview: z.string(),
  outputs_preview: z.string(),
  metadata: z.record(z.string(), z.string()),
  first_token_time: z.string(),
  warnings: z.array(z.string()),
});
export type StoredRun = z.infer<typeof row>;

/** Ingest, worker and stores, as they are deployed. */
export interface StoringService extends IngestService {
  grpcPort: number;
  /** Runs of a workspace by start, once there are that many. */
  runs: (workspaceId: string, count: number) => Promise<StoredRun[]>;
}

export async function startStoring(): Promise<StoringService> {
  const stores = await testStores({ clickhouse: true });
  let databaseUrl = '';
  const detours = { database: async (url: string) => (databaseUrl = url) };
  const ingest = await startIngest({}, detours).catch(async (error: unknown) => {
    await stores.close();
    throw error;
  });
  const worker = spawn(process.execPath, [workerEntry], {
    env: {
      ...process.env,
      WORKER_OPERATOR_PORT: String(await freePort()),
      CLICKHOUSE_URL: stores.clickhouseUrl,
      DATABASE_URL: databaseUrl,
      REDIS_URL: ingest.redisUrl,
      OBJECT_STORE_URL: ingest.objectStoreUrl,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const clickhouse = createClickHouse({ url: stores.clickhouseUrl, log, applicationName: 'test' });
  const find = (workspaceId: string): Promise<StoredRun[]> =>
    clickhouse.rows({
      name: 'testRuns',
      query: sql`SELECT * FROM runs FINAL WHERE workspace_id = ${uuid(workspaceId)}
                 ORDER BY start_time, id`,
      row: (raw) => row.parse(raw),
    });
  return Object.assign(Object.create(ingest) as IngestService, {
    grpcPort: Number(/"port":(\d+)[^\n]*gRPC is open/.exec(ingest.output())?.[1]),
    async runs(workspaceId: string, count: number) {
      let found: StoredRun[] = [];
      await waitFor(async () => (found = await find(workspaceId)).length >= count, {
        timeoutMs: 20_000,
        what: `${count} stored runs`,
      });
      return found;
    },
    async close() {
      await stop(worker);
      await clickhouse.close();
      await ingest.close();
      await stores.close();
    },
  });
}
