/** What the address of a comparison says. */
export interface CompareSearch {
  a?: string;
  b?: string;
  /** The selected run, of either trace. */
  run?: string;
}

/** Reads the search of `/w/$workspace/compare-traces`. */
export function parseCompareSearch(search: Record<string, unknown>): CompareSearch {
  const { a, b, run } = search;
  return {
    ...(typeof a === 'string' && a !== '' ? { a } : {}),
    ...(typeof b === 'string' && b !== '' ? { b } : {}),
    ...(typeof run === 'string' && run !== '' ? { run } : {}),
  };
}
