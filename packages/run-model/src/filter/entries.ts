/** A value with the dotted path to it. */
export interface Entry {
  key: string;
  value: string;
}

/** Objects and lists around a value; what lies deeper has no entry. */
export const maxEntryDepth = 12;

/**
 * The values of a JSON text that are no object or list, as text: texts by their content, others as JSON writes
 * them. Places in lists are left out of the path. None for what is not JSON.
 */
export function jsonEntries(json: string): Entry[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return [];
  }
  return entriesIn(value, '', 0);
}

function entriesIn(value: unknown, path: string, depth: number): Entry[] {
  if (typeof value !== 'object' || value === null) {
    return [{ key: path, value: typeof value === 'string' ? value : JSON.stringify(value) }];
  }
  if (depth === maxEntryDepth) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item) => entriesIn(item, path, depth + 1));
  }
  return Object.entries(value).flatMap(([name, inner]) =>
    entriesIn(inner, path === '' ? name : `${path}.${name}`, depth + 1),
  );
}

/** Metadata as they are, and what lies in those that are JSON objects, by dotted paths. */
export function metadataEntries(metadata: Readonly<Record<string, string>>): Entry[] {
  return Object.entries(metadata).flatMap(([key, value]) => {
    const entry = { key, value };
    if (!value.startsWith('{')) return [entry];
    const inside = jsonEntries(value).map((one) => ({ ...one, key: `${key}.${one.key}` }));
    return [entry, ...inside];
  });
}
