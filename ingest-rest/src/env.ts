import { resolve } from 'node:path';
import { portVar, readEnv, urlVar, z } from '@runlight/service';

const rateVar = z.coerce.number().int().min(0).max(1_000_000_000_000);

const schema = z.object({
  INGEST_HOST: z.string().default('127.0.0.1'),
  INGEST_PORT: portVar.default(4001),
  INGEST_OTLP_GRPC_PORT: z.union([z.literal('off'), portVar]).default(4317),
  DATABASE_URL: urlVar,
  REDIS_URL: urlVar,
  OBJECT_STORE_URL: urlVar,
  GRAPH_URL: urlVar.default('http://127.0.0.1:4000/graphql'),
  INGEST_DURABILITY: z.enum(['auto', 'redis', 'journal']).default('auto'),
  INGEST_JOURNAL_DIR: z.string(),
  INGEST_JOURNAL_MAX_BYTES: z.coerce
    .number()
    .int()
    .min(1 << 20)
    .default(2 * 1024 ** 3),
  INGEST_MEMORY_MIB: z.coerce.number().int().min(16).max(65_536).default(28),
  INGEST_RUNS_PER_SECOND: rateVar.default(500),
  INGEST_BYTES_PER_SECOND: rateVar.default(20_000_000),
  INGEST_CALLS_PER_MINUTE: rateVar.default(12_000),
  INGEST_DRAIN_DELAY_MS: z.coerce.number().int().min(0).max(20_000).default(3000),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info'),
});

/** Variables this process reads; `.env.example` has a line for each. */
export const envVariables = Object.keys(schema.shape);

/** The environment by concern. Throws EnvError with every problem at once. */
export function readIngestEnv(source?: Record<string, string | undefined>) {
  const variables = readEnv(schema, source);
  return Object.freeze({
    http: { host: variables.INGEST_HOST, port: variables.INGEST_PORT },
    /** 0 takes any free port; undefined when it is off. */
    otlpGrpcPort:
      variables.INGEST_OTLP_GRPC_PORT === 'off' ? undefined : variables.INGEST_OTLP_GRPC_PORT,
    databaseUrl: variables.DATABASE_URL,
    redisUrl: variables.REDIS_URL,
    objectStoreUrl: variables.OBJECT_STORE_URL,
    graphUrl: variables.GRAPH_URL,
    quotas: {
      runsPerSecond: variables.INGEST_RUNS_PER_SECOND,
      bytesPerSecond: variables.INGEST_BYTES_PER_SECOND,
      callsPerMinute: variables.INGEST_CALLS_PER_MINUTE,
    },
    durability: {
      mode: variables.INGEST_DURABILITY,
      journalDir: resolve(variables.INGEST_JOURNAL_DIR),
      maxJournalBytes: variables.INGEST_JOURNAL_MAX_BYTES,
    },
    inFlightBytes: variables.INGEST_MEMORY_MIB * 1024 * 1024,
    drainDelayMs: variables.INGEST_DRAIN_DELAY_MS,
    logLevel: variables.LOG_LEVEL,
  });
}
