import type { LiveRunEntry } from '@runlight/run-model';
import {
  isAfter,
  liveLogLimits,
  logStart,
  parsePosition,
  readEntries,
  streamId,
} from './live-log.ts';
import type { LogPosition, liveKeys } from './live-log.ts';
import type { LiveGap } from './live-mailbox.ts';
import type { Redis } from './redis.ts';

type Keys = ReturnType<typeof liveKeys>;

/** Entries read at once; each may hold `eventsPerEntry` events. */
const pageEntries = Math.ceil(1024 / liveLogLimits.eventsPerEntry) * 8;

export interface LogReader {
  /** Where the log ends now; its start when there is none. */
  end: (keys: Keys) => Promise<LogPosition>;
  /** The id up to which events after the position are lost, if any are. */
  lostAfter: (keys: Keys, position: LogPosition) => Promise<string | undefined>;
  /** Everything after the position, entry by entry, until the log is at its end. */
  entriesAfter: (keys: Keys, position: LogPosition) => AsyncIterable<LiveRunEntry[]>;
}

export function createLogReader(redis: Redis): LogReader {
  return {
    async end({ log }) {
      try {
        const info = (await redis.xinfo('STREAM', log)) as unknown[];
        const last = info[info.indexOf('last-generated-id') + 1];
        return parsePosition(String(last));
      } catch (error) {
        if (isMissing(error)) return logStart;
        throw error;
      }
    },

    async lostAfter({ log, size }, position) {
      const [exists, trimmed] = await Promise.all([redis.exists(log), redis.hget(size, 'trimmed')]);
      if (trimmed !== null && isAfter(parsePosition(trimmed), position)) return trimmed;
      // An idle log is dropped as a whole; nobody knows then what came after the position.
      return exists === 0 && isAfter(position, logStart) ? streamId(position) : undefined;
    },

    async *entriesAfter({ log }, position) {
      let from = position;
      for (;;) {
        // Inclusive: the entry of the position may hold more events.
        const page = await redis.xrange(log, streamId(from), '+', 'COUNT', pageEntries);
        let isMoved = false;
        for (const [id, fields] of page) {
          const entries = readEntries(id, fields[3]!).filter((entry) => isNew(entry, from));
          if (entries.length === 0) continue;
          yield entries;
          from = parsePosition(entries.at(-1)!.eventId);
          isMoved = true;
        }
        if (!isMoved) return;
      }
    },
  };
}

export const isNew = ({ eventId }: LiveRunEntry | LiveGap, position: LogPosition): boolean =>
  isAfter(parsePosition(eventId), position);

const isMissing = (error: unknown) =>
  error instanceof Error && error.message.includes('no such key');
