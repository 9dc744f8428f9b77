import { toStorableText } from '@runlight/auth';
import { parseUuid, uuidv7 } from '@runlight/run-model';

/** One refused operation, as the routes report it. */
export interface RejectedOperation {
  code: string;
  /** A sentence for the sender; never quotes what was sent. */
  reason: string;
  /** Name of the multipart part, or place in the body. */
  part?: string;
  runId?: string;
  /** The beginning of what was sent, or all of it; not kept, only copied from. */
  sample: Uint8Array;
}

/** Refusals of one request. */
export interface RejectionReport {
  workspaceId: string;
  keyId: string;
  /** User agent of the sender; absent when it sent none. */
  sdk?: string | undefined;
  rejections: readonly RejectedOperation[];
}

/** Refusals of one kind: they differ in nothing but the run. */
export interface RejectedKind {
  id: string;
  workspaceId: string;
  keyId: string;
  sdk: string;
  code: string;
  reason: string;
  occurrences: number;
  /** Of the newest one. */
  runId: string | undefined;
  part: string;
  sample: Buffer;
  firstAtMs: number;
  lastAtMs: number;
}

export const rejectionLimits = {
  kinds: 1000,
  /** A sender that invents user agents must not take the places of others. */
  kindsPerWorkspace: 64,
  sampleBytes: 16 << 10,
  allSampleBytes: 4 << 20,
} as const;

const maxLengths = { sdk: 128, code: 64, reason: 512, part: 256 } as const;

/** Collects refusals by kind, within fixed bounds of memory. */
export class RejectedKinds {
  readonly #kinds = new Map<string, RejectedKind>();
  readonly #perWorkspace = new Map<string, number>();
  #sampleBytes = 0;

  get size(): number {
    return this.#kinds.size;
  }

  get sampleBytes(): number {
    return this.#sampleBytes;
  }

  /** Counts the refusals of one request; gives how many found no place. */
  add(report: RejectionReport, nowMs: number): number {
    let dropped = 0;
    // A request may repeat one mistake ten thousand times; its newest sample is copied once.
    const newest = new Map<RejectedKind, RejectedOperation>();
    for (const rejected of report.rejections) {
      const kind = this.#kindOf(report, rejected, nowMs);
      if (kind) {
        kind.occurrences += 1;
        kind.lastAtMs = nowMs;
        newest.set(kind, rejected);
      } else dropped += 1;
    }
    for (const [kind, rejected] of newest) this.#illustrate(kind, rejected);
    return dropped;
  }

  /** Puts back what could not be written; what came in the meantime is newer. Gives what found no place. */
  restore(kinds: readonly RejectedKind[]): number {
    let dropped = 0;
    for (const kind of kinds) {
      const key = keyOf(kind);
      const newer = this.#kinds.get(key);
      if (newer) {
        newer.occurrences += kind.occurrences;
        newer.firstAtMs = Math.min(newer.firstAtMs, kind.firstAtMs);
      } else if (!this.#insert(key, kind)) dropped += kind.occurrences;
    }
    return dropped;
  }

  /** Everything collected so far; the collection is empty afterwards. */
  take(): RejectedKind[] {
    const kinds = [...this.#kinds.values()];
    this.#kinds.clear();
    this.#perWorkspace.clear();
    this.#sampleBytes = 0;
    return kinds;
  }

  #kindOf(
    { workspaceId, keyId, sdk }: RejectionReport,
    { code, reason }: RejectedOperation,
    nowMs: number,
  ): RejectedKind | undefined {
    const named = {
      workspaceId,
      keyId,
      sdk: storable(sdk ?? '', maxLengths.sdk),
      code: storable(code, maxLengths.code),
      reason: storable(reason, maxLengths.reason),
    };
    const key = keyOf(named);
    const known = this.#kinds.get(key);
    if (known) return known;
    const kind: RejectedKind = {
      id: uuidv7(),
      ...named,
      occurrences: 0,
      runId: undefined,
      part: '',
      sample: noBytes,
      firstAtMs: nowMs,
      lastAtMs: nowMs,
    };
    return this.#insert(key, kind) ? kind : undefined;
  }

  #insert(key: string, kind: RejectedKind): boolean {
    const { workspaceId, sample } = kind;
    const ofWorkspace = this.#perWorkspace.get(workspaceId) ?? 0;
    if (this.#kinds.size >= rejectionLimits.kinds) return false;
    if (ofWorkspace >= rejectionLimits.kindsPerWorkspace) return false;
    if (this.#sampleBytes + sample.length > rejectionLimits.allSampleBytes) kind.sample = noBytes;
    this.#sampleBytes += kind.sample.length;
    this.#perWorkspace.set(workspaceId, ofWorkspace + 1);
    this.#kinds.set(key, kind);
    return true;
  }

  /** Keeps the newest example. Without room for its bytes the older one stays, which is whole. */
  #illustrate(kind: RejectedKind, { runId, part, sample }: RejectedOperation): void {
    const length = storedLength(sample);
    const sampleBytes = this.#sampleBytes - kind.sample.length + length;
    if (sampleBytes > rejectionLimits.allSampleBytes) return;
    kind.runId = runId === undefined ? undefined : parseUuid(runId);
    kind.part = storable(part ?? '', maxLengths.part);
    // A copy of its own: a view would keep the request's body in memory, or a slab of small buffers.
    kind.sample = Buffer.allocUnsafeSlow(length);
    kind.sample.set(sample.subarray(0, length));
    this.#sampleBytes = sampleBytes;
  }
}

const noBytes = Buffer.alloc(0);

const keyOf = ({
  workspaceId,
  keyId,
  sdk,
  code,
  reason,
}: Pick<RejectedKind, 'workspaceId' | 'keyId' | 'sdk' | 'code' | 'reason'>): string =>
  [workspaceId, keyId, sdk, code, reason].join('\0');

const storable = (text: string, maxLength: number): string =>
  toStorableText(text.slice(0, maxLength));

/** How much of a sample is kept: never half of a character when it is text. */
export function storedLength(sample: Uint8Array): number {
  const limit = rejectionLimits.sampleBytes;
  if (sample.length <= limit) return sample.length;
  // Bytes 10xxxxxx continue a character; there are three at most.
  for (let end = limit; end > limit - 4; end -= 1) {
    if ((sample[end]! & 0xc0) !== 0x80) return end;
  }
  return limit;
}
