/** What the address of the project list says. */
export interface ProjectSearch {
  q?: string;
}

export function parseProjectSearch(raw: Record<string, unknown>): ProjectSearch {
  const q = ['string', 'number', 'boolean'].includes(typeof raw['q']) ? String(raw['q']) : '';
  return q.trim() === '' ? {} : { q: q.slice(0, 256) };
}
