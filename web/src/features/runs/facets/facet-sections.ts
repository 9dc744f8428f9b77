import type { FacetPlace } from '../model/facet-filter.ts';

/** Sections that every project has; `field` is the name in the graph. */
export const facetSections = [
  { field: 'STATUS', place: { kind: 'text', field: 'status' } },
  { field: 'RUN_TYPE', place: { kind: 'text', field: 'runType' } },
  { field: 'NAME', place: { kind: 'text', field: 'name' } },
  { field: 'MODEL', place: { kind: 'text', field: 'model' } },
  { field: 'TAG', place: { kind: 'text', field: 'tag' } },
  { field: 'ERROR', place: { kind: 'part', field: 'error' } },
  { field: 'USER', place: { kind: 'text', field: 'userId' } },
  { field: 'THREAD', place: { kind: 'text', field: 'threadId' } },
  { field: 'FEEDBACK_KEY', place: { kind: 'key', of: 'feedback' } },
  { field: 'METADATA_KEY', place: { kind: 'key', of: 'metadata' } },
] as const satisfies { field: string; place: FacetPlace }[];

export type FacetField = (typeof facetSections)[number]['field'];

/** A section on screen: a field of the graph, or the values of one metadata key. */
export type FacetSection =
  | { kind: 'field'; field: FacetField; place: FacetPlace }
  | { kind: 'metadata'; key: string; place: FacetPlace };

export function metadataSection(key: string): FacetSection {
  return { kind: 'metadata', key, place: { kind: 'entry', of: 'metadata', key } };
}

/** Identifies a section in what is remembered. */
export function sectionId(section: FacetSection): string {
  return section.kind === 'field' ? section.field : `metadata.${section.key}`;
}

/** How the graph writes a value is not always how the filter does. */
export function filterValueOf(section: FacetSection, value: string): string {
  const isEnum =
    section.kind === 'field' && (section.field === 'STATUS' || section.field === 'RUN_TYPE');
  return isEnum ? value.toLowerCase() : value;
}
