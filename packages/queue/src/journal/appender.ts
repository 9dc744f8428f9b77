import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { unavailable } from '@runlight/service';
import type { Logger } from '@runlight/service';
import { syncDirectory } from './directory.ts';
import { newMarker, recordHead } from './record.ts';
import { Segment, recordSize } from './segment.ts';

export interface AppenderOptions {
  dir: string;
  /** A segment that has this size is closed and the next one begun. */
  segmentBytes: number;
  /** Number of the next segment. */
  nextNumber: number;
  log: Logger;
  /** A new segment is there; it is empty. */
  onOpen: (segment: Segment) => void;
  /** Nothing will be added to a segment any more; it may be empty. */
  onClose: (segment: Segment) => void;
}

interface Waiting {
  batchId: string;
  owner: string;
  bytes: Uint8Array;
  resolve: () => void;
  reject: (error: unknown) => void;
}

interface Writing {
  segment: Segment;
  handle: FileHandle;
}

/** How much goes into one write, so that the first of a long queue does not wait for all of it. */
const groupBytes = 4 * 1024 * 1024;

/**
 * Writes records with group commit: whoever comes while a write and its sync are under way shares the
 * next one, so that nobody waits for more than two syncs and one request alone waits for nobody.
 * A record counts when it was synced; a group that could not be is cut off the file again.
 */
export class Appender {
  readonly #options: AppenderOptions;
  #queue: Waiting[] = [];
  #number: number;
  #writing: Writing | undefined;
  #running: Promise<void> | undefined;
  #isFinishing = false;
  /** Accepted into the queue, not yet on disk. */
  waitingBytes = 0;
  /** Why the last group was not written; undefined after one that was. */
  failure: unknown;

  constructor(options: AppenderOptions) {
    this.#options = options;
    this.#number = options.nextNumber;
  }

  /** The segment that is written to. */
  get active(): Segment | undefined {
    return this.#writing?.segment;
  }

  /** Resolves when the record is on disk; rejects with UNAVAILABLE when it is not. */
  append(batchId: string, bytes: Uint8Array, owner: string): Promise<void> {
    const appended = new Promise<void>((resolve, reject) => {
      this.#queue.push({ batchId, bytes, owner, resolve, reject });
    });
    this.waitingBytes += recordSize(bytes);
    this.#running ??= this.#work();
    return appended;
  }

  /** Closes the active segment after what is waiting; the next record begins a new one. */
  async finishSegment(): Promise<void> {
    this.#isFinishing = true;
    this.#running ??= this.#work();
    await this.#running;
  }

  async #work(): Promise<void> {
    while (this.#queue.length > 0 || this.#isFinishing) {
      if (this.#queue.length > 0) await this.#write(this.#nextGroup());
      else {
        this.#isFinishing = false;
        await this.#close();
      }
    }
    this.#running = undefined;
  }

  async #write(group: Waiting[]): Promise<void> {
    try {
      await this.#commit(group);
      this.failure = undefined;
      for (const { resolve } of group) resolve();
    } catch (error) {
      this.failure = error;
      const refusal = unavailable('The journal cannot be written', error);
      for (const { reject } of group) reject(refusal);
    } finally {
      for (const { bytes } of group) this.waitingBytes -= recordSize(bytes);
    }
  }

  #nextGroup(): Waiting[] {
    let sizeBytes = 0;
    const end = this.#queue.findIndex(({ bytes }, index) => {
      sizeBytes += recordSize(bytes);
      return index > 0 && sizeBytes > groupBytes;
    });
    return this.#queue.splice(0, end === -1 ? this.#queue.length : end);
  }

  async #commit(group: Waiting[]): Promise<void> {
    const { segmentBytes } = this.#options;
    if (this.#writing && this.#writing.segment.sizeBytes >= segmentBytes) await this.#close();
    this.#writing ??= await this.#open();
    const { segment, handle } = this.#writing;
    const { marker } = segment.name;
    const parts = group.flatMap(({ batchId, bytes }) => [
      recordHead(marker, batchId, bytes),
      bytes,
    ]);
    try {
      const written = await writeAll(handle, parts, segment.sizeBytes);
      await handle.datasync();
      segment.sizeBytes += written;
      for (const { batchId, bytes, owner } of group) {
        segment.add(batchId);
        segment.ownerBytes.set(owner, (segment.ownerBytes.get(owner) ?? 0) + recordSize(bytes));
      }
    } catch (error) {
      await this.#cutOff(this.#writing);
      throw error;
    }
  }

  async #open(): Promise<Writing> {
    const { dir, onOpen } = this.#options;
    const segment = new Segment(dir, { number: this.#number, marker: newMarker() });
    this.#number += 1;
    const handle = await open(segment.path, 'wx', 0o600);
    try {
      await syncDirectory(dir);
    } catch (error) {
      await handle.close();
      await segment.unlink();
      throw error;
    }
    onOpen(segment);
    return { segment, handle };
  }

  /**
   * After a failed write or sync. What a failed sync leaves is not known, so the segment is not
   * written to again; should even cutting fail, the rest is found as damaged on the next start.
   */
  async #cutOff({ segment, handle }: Writing): Promise<void> {
    try {
      await handle.truncate(segment.sizeBytes);
      await handle.datasync();
    } catch (error) {
      this.#options.log.warn({ err: error }, 'an unfinished journal record could not be cut off');
    }
    await this.#close();
  }

  async #close(): Promise<void> {
    const writing = this.#writing;
    if (!writing) return;
    this.#writing = undefined;
    try {
      await writing.handle.close();
      if (writing.segment.sizeBytes > 0) await writing.segment.seal();
    } catch (error) {
      // It stays `.open`, which only means that its end is looked at with less suspicion.
      this.#options.log.warn({ err: error }, 'a journal segment could not be closed cleanly');
    }
    this.#options.onClose(writing.segment);
  }
}

/** Gives how many bytes were written, all of them. */
async function writeAll(
  handle: FileHandle,
  parts: Uint8Array[],
  position: number,
): Promise<number> {
  const whole = Buffer.concat(parts);
  let written = 0;
  while (written < whole.length) {
    // A full disk takes a part first and says so with the next write.
    const { bytesWritten } = await handle.write(
      whole,
      written,
      whole.length - written,
      position + written,
    );
    written += bytesWritten;
  }
  return written;
}
