import { setTimeout as pause } from 'node:timers/promises';
import { unavailable } from '@runlight/service';
import type { Logger } from '@runlight/service';
import { Client, escapeIdentifier } from 'pg';
import { translateConnectError } from './errors.ts';

export interface NotificationListenerOptions {
  url: string;
  log: Logger;
  /** Shown in `pg_stat_activity`. */
  applicationName: string;
  /** Name of the channel. */
  channel: string;
  /** Default 10 000: how often a silent connection is asked for a sign of life. */
  heartbeatMs?: number;
}

export interface NotificationHandler {
  /** The payload of one notification, in the order of commits. */
  onNotification: (payload: string) => void;
  /** The connection was away, and is back: notifications may have been missed. */
  onGap: () => void;
}

/** One connection that hears what the database announces, however many handlers there are. */
export interface NotificationListener {
  /**
   * Resolves once announcements reach the handlers; the first call connects. Throws UNAVAILABLE while
   * the database cannot be reached; it is tried again in the background from then on.
   */
  ready: () => Promise<void>;
  /** Adds a handler; returns how to remove it. */
  handle: (handler: NotificationHandler) => () => void;
  close: () => Promise<void>;
}

const answerTimeoutMs = 5000;
const longestWaitMs = 5000;

export function createNotificationListener(
  options: NotificationListenerOptions,
): NotificationListener {
  const { log, channel, heartbeatMs = 10_000 } = options;
  const handlers = new Set<NotificationHandler>();
  const closing = new AbortController();
  let client: Client | undefined;
  let connecting: Promise<void> | undefined;
  let reconnecting: Promise<void> | undefined;
  let wasListening = false;

  async function connect(): Promise<void> {
    const fresh = createClient(options);
    fresh.on('error', () => lose(fresh));
    fresh.on('end', () => lose(fresh));
    fresh.on('notification', ({ payload }) => {
      for (const { onNotification } of handlers) onNotification(payload ?? '');
    });
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${escapeIdentifier(channel)}`);
      if (closing.signal.aborted) throw unavailable('The listener is closed');
    } catch (error) {
      discard(fresh);
      throw translateConnectError(error);
    }
    client = fresh;
    if (wasListening) for (const { onGap } of handlers) onGap();
    wasListening = true;
  }

  function lose(lost: Client): void {
    if (client !== lost) return;
    client = undefined;
    discard(lost);
    log.warn({ channel }, 'the connection that listens to the database was lost');
    reconnect();
  }

  function reconnect(): void {
    reconnecting ??= keepTrying().finally(() => (reconnecting = undefined));
  }

  async function keepTrying(): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      if (client || closing.signal.aborted) return;
      const waitMs = Math.min(longestWaitMs, 100 * 2 ** attempt) * (0.75 + Math.random() / 2);
      try {
        await pause(waitMs, undefined, { signal: closing.signal });
        await attemptOnce();
      } catch {
        // Told once, when it was lost; readiness of the database is somebody else's report.
      }
    }
  }

  function attemptOnce(): Promise<void> {
    connecting ??= connect().finally(() => (connecting = undefined));
    return connecting;
  }

  const heartbeat = setInterval(() => {
    const asked = client;
    asked?.query('SELECT 1').catch(() => lose(asked));
  }, heartbeatMs);
  heartbeat.unref();

  return {
    async ready() {
      if (closing.signal.aborted) throw unavailable('The listener is closed');
      if (client) return;
      try {
        await attemptOnce();
      } catch (error) {
        reconnect();
        throw error;
      }
    },
    handle(handler) {
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
    async close() {
      clearInterval(heartbeat);
      closing.abort();
      const last = client;
      client = undefined;
      await Promise.allSettled([connecting, reconnecting, last?.end()]);
    },
  };
}

const createClient = ({ url, applicationName }: NotificationListenerOptions): Client =>
  new Client({
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: 2000,
    query_timeout: answerTimeoutMs,
    keepAlive: true,
  });

/** Ends a connection without waiting for a server that may not answer. */
function discard(client: Client): void {
  client.removeAllListeners('notification');
  client.end().catch(() => undefined);
}
