import { ingestLanes, laneStream, redisUnavailable } from '@runlight/queue';
import type { Redis } from '@runlight/queue';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits until everything is stored that was in the queue when this was called: an entry leaves its stream
 * only then, whichever worker has it. False when that took longer than the patience given.
 */
export async function queueSettled(
  redis: Redis,
  { signal, patienceMs }: { signal: AbortSignal; patienceMs: number },
): Promise<boolean> {
  const marks = await translated(() => Promise.all(ingestLanes.map((lane) => lastId(redis, lane))));
  const untilMs = Date.now() + patienceMs;
  for (;;) {
    const settled = await translated(() =>
      Promise.all(ingestLanes.map((lane, index) => isPast(redis, lane, marks[index]))),
    );
    if (settled.every(Boolean)) return true;
    if (Date.now() > untilMs) return false;
    await pause(200, undefined, { signal });
  }
}

type Lane = (typeof ingestLanes)[number];

async function lastId(redis: Redis, lane: Lane): Promise<string | undefined> {
  const [last] = await redis.xrevrange(laneStream(lane), '+', '-', 'COUNT', 1);
  return last?.[0];
}

async function isPast(redis: Redis, lane: Lane, mark: string | undefined): Promise<boolean> {
  if (mark === undefined) return true;
  const [first] = await redis.xrange(laneStream(lane), '-', '+', 'COUNT', 1);
  return first === undefined || isAfter(first[0], mark);
}

function isAfter(id: string, other: string): boolean {
  const [ms = 0, sequence = 0] = id.split('-').map(Number);
  const [otherMs = 0, otherSequence = 0] = other.split('-').map(Number);
  return ms > otherMs || (ms === otherMs && sequence > otherSequence);
}

async function translated<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw redisUnavailable(error);
  }
}
