import { bool, empty, join, sql, text, texts } from '../sql.ts';
import type { Sql } from '../sql.ts';
import { conjuncts, passesText, userIdKeys } from '@runlight/run-model';
import type { RunCondition, RunFilter, Scope, TextTest } from '@runlight/run-model';
import {
  idColumns,
  indexedMetadata,
  numberColumns,
  textColumns,
  timeColumns,
  userIdColumn,
} from './columns.ts';
import type { FilterScope } from './filter-scope.ts';
import { compileRecord, entryCandidates } from './record-sql.ts';
import { compileId, compileNumber, compileText, compileTime } from './tests-sql.ts';
import { andTokens, hasWords, mayHaveWords, tokensOfText } from './words-sql.ts';

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

/**
 * Condition on `run_payloads` that a payload of every match passes, when the filter says so at its top and the text index
 * answers it without reading content; undefined otherwise. A search comes first: it has the rarest words.
 */
export function payloadCandidates(filter: RunFilter): Sql | undefined {
  const parts = conjuncts(filter);
  const search = parts.find((part) => part.kind === 'search');
  if (search) return mayHaveWords(search.text);
  for (const part of parts) {
    const found = candidatesOf(part);
    if (found) return found;
  }
  return undefined;
}

function candidatesOf(part: RunFilter): Sql | undefined {
  if (part.kind === 'record') return entryCandidates(part);
  if (part.kind !== 'text' || passesText(part, '')) return undefined;
  if (part.field !== 'inputText' && part.field !== 'outputText') return undefined;
  const tokens = tokensOfText(part);
  const field = part.field === 'inputText' ? 'inputs' : 'outputs';
  return tokens.length === 0 ? undefined : sql`field = ${text(field)}${andTokens(tokens)}`;
}

/** Whether the text indexes of `runs` narrow the filter. */
export function isIndexed(filter: RunFilter): boolean {
  return conjuncts(filter).some((part) => {
    if (part.kind === 'text') {
      if (part.field === 'userId') return namedTexts(part).length > 0 && !passesText(part, '');
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
        case 'userId':
          return compileUser(condition);
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

/** A user that is named is under one of the keys, which the text index on metadata answers. */
function compileUser(test: TextTest): Sql {
  const passes = compileText(test, userIdColumn);
  const named = namedTexts(test).filter((value) => value !== '');
  if (named.length === 0 || passesText(test, '')) return passes;
  const entries = named.flatMap((value) => userIdKeys.map((key) => `${key}=${value}`));
  return sql`(hasAny(${indexedMetadata}, ${texts(entries)}) AND ${passes})`;
}

function namedTexts(test: TextTest): readonly string[] {
  if (test.operator === 'eq') return [test.value];
  return test.operator === 'in' ? test.values : [];
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
