import type { RunKey } from '@runlight/run-model';
import type { RunMapper } from '../runs/mappers.ts';
import type { TokenUsage } from '../runs/run-row.ts';
import type { LiveState } from './run-states.ts';

/** A live state in the shape of a stored run, so that one set of resolvers serves both. */
export function liveRun(key: RunKey, { run, isPartial }: LiveState): RunMapper {
  const parentRunId = run.parentRunId ?? null;
  return {
    key,
    parentRunId,
    name: run.name ?? '',
    runType: run.runType ?? 'chain',
    status: run.status,
    isRoot: parentRunId === null && key.runId === key.traceId,
    isPartial,
    startTimeUs: run.startTimeUs ?? key.traceStartUs,
    endTimeUs: run.endTimeUs,
    firstTokenTimeUs: run.firstTokenTimeUs,
    dottedOrder: run.dottedOrder ?? '',
    error: run.error ?? '',
    threadId: run.threadId ?? '',
    model: run.model ?? '',
    tags: run.tags ?? [],
    metadata: run.metadata ?? {},
    usage: run.usage && tokenUsage(run.usage),
    costUsd: run.costUsd && totalCost(run.costUsd),
    inputsPreview: run.inputsPreview ?? '',
    outputsPreview: run.outputsPreview ?? '',
    inputsBytes: run.inputsBytes ?? 0,
    outputsBytes: run.outputsBytes ?? 0,
    warnings: run.warnings ?? [],
    attachments: run.attachments ?? {},
    referenceExampleId: run.referenceExampleId,
    acceptedAtUs: undefined,
    isLive: true,
  };
}

function tokenUsage(usage: Record<string, number>): TokenUsage {
  const prompt = usage['input_tokens'] ?? 0;
  const completion = usage['output_tokens'] ?? 0;
  return {
    prompt,
    completion,
    total: usage['total_tokens'] ?? prompt + completion,
    details: usage,
  };
}

function totalCost({ total, input = 0, output = 0 }: Record<string, number>): number {
  return total ?? input + output;
}
