import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { createClient } from 'graphql-ws';

/** What the server refused or could not answer; `code` is the contract, `message` is for people. */
export class GraphError extends Error {
  readonly code: string;
  /** Quote it when you report a problem. */
  readonly requestId: string | undefined;

  constructor(errors: readonly { message: string; extensions?: Record<string, unknown> }[]) {
    super(errors.map(({ message }) => message).join('\n'));
    this.name = 'GraphError';
    const { code, requestId } = errors[0]?.extensions ?? {};
    this.code = typeof code === 'string' ? code : 'INTERNAL';
    this.requestId = typeof requestId === 'string' ? requestId : undefined;
  }
}

export interface GraphClient {
  /** Runs a query or mutation. Throws GraphError, also when only a part could be answered. */
  request: <Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ) => Promise<Data>;
  /**
   * Events of a subscription until `signal` aborts. When the connection is cut it is made again, and
   * the events missed in between are replayed: the last `eventId` becomes the variable `after`.
   */
  events: <Data, Variables extends { after?: string | null }>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    options: { eventIdOf: (data: Data) => string; signal?: AbortSignal },
  ) => AsyncIterable<Data>;
  close: () => Promise<void>;
}

/** A client for one Runlight, by API key. */
export function createGraphClient({ url, apiKey }: { url: string; apiKey: string }): GraphClient {
  const endpoint = new URL('/graphql', url);
  const socketUrl = new URL(endpoint);
  socketUrl.protocol = endpoint.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = createClient({
    url: socketUrl.href,
    connectionParams: { apiKey },
    // Restarts of the server and network cuts pass; go on trying, with growing pauses in between.
    retryAttempts: Infinity,
    shouldRetry: () => true,
  });

  return {
    async request(document, variables) {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-api-key': apiKey },
        body: JSON.stringify({ query: print(document), variables }),
      });
      const { data, errors } = (await response.json()) as {
        data?: ReturnType<NonNullable<(typeof document)['__apiType']>> | null;
        errors?: { message: string; extensions?: Record<string, unknown> }[];
      };
      if (errors?.length) throw new GraphError(errors);
      if (!data) throw new GraphError([{ message: `The server answered ${response.status}` }]);
      return data;
    },

    async *events(document, variables, { eventIdOf, signal }) {
      // The client sends this very object again after a cut, so the position is written into it.
      const position = { ...variables };
      const results = socket.iterate<ReturnType<NonNullable<(typeof document)['__apiType']>>>({
        query: print(document),
        variables: position,
      });
      const stop = () => void results.return?.();
      signal?.addEventListener('abort', stop, { once: true });
      try {
        for await (const { data, errors } of results) {
          if (errors?.length)
            throw new GraphError(
              errors.map(({ message, extensions }) => ({
                message,
                ...(extensions ? { extensions } : {}),
              })),
            );
          if (!data) continue;
          position.after = eventIdOf(data);
          yield data;
        }
      } finally {
        signal?.removeEventListener('abort', stop);
      }
    },

    close: async () => {
      await socket.dispose();
    },
  };
}
