import { Counter, Gauge, Histogram } from '@runlight/service';
import type { Registry } from '@runlight/service';

/** What the worker tells about its jobs (O1). */
export function createJobMetrics(registry: Registry) {
  const registers = [registry];
  return {
    running: new Gauge({
      name: 'runlight_jobs_running',
      help: 'Jobs that this worker runs',
      labelNames: ['kind'] as const,
      registers,
    }),
    finished: new Counter({
      name: 'runlight_jobs_total',
      help: 'Ended attempts of jobs by what became of them; QUEUED ones are tried again',
      labelNames: ['kind', 'state'] as const,
      registers,
    }),
    seconds: new Histogram({
      name: 'runlight_job_seconds',
      help: 'Time of one attempt of a job',
      labelNames: ['kind'] as const,
      buckets: [0.1, 1, 5, 15, 60, 300, 1800, 7200],
      registers,
    }),
  };
}

export type JobMetrics = ReturnType<typeof createJobMetrics>;
