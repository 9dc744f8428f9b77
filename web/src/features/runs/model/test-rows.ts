import type { ListedRun } from './listed-run.ts';
import type { LiveListedRun } from './run-list.ts';

const startUs = Date.parse('2026-11-25T12:00:00Z') * 1000;

/** A row for tests; `second` orders rows in time. */
export function listedRun(fields: Partial<ListedRun> & { second?: number } = {}): ListedRun {
  const { second = 0, uuid = `run-${second}`, ...rest } = fields;
  return {
    uuid,
    traceUuid: uuid,
    name: 'answer',
    runType: 'CHAIN',
    status: 'SUCCESS',
    isRoot: true,
    isPartial: false,
    startUs: startUs + second * 1_000_000,
    endUs: startUs + second * 1_000_000 + 500_000,
    error: null,
    inputPreview: 'in',
    outputPreview: 'out',
    model: null,
    tags: [],
    promptTokens: null,
    completionTokens: null,
    totalTokens: null,
    costUsd: null,
    firstTokenUs: null,
    threadId: null,
    metadata: {},
    feedback: {},
    ...rest,
  };
}

export function running(fields: Partial<ListedRun> & { second?: number } = {}): ListedRun {
  return listedRun({ status: 'PENDING', endUs: null, outputPreview: '', ...fields });
}

export function event(number: number, run: ListedRun, isStored = true): LiveListedRun {
  return { eventId: `1800000000000-0-${number}`, isStored, run };
}
