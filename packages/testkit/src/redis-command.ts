import { Redis } from 'ioredis';

/** One command on a connection of its own. */
export async function redisCommand(
  url: string,
  [name, ...args]: [string, ...string[]],
): Promise<unknown> {
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  // The command says what is wrong.
  redis.on('error', () => undefined);
  try {
    return await redis.call(name, ...args);
  } finally {
    redis.disconnect();
  }
}
