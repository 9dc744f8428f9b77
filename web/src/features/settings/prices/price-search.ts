/** What the prices page keeps in its address. */
export interface PriceSearch {
  /** Words, or the name of a model. */
  q?: string | undefined;
  provider?: string | undefined;
}

export function parsePriceSearch(search: Record<string, unknown>): PriceSearch {
  const text = (value: unknown) =>
    typeof value === 'string' && value !== '' ? value.slice(0, 256) : undefined;
  const q = text(search['q']);
  const provider = text(search['provider']);
  return { ...(q === undefined ? {} : { q }), ...(provider === undefined ? {} : { provider }) };
}
