import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { Observable } from '@apollo/client/utilities';
import { GraphQLError } from 'graphql';
import type {
  SharedRunDetailsQuery,
  SharedRunRowFragment,
  TracePageQuery,
  TracePayloadLinkQuery,
  TraceRunDetailsQuery,
  TraceRunRawQuery,
  TraceStartQuery,
} from '../../gql/graphql.ts';
import { sharedPageQuery, sharedRunQuery } from './share-documents.ts';

type Variables = Record<string, unknown>;
type SharedRun = NonNullable<NonNullable<SharedRunDetailsQuery['shared']>['run']>;

/** Asks with nothing but the link's token: no cookie, and the server lets it see no other field. */
export function createShareClient(token: string): ApolloClient {
  return new ApolloClient({
    link: new HttpLink({
      uri: '/graphql',
      credentials: 'omit',
      headers: { 'x-share-token': token },
    }),
    cache: new InMemoryCache(),
    dataMasking: true,
  });
}

/**
 * A client that answers the questions of the trace view from what a public link shows, so that there is
 * one trace view. Whatever else is asked has no answer. What is not public is empty.
 */
export function createSharedTraceClient(
  client: ApolloClient,
  { token, isThread }: { token: string; isThread: boolean },
): ApolloClient {
  const answers = createAnswers(client, token, isThread);
  const link = new ApolloLink(({ operationName, variables }) => {
    const answer = answers[operationName ?? ''];
    if (!answer) return new Observable((observer) => observer.error(notPublic()));
    return new Observable((observer) => {
      answer(variables).then(
        (data) => {
          observer.next({ data });
          observer.complete();
        },
        (error: unknown) => observer.error(error),
      );
    });
  });
  return new ApolloClient({ link, cache: new InMemoryCache(), dataMasking: true });
}

const notPublic = () =>
  new GraphQLError('This is not public', { extensions: { code: 'NOT_FOUND' } });

const pageSize = 500;

function createAnswers(client: ApolloClient, token: string, isThread: boolean) {
  async function page(variables: Variables): Promise<TracePageQuery & TraceStartQuery> {
    const first = Math.min(Number(variables['first']), pageSize);
    const { data } = await client.query({
      query: sharedPageQuery,
      variables: {
        token,
        first,
        after: (variables['after'] as string | undefined) ?? null,
        traceUuid: isThread ? (variables['id'] as string) : null,
      },
      fetchPolicy: 'no-cache',
    });
    const shared = data?.shared;
    if (!shared) return { trace: null };
    const { nodes, pageInfo } = shared.runs;
    return {
      trace: {
        __typename: 'Trace',
        uuid: String(variables['id']),
        root: null,
        // Of a thread the link counts turns; the pages say when there are no more runs.
        runCount: isThread ? nodes.length : shared.runCount,
        endedAt: shared.root?.endedAt ?? null,
        runs: {
          __typename: 'RunConnection',
          nodes: nodes.map(rowOf),
          pageInfo: { ...pageInfo, __typename: 'PageInfo' },
        },
      },
    };
  }

  async function run(variables: Variables): Promise<SharedRun | null> {
    const { data } = await client.query({
      query: sharedRunQuery,
      variables: { token, uuid: String(variables['id']) },
      fetchPolicy: 'no-cache',
    });
    return data?.shared?.run ?? null;
  }

  const answers: Record<string, (variables: Variables) => Promise<object>> = {
    TraceStart: page,
    TracePage: page,
    TraceRunDetails: async (variables): Promise<TraceRunDetailsQuery> => {
      const shown = await run(variables);
      return { run: shown && detailsOf(shown) };
    },
    TraceRunRaw: async (variables): Promise<TraceRunRawQuery> => ({
      run: {
        __typename: 'Run',
        id: String(variables['id']),
        events: null,
        extra: null,
        serialized: null,
      },
    }),
    TracePayloadLink: async (variables): Promise<TracePayloadLinkQuery> => {
      const shown = await run(variables);
      const payload = variables['field'] === 'INPUTS' ? shown?.inputs : shown?.outputs;
      return {
        run: shown && {
          __typename: 'Run',
          id: shown.uuid,
          payload: payload ? { __typename: 'Payload', url: payload.url } : null,
          media: shown.media,
        },
      };
    },
  };
  return answers;
}

/** Of a public run the UUID is all the id there is. */
const rowOf = (run: SharedRunRowFragment) => ({
  ...run,
  __typename: 'Run' as const,
  id: run.uuid,
  isPartial: false,
});

function detailsOf(run: SharedRun): TraceRunDetailsQuery['run'] {
  const { error, inputs, outputs, ...rest } = run;
  return {
    ...rest,
    __typename: 'Run',
    id: run.uuid,
    threadId: null,
    tags: [],
    metadata: {},
    warnings: [],
    inputsBytes: inputs?.sizeBytes ?? 0,
    outputsBytes: outputs?.sizeBytes ?? 0,
    inputs,
    outputs,
    errorFull: error,
    feedback: [],
  };
}
