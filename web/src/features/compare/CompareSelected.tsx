import { useApolloClient } from '@apollo/client/react';
import { GitCompareArrows } from 'lucide-react';
import { useState } from 'react';
import { errorWords } from '../../api/error-words.ts';
import { graphql } from '../../gql/index.ts';
import { t } from '../../i18n/index.ts';

const tracesOfRunsQuery = graphql(`
  query CompareTracesOfRuns($ids: [ID!]!) {
    runs(ids: $ids, first: 2) {
      nodes {
        id
        uuid
        traceUuid
      }
    }
  }
`);

interface CompareSelectedProps {
  /** Ticked runs; anything but two cannot be compared. */
  runUuids: readonly string[];
  onCompare: (a: string, b: string) => void;
}

/** Compares the traces of two ticked runs: the one that was ticked first is what the other is measured against. */
export function CompareSelected({ runUuids, onCompare }: CompareSelectedProps) {
  const client = useApolloClient();
  const [problem, setProblem] = useState<string>();
  if (runUuids.length !== 2) return null;
  const compare = async () => {
    try {
      const { data } = await client.query({
        query: tracesOfRunsQuery,
        variables: { ids: [...runUuids] },
        fetchPolicy: 'no-cache',
      });
      const traces = new Map(data?.runs.nodes.map(({ uuid, traceUuid }) => [uuid, traceUuid]));
      const [a, b] = runUuids.map((uuid) => traces.get(uuid));
      if (a === undefined || b === undefined) setProblem(t('compare.missing'));
      else onCompare(a, b);
    } catch (error) {
      setProblem(errorWords(error).text);
    }
  };
  return (
    <button type="button" className="button" title={problem} onClick={() => void compare()}>
      <GitCompareArrows size={14} aria-hidden />{' '}
      {problem === undefined ? t('compare.compare') : problem.slice(0, 60)}
    </button>
  );
}
