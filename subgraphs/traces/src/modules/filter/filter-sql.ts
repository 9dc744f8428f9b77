import { bool, float, join, sql, text, texts } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';
import { searchWords } from '@runlight/run-model';
import type {
  NumberField,
  NumberOperator,
  RunCondition,
  RunFilter,
  TextField,
} from '@runlight/run-model';

// The filter tree as a condition on `runs`. Columns are never NULL, so every part is true or false
// and `NOT` negates; the answers are those of run-model's matchesFilter (a property test compares).

/**
 * @param payloadScope condition that narrows `run_payloads` to the rows in question (workspace,
 * project, time or keys); a search reads nothing beyond it.
 */
export function compileFilter(filter: RunFilter, payloadScope: Sql): Sql {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const isAnd = filter.kind === 'and';
      if (filter.filters.length === 0) return isAnd ? sql`true` : sql`false`;
      const parts = filter.filters.map((part) => compileFilter(part, payloadScope));
      return sql`(${join(parts, isAnd ? sql` AND ` : sql` OR `)})`;
    }
    case 'not':
      return sql`NOT ${compileFilter(filter.filter, payloadScope)}`;
    default:
      return compileCondition(filter, payloadScope);
  }
}

function compileCondition(condition: RunCondition, payloadScope: Sql): Sql {
  switch (condition.kind) {
    case 'isRoot':
      return sql`(is_root = ${bool(condition.value)})`;
    case 'text':
      return condition.field === 'tag'
        ? compileTag(condition)
        : compileText(condition, textColumns[condition.field]);
    case 'number':
      return compileNumber(condition);
    case 'metadata':
      return compileMetadata(condition);
    case 'search':
      return sql`((trace_start, trace_id, id) IN (
    SELECT trace_start, trace_id, id FROM run_payloads FINAL
    WHERE ${payloadScope} AND ${mayHaveWords(condition.text)}
      AND ${hasWords(condition.text)}))`;
  }
}

type TextCondition = Extract<RunCondition, { kind: 'text' }>;

const textColumns: Record<Exclude<TextField, 'tag'>, Sql> = {
  name: sql`name`,
  error: sql`error`,
  model: sql`model`,
  threadId: sql`thread_id`,
  status: sql`status`,
  runType: sql`run_type`,
};

function compileText(condition: TextCondition, column: Sql): Sql {
  switch (condition.operator) {
    case 'eq':
      return sql`(${column} = ${text(condition.value)})`;
    case 'in':
      return sql`has(${texts(condition.values)}, ${column})`;
    case 'contains':
      return contains(column, condition.value);
    case 'exists':
      return sql`(${column} != '')`;
  }
}

/** `has` and `hasAny` are what the text index on `tags` answers. */
function compileTag(condition: TextCondition): Sql {
  switch (condition.operator) {
    case 'eq':
      return sql`has(tags, ${text(condition.value)})`;
    case 'in':
      return condition.values.length === 0
        ? sql`false`
        : sql`hasAny(tags, ${texts(condition.values)})`;
    case 'contains':
      return sql`arrayExists(tag -> ${contains(sql`tag`, condition.value)}, tags)`;
    case 'exists':
      return sql`arrayExists(tag -> tag != '', tags)`;
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

/** An absent number compares false with everything. */
const numberColumns: Record<NumberField, { value: Sql; isPresent: Sql }> = {
  latencyMs: {
    value: sql`(toUnixTimestamp64Micro(end_time) - toUnixTimestamp64Micro(start_time)) / 1000`,
    isPresent: sql`toUnixTimestamp64Micro(end_time) > 0 AND end_time >= start_time`,
  },
  totalTokens: { value: sql`toFloat64(total_tokens)`, isPresent: sql`has_usage = 1` },
};

function compileNumber({ field, operator, value }: Extract<RunCondition, { kind: 'number' }>): Sql {
  const column = numberColumns[field];
  return sql`(${column.isPresent} AND ${column.value} ${comparisons[operator]} ${float(value)})`;
}

/** In the very expression of the text index, which then answers it. */
const metadataEntries = sql`arrayMap((k, v) -> concat(k, '=', v), mapKeys(metadata), mapValues(metadata))`;

function compileMetadata({ key, value }: Extract<RunCondition, { kind: 'metadata' }>): Sql {
  if (value === undefined) return sql`mapContains(metadata, ${text(key)})`;
  // `a=b=c` may be a key `a` or a key `a=b`: the index narrows, the map decides.
  return sql`(has(${metadataEntries}, ${text(`${key}=${value}`)}) AND mapContains(metadata, ${text(key)}) AND metadata[${text(key)}] = ${text(value)})`;
}

/** Letters that form an escape with a backslash and so stick to the word behind it in JSON text. */
const escapes = ['n', 'r', 't', 'b', 'f'];
const escapePattern = String.raw`\\[nrtbf]`;

const wordsOf = (search: string): string[] => [...new Set(searchWords(search))];

/**
 * Condition on `run_payloads` that the text index answers without reading content: a superset of the
 * rows with all words. To the index `\nTask` is the word `ntask`, which so has to count for `task`.
 */
export function mayHaveWords(search: string): Sql {
  const perWord = wordsOf(search).map((word) => {
    const spellings = [word, ...escapes.map((letter) => letter + word)];
    return sql`hasAnyTokens(content, ${texts(spellings)})`;
  });
  return sql`field IN ('inputs', 'outputs', 'error') AND ${join(perWord, sql` AND `)}`;
}

/** All words occur in the row's content, where escapes of blanks are blanks. */
const hasWords = (search: string): Sql =>
  sql`hasAllTokens(lower(replaceRegexpAll(content, ${text(escapePattern)}, ' ')), ${texts(wordsOf(search))})`;
