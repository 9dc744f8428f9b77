export {
  AppError,
  forbidden,
  invalidInput,
  invariant,
  isAppError,
  notFound,
  unauthenticated,
  unavailable,
} from './errors.ts';
export type { AppErrorCode } from './errors.ts';
export { EnvError, flagVar, portVar, readEnv, urlVar, z } from './env.ts';
export { createHealth } from './health.ts';
export type { Health, HealthCheck, HealthReport } from './health.ts';
export { createLifecycle } from './lifecycle.ts';
export type { Lifecycle, Part } from './lifecycle.ts';
export { createLogger } from './logger.ts';
export type { Logger } from './logger.ts';
export { Counter, Gauge, Histogram, Registry, createMetrics } from './metrics.ts';
export { TokenBuckets } from './token-buckets.ts';
export type { TokenBucketsOptions } from './token-buckets.ts';
export { answerOperator, startOperatorServer } from './operator-server.ts';
export type { OperatorServer } from './operator-server.ts';
