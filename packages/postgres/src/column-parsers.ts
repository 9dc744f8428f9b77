import { types } from 'pg';
import type { CustomTypesConfig } from 'pg';

type ColumnType = (typeof types.builtins)[keyof typeof types.builtins];

function parseBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('A bigint column is beyond 2^53');
  return value;
}

/** The one place where column types change on their way in. */
export const columnParsers: CustomTypesConfig = {
  getTypeParser: ((type: ColumnType, format?: 'text') => {
    // Our counters stay far below 2^53; text would add "1" + 1 = "11" to every caller.
    if (type === types.builtins.INT8) return parseBigint;
    // A calendar day has no zone; the driver's default would make it local midnight.
    if (type === types.builtins.DATE) return (text: string) => text;
    return types.getTypeParser(type, format);
  }) as CustomTypesConfig['getTypeParser'],
};
