import type { GraphFeedbackSummary } from '../runs/graph-run.ts';

/** `feedback_stats` of the protocol (§4.4): figures by key; null when nobody judged. */
export function feedbackStats(summaries: readonly GraphFeedbackSummary[]): object | null {
  if (summaries.length === 0) return null;
  return Object.fromEntries(
    summaries.map(({ key, count, average, min, max, stdev, errorCount, values }) => [
      key,
      {
        n: count,
        avg: average,
        min,
        max,
        stdev,
        errors: errorCount,
        values: values ?? {},
        comments: [],
        sources: [],
        contains_thread_feedback: false,
        show_feedback_arrow: false,
      },
    ]),
  );
}
