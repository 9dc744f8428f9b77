import { empty, int, join, sql, text } from '../sql.ts';
import type { Sql } from '../sql.ts';
import { maxEntryDepth } from '@runlight/run-model';
import type { PartTest, RecordCondition, TextTest } from '@runlight/run-model';
import { indexedMetadata } from './columns.ts';
import type { FilterScope } from './filter-scope.ts';
import { compileNumber, compileText } from './tests-sql.ts';
import { andTokens, tokensOfText } from './words-sql.ts';

// Conditions on one of the several records of a run: an entry of its metadata, a value inside its
// payloads, a feedback on it.

export function compileRecord({ of, tests }: RecordCondition, scope: FilterScope): Sql {
  switch (of) {
    case 'metadata':
      return compileMetadata(tests);
    case 'inputs':
    case 'outputs':
      return compilePayloadEntry(of, tests, scope);
    case 'feedback':
      return compileFeedback(tests, scope);
  }
}

/** Expressions for the parts of a record. */
interface Parts {
  key: Sql;
  value: Sql;
  comment?: Sql;
  source?: Sql;
  score?: { value: Sql; isPresent: Sql };
}

function compileParts(tests: readonly PartTest[], parts: Parts): Sql {
  return sql`(${join(
    tests.map((test) => compilePart(test, parts)),
    sql` AND `,
  )})`;
}

function compilePart(test: PartTest, parts: Parts): Sql {
  if ('text' in test) {
    const condition = compileText(test.text, parts[test.part] ?? sql`''`);
    return test.isNot ? sql`NOT ${condition}` : condition;
  }
  if (test.part === 'value') return compareAsNumber(test.number, parts.value);
  if (!parts.score) return test.isNot ? sql`true` : sql`false`;
  const condition = sql`(${parts.score.isPresent} AND ${compileNumber(test.number, parts.score.value)})`;
  return test.isNot ? sql`NOT ${condition}` : condition;
}

const plainNumber = String.raw`^[-+]?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]{1,3})?$`;

/** A text that is written as a plain decimal, as a number; others pass no comparison. */
function compareAsNumber(test: Parameters<typeof compileNumber>[0], value: Sql): Sql {
  return sql`(match(${value}, ${text(plainNumber)}) AND ${compileNumber(test, sql`toFloat64OrZero(${value})`)})`;
}

/** The one key and the one value that the record must have, where the tests say so. */
function exactly(tests: readonly PartTest[], part: 'key' | 'value'): string | undefined {
  for (const test of tests) {
    if ('text' in test && test.part === part && !test.isNot && test.text.operator === 'eq') {
      return test.text.value;
    }
  }
  return undefined;
}

/** The entries as they are, or those inside values that are JSON objects, whose keys have a dot. */
function compileMetadata(tests: readonly PartTest[]): Sql {
  const key = exactly(tests, 'key');
  const own = key === undefined ? ofAnyEntry(tests) : ofEntry(key, tests);
  if (key !== undefined && !key.includes('.')) return own;
  return sql`(${own} OR ${insideMetadata(tests, key)})`;
}

/** `a=b=c` may be a key `a` or a key `a=b`: the index narrows, the map decides. */
function ofEntry(key: string, tests: readonly PartTest[]): Sql {
  const value = exactly(tests, 'value');
  const narrowing =
    value === undefined ? empty : sql`has(${indexedMetadata}, ${text(`${key}=${value}`)}) AND `;
  const rest = tests.filter(
    (test) => !('text' in test && test.part === 'key' && !test.isNot && isEqual(test.text, key)),
  );
  const parts = { key: text(key), value: sql`metadata[${text(key)}]` };
  const others = rest.length === 0 ? empty : sql` AND ${compileParts(rest, parts)}`;
  return sql`(${narrowing}mapContains(metadata, ${text(key)})${others})`;
}

const isEqual = (test: TextTest, value: string): boolean =>
  test.operator === 'eq' && test.value === value;

const ofAnyEntry = (tests: readonly PartTest[]): Sql =>
  sql`arrayExists((k, v) -> ${compileParts(tests, { key: sql`k`, value: sql`v` })}, mapKeys(metadata), mapValues(metadata))`;

