import type { Redis } from '@runlight/queue';

// What workers say about how far they are behind; worker/src/lag.ts writes it and explains the form.

const lagKey = 'runlight:ingest:lag';
const unreadField = '*';
/** A value older than this was written by a worker that is gone. */
const staleMs = 30_000;
/** Less than this is how long storing takes anyway. */
const noticeableSeconds = 5;

export interface Lag {
  /** Null when it is not known. */
  lagSeconds: number | null;
  isDelayed: boolean;
}

export const unknownLag: Lag = { lagSeconds: null, isDelayed: false };

/** How far storing the workspace's operations is behind. Throws what Redis throws. */
export async function readLag(
  redis: Pick<Redis, 'hmget'>,
  workspaceId: string,
  nowMs: number,
): Promise<Lag> {
  const [own, unread] = await redis.hmget(lagKey, workspaceId, unreadField);
  return lagOf(parseValue(own), parseValue(unread), nowMs);
}

interface LagValue {
  /** When the oldest waiting batch was accepted; 0 when none waits. */
  oldestMs: number;
  writtenAtMs: number;
}

export function lagOf(own: LagValue | undefined, unread: LagValue | undefined, nowMs: number): Lag {
  if (!unread) return unknownLag;
  const isFresh = (value: LagValue) => nowMs - value.writtenAtMs < staleMs;
  const oldest = [own, unread]
    .filter((value) => value !== undefined)
    .filter((value) => value.oldestMs > 0 && (value === unread || isFresh(value)))
    .map(({ oldestMs }) => oldestMs);
  // No worker gives a sign of life: what came since its last one is not stored.
  if (!isFresh(unread)) oldest.push(unread.writtenAtMs);
  const lagSeconds = oldest.length === 0 ? 0 : Math.max(0, nowMs - Math.min(...oldest)) / 1000;
  return { lagSeconds, isDelayed: lagSeconds >= noticeableSeconds };
}

/** `<oldest ms> <written at ms>`; undefined for anything else. */
function parseValue(text: string | null | undefined): LagValue | undefined {
  const match = /^(\d{1,15}) (\d{1,15})$/.exec(text ?? '');
  return match ? { oldestMs: Number(match[1]), writtenAtMs: Number(match[2]) } : undefined;
}
