import { TupleParam } from '@clickhouse/client';
import { invariant } from '@runlight/service';

// Queries are put together from constant text and bound parameters only: a value can never become
// SQL, because there is no way to turn a string into a fragment.

/** A value that travels to the server as a typed parameter. */
interface Parameter {
  type: string;
  value: unknown;
}

/** Constant text with parameters between; fragments compose by being put into another one. */
export interface Sql {
  readonly texts: readonly string[];
  readonly parameters: readonly Parameter[];
}

const builtHere = new WeakSet<object>();

function seal(texts: string[], parameters: Parameter[]): Sql {
  const fragment = Object.freeze({ texts, parameters });
  builtHere.add(fragment);
  return fragment;
}

const value = (type: string, content: unknown): Sql => seal(['', ''], [{ type, value: content }]);

/** The tag of every query. Interpolates only what the functions below or the tag itself made. */
export function sql(strings: TemplateStringsArray, ...parts: Sql[]): Sql {
  const texts = [strings[0]!];
  const parameters: Parameter[] = [];
  parts.forEach((part, index) => {
    invariant(builtHere.has(part), 'queries are made of constants and bound parameters');
    texts[texts.length - 1] += part.texts[0]!;
    texts.push(...part.texts.slice(1));
    parameters.push(...part.parameters);
    texts[texts.length - 1] += strings[index + 1]!;
  });
  return seal(texts, parameters);
}

export const empty: Sql = sql``;

/** Fragments with a constant separator between them: `join(conditions, sql` AND `)`. */
export function join(parts: readonly Sql[], separator: Sql = sql`, `): Sql {
  return parts.reduce(
    (all, part, index) => (index === 0 ? part : sql`${all}${separator}${part}`),
    empty,
  );
}

export const uuid = (id: string): Sql => value('UUID', id);
export const text = (content: string): Sql => value('String', content);
export const bool = (content: boolean): Sql => value('Bool', content);
export const float = (content: number): Sql => value('Float64', content);

/** A whole number; bigint for what does not fit a double. */
export function int(content: number | bigint): Sql {
  invariant(typeof content === 'bigint' || Number.isSafeInteger(content), 'int() takes integers');
  return value('Int64', content.toString());
}

/** An unsigned whole number, for versions. */
export const unsigned = (content: bigint): Sql => value('UInt64', content.toString());

/** Microseconds since 1970 as `DateTime64(6, 'UTC')`; folds to a constant, so keys still prune. */
export const instantUs = (us: number): Sql => sql`fromUnixTimestamp64Micro(${int(us)}, 'UTC')`;

/** A list as one parameter, for `IN`; ClickHouse takes some 3,000 ids (128 KiB) in one. */
export const uuids = (ids: readonly string[]): Sql => value('Array(UUID)', ids);
export const texts = (contents: readonly string[]): Sql => value('Array(String)', contents);
export const floats = (contents: readonly number[]): Sql => value('Array(Float64)', contents);

const tupleTypes = { uuid: 'UUID', instantUs: "DateTime64(6, 'UTC')", text: 'String' } as const;

/**
 * Rows of several columns for `(a, b) IN …`. One literal set prunes by the primary key, which arrays
 * zipped by the server do not. Some 500 rows at most: the server takes 128 KiB per parameter.
 */
export function tuples(
  columns: readonly (keyof typeof tupleTypes)[],
  rows: readonly (readonly (string | number)[])[],
): Sql {
  const type = `Array(Tuple(${columns.map((column) => tupleTypes[column]).join(', ')}))`;
  const cell = (content: string | number) =>
    typeof content === 'number' ? formatDateTime(content) : content;
  return value(
    type,
    rows.map((row) => new TupleParam(row.map(cell))),
  );
}

/** `2026-01-02 03:04:05.678901`, as the server reads a time inside a tuple. */
function formatDateTime(us: number): string {
  const ms = Math.floor(us / 1000);
  const rest = String(us - ms * 1000).padStart(3, '0');
  return new Date(ms).toISOString().replace('T', ' ').replace('Z', rest);
}

/** Values in parentheses for `IN`; an empty list holds nothing. */
export function list(parts: readonly Sql[]): Sql {
  return parts.length === 0 ? sql`(NULL)` : sql`(${join(parts)})`;
}

/** Text with `{p1:UUID}` placeholders, and the parameters by name. */
export function render(query: Sql): { text: string; parameters: Record<string, unknown> } {
  const parameters: Record<string, unknown> = {};
  let rendered = query.texts[0]!;
  query.parameters.forEach((parameter, index) => {
    const name = `p${index + 1}`;
    parameters[name] = parameter.value;
    rendered += `{${name}:${parameter.type}}${query.texts[index + 1]!}`;
  });
  return { text: rendered, parameters };
}
