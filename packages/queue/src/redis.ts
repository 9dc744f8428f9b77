import { unavailable } from '@runlight/service';
import type { AppError, Logger } from '@runlight/service';
import { Redis } from 'ioredis';

export type { Redis } from 'ioredis';

export interface RedisOptions {
  url: string;
  log: Logger;
  /** Shown in `CLIENT LIST`. */
  name: string;
  /** Default 1500: SDKs wait a few seconds at most for their answer. */
  commandTimeoutMs?: number;
  /** Hold commands while there is no connection, for readers that may wait. Default false. */
  offlineQueue?: boolean;
}

/**
 * A connection that never repeats a command by itself: whether a command without an answer was carried
 * out is not known, so only the caller can decide. With resending off a promise could stay open after
 * a reconnect, hence the mandatory timeout (reliability-and-security §2.1).
 */
export function createRedis({
  url,
  log,
  name,
  commandTimeoutMs = 1500,
  offlineQueue = false,
}: RedisOptions): Redis {
  const redis = new Redis(url, {
    connectionName: name,
    commandTimeout: commandTimeoutMs,
    enableOfflineQueue: offlineQueue,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
    maxRetriesPerRequest: offlineQueue ? null : 0,
    connectTimeout: 2000,
    keepAlive: 10_000,
    retryStrategy: (attempt) => Math.min(50 * attempt, 500) * (0.75 + Math.random() / 2),
  });
  giveUpSilentConnections(redis, commandTimeoutMs);
  // One line per outage, not one per attempt.
  let isDown = false;
  redis.on('error', (error: NodeJS.ErrnoException) => {
    if (!isDown) log.warn({ redis: name, code: error.code }, 'redis connection failed');
    isDown = true;
  });
  redis.on('ready', () => {
    if (isDown) log.info({ redis: name }, 'redis connection is back');
    isDown = false;
  });
  return redis;
}

/** So long nothing may come on a connection that commands wait on. */
const silenceMs = 3000;

/**
 * A connection whose other side vanished without a word looks open for a quarter of an hour. When several
 * commands in a row had no answer, it is given up for a new one, which a frozen server bears too.
 */
function giveUpSilentConnections(redis: Redis, commandTimeoutMs: number): void {
  const send = redis.sendCommand.bind(redis);
  let silentSinceMs: number | undefined;
  let timeouts = 0;
  redis.sendCommand = (command, stream) => {
    const sentAtMs = performance.now();
    const sent = send(command, stream);
    command.promise.then(
      () => {
        timeouts = 0;
        silentSinceMs = undefined;
      },
      () => {
        // What fails sooner was answered, or had no connection.
        if (performance.now() - sentAtMs < commandTimeoutMs) return;
        timeouts += 1;
        silentSinceMs ??= sentAtMs;
        if (timeouts < 2 || performance.now() - silentSinceMs < silenceMs) return;
        timeouts = 0;
        silentSinceMs = undefined;
        if (redis.status === 'ready') redis.disconnect(true);
      },
    );
    return sent;
  };
}

/** Closes without waiting for an answer that may never come. */
export function closeRedis(redis: Redis): Promise<void> {
  return new Promise((resolve) => {
    if (redis.status === 'end' || redis.status === 'wait') {
      resolve();
      return;
    }
    // Between two attempts there is nothing to end: it only stops trying, without an event.
    const isPausing = redis.status === 'reconnecting';
    redis.once('end', () => resolve());
    redis.disconnect();
    if (isPausing) resolve();
  });
}

/** A section of INFO; empty where a managed service forbids it. */
export async function redisInfo(redis: Redis, section: 'memory' | 'server'): Promise<string> {
  try {
    return await redis.info(section);
  } catch (error) {
    if (error instanceof Error && error.name === 'ReplyError') return '';
    throw error;
  }
}

/** Every failure of a command means that its effect is unknown and the call may be repeated. */
export const redisUnavailable = (error: unknown): AppError =>
  unavailable('Redis does not answer', error);
