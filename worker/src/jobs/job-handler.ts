import type { JobTable } from '@runlight/postgres';

export type JobKind = JobTable['kind'];
export type JsonObject = Record<string, unknown>;

/** A job while this worker runs it. */
export interface RunningJob {
  id: string;
  workspaceId: string;
  /** As the mutation wrote it; checked by the handler, since jobs outlive releases. */
  input: JsonObject;
  /** What was reported last, by an earlier attempt perhaps: empty on the first start. */
  progress: JsonObject;
  createdAtMs: number;
  /** Aborted when somebody cancels the job, when the worker stops, or when the lease is lost. */
  signal: AbortSignal;
  /** Replaces the progress: what a person reads and where the job would go on. Throws when aborted. */
  report: (progress: JsonObject) => Promise<void>;
}

/**
 * One kind of job. It may be started again from its last progress at any time, on another worker too,
 * so that whatever it does must be harmless when done twice. Work in small steps, one after the other:
 * storing runs comes first.
 */
export interface JobHandler {
  kind: JobKind;
  /**
   * Gives the result that is kept with the job. What it throws fails the job, after a few attempts when
   * it is `retryable`; an AppError's message is shown to people, nothing else is.
   */
  run: (job: RunningJob) => Promise<JsonObject>;
}
