export interface AcceptSequence {
  /** The first of `count` numbers that nobody in this process had before; below 2^60. */
  reserve: (count: number) => bigint;
}

/**
 * Numbers that order accepted operations: microseconds since 1970, times 256. Following the clock keeps
 * restarts and replicas in order; counting on when the clock stands still or goes back keeps them
 * strictly increasing within the process (F26).
 */
export function createAcceptSequence(nowMs: () => number = preciseNowMs): AcceptSequence {
  let next = 0n;
  return {
    reserve(count) {
      const clock = BigInt(Math.floor(nowMs() * 1000)) << 8n;
      const first = clock > next ? clock : next;
      next = first + BigInt(count);
      return first;
    },
  };
}

/** The wall clock in fractions of a millisecond, so that two replicas rarely meet on a number. */
const preciseNowMs = () => Date.now() + (performance.now() % 1);
