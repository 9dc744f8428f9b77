import { isAppError } from '@runlight/service';
import type { Logger } from '@runlight/service';
import { setTimeout as pause } from 'node:timers/promises';
import { createBell } from '../bell.ts';
import type { JobHandler, JsonObject, RunningJob } from './job-handler.ts';
import type { JobMetrics } from './job-metrics.ts';
import type { ClaimedJob, JobEnd, JobStore } from './job-store.ts';

export interface JobRunner {
  start: () => void;
  /** Ends what runs; it goes on from its last progress when some worker starts. */
  stop: () => Promise<void>;
  /** Looks for jobs now. */
  wake: () => void;
}

export interface JobRunnerOptions {
  store: JobStore;
  handlers: readonly JobHandler[];
  metrics: JobMetrics;
  log: Logger;
  /** Jobs at the same time. */
  slots?: number;
  leaseMs?: number;
  pollMs?: number;
  /** While true, no step of a job begins: storing is behind and comes first. */
  isBusy?: () => boolean;
}

/** Why a job's signal was aborted. */
class Interrupted extends Error {
  readonly why: 'cancel' | 'stop' | 'lost';

  constructor(why: Interrupted['why']) {
    super(`The job was interrupted: ${why}`);
    this.name = 'Interrupted';
    this.why = why;
  }
}

const maxAttempts = 5;
const longestYieldMs = 5000;
const unexpected = 'Something went wrong inside; the log of the worker says what';

/** Runs jobs of the table `job` beside the storing of runs, a few at a time. */
export function createJobRunner(options: JobRunnerOptions): JobRunner {
  const { store, handlers, metrics, log, slots = 2, leaseMs = 30_000, pollMs = 1000 } = options;
  const kinds = handlers.map(({ kind }) => kind);
  const stopping = new AbortController();
  const bell = createBell();
  let loops: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  /** Lets storing go first, but not for ever: a job must end under steady load too. */
  async function giveWay(signal: AbortSignal): Promise<void> {
    const untilMs = Date.now() + longestYieldMs;
    while (options.isBusy?.() && Date.now() < untilMs && !signal.aborted) {
      await pause(100, undefined, { signal }).catch(() => undefined);
    }
    signal.throwIfAborted();
  }

  async function run(job: ClaimedJob): Promise<void> {
    const ending = new AbortController();
    const onStop = () => ending.abort(new Interrupted('stop'));
    stopping.signal.addEventListener('abort', onStop);
    if (stopping.signal.aborted) onStop();
    const renewal = setInterval(() => void renew(job, ending), Math.min(leaseMs / 4, 1000));
    const endTimer = metrics.seconds.startTimer({ kind: job.kind });
    metrics.running.inc({ kind: job.kind });
    try {
      const end = await outcomeOf(job, ending.signal);
      await store.finish(job, end);
      metrics.finished.inc({ kind: job.kind, state: end.state });
      log.info({ jobId: job.id, kind: job.kind, state: end.state }, 'job ended');
    } finally {
      endTimer();
      metrics.running.dec({ kind: job.kind });
      clearInterval(renewal);
      stopping.signal.removeEventListener('abort', onStop);
    }
  }

  async function renew(job: ClaimedJob, ending: AbortController): Promise<void> {
    try {
      const state = await store.renew(job, leaseMs);
      if (state !== 'held') ending.abort(new Interrupted(state));
    } catch (error) {
      // The lease outlives a few of these; then another worker takes the job, and reports fail here.
      log.debug({ err: error, jobId: job.id }, 'the lease of a job was not renewed');
    }
  }

  async function outcomeOf(job: ClaimedJob, signal: AbortSignal): Promise<JobEnd> {
    const handler = handlers.find(({ kind }) => kind === job.kind)!;
    try {
      await giveWay(signal);
      return { state: 'SUCCEEDED', result: await handler.run(runningJob(job, signal)) };
    } catch (error) {
      return endAfter(error, job, signal);
    }
  }

  const runningJob = (job: ClaimedJob, signal: AbortSignal): RunningJob => ({
    id: job.id,
    workspaceId: job.workspaceId,
    input: job.input,
    progress: job.progress,
    createdAtMs: job.createdAtMs,
    signal,
    report: async (progress: JsonObject) => {
      signal.throwIfAborted();
      if (!(await store.report(job, progress))) throw new Interrupted('lost');
      await giveWay(signal);
    },
  });

  function endAfter(error: unknown, job: ClaimedJob, signal: AbortSignal): JobEnd {
    const reason: unknown = signal.aborted ? signal.reason : error;
    if (reason instanceof Interrupted) {
      return reason.why === 'cancel'
        ? { state: 'CANCELLED' }
        : { state: 'QUEUED', delayMs: 0, keepsAttempt: true };
    }
    const { id: jobId, kind, attempts } = job;
    const mayPass = isAppError(error) && error.retryable;
    if (mayPass && attempts < maxAttempts) {
      log.warn({ err: error, jobId, kind, attempts }, 'job failed; it will be repeated');
      return { state: 'QUEUED', delayMs: 1000 * 2 ** attempts, keepsAttempt: false };
    }
    log.error({ err: error, jobId, kind, attempts }, 'job failed');
    return { state: 'FAILED', error: isAppError(error) ? error.message : unexpected };
  }

  async function takeNext(): Promise<boolean> {
    try {
      const job = await store.claim(kinds, leaseMs);
      if (!job) return false;
      if (job.attempts > maxAttempts) {
        // Whoever had it ended with it, again and again.
        await store.finish(job, {
          state: 'FAILED',
          error: 'The job was given up after 5 attempts',
        });
      } else {
        await run(job);
      }
      return true;
    } catch (error) {
      log.warn({ err: error }, 'jobs cannot be taken at the moment');
      return false;
    }
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      if (!(await takeNext()) && !stopping.signal.aborted) await bell.heard();
    }
  }

  return {
    start() {
      timer = setInterval(bell.ring, pollMs);
      loops = Promise.all(Array.from({ length: slots }, loop));
    },
    async stop() {
      clearInterval(timer);
      stopping.abort();
      bell.ring();
      await loops;
    },
    wake: bell.ring,
  };
}
