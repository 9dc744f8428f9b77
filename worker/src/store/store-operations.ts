import { StoreError } from '@runlight/clickhouse';
import { foldRun } from '@runlight/run-model';
import type { RunEvent } from '@runlight/run-model';
import type { AcceptedOperation, PlacedOperation } from '../operation.ts';
import { eventOf, groupByRun } from './run-group.ts';
import type { RunGroups } from './run-group.ts';
import type { FoldedRun, PricedRun, ReadEvent, RunStore } from './run-store.ts';

/**
 * Stores operations and gives their runs as they stand now. May be repeated at will: every row is the
 * same each time. Everyone inserts events before reading them, so of two workers that hold events of
 * one run at least one reads both, and its row has the higher version.
 *
 * @param wholeBatches batches of which every operation is in this call
 * @throws StoreError, also (`LOST_ROWS`) when rows are not there after their insert succeeded
 */
export async function storeOperations(
  store: RunStore,
  operations: readonly PlacedOperation[],
  wholeBatches: ReadonlySet<string>,
): Promise<PricedRun[]> {
  const groups = groupByRun(operations);
  await store.insertOperations(groups);
  const folded =
    foldAll(groups, await store.readEvents(groups, wholeBatches)) ??
    foldAll(groups, await store.readEvents(groups, new Set()));
  if (!folded) throw lostRows();
  const runs = await store.priceRuns(folded);
  await store.insertRuns(runs);
  const missing = await store.countMissing(groups, runs);
  if (missing > 0) throw lostRows();
  return runs;
}

export const lostRowsReason = 'LOST_ROWS';
const lostRows = () => new StoreError('infrastructure', lostRowsReason, undefined);

/** Undefined when an event was read without its envelope that is not in hand either. */
function foldAll(groups: RunGroups, stored: Map<string, ReadEvent[]>): FoldedRun[] | undefined {
  const runs: FoldedRun[] = [];
  for (const [keyText, group] of groups) {
    const events = completed(group.operations, stored.get(keyText) ?? []);
    if (!events) return undefined;
    runs.push({ keyText, group, state: foldRun(events) });
  }
  return runs;
}

const fewOperations = 16;

/** All events of a run with their envelopes. Our own must be among them: they were inserted. */
function completed(own: AcceptedOperation[], stored: ReadEvent[]): RunEvent[] | undefined {
  const events = own.map(eventOf);
  const missing = new Set(own);
  // Mostly a run has few operations in one lot, and comparing is cheaper than an index; one that is
  // updated thousands of times must not hold up the others.
  const bySequence =
    own.length > fewOperations ? Map.groupBy(own, ({ sequence }) => sequence) : undefined;
  for (const event of stored) {
    // The same one may be in hand twice, when its batch was delivered twice.
    let isInHand = false;
    for (const operation of bySequence ? (bySequence.get(event.sequence) ?? []) : own) {
      if (operation.sequence !== event.sequence || operation.batchId !== event.batchId) continue;
      missing.delete(operation);
      isInHand = true;
    }
    if (isInHand) continue;
    // An earlier delivery of the batch put one of its operations here that now has another place.
    if (!event.envelope) return undefined;
    events.push(event as RunEvent);
  }
  if (missing.size > 0) throw lostRows();
  return events;
}
