const KiB = 1024;
const MiB = 1024 * KiB;

/** What one request may hold (reliability-and-security §7); constants, since nobody tunes them. */
export const limits = {
  /** Bytes of a compressed body as they come over the wire. */
  compressedBytes: 25 * MiB,
  /** Bytes of a body after decompression, or of one that was not compressed. */
  bodyBytes: 100 * MiB,
  /** How many times larger a body may become, once it is larger than `ratioFreeBytes`. */
  ratio: 100,
  ratioFreeBytes: MiB,
  /** Operations in one request; `/info` advertises fewer. */
  operations: 1000,
  /** Different projects that one request names; each new one is a row in Postgres. */
  projects: 100,
  parts: 5000,
  partHeaderBytes: 8 * KiB,
  partHeaders: 32,
  boundaryLength: 200,
  /** Text before the first boundary, which nobody sends. */
  preambleBytes: 4 * KiB,
  attachmentBytes: 50 * MiB,
  attachmentsPerRun: 50,
  /** Each is a write to the object store that has to be on disk before the answer. */
  attachmentsPerRequest: 1000,
  /** More media texts than that stay in their payloads. */
  mediaPerRequest: 2000,
  /** Larger payload fields go to the object store; their beginning stays in the trace store. */
  inlinePayloadBytes: MiB,
  payloadHeadBytes: 64 * KiB,
  /** Of all payload fields of one operation together. */
  inlineOperationBytes: 4 * MiB,
  /** Larger requests become several entries of the queue. */
  batchBytes: MiB,
} as const;
