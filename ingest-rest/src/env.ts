import { portVar, readEnv, urlVar, z } from '@runlight/service';

const schema = z.object({
  INGEST_HOST: z.string().default('127.0.0.1'),
  INGEST_PORT: portVar.default(4001),
  DATABASE_URL: urlVar,
  REDIS_URL: urlVar,
  INGEST_MEMORY_MIB: z.coerce.number().int().min(16).max(65_536).default(64),
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
    databaseUrl: variables.DATABASE_URL,
    redisUrl: variables.REDIS_URL,
    inFlightBytes: variables.INGEST_MEMORY_MIB * 1024 * 1024,
    drainDelayMs: variables.INGEST_DRAIN_DELAY_MS,
    logLevel: variables.LOG_LEVEL,
  });
}
