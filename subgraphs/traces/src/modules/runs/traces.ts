import { notFound } from '@runlight/service';
import type { TraceMapper } from './mappers.ts';
import type { Reads } from './reads.ts';
import type { TraceSummary } from './run-store.ts';

/** Counts and times of a trace. Throws NOT_FOUND when it has gone since it was listed. */
export async function summaryOf(reads: Reads, trace: TraceMapper): Promise<TraceSummary> {
  const summary = trace.summary ?? (await reads.load.traceSummary.load(trace.key));
  if (!summary) throw notFound('Trace');
  return summary;
}
