import { useQuery } from '@apollo/client/react';
import { PanelLeftClose } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { RunFilter as FilterTree } from '@runlight/run-model/filter';
import { errorWords } from '../../../api/error-words.ts';
import type { ListFacetsQuery, RunFilter, TimeRange } from '../../../gql/graphql.ts';
import { t } from '../../../i18n/index.ts';
import { remember, remembered } from '../../../lib/remember.ts';
import { facetValues, isFaceted, withFacet, withoutFacet } from '../model/facet-filter.ts';
import { facetSections, filterValueOf, metadataSection, sectionId } from './facet-sections.ts';
import type { FacetSection } from './facet-sections.ts';
import { FacetGroup } from './FacetGroup.tsx';
import { listFacetsQuery } from './facet-documents.ts';

export interface FacetSidebarProps {
  project: string;
  /** What the list is asked with, and the same as a tree for changing it. */
  filterInput: RunFilter;
  filter: FilterTree;
  timeRange: TimeRange;
  onFilter: (filter: FilterTree) => void;
  onClose: () => void;
}

type Facet = NonNullable<ListFacetsQuery['project']>['facets'][number];

/** What is in the list, counted; a click keeps only it, a second kind of click leaves it out. */
export function FacetSidebar(props: FacetSidebarProps) {
  const { filter, project } = props;
  const [open, setOpen] = useSections('runs.facetsOpen', 'STATUS,NAME,MODEL,TAG');
  const [keys, setKeys] = useSections(`runs.facetKeys.${project}`, '');
  const sections: FacetSection[] = [
    ...facetSections.map((section) => ({ kind: 'field' as const, ...section })),
    ...keys.map(metadataSection),
  ];
  const shown = sections.filter((section) => open.includes(sectionId(section)));
  const facets = useFacets(props, shown);
  return (
    <aside className="facets" aria-label={t('facets.title')}>
      <header className="facets-head">
        <h2>{t('facets.title')}</h2>
        <button
          type="button"
          className="icon-button"
          title={t('facets.close')}
          aria-label={t('facets.close')}
          onClick={props.onClose}
        >
          <PanelLeftClose size={15} aria-hidden />
        </button>
      </header>
      {facets.error ? (
        <p className="facets-error" role="alert">
          {errorWords(facets.error).text.slice(0, 200)}{' '}
          <button type="button" className="link-button" onClick={facets.retry}>
            {t('common.retry')}
          </button>
        </p>
      ) : null}
      {sections.map((section) => {
        const id = sectionId(section);
        const isMetadata = section.kind === 'metadata';
        return (
          <FacetGroup
            key={id}
            section={section}
            facet={facets.of(section)}
            isOpen={open.includes(id)}
            isLoading={facets.isLoading}
            isSet={isFaceted(filter, section.place)}
            filter={filter}
            listed={facetValues(filter, section.place)}
            onToggle={() => setOpen(toggled(open, id))}
            onMark={(value, mark) =>
              props.onFilter(withFacet(filter, section.place, filterValueOf(section, value), mark))
            }
            onClear={() => props.onFilter(withoutFacet(filter, section.place))}
            onRemove={isMetadata ? () => setKeys(toggled(keys, section.key)) : undefined}
            onValues={
              id === 'METADATA_KEY'
                ? (key) => {
                    if (!keys.includes(key)) setKeys([...keys, key]);
                    if (!open.includes(`metadata.${key}`)) setOpen([...open, `metadata.${key}`]);
                  }
                : undefined
            }
          />
        );
      })}
    </aside>
  );
}

const mostValues = 12;

/** Counts of the open sections, in one request; the last ones stand until new ones have come. */
function useFacets(props: FacetSidebarProps, shown: readonly FacetSection[]) {
  const { project, filterInput, timeRange } = props;
  const fields = shown.flatMap((section) => (section.kind === 'field' ? [section.field] : []));
  const metadataKeys = shown.flatMap((section) =>
    section.kind === 'metadata' ? [section.key] : [],
  );
  const key = JSON.stringify([fields, metadataKeys]);
  const variables = useMemo(
    () => ({
      project,
      fields: [...fields, ...(metadataKeys.length > 0 ? (['METADATA'] as const) : [])],
      metadataKeys,
      filter: filterInput,
      timeRange,
      first: mostValues,
    }),
    // `key` stands for the lists.
    // eslint-disable-next-line react/exhaustive-deps
    [project, key, filterInput, timeRange],
  );
  const { data, previousData, error, loading, refetch } = useQuery(listFacetsQuery, {
    variables,
    fetchPolicy: 'no-cache',
    skip: shown.length === 0,
  });
  const facets = (data ?? previousData)?.project?.facets ?? [];
  return {
    error: data ? undefined : error,
    isLoading: loading,
    retry: () => void refetch(),
    of: (section: FacetSection): Facet | undefined =>
      facets.find((facet) =>
        section.kind === 'field'
          ? facet.field === section.field
          : facet.field === 'METADATA' && facet.metadataKey === section.key,
      ),
  };
}

/** A list of names that this browser remembers. */
function useSections(key: string, fallback: string): [string[], (next: string[]) => void] {
  const [names, setNames] = useState(() => split(remembered<string>(key, fallback)));
  const change = (next: string[]) => {
    setNames(next);
    remember(key, next.map(encodeURIComponent).join(','));
  };
  return [names, change];
}

function split(text: string): string[] {
  try {
    return text.split(',').filter(Boolean).map(decodeURIComponent);
  } catch {
    return [];
  }
}

function toggled(names: readonly string[], name: string): string[] {
  return names.includes(name) ? names.filter((other) => other !== name) : [...names, name];
}
