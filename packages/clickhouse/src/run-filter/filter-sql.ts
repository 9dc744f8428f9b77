import { bool, empty, join, sql, text, texts } from '../sql.ts';
import type { Sql } from '../sql.ts';
import { conjuncts, passesText } from '@runlight/run-model';
import type { RunCondition, RunFilter, Scope, TextTest } from '@runlight/run-model';
import { idColumns, numberColumns, textColumns, timeColumns } from './columns.ts';
import type { FilterScope } from './filter-scope.ts';
import { compileRecord } from './record-sql.ts';
import { compileId, compileNumber, compileText, compileTime } from './tests-sql.ts';
import { andTokens, hasWords, mayHaveWords, tokensOfText } from './words-sql.ts';

export { mayHaveWords } from './words-sql.ts';

// The filter tree as a condition on `runs`. Columns are never NULL, so every part is true or false
// and `NOT` negates; the answers are those of run-model's matchesFilter (a property test compares).

/** The condition on a row of `runs`; it reads nothing beyond the scope, and all of that with FINAL. */
export function compileFilter(filter: RunFilter, scope: FilterScope): Sql {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const isAnd = filter.kind === 'and';
      if (filter.filters.length === 0) return isAnd ? sql`true` : sql`false`;
      const parts = filter.filters.map((part) => compileFilter(part, scope));
      return sql`(${join(parts, isAnd ? sql` AND ` : sql` OR `)})`;
    }
    case 'not':
      return sql`NOT ${compileFilter(filter.filter, scope)}`;
    case 'scope':
      return compileScope(filter.scope, filter.filter, scope);
    default:
      return compileCondition(filter, scope);
  }
}

/** The words that every match must have, when the filter says so at its top. */
export function searchOf(filter: RunFilter): string | undefined {
  return conjuncts(filter).find((part) => part.kind === 'search')?.text;
}

/** Whether the text indexes of `runs` narrow the filter. */
export function isIndexed(filter: RunFilter): boolean {
  return conjuncts(filter).some((part) => {
    if (part.kind === 'text') {
      return part.field === 'tag' && (part.operator === 'eq' || part.operator === 'in');
    }
    if (part.kind !== 'record' || part.of !== 'metadata') return false;
    return ['key', 'value'].every((name) =>
      part.tests.some(
        (test) =>
          'text' in test && test.part === name && !test.isNot && test.text.operator === 'eq',
      ),
    );
  });
}

function compileScope(kind: Scope, filter: RunFilter, scope: FilterScope): Sql {
  const { workspace, rows } = scope;
  const traces = scope.traces ?? rows;
  const world = scope.world ?? traces;
  if (kind === 'thread') {
    const inside = compileFilter(filter, { workspace, rows: world });
    // The bloom filter on thread_id then leaves little of the world.
    const ofRows = scope.areFew
      ? sql` AND thread_id IN (SELECT thread_id FROM runs WHERE ${rows})`
      : empty;
    return sql`(thread_id != '' AND (project_id, thread_id) IN (
    SELECT project_id, thread_id FROM runs FINAL
    WHERE ${world}${ofRows} AND thread_id != '' AND ${inside}))`;
  }
  const inside = compileFilter(filter, { workspace, rows: traces, world });
  const which = kind === 'trace' ? sql`is_root = 1 AND ${inside}` : inside;
  return sql`((project_id, trace_start, trace_id) IN (
    SELECT project_id, trace_start, trace_id FROM runs FINAL
    WHERE ${traces} AND ${which}))`;
}

function compileCondition(condition: RunCondition, scope: FilterScope): Sql {
  switch (condition.kind) {
    case 'isRoot':
      return sql`(is_root = ${bool(condition.value)})`;
    case 'text':
      switch (condition.field) {
        case 'tag':
          return compileTag(condition);
        case 'inputText':
          return compilePayloadText('inputs', condition, scope);
        case 'outputText':
          return compilePayloadText('outputs', condition, scope);
        default:
          return compileText(condition, textColumns[condition.field]);
      }
    case 'number': {
      const { value, isPresent } = numberColumns[condition.field];
      return sql`(${isPresent} AND ${compileNumber(condition, value)})`;
    }
    case 'time':
      return compileTime(condition, timeColumns[condition.field]);
    case 'id':
      return compileId(condition, idColumns[condition.field]);
    case 'record':
      return compileRecord(condition, scope);
    case 'search':
      return inPayloads(
        scope,
        sql`${mayHaveWords(condition.text)} AND ${hasWords(condition.text)}`,
      );
  }
}

/** `has` and `hasAny` are what the text index on `tags` answers. */
function compileTag(test: TextTest): Sql {
  switch (test.operator) {
    case 'eq':
      return sql`has(tags, ${text(test.value)})`;
    case 'in':
      return test.values.length === 0 ? sql`false` : sql`hasAny(tags, ${texts(test.values)})`;
    default:
      return sql`arrayExists(tag -> ${compileText(test, sql`tag`)}, tags)`;
  }
}

/** A run without the payload has the empty text: what passes then is found by what does not pass. */
function compilePayloadText(field: 'inputs' | 'outputs', test: TextTest, scope: FilterScope): Sql {
  const passes = compileText(test, sql`content`);
  const isField = sql`field = ${text(field)}`;
  return passesText(test, '')
    ? sql`NOT ${inPayloads(scope, sql`${isField} AND NOT ${passes}`)}`
    : inPayloads(scope, sql`${isField}${andTokens(tokensOfText(test))} AND ${passes}`);
}

const inPayloads = ({ rows }: FilterScope, condition: Sql): Sql =>
  sql`((project_id, trace_start, trace_id, id) IN (
    SELECT project_id, trace_start, trace_id, id FROM run_payloads FINAL
    WHERE ${rows} AND ${condition}))`;
