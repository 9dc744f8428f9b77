import { invalidInput } from '@runlight/service';
import type { LiveRunEntry, LiveRunEvent } from '@runlight/run-model';

// The log of a project's live events: a stream whose entries hold several events each. Bounds per
// project: enough for a client to come back after five minutes, little enough for many projects.
export const liveLogLimits = {
  events: 10_000,
  bytes: 16 << 20,
  idleSeconds: 600,
  /** How long events are still written after the last sign of a watcher. */
  watchedSeconds: 600,
  /** Above that a call becomes several entries: one entry is one message to every reader. */
  eventsPerEntry: 256,
} as const;

/** Braces: the keys of a project live in one slot of a cluster. */
export function liveKeys(workspaceId: string, projectId: string) {
  const prefix = `runlight:live:{${workspaceId}:${projectId}}`;
  return {
    log: `${prefix}:log`,
    size: `${prefix}:size`,
    watched: `${prefix}:watched`,
    channel: prefix,
  };
}

/** Place in a log: an entry, and how many of its events lie before. */
export interface LogPosition {
  ms: number;
  entry: number;
  /** Index of the last event seen in the entry; Infinity for all of it. */
  index: number;
}

export const logStart: LogPosition = { ms: 0, entry: 0, index: Infinity };

/** Reads `<ms>-<n>-<i>` or a bare stream id. Throws BAD_USER_INPUT. */
export function parsePosition(eventId: string): LogPosition {
  const parts = /^(\d{1,16})-(\d{1,16})(?:-(\d{1,10}))?$/.exec(eventId);
  if (!parts) throw invalidInput('after is the eventId of an earlier event');
  const [, ms, entry, index] = parts;
  return {
    ms: Number(ms),
    entry: Number(entry),
    index: index === undefined ? Infinity : Number(index),
  };
}

export function isAfter(a: LogPosition, b: LogPosition): boolean {
  if (a.ms !== b.ms) return a.ms > b.ms;
  if (a.entry !== b.entry) return a.entry > b.entry;
  return a.index > b.index;
}

export const streamId = ({ ms, entry }: LogPosition) => `${ms}-${entry}`;

/** Events of one stream entry with their ids. */
export function readEntries(id: string, json: string): LiveRunEntry[] {
  const events = JSON.parse(json) as LiveRunEvent[];
  return events.map((event, index) => ({ eventId: `${id}-${index}`, event }));
}
