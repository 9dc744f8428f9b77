import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { relayStylePagination } from '@apollo/client/utilities';
import { OperationTypeNode } from 'graphql';
import { createResumeLink } from './resume-link.ts';
import { createSocket } from './socket.ts';

export interface Api {
  client: ApolloClient;
  /** Every later request acts in this workspace; undefined lets the server choose. */
  setTenant: (workspaceUuid: string | undefined) => void;
}

export interface ApiOptions {
  origin: string;
  onSignedOut: () => void;
}

/** Queries and mutations over HTTP with the session cookie, subscriptions over one socket. */
export function createApi({ origin, onSignedOut }: ApiOptions): Api {
  let tenant: string | undefined;
  const socket = createSocket({
    url: `${origin.replace(/^http/, 'ws')}/graphql`,
    tenant: () => tenant,
    onRefused: onSignedOut,
  });
  const http = ApolloLink.from([
    new SetContextLink(() => (tenant === undefined ? {} : { headers: { 'x-tenant-id': tenant } })),
    new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
  ]);
  const live = ApolloLink.from([createResumeLink(), new GraphQLWsLink(socket)]);
  const client = new ApolloClient({
    link: ApolloLink.from([
      new ErrorLink(({ error }) => {
        if (isSignedOut(error)) onSignedOut();
      }),
      ApolloLink.split(
        ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
        live,
        http,
      ),
    ]),
    cache: createCache(),
    dataMasking: true,
  });
  return {
    client,
    setTenant: (workspaceUuid) => {
      tenant = workspaceUuid;
    },
  };
}

function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: {
      RunEvent: ['RunChanged', 'RunEventsGap'],
      IngestProblemEvent: [
        'IngestProblemChanged',
        'IngestProblemRemoved',
        'IngestProblemEventsGap',
      ],
    },
    typePolicies: {
      Query: { fields: { projects: relayStylePagination(['nameContains']) } },
      Workspace: { fields: { ingestProblems: relayStylePagination(['filter']) } },
      // Without an id of its own; each session has one.
      Viewer: { merge: true },
    },
  });
}

export function isSignedOut(error: unknown): boolean {
  if (ServerError.is(error)) return error.statusCode === 401;
  return (
    CombinedGraphQLErrors.is(error) &&
    error.errors.some((entry) => entry.extensions?.['code'] === 'UNAUTHENTICATED')
  );
}
