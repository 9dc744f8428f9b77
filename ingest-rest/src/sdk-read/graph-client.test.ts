import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { isAppError } from '@runlight/service';
import { createGraphClient } from './graph-client.ts';

// What the graph refuses becomes a refusal of ours; only what it does not say is our mistake.

let code = '';
const graph = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ errors: [{ message: 'no', extensions: { code } }] }));
});
before(async () => {
  graph.listen(0, '127.0.0.1');
  await once(graph, 'listening');
});
after(() => graph.close());

const words: Record<string, string> = {
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  UNRESOLVED_REFERENCE: 'NOT_FOUND',
  COST_LIMIT_EXCEEDED: 'BAD_USER_INPUT',
  SUBGRAPH_UNAVAILABLE: 'UNAVAILABLE',
  TIMEOUT: 'TIMEOUT',
  INTERNAL: 'INTERNAL',
  constructor: 'INTERNAL',
};
for (const [given, expected] of Object.entries(words)) {
  test(`${given} is told as ${expected}`, async () => {
    code = given;
    const { port } = graph.address() as AddressInfo;
    const client = createGraphClient({ graphUrl: `http://127.0.0.1:${port}/graphql` });
    await assert.rejects(
      client({}, 'test').ask('{ viewer { id } }'),
      (error) => isAppError(error) && error.code === expected,
    );
  });
}
