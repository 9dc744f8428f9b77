import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import type { Completion, CompletionContext, CompletionSource } from '@codemirror/autocomplete';
import { filterFields } from '@runlight/run-model/filter';
import { useMemo, useRef } from 'react';
import type { RunFacetField } from '../../../gql/graphql.ts';
import { listFacetsQuery, metadataKeysQuery } from '../facets/facet-documents.ts';
import type { ListQuestion } from '../use-list-search.ts';
import { writtenAt } from './filter-tokens.ts';

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
export function useFilterCompletion(project: string, question: ListQuestion): CompletionSource {
  const client = useApolloClient();
  const latest = useRef(question);
  latest.current = question;
  return useMemo(
    () => async (context: CompletionContext) => {
      const text = context.state.doc.toString();
      const written = writtenAt(text, context.pos);
      if (!written) return null;
      const values = createLookUp(client, project, latest.current);
      const options =
        written.kind === 'value'
          ? await values.valuesOf(written.field)
          : [...fieldOptions(), ...(await values.keyOptions(written.text))];
      return { from: written.from, options, validFor: /^"?[\w.-]*$/ };
    },
    [client, project],
  );
}

function fieldOptions(): Completion[] {
  return filterFields.map(({ name, type, description }) => ({
    label: name,
    detail: description,
    apply: `${name}${/number|duration|time/.test(type) ? '>' : ':'}`,
  }));
}

function createLookUp(client: ApolloClient, project: string, question: ListQuestion) {
  const { timeRange } = question;

  async function facet(field: RunFacetField, metadataKey?: string): Promise<Completion[]> {
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
      apply: quoted(isLower ? value.toLowerCase() : value),
    }));
  }

  return {
    /** Values that runs have for a name of the filter bar. */
    async valuesOf(field: string): Promise<Completion[]> {
      if (field.startsWith('metadata.')) return facet('METADATA', field.slice('metadata.'.length));
      const known = Object.hasOwn(facetOfField, field) ? facetOfField[field] : undefined;
      return known === undefined ? [] : facet(known);
    },
    /** Keys of metadata and feedback, once somebody begins to write one. */
    async keyOptions(text: string): Promise<Completion[]> {
      if (text.startsWith('feedback')) {
        const keys = await facet('FEEDBACK_KEY');
        return keys.map(({ label }) => ({
          label: `feedback.${label}`,
          apply: `feedback.${label}`,
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
        apply: `metadata.${key}:`,
      }));
    },
  };
}

/** As the filter bar reads it back. */
function quoted(value: string): string {
  return /^[\w.-]+$/.test(value) ? value : JSON.stringify(value);
}
