import { ingestGroup, ingestLanes, laneStream, redisUnavailable } from '@runlight/queue';
import type { IngestLane, Redis } from '@runlight/queue';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LaneState {
  lane: IngestLane;
  /** Entries in the stream. */
  entries: number;
  /** Delivered to a worker and not acknowledged. */
  pending: number;
  /** Delivered, not acknowledged, and held by nobody; negative when something is held that is gone. */
  inLimbo: number;
}

const script = readFileSync(join(import.meta.dirname, '..', 'lua', 'queue-state.lua'), 'utf8');

/** Compares what is in the lanes of the queue with what workers hold. Throws UNAVAILABLE. */
export async function readQueueState(redis: Redis): Promise<LaneState[]> {
  const states: LaneState[] = [];
  for (const lane of ingestLanes) {
    try {
      const [entries, pending, delivered] = (await redis.eval(
        script,
        1,
        laneStream(lane),
        ingestGroup,
      )) as [number, number, number];
      states.push({ lane, entries, pending, inLimbo: delivered - pending });
    } catch (error) {
      throw redisUnavailable(error);
    }
  }
  return states;
}
