import { Redis } from 'ioredis';

/** One command on a connection of its own. */
export async function redisCommand(
  url: string,
  [name, ...args]: [string, ...string[]],
): Promise<unknown> {
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  try {
    return await redis.call(name, ...args);
  } finally {
    redis.disconnect();
  }
}
