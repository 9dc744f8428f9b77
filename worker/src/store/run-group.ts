import { createRowEncoder } from '@runlight/clickhouse';
import type { RunEvent, RunKey } from '@runlight/run-model';
import type { AcceptedOperation, PlacedOperation } from '../operation.ts';
import { expiryDayOf } from '../retention/expiry.ts';
import { keyBytes, writeKey } from './rows.ts';

/** What one call to the store does to one run. */
export interface RunGroup {
  key: RunKey;
  /** The key in RowBinary. */
  keyRow: Buffer;
  /** When its rows go by themselves, in days since 1970. */
  expiryDay: number;
  operations: AcceptedOperation[];
}

/** Runs by the text of their key row. */
export type RunGroups = Map<string, RunGroup>;

const encoder = createRowEncoder(keyBytes);

/** The key in RowBinary, and the same bytes as text: what a result's key columns are found by. */
export function encodeKey(key: RunKey): { keyRow: Buffer; keyText: string } {
  encoder.reset();
  writeKey(encoder, key);
  const keyRow = Buffer.from(encoder.take());
  return { keyRow, keyText: keyRow.toString('latin1') };
}

export function groupByRun(operations: readonly PlacedOperation[]): RunGroups {
  const groups: RunGroups = new Map();
  for (const { key, operation, keepDays } of operations) {
    const { keyRow, keyText } = encodeKey(key);
    const group = groups.get(keyText);
    if (group) group.operations.push(operation);
    else {
      const expiryDay = expiryDayOf(key.traceStartUs, keepDays);
      groups.set(keyText, { key, keyRow, expiryDay, operations: [operation] });
    }
  }
  return groups;
}

export const eventOf = ({ kind, sequence, batchId, envelope }: AcceptedOperation): RunEvent => ({
  kind,
  sequence,
  batchId,
  envelope,
});
