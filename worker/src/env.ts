import { hostname } from 'node:os';
import { portVar, readEnv, urlVar, z } from '@runlight/service';

const schema = z.object({
  WORKER_OPERATOR_PORT: portVar.default(4002),
  WORKER_NAME: z.string().min(1).max(128).optional(),
  WORKER_LEASE_MS: z.coerce.number().int().min(1000).max(600_000).default(60_000),
  CLICKHOUSE_URL: urlVar,
  DATABASE_URL: urlVar,
  REDIS_URL: urlVar,
  OBJECT_STORE_URL: urlVar,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
});

/** The one reader of the environment. Throws EnvError with every problem. */
export function readWorkerEnv(source?: Record<string, string | undefined>) {
  const variables = readEnv(schema, source);
  return Object.freeze({
    operatorPort: variables.WORKER_OPERATOR_PORT,
    // Different for replicas on one machine, which cannot share a port, and the same after a restart:
    // the entries that a killed worker held are found by its name (those of another name by the lease).
    name: variables.WORKER_NAME ?? `${hostname()}-${variables.WORKER_OPERATOR_PORT}`,
    leaseMs: variables.WORKER_LEASE_MS,
    clickhouseUrl: variables.CLICKHOUSE_URL,
    databaseUrl: variables.DATABASE_URL,
    redisUrl: variables.REDIS_URL,
    objectStoreUrl: variables.OBJECT_STORE_URL,
    logLevel: variables.LOG_LEVEL,
  });
}

/** What the rebuild command needs. Throws EnvError. */
export function readRebuildEnv(source?: Record<string, string | undefined>) {
  const variables = readEnv(
    schema.pick({ CLICKHOUSE_URL: true, DATABASE_URL: true, LOG_LEVEL: true }),
    source,
  );
  return Object.freeze({
    clickhouseUrl: variables.CLICKHOUSE_URL,
    databaseUrl: variables.DATABASE_URL,
    logLevel: variables.LOG_LEVEL,
  });
}

/** What the audit command needs. Throws EnvError. */
export function readAuditEnv(source?: Record<string, string | undefined>) {
  const { CLICKHOUSE_URL, DATABASE_URL, REDIS_URL, LOG_LEVEL } = readEnv(
    schema.pick({ CLICKHOUSE_URL: true, DATABASE_URL: true, REDIS_URL: true, LOG_LEVEL: true }),
    source,
  );
  return Object.freeze({
    clickhouseUrl: CLICKHOUSE_URL,
    databaseUrl: DATABASE_URL,
    redisUrl: REDIS_URL,
    logLevel: LOG_LEVEL,
  });
}

export type WorkerEnv = ReturnType<typeof readWorkerEnv>;
