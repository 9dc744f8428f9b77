const delaysMs = [0, 250, 500, 1000, 2000, 5000];

/** A process that ran this long has earned an immediate restart again. */
const forgivenAfterMs = 10_000;

export interface RestartDelays {
  /** How long to wait before the restart that is due now. */
  next: () => number;
}

export function createRestartDelays(now: () => number = () => performance.now()): RestartDelays {
  let failures = 0;
  let lastMs = now();
  return {
    next() {
      const at = now();
      if (at - lastMs >= forgivenAfterMs) failures = 0;
      lastMs = at;
      const delayMs = delaysMs[Math.min(failures, delaysMs.length - 1)] ?? 0;
      failures += 1;
      return delayMs;
    },
  };
}
