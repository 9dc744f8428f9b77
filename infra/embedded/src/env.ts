import { join, resolve } from 'node:path';
import { portVar, readEnv, urlVar, z } from '@runlight/service';

export const repositoryRoot = join(import.meta.dirname, '..', '..', '..');

const schema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: portVar.min(1).default(4000),
  PUBLIC_URL: urlVar.optional(),
  RUNLIGHT_DATA_DIR: z.string().default(join(repositoryRoot, '.data')),
  RUNLIGHT_BOOTSTRAP_API_KEY: z
    .string()
    .regex(/^[\w.~-]{16,128}$/, 'must have 16 to 128 characters out of A-Z a-z 0-9 . _ ~ -')
    .optional(),
  RUNLIGHT_REDIS_SERVER: z.string().optional(),
  RUNLIGHT_CLICKHOUSE_QUERY_LOG: z.stringbool().default(false),
  CLICKHOUSE_URL: urlVar.optional(),
  DATABASE_URL: urlVar.optional(),
  REDIS_URL: urlVar.optional(),
  INGEST_JOURNAL_DIR: z.string().optional(),
  INGEST_OTLP_GRPC_PORT: z.union([z.literal('off'), portVar]).default(4317),
  OBJECT_STORE_URL: urlVar.optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info'),
});

/** Variables this process reads; `.env.example` has a line for each. */
export const envVariables = Object.keys(schema.shape);

export type StackEnv = ReturnType<typeof readStackEnv>;

/** The environment by concern. Throws EnvError with every problem at once. */
export function readStackEnv(source?: Record<string, string | undefined>) {
  const variables = readEnv(schema, source);
  return Object.freeze({
    host: variables.HOST,
    port: variables.PORT,
    publicUrl: variables.PUBLIC_URL ?? `http://localhost:${variables.PORT}`,
    dataDir: resolve(variables.RUNLIGHT_DATA_DIR),
    bootstrapApiKey: variables.RUNLIGHT_BOOTSTRAP_API_KEY,
    redisServer: variables.RUNLIGHT_REDIS_SERVER,
    logsQueries: variables.RUNLIGHT_CLICKHOUSE_QUERY_LOG,
    /** Engines that somebody else runs. */
    external: {
      clickhouse: variables.CLICKHOUSE_URL,
      postgres: variables.DATABASE_URL,
      redis: variables.REDIS_URL,
    },
    /** Where ingest keeps what it accepted; below the data folder unless somebody says otherwise. */
    journalDir:
      variables.INGEST_JOURNAL_DIR === undefined
        ? undefined
        : resolve(variables.INGEST_JOURNAL_DIR),
    /** Loopback port of OTLP over gRPC; 0 is any free one. */
    otlpGrpcPort: variables.INGEST_OTLP_GRPC_PORT,
    /** Where attachments and large payloads go; below the data folder unless somebody says otherwise. */
    objectStoreUrl: variables.OBJECT_STORE_URL,
    logLevel: variables.LOG_LEVEL,
  });
}
