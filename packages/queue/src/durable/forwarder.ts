import type { Logger } from '@runlight/service';
import type { Journal } from '../journal/journal.ts';
import type { JournalRecord } from '../journal/record.ts';
import type { Segment } from '../journal/segment.ts';
import { createLoop } from './loop.ts';
import type { Loop } from './loop.ts';
import type { Pacer } from './pacer.ts';
import type { ProgressBook } from './progress.ts';

export interface ForwarderOptions {
  journal: Journal;
  progress: ProgressBook;
  /** Puts the bytes of a batch into the queue. */
  xadd: (encoded: Buffer) => Promise<void>;
  /** Whether Redis may be sent to. */
  isOpen: () => boolean;
  /** Whether what Redis takes now is on its disk. */
  isDurable: () => boolean;
  pacer: Pacer;
  isStored: (batchIds: string[]) => Promise<Set<string>>;
  onReplayed: (batches: number) => void;
  /** All of a segment is in Redis. */
  onSent: (segment: Segment) => void;
  log: Logger;
}

/** So much is under way to Redis at once: a sender who waits for Redis has to wait for no more. */
const windowBytes = 1024 * 1024;
const windowRecords = 64;

const idleMs = 1000;
const retryMs = 250;

/** Takes the journal to the queue, oldest first, for as long as there is something to take. */
export function createForwarder(options: ForwarderOptions): Loop {
  const { journal, progress, isOpen, pacer, onReplayed, log } = options;

  const mayGoOn = async () => isOpen() && (await pacer.hasRoom());

  async function sendWindow(segment: Segment, window: JournalRecord[]): Promise<void> {
    const wasDurable = options.isDurable();
    const results = await Promise.allSettled(window.map(({ bytes }) => options.xadd(bytes)));
    const failed = results.find(({ status }) => status === 'rejected');
    // Also when only a part of it arrived: the rest will.
    if (!wasDurable || !options.isDurable()) progress.of(segment).needsLedger = true;
    if (failed?.status === 'rejected') throw failed.reason;
    onReplayed(window.length);
  }

  /** Throws when Redis does not take it; gives false when it should take no more for now. */
  async function sendSegment(segment: Segment): Promise<boolean> {
    const state = progress.of(segment);
    const { round } = state;
    const end = segment.sizeBytes;
    const records = await journal.read(segment, state.sentBytes);
    const stored = state.asksLedger ? await storedOf(records) : new Set<string>();
    for (const window of windows(records.filter(({ batchId }) => !stored.has(batchId)))) {
      if (!(await mayGoOn())) return false;
      await sendWindow(segment, window);
      // Redis has forgotten it in the meantime.
      if (state.round !== round) return true;
      state.sentBytes = window.at(-1)!.end;
    }
    if (state.round === round) state.sentBytes = end;
    return true;
  }

  /** Without an answer everything is sent again, which is harmless. */
  async function storedOf(records: JournalRecord[]): Promise<Set<string>> {
    try {
      return await options.isStored(records.map(({ batchId }) => batchId));
    } catch (error) {
      log.debug({ err: error }, 'the ledger does not answer; batches may be sent twice');
      return new Set();
    }
  }

  // New batches wake it all the time, also while Redis refuses to take any.
  let restUntilMs = 0;
  const rest = () => {
    restUntilMs = performance.now() + retryMs;
    return retryMs;
  };

  return createLoop(async () => {
    const restMs = restUntilMs - performance.now();
    if (restMs > 0) return restMs;
    try {
      const { nextToSend } = progress;
      for (let segment = nextToSend(); segment; segment = nextToSend()) {
        if (!(await mayGoOn()) || !(await sendSegment(segment))) return rest();
        options.onSent(segment);
      }
      return idleMs;
    } catch (error) {
      log.debug({ err: error }, 'the journal could not be sent on');
      return rest();
    }
  });
}

function* windows(records: JournalRecord[]): Generator<JournalRecord[]> {
  let window: JournalRecord[] = [];
  let sizeBytes = 0;
  for (const record of records) {
    const isFull = sizeBytes + record.bytes.length > windowBytes || window.length >= windowRecords;
    if (isFull && window.length > 0) {
      yield window;
      window = [];
      sizeBytes = 0;
    }
    window.push(record);
    sizeBytes += record.bytes.length;
  }
  if (window.length > 0) yield window;
}
