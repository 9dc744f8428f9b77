import { sql } from 'kysely';
import type { Expression, RawBuilder } from 'kysely';

// A Date has milliseconds, a timestamptz microseconds; a cursor made from the former would skip rows.

/** A timestamptz as microseconds since 1970. */
export const microseconds = <T extends Date | null>(
  column: Expression<T>,
): RawBuilder<T extends null ? number | null : number> =>
  sql`(extract(epoch FROM ${column}) * 1000000)::bigint`;

/** Microseconds since 1970 as a timestamptz. */
export const timestamp = (us: number): RawBuilder<Date> =>
  sql`(timestamptz 'epoch' + ${us}::bigint * interval '1 microsecond')`;
