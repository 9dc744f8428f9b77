import { ingestLanes } from '@runlight/queue';
import type { IngestConsumer, IngestLane } from '@runlight/queue';
import type { Logger } from '@runlight/service';
import { createBell } from './bell.ts';
import type { Breaker } from './breaker.ts';
import { createChores } from './chores.ts';
import { createGate } from './gate.ts';
import { nextLot } from './inbox.ts';
import type { LagBoard } from './lag.ts';
import { createLane } from './lane.ts';
import type { Lane } from './lane.ts';
import { storeLot } from './lot.ts';
import type { LotOptions } from './lot.ts';
import type { Replays } from './replays.ts';
import { Stopped, createPatience } from './retry.ts';
import { storeAlone } from './suspects.ts';
import type { SuspectStore } from './suspects.ts';

export interface WorkerOptions extends Omit<LotOptions, 'patience' | 'consumer'> {
  consumers: Record<IngestLane, IngestConsumer>;
  suspects: SuspectStore;
  breaker: Breaker;
  lag: LagBoard;
  replays: Replays;
  /** How long an entry may be held without a sign of life. */
  leaseMs?: number;
  log: Logger;
}

export interface Worker {
  start: () => void;
  /** Stops reading and finishes what is being stored; during an outage entries stay pending. */
  stop: () => Promise<void>;
}

/**
 * How long a loop waits for work of its own lane before it takes from the other one. Ordinary work waits
 * for nobody: its loop helps only when nothing ordinary comes, since a lot of the other lane, once
 * begun, takes its time (A2). The other loop helps at once.
 */
const helpAfterMs: Record<IngestLane, number> = { ordinary: 1000, bulk: 0 };
const drainMs = 20_000;
const abortMs = 1000;

/** Moves entries from the queue into the stores, in the order of reliability-and-security §2.5. */
export function createWorker(options: WorkerOptions): Worker {
  const { consumers, metrics, breaker, lag, replays, log, leaseMs = 60_000 } = options;
  const reading = new AbortController();
  const working = new AbortController();
  const onRetry = (what: string) => metrics.retries.inc({ what });
  const readerPatience = createPatience({ log, signal: reading.signal, onRetry });
  const patience = createPatience({ log, signal: working.signal, onRetry, breaker });
  const chores = createChores(log);
  const bell = createBell();
  const gate = createGate();
  const lanes = ingestLanes.map((name) =>
    createLane({
      ...options,
      name,
      consumer: consumers[name],
      bell,
      signal: reading.signal,
      readerPatience,
      patience,
    }),
  );
  const lotOptions = (lane: Lane): LotOptions => ({
    ...options,
    consumer: lane.consumer,
    patience,
  });
  let running: Promise<unknown> = Promise.resolve();

  /** One lot at a time: storing one and preparing the next overlap, more would make smaller lots. */
  async function storeAll(own: Lane, other: Lane): Promise<void> {
    const choice = { own, other, helpAfterMs: helpAfterMs[own.name] };
    for (let next = await nextLot(bell, choice); next; next = await nextLot(bell, choice)) {
      const { lane, lot } = next;
      lane.finish(lot, await gate.shared(() => storeLot(lotOptions(lane), lot)));
    }
  }

  async function storeSuspects(lane: Lane): Promise<void> {
    const suspectOptions = { ...options, ...lotOptions(lane) };
    for (let work = await lane.nextSuspect(); work; work = await lane.nextSuspect()) {
      const suspect = work;
      await patience.insist('ask the trace store', options.probe);
      // Nothing else runs meanwhile: it alone is to blame if the process ends.
      await gate.alone(() => storeAlone(suspectOptions, lane.name, suspect));
      lane.finish([work], []);
    }
  }

  async function tellLag(): Promise<void> {
    const [unreadMs] = await Promise.all(lanes.map((lane) => lane.measure()));
    const oldest = new Map<string, number>();
    for (const { entry } of lanes.flatMap((lane) => [...lane.inHand()])) {
      const { workspaceId, acceptedAtMs } = entry.batch;
      oldest.set(workspaceId, Math.min(acceptedAtMs, oldest.get(workspaceId) ?? Infinity));
    }
    // The first lane's: in the other one, workspaces wait for themselves, and some of theirs is in hand.
    await lag.write(oldest, unreadMs);
  }

  /** Ends with the worker; a defect ends the process, which is safe at any moment. */
  async function loop(what: string, body: () => Promise<void>): Promise<void> {
    try {
      await body();
    } catch (error) {
      if (error instanceof Stopped) return;
      log.fatal({ err: error, what }, 'the worker broke down');
      throw error;
    }
  }

  /** Finishes what is being stored. During an outage nothing can be finished: entries stay pending. */
  async function drain(): Promise<void> {
    const deadline = setTimeout(() => working.abort(), drainMs);
    const watch = setInterval(() => {
      if (breaker.waitingFor() !== undefined) working.abort();
    }, 100);
    // A call that hangs is left behind: nothing of its lot was acknowledged.
    const isAborted = new Promise((resolve) => {
      working.signal.addEventListener('abort', () => setTimeout(resolve, abortMs));
    });
    await Promise.race([running, isAborted]);
    clearTimeout(deadline);
    clearInterval(watch);
  }

  return {
    start() {
      const [ordinary, bulk] = lanes as [Lane, Lane];
      running = Promise.all([
        ...lanes.map((lane) => loop('read', lane.read)),
        ...lanes.map((lane) => loop('store alone', () => storeSuspects(lane))),
        loop('store', () => storeAll(ordinary, bulk)),
        loop('store', () => storeAll(bulk, ordinary)),
      ]);
      for (const lane of lanes) {
        chores.every(leaseMs / 6, 'renew', lane.renew);
        chores.every(leaseMs / 6, 'take over', lane.takeOver);
      }
      chores.every(2000, 'tell the lag', tellLag);
      chores.every(1000, 'replay dead letters', replays.run);
    },

    async stop() {
      chores.stop();
      reading.abort();
      for (const lane of lanes) lane.close();
      await Promise.all([drain(), lag.clear().catch(() => undefined)]);
    },
  };
}
