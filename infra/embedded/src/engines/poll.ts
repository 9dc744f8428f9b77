import { setTimeout as pause } from 'node:timers/promises';

/** Tries every 20 ms until it succeeds or `signal` aborts. */
export async function pollUntil(
  attempt: () => Promise<boolean>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    // Refused connections are what we wait to end.
    if (await attempt().catch(() => false)) return;
    await pause(20);
  }
  signal.throwIfAborted();
}

/** Whether a GET is answered with 200. */
export async function answersOk(url: string, signal: AbortSignal): Promise<boolean> {
  const response = await fetch(url, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(5000)]),
  });
  await response.arrayBuffer();
  return response.status === 200;
}
