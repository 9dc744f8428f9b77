import { createRowEncoder } from '@runlight/clickhouse';
import type { RowEncoder } from '@runlight/clickhouse';

export interface BorrowedEncoder extends Disposable {
  rows: RowEncoder;
}

export interface EncoderPool {
  /** An empty encoder that nobody else has until it is disposed of. */
  borrow: () => BorrowedEncoder;
}

/** More than the lots in flight need is not kept. */
const maxSpare = 6;
/** One unusually large entry must not hold memory for ever. */
const maxSpareBytes = 32 << 20;

/** Buffers go from lot to lot: fresh ones of several MiB cost as much in page faults as the copying. */
export function createEncoderPool(): EncoderPool {
  const spare: RowEncoder[] = [];
  return {
    borrow() {
      const rows = spare.pop() ?? createRowEncoder(2 << 20);
      rows.reset();
      return {
        rows,
        [Symbol.dispose]: () => {
          if (spare.length < maxSpare && rows.length <= maxSpareBytes) spare.push(rows);
        },
      };
    },
  };
}
