import type { KeyDirectory, ProjectDirectory } from '@runlight/auth';
import type { Batch } from '@runlight/queue';
import type { LiveRunEvent } from '@runlight/run-model';
import type { Logger } from '@runlight/service';
import type { ByteBudget } from './body/byte-budget.ts';
import type { IngestMetrics } from './ingest-metrics.ts';

/** What the routes work with. */
export interface IngestContext {
  keys: Pick<KeyDirectory, 'find'>;
  projects: ProjectDirectory;
  /** Resolves once the batch is in the queue; throws UNAVAILABLE when it is not. */
  send: (batch: Batch) => Promise<void>;
  /** Numbers for the operations of one batch, in the order of acceptance. */
  reserveSequence: (count: number) => bigint;
  /** Hints for watching screens; they may be lost. */
  publish: (events: LiveRunEvent[]) => Promise<void>;
  budget: ByteBudget;
  metrics: IngestMetrics;
  log: Logger;
}
