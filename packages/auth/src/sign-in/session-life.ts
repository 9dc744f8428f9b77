const dayS = 24 * 60 * 60;

/** A session ends after this long without use. */
export const idleLifeS = 7 * dayS;
/** A session ends this long after sign-in, used or not. */
export const absoluteLifeS = 30 * dayS;
/** Use is written down at most this often, so that reading does not always write. */
export const extendAfterS = 60 * 60;

/**
 * When a session that is used now should end, or undefined while what is written is good enough.
 * Never later than `absoluteLifeS` after its beginning.
 */
export function extendedExpiry(
  session: { createdAt: Date; expiresAt: Date },
  nowMs: number,
): Date | undefined {
  const endMs = Math.min(
    nowMs + idleLifeS * 1000,
    session.createdAt.getTime() + absoluteLifeS * 1000,
  );
  const gainMs = endMs - session.expiresAt.getTime();
  return gainMs >= extendAfterS * 1000 ? new Date(endMs) : undefined;
}
