import type {
  FeedbackConfigDirectory,
  KeyDirectory,
  ProjectDirectory,
  TokenRedeemer,
} from '@runlight/auth';
import type { ObjectStore } from '@runlight/objects';
import type { Batch } from '@runlight/queue';
import type { Logger } from '@runlight/service';
import type { ByteBudget } from './body/byte-budget.ts';
import type { IngestMetrics } from './ingest-metrics.ts';
import type { HintedBatch } from './live-hints.ts';
import type { Quotas } from './quotas/quotas.ts';
import type { RejectionRecorder } from './rejections/recorder.ts';
import type { GraphClient } from './sdk-read/graph-client.ts';

/** What the routes work with. */
export interface IngestContext {
  keys: Pick<KeyDirectory, 'find'>;
  projects: ProjectDirectory;
  /** Enforced scales of feedback. */
  feedbackConfigs: FeedbackConfigDirectory;
  /** Single-use tokens with which browsers give feedback. */
  feedbackTokens: TokenRedeemer;
  quotas: Quotas;
  /** Media, attachments and large payloads. */
  objects: Pick<ObjectStore, 'put' | 'get'>;
  /** Asks the graph in a caller's name; what SDKs read is there. */
  graph: GraphClient;
  /** Resolves once the batch is in the queue; throws UNAVAILABLE when it is not. */
  send: (batch: Batch) => Promise<void>;
  /** Numbers for the operations of one batch, in the order of acceptance. */
  reserveSequence: (count: number) => bigint;
  /** Shows an accepted batch to watching screens, soon; may be lost. */
  hint: (batch: HintedBatch) => void;
  /** Tells people of a workspace what was refused; never waits. */
  rejections: Pick<RejectionRecorder, 'record'>;
  budget: ByteBudget;
  metrics: IngestMetrics;
  log: Logger;
}