function insideMetadata(tests: readonly PartTest[], key: string | undefined): Sql {
  const nested = sql`arrayFilter(m -> startsWith(m.2, '{')${
    key === undefined ? empty : sql` AND startsWith(${text(key)}, concat(m.1, '.'))`
  }, CAST(metadata, 'Array(Tuple(String, String))'))`;
  return sql`arrayExists(m -> arrayExists(e -> ${compileParts(tests, entryParts(sql`concat(m.1, '.', e.1)`))}, ${entriesOf(sql`m.2`)}), ${nested})`;
}

/** Of a pair of a path and a JSON text, which for a text is its content. */
const entryParts = (key: Sql): Parts => ({
  key,
  value: sql`if(startsWith(e.2, '"'), JSONExtractString(e.2), e.2)`,
});

/**
 * The values inside a JSON text that are no object or list, with their paths: one container is opened in each of the
 * rounds, wherever there still is one. With a key, only what may lead to it is looked at, which is most of the cost.
 */
function entriesOf(json: Sql, key?: string): Sql {
  const members = sql`arrayMap(member -> (if(e.1 = '', member.1, concat(e.1, '.', member.1)), member.2), JSONExtractKeysAndValuesRaw(e.2))`;
  const wanted =
    key === undefined
      ? members
      : sql`arrayFilter(member -> member.1 = ${text(key)} OR member.1 = '' OR startsWith(${text(key)}, concat(member.1, '.')), ${members})`;
  const opened = sql`multiIf(
      startsWith(e.2, '{'), ${wanted},
      startsWith(e.2, '['), arrayMap(item -> (e.1, item), JSONExtractArrayRaw(e.2)),
      [e])`;
  // What begins as an object or a list and is none has nothing inside.
  const isJson = sql`startsWith(e.2, '{') OR startsWith(e.2, '[') OR isValidJSON(e.2)`;
  return sql`arrayFilter(e -> NOT startsWith(e.2, '{') AND NOT startsWith(e.2, '['),
    arrayFold((list, round) -> arrayFlatten(arrayMap(e -> ${opened}, list)), range(${int(maxEntryDepth)}),
      arrayFilter(e -> ${isJson}, [('', trim(BOTH ' \t\r\n' FROM ${json}))])))`;
}

/**
 * The text index leaves the payloads that may have the words of the key and the value; their content then
 * decides. The paths' parts are words of the JSON text as values are.
 */
function compilePayloadEntry(
  field: 'inputs' | 'outputs',
  tests: readonly PartTest[],
  { rows }: FilterScope,
): Sql {
  return sql`((project_id, trace_start, trace_id, id) IN (
    SELECT project_id, trace_start, trace_id, id FROM run_payloads FINAL
    WHERE ${rows} AND field = ${text(field)}${andTokens(tests.flatMap(tokensOfPart))}
      AND arrayExists(e -> ${compileParts(tests, entryParts(sql`e.1`))}, ${entriesOf(sql`content`, exactly(tests, 'key'))})))`;
}

/** What a payload with such an entry surely has; undefined when that is nothing the text index knows. */
export function entryCandidates({ of, tests }: RecordCondition): Sql | undefined {
  if (of !== 'inputs' && of !== 'outputs') return undefined;
  const tokens = tests.flatMap(tokensOfPart);
  return tokens.length === 0 ? undefined : sql`field = ${text(of)}${andTokens(tokens)}`;
}

const tokensOfPart = (test: PartTest): string[] =>
  'text' in test && !test.isNot ? tokensOfText(test.text) : [];

/** Feedback on the run itself; what is withdrawn is gone with FINAL. */
function compileFeedback(tests: readonly PartTest[], scope: FilterScope): Sql {
  const parts: Parts = {
    key: sql`key`,
    value: sql`if(startsWith(value, '"'), JSONExtractString(value), value)`,
    comment: sql`comment`,
    source: sql`source_type`,
    score: { value: sql`score`, isPresent: sql`has_score = 1` },
  };
  return sql`(id IN (SELECT run_id FROM feedback FINAL WHERE ${scope.workspace} AND ${compileParts(tests, parts)}))`;
}
