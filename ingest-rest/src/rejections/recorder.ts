import type { Tables } from '@runlight/postgres';
import { Counter, isAppError } from '@runlight/service';
import type { Logger, Registry } from '@runlight/service';
import type { Kysely } from 'kysely';
import { RejectedKinds } from './rejected-kinds.ts';
import type { RejectedKind, RejectionReport } from './rejected-kinds.ts';
import { createRejectionStore } from './rejection-store.ts';
import type { RejectionStore } from './rejection-store.ts';

/** Tells a workspace's people what of theirs was refused, in the ingest inbox. */
export interface RejectionRecorder {
  /** Never throws and never waits; counts what it has no room for as dropped. */
  record: (report: RejectionReport) => void;
  /** Writes what was collected; for a failing database it tries once. */
  close: () => Promise<void>;
}

export interface RejectionRecorderOptions {
  db: Kysely<Tables>;
  log: Logger;
  metrics?: Registry;
  now?: () => number;
}

const flushIntervalMs = 1000;
const expireIntervalMs = 3_600_000;
/** One statement holds at most this many samples of 16 KiB, which grow by two as text. */
const kindsPerStatement = 100;
/** New kinds of a workspace after which its oldest ones are removed. */
const trimAfterKinds = 100;

export function createRejectionRecorder(options: RejectionRecorderOptions): RejectionRecorder {
  const { log, now = Date.now } = options;
  const kinds = new RejectedKinds();
  const count = countOutcomes(options.metrics);
  const store = createRejectionStore(options.db);
  const retention = createRetention(store, log);
  let flushing: Promise<void> | undefined;

  async function flush(): Promise<void> {
    const taken = kinds.take();
    for (let start = 0; start < taken.length; start += kindsPerStatement) {
      const page = taken.slice(start, start + kindsPerStatement);
      try {
        retention.grown(await store.write(page));
      } catch (error) {
        const rest = isRepeatable(error) ? taken.slice(start) : page;
        log.warn({ err: error, kinds: rest.length }, 'rejections were not recorded');
        if (!isRepeatable(error)) {
          count.dropped(occurrencesOf(page));
          continue;
        }
        count.dropped(kinds.restore(rest));
        return;
      }
    }
    await retention.apply(now());
  }

  const timer = setInterval(() => {
    if (kinds.size === 0 && !retention.isDue(now())) return;
    flushing ??= flush().finally(() => (flushing = undefined));
  }, flushIntervalMs);
  timer.unref();

  return {
    record(report) {
      try {
        const dropped = kinds.add(report, now());
        count.dropped(dropped);
        count.recorded(report.rejections.length - dropped);
      } catch (error) {
        // The sender's answer does not depend on the inbox.
        log.error({ err: error }, 'rejections could not be collected');
      }
    },
    async close() {
      clearInterval(timer);
      await flushing;
      await flush();
      count.dropped(occurrencesOf(kinds.take()));
    },
  };
}

const isRepeatable = (error: unknown): boolean => isAppError(error) && error.retryable;

const occurrencesOf = (kinds: readonly RejectedKind[]): number =>
  kinds.reduce((sum, { occurrences }) => sum + occurrences, 0);

/** Removes old kinds, every hour and where a workspace got many new ones; failures wait for the next time. */
function createRetention(store: RejectionStore, log: Logger) {
  const newKinds = new Map<string, number>();
  let expireAtMs = 0;

  async function trim(workspaceIds: string[]): Promise<void> {
    if (workspaceIds.length === 0) return;
    await store.trim(workspaceIds);
    for (const id of workspaceIds) newKinds.delete(id);
  }

  return {
    isDue: (nowMs: number): boolean => nowMs >= expireAtMs,
    grown(workspaceIds: readonly string[]): void {
      for (const id of workspaceIds) newKinds.set(id, (newKinds.get(id) ?? 0) + 1);
    },
    async apply(nowMs: number): Promise<void> {
      try {
        const isHourly = nowMs >= expireAtMs;
        const grown = [...newKinds].filter(([, kinds]) => isHourly || kinds >= trimAfterKinds);
        await trim(grown.map(([workspaceId]) => workspaceId));
        if (!isHourly) return;
        expireAtMs = nowMs + expireIntervalMs;
        await store.expire();
      } catch (error) {
        log.warn({ err: error }, 'old rejections were not removed');
      }
    },
  };
}

function countOutcomes(registry: Registry | undefined) {
  const counter =
    registry &&
    new Counter({
      name: 'runlight_ingest_rejections_total',
      help: 'Refused operations for the ingest inbox: recorded, or dropped for want of room',
      labelNames: ['outcome'] as const,
      registers: [registry],
    });
  return {
    recorded: (operations: number) => counter?.inc({ outcome: 'recorded' }, operations),
    dropped: (operations: number) => {
      if (operations > 0) counter?.inc({ outcome: 'dropped' }, operations);
    },
  };
}
