import type { RunOperation } from '../run.ts';
import { formatSegment } from './dotted-order.ts';
import type { ReadOperation } from './operation.ts';
import type { Rejection } from './refusal.ts';

/**
 * Completes operations from others of the same request: an update without trace or project takes
 * those of its run, a child without a dotted order stands under its parent. What stays incomplete is
 * left to the worker, but for a child whose own dotted order is unusable: that is refused.
 */
export function relateOperations(reads: ReadOperation[]): {
  accepted: ReadOperation[];
  rejections: Rejection[];
} {
  if (!reads.some(isIncomplete)) return { accepted: reads, rejections: [] };
  const byRun = new Map<string, ReadOperation>();
  for (const read of reads) {
    const known = byRun.get(read.operation.runId);
    if (!known || isIncomplete(known)) byRun.set(read.operation.runId, read);
  }
  // Each round places at least one more level of the tree; without progress nothing more can come.
  let open = reads.filter(isIncomplete);
  for (let before = open.length + 1; open.length < before;) {
    before = open.length;
    for (const read of open) complete(read, byRun);
    open = open.filter(isIncomplete);
  }
  const accepted: ReadOperation[] = [];
  const rejections: Rejection[] = [];
  for (const read of reads) {
    if (read.mustDerive) rejections.push(refuseOrder(read));
    else accepted.push(read);
    if (read.operation.opensTrace) orderByStart(read.operation);
  }
  return { accepted, rejections };
}

/** Who is above it stays unknown, but by its start it still stands in the right order in its trace. */
function orderByStart({ envelope, runId }: RunOperation): void {
  if (envelope.startTimeUs === undefined) return;
  envelope.dottedOrder ??= formatSegment(envelope.startTimeUs, runId);
}

const isIncomplete = ({ operation, project, mustDerive }: ReadOperation): boolean =>
  mustDerive ||
  operation.traceStartUs === undefined ||
  (project === undefined &&
    (operation.kind === 'update' || typeof operation.envelope.parentRunId === 'string'));

function complete(read: ReadOperation, byRun: Map<string, ReadOperation>): void {
  const sibling = byRun.get(read.operation.runId);
  if (sibling && sibling !== read) inherit(read, sibling, sibling.operation.envelope.dottedOrder);
  const { parentRunId, startTimeUs } = read.operation.envelope;
  const parent = typeof parentRunId === 'string' ? byRun.get(parentRunId) : undefined;
  if (!parent) return;
  const parentOrder = parent.operation.envelope.dottedOrder;
  const order =
    parentOrder !== undefined && startTimeUs !== undefined
      ? `${parentOrder}.${formatSegment(startTimeUs, read.operation.runId)}`
      : undefined;
  inherit(read, parent, order);
}

function inherit(read: ReadOperation, from: ReadOperation, dottedOrder: string | undefined): void {
  const { operation } = read;
  if (read.project === undefined && from.project) read.project = from.project;
  if (!canShareTrace(operation, from.operation)) return;
  const { traceId, traceStartUs } = from.operation;
  if (traceId !== undefined) operation.traceId ??= traceId;
  if (operation.envelope.dottedOrder !== undefined || dottedOrder === undefined) return;
  if (traceStartUs === undefined) return;
  operation.envelope.dottedOrder = dottedOrder;
  operation.traceStartUs = traceStartUs;
  if (operation.opensTrace) delete operation.opensTrace;
  if (!read.mustDerive) return;
  read.mustDerive = false;
  operation.envelope.warnings = [...(operation.envelope.warnings ?? []), 'dotted_order_derived'];
}

/** A parent of another trace gives no place in this one. */
const canShareTrace = (operation: RunOperation, from: RunOperation): boolean =>
  operation.traceId === undefined || operation.traceId === from.traceId;

function refuseOrder({ operation, wire }: ReadOperation): Rejection {
  return {
    runId: operation.runId,
    part: wire.part,
    sample: wire.main,
    code: 'invalid',
    reason: 'dotted_order is malformed and cannot be derived from a parent in this request',
  };
}
