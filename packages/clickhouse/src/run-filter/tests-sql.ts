import { float, floats, instantUs, sql, text, texts, uuid, uuids } from '../sql.ts';
import type { Sql } from '../sql.ts';
import { escapedLike } from '@runlight/run-model';
import type { IdTest, NumberOperator, NumberTest, TextTest, TimeTest } from '@runlight/run-model';

// One test on one expression. The answers are those of run-model's matchesFilter.

export function compileText(test: TextTest, column: Sql): Sql {
  switch (test.operator) {
    case 'eq':
      return sql`(${column} = ${text(test.value)})`;
    case 'in':
      return sql`has(${texts(test.values)}, ${column})`;
    case 'contains':
      return contains(column, test.value);
    case 'like':
      return sql`like(${column}, ${text(escapedLike(test.value))})`;
    case 'exists':
      return sql`(${column} != '')`;
  }
}

/** Both sides in lower case: `positionCaseInsensitiveUTF8` folds other letters than we do. */
function contains(column: Sql, value: string): Sql {
  return sql`(position(lowerUTF8(${column}), ${text(value.toLowerCase())}) > 0)`;
}

const comparisons: Record<NumberOperator, Sql> = {
  eq: sql`=`,
  gt: sql`>`,
  gte: sql`>=`,
  lt: sql`<`,
  lte: sql`<=`,
};

/** Of a number that is there; who calls makes sure of that. */
export function compileNumber(test: NumberTest, value: Sql): Sql {
  switch (test.operator) {
    case 'exists':
      return sql`true`;
    case 'in':
      return sql`has(${floats(test.values)}, ${value})`;
    default:
      return sql`${value} ${comparisons[test.operator]} ${float(test.value)}`;
  }
}

/** What the column can hold; anything beyond compares as the nearest end does. */
const lastUs = Date.UTC(2262, 0, 1) * 1000;

/** The zero time stands for an absent one. */
export function compileTime(test: TimeTest, column: Sql): Sql {
  if (test.operator === 'exists') return sql`(toUnixTimestamp64Micro(${column}) > 0)`;
  const us = Math.min(Math.max(Math.trunc(test.valueUs), 0), lastUs);
  return sql`(toUnixTimestamp64Micro(${column}) > 0 AND ${column} ${comparisons[test.operator]} ${instantUs(us)})`;
}

const nilUuid = uuid('00000000-0000-0000-0000-000000000000');

export function compileId(test: IdTest, column: Sql): Sql {
  if (test.operator === 'exists') return sql`(${column} != ${nilUuid})`;
  const [only] = test.values;
  // An array of no elements has no set to look in.
  if (only === undefined) return sql`false`;
  return test.values.length === 1
    ? sql`(${column} = ${uuid(only)})`
    : sql`(${column} IN ${uuids(test.values)})`;
}
