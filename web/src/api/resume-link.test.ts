import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { buildSchema } from 'graphql';
import { createClient } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { createResumeLink } from './resume-link.ts';

const schema = buildSchema(`
  type Query { ok: Boolean }
  type Event { eventId: String! }
  type Subscription { runEvents(projectId: ID!, after: String): Event! }
`);

const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
await once(server, 'listening');
const cursors: (string | null)[] = [];
const last = 6;
let sent = 0;

/** Events 1…6 after the cursor; each time the socket is cut behind the second one. */
async function* runEvents(after: string | null) {
  cursors.push(after);
  for (let number = Number(after ?? 0) + 1; number <= last; number += 1) {
    sent += 1;
    yield { data: { runEvents: { eventId: String(number) } } };
    if (sent % 2 === 0 && number < last) {
      setImmediate(() => {
        for (const socket of server.clients) socket.terminate();
      });
      // The socket is gone by then, and with it whoever listened.
      await once(server, 'connection');
      return;
    }
  }
}

// eslint-disable-next-line react/rules-of-hooks
const stopServing = useServer(
  {
    schema,
    subscribe: ({ variableValues }) => runEvents((variableValues?.['after'] as string) ?? null),
  },
  server,
);
const { port } = server.address() as AddressInfo;
const socket = createClient({
  url: `ws://127.0.0.1:${port}`,
  retryAttempts: 10,
  retryWait: () => Promise.resolve(),
  shouldRetry: () => true,
});
after(async () => {
  await socket.dispose();
  await stopServing.dispose();
  server.close();
});

test('a cut socket loses no event and repeats none', { timeout: 10_000 }, async () => {
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.from([createResumeLink(), new GraphQLWsLink(socket)]),
  });
  const received: string[] = [];
  const variables = { projectId: 'p', after: null };
  await new Promise<void>((resolve, reject) => {
    client
      .subscribe<{ runEvents: { eventId: string } }>({
        query: gql`
          subscription ($projectId: ID!, $after: String) {
            runEvents(projectId: $projectId, after: $after) {
              eventId
            }
          }
        `,
        variables,
        fetchPolicy: 'no-cache',
      })
      .subscribe({
        next: ({ data, error }) => {
          if (error) reject(error);
          else if (data) received.push(data.runEvents.eventId);
        },
        error: reject,
        complete: resolve,
      });
  });
  assert.deepEqual(received, ['1', '2', '3', '4', '5', '6']);
  assert.deepEqual(cursors, [null, '2', '4']);
  assert.equal(variables.after, null, 'the variables of the caller are its own');
});
