import type { LiveRunEntry } from '@runlight/run-model';
import type { Logger } from '@runlight/service';
import {
  isAfter,
  liveKeys,
  liveLogLimits,
  logStart,
  parsePosition,
  readEntries,
} from './live-log.ts';
import type { LogPosition } from './live-log.ts';
import { createMailbox } from './live-mailbox.ts';
import type { LiveGap, Mailbox } from './live-mailbox.ts';
import { closeRedis, createRedis, redisUnavailable } from './redis.ts';
import { createLogReader, isNew } from './live-log-reader.ts';
import { loadScript, runScript } from './script.ts';

const watchScript = loadScript('watch-live');
/** Several signs of life fit into the time for which one counts. */
const watchIntervalMs = (liveLogLimits.watchedSeconds * 1000) / 10;

export interface LiveSubscription {
  workspaceId: string;
  projectId: string;
  /** Event id after which to start; absent starts with the next event. */
  after?: string;
  signal: AbortSignal;
}

export interface LiveReader {
  /** Events of a project in order, at least once, until the signal fires. */
  subscribe: (subscription: LiveSubscription) => AsyncIterable<LiveRunEntry | LiveGap>;
  close: () => Promise<void>;
}

/** A project somebody in this process listens to. */
interface Topic {
  keys: ReturnType<typeof liveKeys>;
  mailboxes: Set<Mailbox>;
  /** Resolves when Redis has confirmed the subscription and the position is known. */
  opened: Promise<void>;
  /** The last event handed out. */
  position: LogPosition;
  /** The log is being read after a reconnect; messages are left to it. */
  isCatchingUp: boolean;
}

/**
 * Live events for any number of subscribers over one subscriber connection: each message is parsed
 * once and handed to everyone in this process.
 */
export function createLiveReader({ url, log }: { url: string; log: Logger }): LiveReader {
  const channels = createRedis({ url, log, name: 'live-channels', offlineQueue: true });
  const commands = createRedis({
    url,
    log,
    name: 'live-log',
    offlineQueue: true,
    commandTimeoutMs: 5000,
  });
  const topics = new Map<string, Topic>();
  const logReader = createLogReader(commands);
  let wasReady = false;
  const watching = setInterval(() => {
    for (const topic of topics.values()) {
      watch(topic).catch((error: unknown) => log.debug({ err: error }, 'a watch was not renewed'));
    }
  }, watchIntervalMs);
  watching.unref();

  channels.on('message', (channel: string, message: string) => {
    const topic = topics.get(channel);
    if (!topic || topic.isCatchingUp) return;
    const split = message.indexOf(' ');
    const id = message.slice(0, split);
    const position = parsePosition(id);
    // Read from the log already.
    if (!isAfter(position, topic.position)) return;
    topic.position = position;
    const entries = readEntries(id, message.slice(split + 1));
    for (const mailbox of topic.mailboxes) mailbox.push(entries);
  });

  channels.on('ready', () => {
    if (wasReady) for (const topic of topics.values()) void restore(topic);
    wasReady = true;
  });

  /** Says that the events of the topic shall be written: those that nobody watches are not. */
  const watch = ({ keys }: Topic) =>
    runScript(
      commands,
      watchScript,
      [keys.watched, keys.log, keys.size],
      [liveLogLimits.watchedSeconds, liveLogLimits.idleSeconds],
    );

  /** After a reconnect: listen again, then hand out what the log got in between. */
  async function restore(topic: Topic): Promise<void> {
    topic.isCatchingUp = true;
    try {
      await channels.subscribe(topic.keys.channel);
      await watch(topic);
      const lost = await logReader.lostAfter(topic.keys, topic.position);
      if (lost !== undefined) {
        topic.position = parsePosition(lost);
        for (const mailbox of topic.mailboxes) mailbox.pushGap(lost);
      }
      for await (const entries of logReader.entriesAfter(topic.keys, topic.position)) {
        topic.position = parsePosition(entries.at(-1)!.eventId);
        for (const mailbox of topic.mailboxes) mailbox.push(entries);
      }
      topic.isCatchingUp = false;
    } catch (error) {
      // The connection broke again; its next `ready` starts anew.
      log.debug({ err: error }, 'live events could not be caught up');
    }
  }

  function open(workspaceId: string, projectId: string): Topic {
    const keys = liveKeys(workspaceId, projectId);
    const known = topics.get(keys.channel);
    if (known) return known;
    const topic: Topic = {
      keys,
      mailboxes: new Set(),
      opened: Promise.resolve(),
      position: logStart,
      isCatchingUp: true,
    };
    topic.opened = (async () => {
      await channels.subscribe(keys.channel);
      await watch(topic);
      topic.position = await logReader.end(keys);
      topic.isCatchingUp = false;
    })();
    topics.set(keys.channel, topic);
    return topic;
  }

  async function leave(topic: Topic, mailbox: Mailbox): Promise<void> {
    topic.mailboxes.delete(mailbox);
    if (topic.mailboxes.size > 0) return;
    topics.delete(topic.keys.channel);
    try {
      await channels.unsubscribe(topic.keys.channel);
      // Somebody may have come while Redis answered.
      if (topics.has(topic.keys.channel)) await channels.subscribe(topic.keys.channel);
    } catch {
      // Without a connection there is no subscription either.
    }
  }

  async function* replay({ keys }: Topic, from: LogPosition) {
    const lost = await logReader.lostAfter(keys, from);
    if (lost !== undefined) yield { gap: true as const, eventId: lost };
    const start = lost === undefined ? from : parsePosition(lost);
    for await (const entries of logReader.entriesAfter(keys, start)) yield* entries;
  }

  async function* subscribe(subscription: LiveSubscription) {
    const { workspaceId, projectId, after, signal } = subscription;
    const from = after === undefined ? undefined : parsePosition(after);
    const mailbox = createMailbox(signal);
    const topic = open(workspaceId, projectId);
    topic.mailboxes.add(mailbox);
    try {
      await topic.opened;
      let position = logStart;
      for await (const entry of from ? replay(topic, from) : []) {
        if (signal.aborted) return;
        yield entry;
        position = parsePosition(entry.eventId);
      }
      // What came during the replay waits in the mailbox, seen or not.
      for (let lot = await mailbox.take(); lot; lot = await mailbox.take()) {
        for (const entry of lot) if (isNew(entry, position)) yield entry;
      }
    } catch (error) {
      if (signal.aborted) return;
      throw redisUnavailable(error);
    } finally {
      await leave(topic, mailbox);
    }
  }

  return {
    subscribe,
    close: async () => {
      clearInterval(watching);
      await Promise.all([closeRedis(channels), closeRedis(commands)]);
    },
  };
}
