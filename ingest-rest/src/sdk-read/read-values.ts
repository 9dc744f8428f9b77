import { parseTime, parseUuid } from '@runlight/run-model';
import { invalidInput } from '@runlight/service';

// Values of bodies and query strings, as loosely as the SDKs write them: null is absent, unknown keys are
// nobody's mistake (langsmith-protocol §1.3, §4.2).

export type Source = Record<string, unknown>;

export function text(source: Source, name: string, maxLength = 4096): string | undefined {
  const value = source[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw invalidInput(`${name} must be a text`);
  if (value.length > maxLength) throw invalidInput(`${name} has at most ${maxLength} characters`);
  return value;
}

/** A list, or one value that stands for it. */
export function texts(source: Source, name: string, maxLength = 1000): string[] {
  const value = source[name];
  if (value === undefined || value === null || value === '') return [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.length > maxLength) throw invalidInput(`${name} has at most ${maxLength} values`);
  return list.map((item) => {
    if (typeof item !== 'string') throw invalidInput(`${name} must be a list of texts`);
    return item;
  });
}

export function uuid(source: Source, name: string): string | undefined {
  const value = text(source, name);
  return value === undefined ? undefined : requireUuid(value, name);
}

export const uuids = (source: Source, name: string): string[] =>
  texts(source, name).map((item) => requireUuid(item, name));

export function requireUuid(value: unknown, name: string): string {
  const parsed = parseUuid(value);
  if (parsed === undefined) throw invalidInput(`${name} must be a UUID`);
  return parsed;
}

/** `true`/`false`, as Python writes them too. */
export function flag(source: Source, name: string): boolean | undefined {
  const value = source[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (value === true || value === 'true' || value === 'True') return true;
  if (value === false || value === 'false' || value === 'False') return false;
  throw invalidInput(`${name} must be true or false`);
}

/** A whole number from `least` on; more than `most` is read as `most`. */
export function count(
  source: Source,
  name: string,
  { least = 0, most, fallback }: { least?: number; most: number; fallback: number },
): number {
  const value = source[name];
  if (value === undefined || value === null || value === '') return fallback;
  const parsed = typeof value === 'string' ? Number(value) : value;
  if (typeof parsed !== 'number' || !Number.isSafeInteger(parsed) || parsed < least) {
    throw invalidInput(`${name} must be a whole number from ${least}`);
  }
  return Math.min(parsed, most);
}

/** An instant in microseconds since 1970; without a zone it is UTC. */
export function instantUs(source: Source, name: string): number | undefined {
  const value = source[name];
  if (value === undefined || value === null || value === '') return undefined;
  // Python's str(datetime) has a blank where ISO has a T.
  const parsed = parseTime(typeof value === 'string' ? value.replace(' ', 'T') : value);
  if (parsed === undefined) throw invalidInput(`${name} must be a time`);
  return parsed;
}

/** A JSON object, or the text of one (query strings carry objects so). */
export function object(source: Source, name: string): Source | undefined {
  const value = source[name];
  if (value === undefined || value === null || value === '') return undefined;
  const parsed = typeof value === 'string' ? parseJson(value, name) : value;
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw invalidInput(`${name} must be a JSON object`);
  }
  return parsed as Source;
}

function parseJson(content: string, name: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw invalidInput(`${name} must be a JSON object`);
  }
}

/** Milliseconds of the graph as seconds of the protocol. */
export const seconds = (ms: number | null | undefined): number | null =>
  ms === null || ms === undefined ? null : ms / 1000;

/** A decimal or a whole number of the graph, which come as text, as a number of JSON. */
export const number = (text: string | null | undefined): number | null =>
  text === null || text === undefined ? null : Number(text);

/** The subtypes of one side, such as `cache_read`, of token counts by their names on the wire. */
export function tokenDetails(
  counts: Readonly<Record<string, number>> | null | undefined,
  side: 'input' | 'output',
): Record<string, number> {
  const prefix = `${side}_token_details.`;
  return Object.fromEntries(
    Object.entries(counts ?? {})
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, tokens]) => [name.slice(prefix.length), tokens]),
  );
}
