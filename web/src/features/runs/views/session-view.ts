import { parseListSearch } from '../model/list-search.ts';
import type { ListSearch, Scope } from '../model/list-search.ts';

const prefix = 'runlight.list.';

/** What the list of this tab showed last; empty when nothing was chosen. */
export function sessionSearch(project: string, scope: Scope): ListSearch {
  try {
    const text = sessionStorage.getItem(prefix + JSON.stringify([project, scope]));
    const kept: unknown = text === null ? {} : JSON.parse(text);
    return parseListSearch(kept as Record<string, unknown>);
  } catch {
    return {};
  }
}

export function keepSessionSearch(project: string, scope: Scope, search: ListSearch): void {
  const key = prefix + JSON.stringify([project, scope]);
  try {
    if (Object.keys(search).length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(search));
  } catch {
    // Private windows may refuse; then every list begins as it comes.
  }
}
