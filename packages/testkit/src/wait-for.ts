import { setTimeout as pause } from 'node:timers/promises';

/**
 * Tries until `check` is true (or resolves to true) and throws with `what` when that takes too long.
 * An error of `check` ends the wait.
 */
export async function waitFor(
  check: () => boolean | Promise<boolean>,
  { timeoutMs, what }: { timeoutMs: number; what: string },
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await check())) {
    if (performance.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}`);
    await pause(20);
  }
}
