import { types } from 'pg';
import type { CustomTypesConfig } from 'pg';

function parseBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('A bigint column is beyond 2^53');
  return value;
}

/** The one place where column types change on their way in. */
export const columnParsers: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    // Our counters stay far below 2^53; text would add "1" + 1 = "11" to every caller.
    if (oid === types.builtins.INT8) return parseBigint;
    // A calendar day has no zone; the driver's default would make it local midnight.
    if (oid === types.builtins.DATE) return (text: string) => text;
    return format === 'binary'
      ? types.getTypeParser(oid, 'binary')
      : types.getTypeParser(oid, 'text');
  }) as CustomTypesConfig['getTypeParser'],
};
