import { Filter } from 'lucide-react';
import { createContext, useContext } from 'react';
import { t } from '../../../i18n/index.ts';
import { AddressLink } from '../../../ui/AddressLink.tsx';
import type { JsonPath } from '../payload/json-rows.ts';
import { valueFilterText } from '../payload/value-filter.ts';
import type { FilteredPart } from '../payload/value-filter.ts';

/** Address of the list of runs under a filter text; undefined where there is no list to go to. */
export type FilterLink = ((filterText: string) => string) | undefined;

const FilterLinkContext = createContext<FilterLink>(undefined);
export const FilterLinkProvider = FilterLinkContext.Provider;

const PartContext = createContext<FilteredPart | undefined>(undefined);
/** Says that what is inside shows a run's inputs or outputs from their top. */
export const FilteredPartProvider = PartContext.Provider;

/** Leads to the runs that have the same value at the same place. */
export function ValueFilterLink({ path, value }: { path: JsonPath; value: unknown }) {
  const part = useContext(PartContext);
  const link = useContext(FilterLinkContext);
  const text = part && link ? valueFilterText(part, path, value) : undefined;
  if (text === undefined) return null;
  return (
    <AddressLink
      href={link!(text)}
      className="icon-button"
      title={t('trace.json.filterBy', { filter: text.slice(0, 120) })}
      aria-label={t('trace.json.filterByValue')}
    >
      <Filter size={13} aria-hidden />
    </AddressLink>
  );
}
