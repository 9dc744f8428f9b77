import type { RunKey } from '@runlight/run-model';
import type { AcceptedOperation } from '../operation.ts';

/** Where a run, or everything of a trace, stands in the trace store. */
export interface Placement {
  projectId: string;
  traceId: string;
  traceStartUs: number;
}

/** An operation with the place that it says itself, or that follows from what is known of its trace. */
export interface Placed {
  operation: AcceptedOperation;
  place: Placement;
  isGuess?: boolean;
}

/** The place that an operation says by itself. */
export function ownPlace({
  projectId,
  traceId,
  traceStartUs,
}: AcceptedOperation): Placement | undefined {
  if (projectId === undefined || traceId === undefined || traceStartUs === undefined) {
    return undefined;
  }
  return { projectId, traceId, traceStartUs };
}

/** Knows its trace, but not when that began, and never will: the worker decides. */
export const isOpening = (
  operation: AcceptedOperation,
): operation is AcceptedOperation & { traceId: string; projectId: string } =>
  operation.opensTrace === true &&
  operation.traceStartUs === undefined &&
  operation.traceId !== undefined &&
  operation.projectId !== undefined;

export function keyAt(
  { workspaceId, runId }: AcceptedOperation,
  { projectId, traceId, traceStartUs }: Placement,
): RunKey {
  return { workspaceId, projectId, traceStartUs, traceId, runId };
}

export const isSamePlace = (a: Placement, b: Placement): boolean =>
  a.projectId === b.projectId && a.traceId === b.traceId && a.traceStartUs === b.traceStartUs;

/** Ids whose placement would place the operation: its run, its trace, its parent. */
export function idsToAsk({ runId, traceId, envelope }: AcceptedOperation): string[] {
  const ids = [runId];
  if (traceId !== undefined) ids.push(traceId);
  if (typeof envelope.parentRunId === 'string') ids.push(envelope.parentRunId);
  return ids;
}

/** The place of an operation, given what is known of the ids above; undefined when it is not enough. */
export function derivePlacement(
  operation: AcceptedOperation,
  known: (id: string) => Placement | undefined,
): Placement | undefined {
  // The run itself is stored: its own place counts over whatever the operation says.
  const own = known(operation.runId);
  if (own) return own;
  const { parentRunId } = operation.envelope;
  const trace = operation.traceId === undefined ? undefined : known(operation.traceId);
  const parent = typeof parentRunId === 'string' ? known(parentRunId) : undefined;
  const projectId = operation.projectId ?? trace?.projectId ?? parent?.projectId;
  const traceId = operation.traceId ?? parent?.traceId;
  const traceStartUs =
    operation.traceStartUs ??
    trace?.traceStartUs ??
    (parent?.traceId === traceId ? parent?.traceStartUs : undefined);
  if (projectId === undefined || traceId === undefined || traceStartUs === undefined) {
    return undefined;
  }
  return { projectId, traceId, traceStartUs };
}
