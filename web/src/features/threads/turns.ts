import type { ThreadTurnFragment } from '../../gql/graphql.ts';
import { parseTimeUs } from '../../lib/time.ts';

/** One turn of a conversation: a trace, by its root. Times in microseconds since 1970. */
export interface Turn {
  traceUuid: string;
  /** Global id of the root; null while only runs below it have arrived. */
  rootId: string | null;
  name: string;
  startUs: number;
  latencyMs: number | null;
  isRunning: boolean;
  runCount: number;
  errorCount: number;
  error: string | null;
  inputPreview: string;
  outputPreview: string;
  totalTokens: number | null;
  costUsd: number | null;
  feedback: readonly { key: string; count: number; average: number | null }[];
}

export function turnOf(fields: ThreadTurnFragment): Turn {
  const { root } = fields;
  const cost = fields.totalCostUsd === null ? null : Number(fields.totalCostUsd);
  return {
    traceUuid: fields.uuid,
    rootId: root?.id ?? null,
    name: root?.name ?? '',
    startUs: parseTimeUs(fields.startedAt) ?? 0,
    latencyMs: fields.latencyMs,
    isRunning: fields.endedAt === null,
    runCount: fields.runCount,
    errorCount: fields.errorCount,
    error: root?.error ?? null,
    inputPreview: root?.inputPreview ?? '',
    outputPreview: root?.outputPreview ?? '',
    totalTokens: fields.totalTokens,
    costUsd: Number.isFinite(cost) ? cost : null,
    feedback: root?.feedbackSummary ?? [],
  };
}

/** Pages come newest first; the page reads oldest first. A turn that was read again replaces itself. */
export function withTurns(known: readonly Turn[], read: readonly Turn[]): Turn[] {
  const byUuid = new Map(known.map((turn) => [turn.traceUuid, turn]));
  for (const turn of read) byUuid.set(turn.traceUuid, turn);
  return [...byUuid.values()].sort(
    (a, b) => a.startUs - b.startUs || (a.traceUuid < b.traceUuid ? -1 : 1),
  );
}
