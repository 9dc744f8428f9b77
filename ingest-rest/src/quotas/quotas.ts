import type { ApiKeyIdentity } from '@runlight/auth';
import { AppError, TokenBuckets } from '@runlight/service';

/** Rates that a sender may hold for long; 0 is no limit. */
export interface QuotaRates {
  runsPerSecond: number;
  bytesPerSecond: number;
  /** Requests of one API key. */
  callsPerMinute: number;
}

/**
 * What each sender may use of this process. A workspace may send a burst of 30 seconds' worth, a key
 * one of 6 seconds' worth of requests. Another process counts for itself.
 */
export interface Quotas {
  /** Before the body is read. Throws RATE_LIMITED with the time to wait. */
  admit: (sender: Sender) => void;
  /** After it was: runs (each once, however many operations) and bytes after decompression. */
  charge: (sender: Sender, used: { runs: number; bytes: number }) => void;
}

type Sender = Pick<ApiKeyIdentity, 'workspaceId' | 'keyId'>;
export type Quota = 'calls' | 'runs' | 'bytes';

const workspaceBurstSeconds = 30;
const callBurstSeconds = 6;

export function createQuotas(
  rates: QuotaRates,
  { now, onRefusal }: { now?: () => number; onRefusal?: (quota: Quota) => void } = {},
): Quotas {
  const buckets = (perSecond: number, burstSeconds: number) =>
    perSecond > 0
      ? new TokenBuckets({ perSecond, capacity: perSecond * burstSeconds, ...(now && { now }) })
      : undefined;
  const runs = buckets(rates.runsPerSecond, workspaceBurstSeconds);
  const bytes = buckets(rates.bytesPerSecond, workspaceBurstSeconds);
  const calls = buckets(rates.callsPerMinute / 60, callBurstSeconds);

  function requireTokens(bucket: TokenBuckets | undefined, key: string, quota: Quota): void {
    const waitSeconds = bucket?.waitSeconds(key) ?? 0;
    if (waitSeconds === 0) return;
    onRefusal?.(quota);
    throw new AppError('RATE_LIMITED', reasons[quota], { retryAfterSeconds: waitSeconds });
  }

  return {
    admit({ workspaceId, keyId }) {
      requireTokens(calls, keyId, 'calls');
      calls?.take(keyId, 1);
      requireTokens(runs, workspaceId, 'runs');
      requireTokens(bytes, workspaceId, 'bytes');
    },
    charge({ workspaceId }, used) {
      runs?.take(workspaceId, used.runs);
      bytes?.take(workspaceId, used.bytes);
    },
  };
}

const reasons: Record<Quota, string> = {
  calls: 'this API key makes more requests than it may; batch them or send them later',
  runs: 'this workspace sends more runs than it may; send them later',
  bytes: 'this workspace sends more bytes than it may; send them later',
};
