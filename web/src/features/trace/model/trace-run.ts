import type { RunStatus, RunType } from '../../../gql/graphql.ts';
import { parseTimeUs } from '../../../lib/time.ts';

/** One run as tree and waterfall know it: no payloads, times in microseconds since 1970. */
export interface TraceRun {
  uuid: string;
  /** Global id; what `Query.run` finds fastest. */
  id: string;
  parentUuid: string | null;
  name: string;
  runType: RunType;
  status: RunStatus;
  isRoot: boolean;
  isPartial: boolean;
  startUs: number;
  endUs: number | null;
  firstTokenUs: number | null;
  error: string | null;
  model: string | null;
  promptTokens: number | null;
  completionTokens: number | null;
  totalTokens: number | null;
  costUsd: number | null;
  /** Only asked for and kept where it can help: when the parent is not known. */
  dottedOrder: string;
}

/** The run fields of the graph that a `TraceRun` is made from. */
export interface TraceRunFields {
  id: string;
  uuid: string;
  parentUuid?: string | null;
  name: string;
  runType: RunType;
  status: RunStatus;
  isRoot: boolean;
  isPartial: boolean;
  startedAt: string;
  endedAt?: string | null;
  firstTokenAt?: string | null;
  error?: string | null;
  model?: string | null;
  promptTokens?: number | null;
  completionTokens?: number | null;
  totalTokens?: number | null;
  totalCostUsd?: string | null;
  dottedOrder?: string;
}

export function traceRunOf(fields: TraceRunFields): TraceRun {
  const endUs = fields.endedAt ? parseTimeUs(fields.endedAt) : null;
  return {
    uuid: fields.uuid,
    id: fields.id,
    parentUuid: fields.parentUuid ?? null,
    name: fields.name,
    runType: fields.runType,
    status: fields.status,
    isRoot: fields.isRoot,
    isPartial: fields.isPartial,
    startUs: parseTimeUs(fields.startedAt) ?? 0,
    endUs,
    firstTokenUs: fields.firstTokenAt ? parseTimeUs(fields.firstTokenAt) : null,
    error: fields.error ?? null,
    model: fields.model ?? null,
    promptTokens: fields.promptTokens ?? null,
    completionTokens: fields.completionTokens ?? null,
    totalTokens: fields.totalTokens ?? null,
    costUsd: parseCost(fields.totalCostUsd),
    dottedOrder: fields.dottedOrder ?? '',
  };
}

function parseCost(text: string | null | undefined): number | null {
  if (text === null || text === undefined) return null;
  const cost = Number(text);
  return Number.isFinite(cost) ? cost : null;
}

/** One step of a `dotted_order`. */
export interface DottedStep {
  uuid: string;
  startUs: number;
}

const dottedStep = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{1,6})Z([0-9a-f-]{36})$/i;

/** The ancestors a `dotted_order` names, outermost first and the run itself last; empty when malformed. */
export function parseDottedOrder(text: string): DottedStep[] {
  if (text === '') return [];
  const steps: DottedStep[] = [];
  for (const part of text.split('.')) {
    const match = dottedStep.exec(part);
    if (!match) return [];
    const [, year, month, day, hour, minute, second, fraction, uuid] = match;
    const ms = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    if (Number.isNaN(ms)) return [];
    steps.push({
      uuid: uuid!.toLowerCase(),
      startUs: ms * 1000 + Number(fraction!.padEnd(6, '0')),
    });
  }
  return steps;
}
