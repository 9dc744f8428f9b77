import type { UserListRowFragment } from '../../../gql/graphql.ts';
import { parseTimeUs } from '../../../lib/time.ts';
import { numberOf } from './listed-thread.ts';

/** One row of the list of users. */
export interface ListedUser {
  userId: string;
  traceCount: number;
  threadCount: number;
  errorCount: number;
  totalTokens: number | null;
  costUsd: number | null;
  firstSeenUs: number;
  lastSeenUs: number;
  feedback: readonly { key: string; count: number; average: number | null }[];
}

export function listedUserOf(fields: UserListRowFragment): ListedUser {
  return {
    userId: fields.userId,
    traceCount: fields.traceCount,
    threadCount: fields.threadCount,
    errorCount: fields.errorCount,
    totalTokens: numberOf(fields.totalTokens),
    costUsd: numberOf(fields.totalCostUsd),
    firstSeenUs: parseTimeUs(fields.firstSeenAt) ?? 0,
    lastSeenUs: parseTimeUs(fields.lastSeenAt) ?? 0,
    feedback: fields.feedback.map(({ key, count, average }) => ({
      key,
      count: Number(count),
      average,
    })),
  };
}
