import { open, rename, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { formatUuid } from '@runlight/run-model';
import { syncDirectory } from './directory.ts';
import { recordHeadBytes } from './record.ts';
import type { DamagedRange } from './record.ts';
import { segmentFile } from './segment-name.ts';
import type { SegmentName, SegmentState } from './segment-name.ts';

const idBytes = 16;

/** One file of the journal, as far as it is known to be on disk. */
export class Segment {
  readonly name: SegmentName;
  state: SegmentState;
  /** Bytes that count; what may lie behind them was never acknowledged. */
  sizeBytes = 0;
  /** Ranges that are no records. */
  damaged: DamagedRange[] = [];
  /** It was there when the journal was opened: what became of its batches is to be asked. */
  readonly isInherited: boolean;
  /** Bytes by whose they are; of an inherited segment that is not known. */
  readonly ownerBytes = new Map<string, number>();
  readonly #dir: string;
  #ids = Buffer.alloc(idBytes * 16);
  #count = 0;

  /** With a state it is one that an earlier process left. */
  constructor(dir: string, name: SegmentName, state?: SegmentState) {
    this.#dir = dir;
    this.name = name;
    this.state = state ?? 'open';
    this.isInherited = state !== undefined;
  }

  get path(): string {
    return join(this.#dir, segmentFile(this.name, this.state));
  }

  get recordCount(): number {
    return this.#count;
  }

  /** Ids of its batches, after the first so many. Kept as bytes: a full journal may hold millions. */
  batchIds(after = 0): string[] {
    return Array.from({ length: this.#count - after }, (_, index) => {
      const at = (after + index) * idBytes;
      return formatUuid(this.#ids.subarray(at, at + idBytes));
    });
  }

  /** When its first batch was made, by the time in its UUIDv7; undefined while it is empty. */
  startedAtMs(): number | undefined {
    return this.#count === 0 ? undefined : this.#ids.readUIntBE(0, 6);
  }

  /** Counts a record that is on disk. */
  add(batchId: string): void {
    const at = this.#count * idBytes;
    if (at === this.#ids.length) {
      this.#ids = Buffer.concat([this.#ids, Buffer.alloc(this.#ids.length)]);
    }
    this.#ids.write(batchId.replaceAll('-', ''), at, idBytes, 'hex');
    this.#count += 1;
  }

  /** Its bytes from an offset on. */
  async read(from: number): Promise<Buffer> {
    const handle = await open(this.path, 'r');
    try {
      return await readFully(handle, from, this.sizeBytes - from);
    } finally {
      await handle.close();
    }
  }

  /** Says by its name that nothing is added any more, so that its end is not taken for a torn one. */
  async seal(): Promise<void> {
    if (this.state === 'sealed') return;
    const before = this.path;
    await rename(before, join(this.#dir, segmentFile(this.name, 'sealed')));
    this.state = 'sealed';
    await syncDirectory(this.#dir);
  }

  /** Without a sync: should it come back after a power cut, it is sent again, which is harmless. */
  async unlink(): Promise<void> {
    await unlink(this.path);
  }
}

async function readFully(handle: FileHandle, from: number, sizeBytes: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafeSlow(sizeBytes);
  let read = 0;
  while (read < sizeBytes) {
    const { bytesRead } = await handle.read(buffer, read, sizeBytes - read, from + read);
    // Somebody cut the file: what is missing counts as damaged.
    if (bytesRead === 0) return buffer.subarray(0, read);
    read += bytesRead;
  }
  return buffer;
}

/** How many bytes a batch takes in a segment. */
export const recordSize = (bytes: Uint8Array): number => recordHeadBytes + bytes.byteLength;
