import type { Redis } from './redis.ts';

export type Durability = { durable: true } | { durable: false; reason: string };

const required = [
  ['appendonly', 'yes'],
  ['appendfsync', 'always'],
  ['maxmemory-policy', 'noeviction'],
] as const;

/** Whether an acknowledged entry of the queue is on disk. Throws when Redis does not answer at all. */
export async function ingestDurability(redis: Redis): Promise<Durability> {
  for (const [setting, value] of required) {
    const actual = await readSetting(redis, setting);
    if (actual === undefined) {
      return { durable: false, reason: `Redis does not tell its setting ${setting}` };
    }
    if (actual !== value) {
      return { durable: false, reason: `Redis has ${setting} ${actual}, it must be ${value}` };
    }
  }
  return { durable: true };
}

/** Managed services forbid CONFIG; then nothing is known. */
async function readSetting(redis: Redis, setting: string): Promise<string | undefined> {
  try {
    const answer = (await redis.config('GET', setting)) as string[];
    return answer[1];
  } catch (error) {
    if (error instanceof Error && error.name === 'ReplyError') return undefined;
    throw error;
  }
}
