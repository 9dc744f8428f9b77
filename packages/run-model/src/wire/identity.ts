import { parseUuid } from '../uuid-text.ts';
import { uuidv7 } from '../uuid.ts';
import { formatSegment, parseDottedOrder } from './dotted-order.ts';
import type { DottedOrder } from './dotted-order.ts';
import { invalid } from './refusal.ts';
import type { RunFields } from './run-object.ts';
import { addWarning } from './text.ts';

/** Who a run is and where it stands. Strict: what contradicts itself is refused. */
export interface Identity {
  runId: string;
  traceId?: string;
  /** null says "this is a root"; absent says nothing. */
  parentRunId?: string | null;
  dottedOrder?: string;
  traceStartUs?: number;
  order?: DottedOrder;
  /** A dotted order was sent, but is unusable and must be derived from the parent's. */
  mustDerive: boolean;
}

export interface IdentityOptions {
  kind: 'create' | 'update';
  /** Id in the part's name or in the path. */
  idHint: string | undefined;
  /** Make an id for a create that names none (`POST /runs`). */
  mayMakeId: boolean;
  /** Its trace began nobody knows when: a root's own start does not say either. */
  opensTrace: boolean;
  startTimeUs: number | undefined;
}

export function readIdentity(
  fields: RunFields,
  options: IdentityOptions,
  warnings: string[],
): Identity {
  const written = readDottedOrder(fields.dotted_order);
  const order = written.order;
  const runId = readRunId(fields.id, options, order);
  if (order && order.runId !== runId) throw invalid('dotted_order does not end in the run id');
  const parent = readParent(fields.parent_run_id, runId, order, warnings);
  const traceId = readTraceId(fields.trace_id, runId, options.kind, parent, order);
  const identity: Identity = { runId, mustDerive: written.isUnusable && !options.opensTrace };
  if (written.isUnusable && options.opensTrace) addWarning(warnings, 'dotted_order_ignored');
  if (traceId !== undefined) identity.traceId = traceId;
  if (order) placeByOrder(identity, order, warnings);
  else if (!options.opensTrace) placeRoot(identity, parent, options.startTimeUs, warnings);
  settleParent(identity, parent, order, options.kind, warnings);
  return identity;
}

function readDottedOrder(value: unknown): { order?: DottedOrder; isUnusable: boolean } {
  if (value === undefined || value === null || value === '') return { isUnusable: false };
  if (typeof value !== 'string') throw invalid('dotted_order is not text');
  const order = parseDottedOrder(value);
  return order ? { order, isUnusable: false } : { isUnusable: true };
}

/** A UUID, or undefined when the field is absent or null. */
export function readUuid(value: unknown, field: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  const id = parseUuid(value);
  if (id === undefined) throw invalid(`${field} is not a UUID`);
  return id;
}

/** The same for a field that usually repeats an id of the dotted order, which is known to be one. */
function readKnownUuid(
  value: unknown,
  field: string,
  known: string | undefined,
): string | undefined {
  return value !== undefined && value === known ? known : readUuid(value, field);
}

function readRunId(
  value: unknown,
  { idHint, mayMakeId, startTimeUs }: IdentityOptions,
  order: DottedOrder | undefined,
): string {
  const hinted = readKnownUuid(
    idHint,
    'the run id in the name of the part or in the path',
    order?.runId,
  );
  const written = readKnownUuid(value, 'id', hinted ?? order?.runId);
  if (hinted !== undefined && written !== undefined && hinted !== written) {
    throw invalid('id differs from the run id in the name of the part or in the path');
  }
  const id = hinted ?? written ?? order?.runId;
  if (id !== undefined) return id;
  if (mayMakeId) {
    return uuidv7(startTimeUs === undefined ? Date.now() : Math.floor(startTimeUs / 1000));
  }
  throw invalid('id is missing');
}

/** The parent as written; a run that names itself names none. */
function readParent(
  value: unknown,
  runId: string,
  order: DottedOrder | undefined,
  warnings: string[],
): string | undefined {
  const parent = readKnownUuid(value, 'parent_run_id', order?.parentRunId);
  if (parent === runId) {
    addWarning(warnings, 'parent_is_self');
    return order?.parentRunId;
  }
  return parent;
}

function readTraceId(
  value: unknown,
  runId: string,
  kind: 'create' | 'update',
  parent: string | undefined,
  order: DottedOrder | undefined,
): string | undefined {
  const written = readKnownUuid(value, 'trace_id', order?.traceId);
  if (order) {
    if (written !== undefined && written !== order.traceId) {
      throw invalid('dotted_order does not begin with the trace id');
    }
    return order.traceId;
  }
  if (written !== undefined) return written;
  // An update without any trace is found by its id alone.
  return kind === 'create' && parent === undefined ? runId : undefined;
}

function placeByOrder(identity: Identity, order: DottedOrder, warnings: string[]): void {
  identity.dottedOrder = order.text;
  identity.traceStartUs = order.traceStartUs;
  identity.order = order;
  if (!order.isAscending) addWarning(warnings, 'dotted_order_not_ascending');
}

/** A root stands by its own start; a child without a dotted order is placed by its parent later. */
function placeRoot(
  identity: Identity,
  parent: string | undefined,
  startTimeUs: number | undefined,
  warnings: string[],
): void {
  const isRoot = identity.traceId === identity.runId && parent === undefined;
  if (!isRoot || startTimeUs === undefined) return;
  if (identity.mustDerive) addWarning(warnings, 'dotted_order_derived');
  identity.mustDerive = false;
  identity.dottedOrder = formatSegment(startTimeUs, identity.runId);
  identity.traceStartUs = startTimeUs;
}

function settleParent(
  identity: Identity,
  parent: string | undefined,
  order: DottedOrder | undefined,
  kind: 'create' | 'update',
  warnings: string[],
): void {
  const isRootByOrder = order
    ? order.parentRunId === undefined
    : identity.traceId === identity.runId;
  if (parent !== undefined && isRootByOrder && identity.traceId === identity.runId) {
    // The root of its own trace: the parent it names belongs to another one.
    addWarning(warnings, 'parent_in_other_trace');
    identity.parentRunId = null;
    return;
  }
  if (parent !== undefined && order && order.parentRunId !== parent)
    addWarning(warnings, 'parent_mismatch');
  const settled = parent ?? order?.parentRunId;
  if (settled !== undefined) identity.parentRunId = settled;
  else if (order || kind === 'create') identity.parentRunId = null;
}
