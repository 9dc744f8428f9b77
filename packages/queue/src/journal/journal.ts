import { open, readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { unavailable } from '@runlight/service';
import type { Logger } from '@runlight/service';
import { Appender } from './appender.ts';
import { takeDirectory } from './directory.ts';
import { quarantine } from './quarantine.ts';
import { readRecords } from './record.ts';
import type { DamagedRange, JournalRecord } from './record.ts';
import { parseSegmentFile } from './segment-name.ts';
import { Segment, recordSize } from './segment.ts';

export interface JournalOptions {
  /** Made when it is missing; one process at a time may use it. */
  dir: string;
  /** What all segments may take on disk. */
  maxBytes: number;
  /** When a segment is closed and the next one begun. Default 8 MiB. */
  segmentBytes?: number;
  log: Logger;
  /** Bytes that are no record were found; they are kept aside. */
  onDamage?: (ranges: DamagedRange[]) => void;
}

export interface JournalUsage {
  bytes: number;
  records: number;
  /** Since the oldest batch of the oldest segment was made. */
  oldestAgeMs: number;
}

/** Batches on disk, until somebody says that they are safe elsewhere. */
export interface Journal {
  /**
   * Resolves when the batch is on disk. Rejects with UNAVAILABLE when it is not: the journal is full, its
   * owner holds as much as it may, or the disk is broken.
   */
  append: (
    batchId: string,
    bytes: Uint8Array,
    owner?: { name: string; maxBytes: number },
  ) => Promise<void>;
  /** Oldest first; the one that is written to is the last. */
  segments: () => readonly Segment[];
  /** The one that is written to. */
  active: () => Segment | undefined;
  /** The records of a segment from an offset on; damaged ranges are put into quarantine. */
  read: (segment: Segment, from: number) => Promise<JournalRecord[]>;
  /** Closes the segment that is written to, so that it may be removed. */
  finishSegment: () => Promise<void>;
  /** Forgets a closed segment: all of its batches are safe elsewhere. */
  remove: (segment: Segment) => Promise<void>;
  usage: () => JournalUsage;
  /** Throws when the disk refuses to be written. */
  probe: () => Promise<void>;
  /** Waits for records that are being written, and gives the folder back. */
  close: () => Promise<void>;
}

const segmentBytesDefault = 8 * 1024 * 1024;

/**
 * Opens the journal of a folder and finds what an earlier process left there. Throws CONFLICT when
 * another process has the folder, and what the file system says when it cannot be used.
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { dir, maxBytes, segmentBytes = segmentBytesDefault, log } = options;
  const release = await takeDirectory(dir);
  const damage = createDamageReport(options);
  const segments: Segment[] = await loadSegments(dir, damage).catch((error: unknown) => {
    release();
    throw error;
  });
  let isClosed = false;

  const forget = (segment: Segment) => {
    const place = segments.indexOf(segment);
    if (place !== -1) segments.splice(place, 1);
  };

  const appender = new Appender({
    dir,
    segmentBytes,
    nextNumber: (segments.at(-1)?.name.number ?? 0) + 1,
    log,
    onOpen: (segment) => segments.push(segment),
    onClose: (segment) => {
      if (segment.recordCount > 0) return;
      forget(segment);
      segment.unlink().catch((error: unknown) => {
        log.warn({ err: error }, 'an empty journal segment could not be removed');
      });
    },
  });

  const usedBytes = () =>
    segments.reduce((sum, { sizeBytes }) => sum + sizeBytes, appender.waitingBytes);

  return {
    async append(batchId, bytes, owner) {
      if (isClosed) throw unavailable('The journal is closed');
      if (usedBytes() + recordSize(bytes) > maxBytes) throw unavailable('The journal is full');
      if (owner && bytesOf(segments, owner.name) + recordSize(bytes) > owner.maxBytes) {
        throw unavailable('The journal has no more room for this workspace');
      }
      await appender.append(batchId, bytes, owner?.name ?? '');
    },
    segments: () => segments,
    active: () => appender.active,
    async read(segment, from) {
      const { records, damaged } = readRecords(await segment.read(from), segment.name.marker, from);
      await damage.report(segment, damaged);
      return records;
    },
    finishSegment: () => appender.finishSegment(),
    async remove(segment) {
      // Throws when the damaged bytes cannot be kept; then they stay where they are.
      await quarantine(dir, segment);
      await segment.unlink();
      forget(segment);
    },
    usage: () => ({
      bytes: usedBytes(),
      records: segments.reduce((sum, { recordCount }) => sum + recordCount, 0),
      oldestAgeMs: Math.max(0, Date.now() - (segments[0]?.startedAtMs() ?? Date.now())),
    }),
    probe: async () => {
      if (appender.failure !== undefined) await writeProbe(dir);
    },
    close: async () => {
      isClosed = true;
      await appender.finishSegment();
      release();
    },
  };
}

const bytesOf = (segments: readonly Segment[], owner: string): number =>
  segments.reduce((sum, { ownerBytes }) => sum + (ownerBytes.get(owner) ?? 0), 0);

interface DamageReport {
  report: (segment: Segment, damaged: DamagedRange[]) => Promise<void>;
}

/** Tells of each damaged range once and keeps its bytes aside. */
function createDamageReport({ dir, log, onDamage }: JournalOptions): DamageReport {
  return {
    async report(segment, damaged) {
      const known = new Set(segment.damaged.map(({ start }) => start));
      const fresh = damaged.filter(({ start }) => !known.has(start));
      if (fresh.length === 0) return;
      segment.damaged.push(...fresh);
      const place = { segment: segment.name.number, ranges: fresh };
      const isTornTail = segment.state === 'open' && fresh.at(-1)!.end >= segment.sizeBytes;
      if (isTornTail && fresh.length === 1) {
        log.warn(place, 'the journal ends in a record that was not finished; it is kept aside');
      } else {
        log.error(place, 'the journal is damaged; the damaged bytes are kept aside');
      }
      onDamage?.(fresh);
      await quarantine(dir, segment).catch((error: unknown) => {
        log.error({ err: error }, 'damaged journal bytes stay in their segment for now');
      });
    },
  };
}

/** What an earlier process left, oldest first. */
async function loadSegments(dir: string, damage: DamageReport): Promise<Segment[]> {
  const segments: Segment[] = [];
  for (const file of (await readdir(dir)).toSorted()) {
    const parsed = parseSegmentFile(file);
    if (!parsed) continue;
    const segment = new Segment(dir, parsed.name, parsed.state);
    segment.sizeBytes = (await stat(segment.path)).size;
    if (segment.sizeBytes > 0) {
      await loadSegment(segment, damage);
      segments.push(segment);
    } else {
      await segment.unlink();
    }
  }
  return segments;
}

async function loadSegment(segment: Segment, damage: DamageReport): Promise<void> {
  const { records, damaged } = readRecords(await segment.read(0), segment.name.marker);
  for (const { batchId } of records) segment.add(batchId);
  await damage.report(segment, damaged);
  await segment.seal();
}

/** As large as a batch. */
const probeBytes = 1024 * 1024;

async function writeProbe(dir: string): Promise<void> {
  const path = join(dir, 'probe');
  const handle = await open(path, 'w', 0o600);
  try {
    await handle.writeFile(Buffer.alloc(probeBytes));
    await handle.sync();
  } finally {
    await handle.close();
    await unlink(path);
  }
}
