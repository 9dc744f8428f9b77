import type { ThreadListRowFragment } from '../../../gql/graphql.ts';
import { parseTimeUs } from '../../../lib/time.ts';

/** One row of the list of threads; times in microseconds since 1970, latencies in milliseconds. */
export interface ListedThread {
  threadId: string;
  turnCount: number;
  errorCount: number;
  firstStartUs: number;
  lastStartUs: number;
  isIdle: boolean;
  totalTokens: number | null;
  costUsd: number | null;
  p50Ms: number | null;
  p99Ms: number | null;
  firstInput: string;
  lastOutput: string;
  lastError: string | null;
  userId: string | null;
}

export function listedThreadOf(fields: ThreadListRowFragment): ListedThread {
  return {
    threadId: fields.threadId,
    turnCount: fields.turnCount,
    errorCount: fields.errorCount,
    firstStartUs: parseTimeUs(fields.firstStartedAt) ?? 0,
    lastStartUs: parseTimeUs(fields.lastStartedAt) ?? 0,
    isIdle: fields.isIdle,
    totalTokens: numberOf(fields.totalTokens),
    costUsd: numberOf(fields.totalCostUsd),
    p50Ms: fields.latencyP50Ms,
    p99Ms: fields.latencyP99Ms,
    firstInput: fields.firstInputPreview ?? '',
    lastOutput: fields.lastOutputPreview ?? '',
    lastError: fields.lastError,
    userId: fields.userId,
  };
}

/** Numbers come as text where they may be large or are money. */
export function numberOf(value: string | number | null): number | null {
  const number = value === null ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : null;
}
