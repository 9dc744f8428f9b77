import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { filterFields } from '@runlight/run-model/filter';
import { useMemo, useRef } from 'react';
import type { RunFacetField } from '../../../gql/graphql.ts';
import { listFacetsQuery, metadataKeysQuery } from '../facets/facet-documents.ts';
import type { ListQuestion } from '../use-list-search.ts';
import { writtenAt } from './filter-tokens.ts';
import type { CompleteFilter, FilterOption } from './filter-option.ts';

/** Names of the filter bar whose values are counted by a facet. */
const facetOfField: Record<string, RunFacetField> = {
  status: 'STATUS',
  type: 'RUN_TYPE',
  name: 'NAME',
  model: 'MODEL',
  tag: 'TAG',
  user: 'USER',
  thread: 'THREAD',
  error: 'ERROR',
};

/** Completes names from the catalogue and the metadata that exist, and values from what runs have. */
export function useFilterCompletion(project: string, question: ListQuestion): CompleteFilter {
  const client = useApolloClient();
  const latest = useRef(question);
  latest.current = question;
  return useMemo(
    () => async (text, cursor) => {
      const written = writtenAt(text, cursor);
      if (!written) return null;
      const values = createLookUp(client, project, latest.current);
      const options =
        written.kind === 'value'
          ? await values.valuesOf(written.field)
          : [...fieldOptions(), ...(await values.keyOptions(written.text))];
      return { from: written.from, options };
    },
    [client, project],
  );
}

function fieldOptions(): FilterOption[] {
  return filterFields.map(({ name, type, description }) => ({
    label: name,
    detail: description,
    text: `${name}${/number|duration|time/.test(type) ? '>' : ':'}`,
    isName: true,
  }));
}

function createLookUp(client: ApolloClient, project: string, question: ListQuestion) {
  const { timeRange } = question;

  async function facet(field: RunFacetField, metadataKey?: string): Promise<FilterOption[]> {
    const { data } = await client.query({
      query: listFacetsQuery,
      variables: {
        project,
        fields: [field],
        metadataKeys: metadataKey === undefined ? null : [metadataKey],
        filter: question.scope === 'traces' ? { isRoot: true } : null,
        timeRange,
        first: 50,
      },
      fetchPolicy: 'cache-first',
      errorPolicy: 'ignore',
    });
    const isLower = field === 'STATUS' || field === 'RUN_TYPE';
    return (data?.project?.facets[0]?.values ?? []).map(({ value, count }) => ({
      label: isLower ? value.toLowerCase() : value,
      detail: String(count),
      text: quoted(isLower ? value.toLowerCase() : value),
    }));
  }

  return {
    /** Values that runs have for a name of the filter bar. */
    async valuesOf(field: string): Promise<FilterOption[]> {
      if (field.startsWith('metadata.')) return facet('METADATA', field.slice('metadata.'.length));
      const known = Object.hasOwn(facetOfField, field) ? facetOfField[field] : undefined;
      return known === undefined ? [] : facet(known);
    },
    /** Keys of metadata and feedback, once somebody begins to write one. */
    async keyOptions(text: string): Promise<FilterOption[]> {
      if (text.startsWith('feedback')) {
        const keys = await facet('FEEDBACK_KEY');
        return keys.map(({ label }) => ({
          label: `feedback.${label}`,
          text: `feedback.${label}`,
        }));
      }
      if (!text.startsWith('metadata') && text.length < 3) return [];
      const contains = text.replace(/^metadata\.?/, '').slice(0, 200);
      const { data } = await client.query({
        query: metadataKeysQuery,
        variables: { project, contains: contains === '' ? null : contains },
        fetchPolicy: 'cache-first',
        errorPolicy: 'ignore',
      });
      return (data?.project?.metadataKeys ?? []).map((key) => ({
        label: `metadata.${key}`,
        text: `metadata.${key}:`,
        isName: true,
      }));
    },
  };
}

/** As the filter bar reads it back. */
function quoted(value: string): string {
  return /^[\w.-]+$/.test(value) ? value : JSON.stringify(value);
}
