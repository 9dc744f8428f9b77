import type { RunListRowFragment, RunStatus, RunType } from '../../../gql/graphql.ts';
import type { RunPhase } from '../../../lib/run-phase.ts';
import { parseTimeUs } from '../../../lib/time.ts';

/** One row of the list: no payloads, times in microseconds since 1970. */
export interface ListedRun {
  uuid: string;
  traceUuid: string;
  name: string;
  runType: RunType;
  status: RunStatus;
  isRoot: boolean;
  /** Only an update has come; name and type are not known yet. */
  isPartial: boolean;
  startUs: number;
  endUs: number | null;
  error: string | null;
  inputPreview: string;
  outputPreview: string;
  model: string | null;
  tags: readonly string[];
  promptTokens: number | null;
  completionTokens: number | null;
  totalTokens: number | null;
  costUsd: number | null;
  firstTokenUs: number | null;
  threadId: string | null;
  /** Values of the metadata that columns show, by path. */
  metadata: Readonly<Record<string, string | null>>;
  /** Judgements, by key; empty while no column shows them. */
  feedback: Readonly<Record<string, ListedFeedback>>;
}

export interface ListedFeedback {
  count: number;
  /** Mean of the scores; null when no judgement is a number. */
  average: number | null;
}

/** `paths`: those of the columns, in the order in which they were asked for. */
export function listedRunOf(fields: RunListRowFragment, paths: readonly string[] = []): ListedRun {
  return {
    uuid: fields.uuid,
    traceUuid: fields.traceUuid,
    name: fields.name,
    runType: fields.runType,
    status: fields.status,
    isRoot: fields.isRoot,
    isPartial: fields.isPartial,
    startUs: parseTimeUs(fields.startedAt) ?? 0,
    endUs: fields.endedAt === null ? null : parseTimeUs(fields.endedAt),
    error: fields.error,
    inputPreview: fields.inputPreview,
    outputPreview: fields.outputPreview,
    model: fields.model,
    tags: fields.tags,
    promptTokens: fields.promptTokens,
    completionTokens: fields.completionTokens,
    totalTokens: fields.totalTokens,
    costUsd: costOf(fields.totalCostUsd),
    firstTokenUs: fields.firstTokenAt === null ? null : parseTimeUs(fields.firstTokenAt),
    threadId: fields.threadId,
    metadata: metadataOf(fields, paths),
    feedback: feedbackOf(fields),
  };
}

function metadataOf(
  fields: RunListRowFragment,
  paths: readonly string[],
): Record<string, string | null> {
  const values = [
    fields.m0,
    fields.m1,
    fields.m2,
    fields.m3,
    fields.m4,
    fields.m5,
    fields.m6,
    fields.m7,
  ];
  return Object.fromEntries(paths.map((path, index) => [path, values[index] ?? null]));
}

function feedbackOf(fields: RunListRowFragment): Record<string, ListedFeedback> {
  const summaries = fields.feedbackSummary ?? [];
  return Object.fromEntries(summaries.map(({ key, count, average }) => [key, { count, average }]));
}

function costOf(text: string | null): number | null {
  const cost = text === null ? Number.NaN : Number(text);
  return Number.isFinite(cost) ? cost : null;
}

/**
 * `over`, a later state of the same run, with what it does not say taken from `under`. A state that was
 * only accepted says what its operation said; and a run that has ended never runs again.
 */
export function supersededRun(under: ListedRun, over: ListedRun, isWhole: boolean): ListedRun {
  const hasEnded = under.endUs !== null && over.endUs === null;
  if (isWhole && !hasEnded) return over;
  const isOverPartial = over.isPartial && !under.isPartial;
  const identity = isOverPartial ? under : over;
  return {
    ...over,
    name: identity.name === '' ? under.name : identity.name,
    runType: identity.runType,
    isRoot: identity.isRoot,
    startUs: identity.startUs,
    isPartial: over.isPartial && under.isPartial,
    status: over.status === 'PENDING' ? under.status : over.status,
    endUs: over.endUs ?? under.endUs,
    error: over.error ?? under.error,
    inputPreview: over.inputPreview || under.inputPreview,
    outputPreview: over.outputPreview || under.outputPreview,
    model: over.model ?? under.model,
    tags: over.tags.length > 0 ? over.tags : under.tags,
    promptTokens: over.promptTokens ?? under.promptTokens,
    completionTokens: over.completionTokens ?? under.completionTokens,
    totalTokens: over.totalTokens ?? under.totalTokens,
    costUsd: over.costUsd ?? under.costUsd,
    firstTokenUs: over.firstTokenUs ?? under.firstTokenUs,
    threadId: over.threadId ?? under.threadId,
    metadata: mergedMetadata(under.metadata, over.metadata),
    feedback: Object.keys(over.feedback).length > 0 ? over.feedback : under.feedback,
  };
}

function mergedMetadata(
  under: ListedRun['metadata'],
  over: ListedRun['metadata'],
): Record<string, string | null> {
  const known = Object.entries(over).filter(([, value]) => value !== null);
  return { ...over, ...under, ...Object.fromEntries(known) };
}

/**
 * After so long an open run is no longer shown as running. The list does not hear of the runs inside, so
 * it may be wrong about a long one and only says that no end has come yet.
 */
const silenceUs = 15 * 60 * 1_000_000;

export function phaseOfRun(run: ListedRun, nowUs: number): RunPhase {
  if (run.status !== 'PENDING' || run.endUs !== null) return 'ended';
  return nowUs - run.startUs > silenceUs ? 'silent' : 'running';
}

/** From its start to its first token; undefined for what did not stream. */
export function firstTokenAfterUs(run: ListedRun): number | undefined {
  return run.firstTokenUs === null ? undefined : Math.max(0, run.firstTokenUs - run.startUs);
}

/** How long a run took, or has taken so far; undefined when its end never came. */
export function durationUs(run: ListedRun, nowUs: number): number | undefined {
  if (run.endUs !== null) return run.endUs < run.startUs ? undefined : run.endUs - run.startUs;
  return phaseOfRun(run, nowUs) === 'running' ? Math.max(0, nowUs - run.startUs) : undefined;
}
