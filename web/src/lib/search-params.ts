export type SearchParams = Record<string, unknown>;

/** Reads a query string: everything is text, a key that repeats is a list. Never throws. */
export function parseSearchParams(text: string): SearchParams {
  const params = new URLSearchParams(text);
  const search: SearchParams = {};
  for (const key of new Set(params.keys())) {
    const values = params.getAll(key);
    search[key] = values.length === 1 ? values[0] : values;
  }
  return search;
}

/** Prints a query string with its `?`; empty when there is nothing to say. */
export function printSearchParams(search: SearchParams): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof one === 'string' || typeof one === 'number') params.append(key, String(one));
    }
  }
  return params.size === 0 ? '' : `?${params.toString()}`;
}
