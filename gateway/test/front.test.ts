import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startGateway } from './support/gateway.ts';
import type { TestGateway } from './support/gateway.ts';

// The front door: ingest behind a streaming proxy, web files, sign-in, headers, odd paths.

let ingest: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let gateway: TestGateway;
let webDir: string;

before(async () => {
  ingest = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => ingest.listen(0, '127.0.0.1', resolve));
  webDir = await mkdtemp(join(tmpdir(), 'runlight web '));
  await mkdir(join(webDir, 'assets'));
  await writeFile(join(webDir, 'index.html'), '<!doctype html><title>the client</title>');
  await writeFile(join(webDir, 'assets', 'app-4f3a.js'), 'export {}');
  await writeFile(join(webDir, 'favicon.svg'), '<svg/>');
  gateway = await startGateway({
    ingestUrl: `http://127.0.0.1:${(ingest.address() as AddressInfo).port}`,
    webDir,
    authHandler: async (request, address) => {
      const headers = new Headers({ 'content-type': 'application/json' });
      headers.append('set-cookie', 'a=1');
      headers.append('set-cookie', 'b=2');
      const body = request.method === 'POST' ? await request.text() : '';
      return new Response(JSON.stringify({ url: request.url, body, address }), {
        status: 201,
        headers,
      });
    },
  });
});
after(async () => {
  await gateway.close();
  ingest.closeAllConnections();
  ingest.close();
  await rm(webDir, { recursive: true });
});

const page = { headers: { accept: 'text/html,application/xhtml+xml' } };

test('passes SDK requests on under each prefix, with our request id and without spoofed headers', async () => {
  for (const prefix of ['', '/api', '/api/v1']) {
    for (const path of ['/info', '/runs/batch?a=%2F', '/runs', '/otel/v1/traces', '/feedback/1']) {
      const seen = await new Promise<IncomingMessage>((resolve, reject) => {
        answer = (request, response) => {
          resolve(request);
          response.end('{}');
        };
        fetch(gateway.url + prefix + path, {
          headers: {
            'x-api-key': 'k',
            'x-forwarded-for': '6.6.6.6',
            'x-internal-auth': 'me',
            'x-runlight-client-address': '6.6.6.6',
            cookie: 'session=1',
            'x-request-id': 'request-4711',
          },
        }).catch(reject);
      });
      assert.equal(seen.url, prefix + path);
      assert.equal(seen.headers['x-api-key'], 'k');
      assert.equal(seen.headers['x-forwarded-for'], '127.0.0.1');
      assert.equal(seen.headers['x-request-id'], 'request-4711');
      for (const name of ['x-internal-auth', 'x-runlight-client-address', 'cookie']) {
        assert.equal(seen.headers[name], undefined, name);
      }
    }
  }
});

test('streams both ways without holding a body back', async () => {
  answer = (request, response) => {
    response.writeHead(202, { 'x-batch-id': 'b1' });
    // Each part comes back before the next one is sent.
    request.on('data', (chunk: Buffer) => response.write(chunk));
    request.on('end', () => response.end());
  };
  const client = httpRequest(`${gateway.url}/runs/multipart`, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-encoding': 'zstd' },
  });
  client.write('part 1');
  const response = await new Promise<IncomingMessage>((resolve) =>
    client.once('response', resolve),
  );
  assert.equal(response.statusCode, 202);
  assert.equal(response.headers['x-batch-id'], 'b1');
  const chunks = response[Symbol.asyncIterator]();
  assert.equal(String((await chunks.next()).value), 'part 1');
  client.write('part 2');
  assert.equal(String((await chunks.next()).value), 'part 2');
  client.end();
  assert.equal((await chunks.next()).done, true);
});

test('passes a body of 25 MiB and the answer with its Retry-After', async () => {
  answer = (request, response) => {
    let bytes = 0;
    request.on('data', (chunk: Buffer) => (bytes += chunk.length));
    request.on('end', () => {
      response.writeHead(429, { 'retry-after': '7', 'content-type': 'application/json' });
      response.end(JSON.stringify({ bytes }));
    });
  };
  const response = await fetch(`${gateway.url}/api/v1/runs/batch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: Buffer.alloc(25 * 2 ** 20),
  });
  assert.equal(response.status, 429);
  assert.equal(response.headers.get('retry-after'), '7');
  assert.deepEqual(await response.json(), { bytes: 25 * 2 ** 20 });
});

test('passes an answer that comes before the body was read', async () => {
  answer = (_request, response) => {
    response.writeHead(413);
    response.end('too large');
  };
  const response = await fetch(`${gateway.url}/runs/batch`, {
    method: 'POST',
    body: Buffer.alloc(5_000_000),
  });
  assert.equal(response.status, 413);
  assert.equal(await response.text(), 'too large');
});

test('answers 503 with Retry-After while ingest is away, and recovers', async () => {
  const away = await startGateway({ ingestUrl: 'http://127.0.0.1:1' });
  for (const method of ['GET', 'POST', 'PATCH']) {
    const response = await fetch(`${away.url}/runs/batch`, { method });
    assert.equal(response.status, 503);
    assert.equal(response.headers.get('retry-after'), '2');
  }
  await away.close();
  answer = (request) => request.socket.destroy();
  assert.equal((await fetch(`${gateway.url}/runs`, { method: 'POST', body: 'a' })).status, 503);
  answer = (_request, response) => response.end('back');
  assert.equal((await fetch(`${gateway.url}/runs`, { method: 'POST', body: 'a' })).status, 200);
});

test('serves the web client: hashed files for ever, its page for its paths', async () => {
  const asset = await fetch(`${gateway.url}/assets/app-4f3a.js`);
  assert.equal(asset.headers.get('cache-control'), 'public, max-age=31536000, immutable');
  assert.match(asset.headers.get('content-type') ?? '', /javascript/);
  for (const path of ['/', '/w/default/p/a%20b/runs', '/sign-in?token=t', '/index.html']) {
    const response = await fetch(gateway.url + path, page);
    assert.equal(response.status, 200, path);
    assert.equal(response.headers.get('cache-control'), 'no-cache');
    assert.match(await response.text(), /the client/);
  }
  assert.equal((await fetch(`${gateway.url}/favicon.svg`)).status, 200);
});

test('answers unknown paths of programs with JSON', async () => {
  answer = (_request, response) => response.end('ingest');
  for (const path of [
    '/api/v1/datasets',
    '/api/nothing',
    '/graphql/x',
    '/assets/gone.js',
    '/w/x',
  ]) {
    const response = await fetch(gateway.url + path);
    assert.equal(response.status, 404, path);
    assert.match(response.headers.get('content-type') ?? '', /application\/json/);
  }
  assert.equal((await fetch(`${gateway.url}/api/nothing`, page)).status, 404);
  assert.equal((await fetch(`${gateway.url}/w/x`, { ...page, method: 'POST' })).status, 404);
});

test('says how to build the web client when it is missing', async () => {
  const bare = await startGateway();
  const response = await fetch(`${bare.url}/w/default`, page);
  assert.equal(response.status, 503);
  assert.match(await response.text(), /npm run build:web/);
  await bare.close();
});

test('hands sign-in requests over under the public address, with all cookies', async () => {
  const response = await fetch(`${gateway.url}/api/auth/sign-in/link?x=1`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', host: 'evil.example' },
    body: '{"token":"t"}',
  });
  assert.equal(response.status, 201);
  assert.deepEqual(response.headers.getSetCookie(), ['a=1', 'b=2']);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.deepEqual(await response.json(), {
    url: 'https://runlight.example/api/auth/sign-in/link?x=1',
    body: '{"token":"t"}',
    address: '127.0.0.1',
  });
});

test('sends the security headers with every answer', async () => {
  answer = (_request, response) => response.end('{}');
  for (const path of ['/', '/graphql', '/info', '/schema.graphql', '/nothing', '/live']) {
    const { headers } = await fetch(gateway.url + path);
    assert.match(
      headers.get('content-security-policy') ?? '',
      /default-src 'none'.*frame-ancestors 'none'/,
    );
    assert.match(
      headers.get('content-security-policy') ?? '',
      /connect-src 'self' wss:\/\/runlight\.example/,
    );
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
    assert.match(headers.get('strict-transport-security') ?? '', /max-age/);
    assert.equal(headers.get('x-powered-by'), null);
  }
  assert.equal((await fetch(`${gateway.url}/info`)).headers.get('cache-control'), 'no-store');
});

test('serves the schema to everybody, and health and metrics', async () => {
  const schema = await fetch(`${gateway.url}/schema.graphql`);
  assert.equal(await schema.text(), gateway.graph.schemaSdl);
  assert.equal(schema.headers.get('access-control-allow-origin'), '*');
  const etag = schema.headers.get('etag')!;
  const again = await fetch(`${gateway.url}/schema.graphql`, {
    headers: { 'if-none-match': etag },
  });
  assert.equal(again.status, 304);
  assert.equal((await fetch(`${gateway.url}/live`)).status, 200);
  assert.equal((await fetch(`${gateway.url}/ready`)).status, 200);
  assert.match(
    await (await fetch(`${gateway.url}/metrics`)).text(),
    /runlight_gateway_open_sockets/,
  );
  const proxied = await fetch(`${gateway.url}/metrics`, {
    headers: { 'x-forwarded-for': '1.2.3.4' },
  });
  assert.equal(proxied.status, 404);
});

/** A request line that no client library would send. */
function raw(line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(gateway.url);
    const socket = connect(Number(port), hostname, () => {
      socket.write(`${line} HTTP/1.1\r\nhost: x\r\naccept: text/html\r\nconnection: close\r\n\r\n`);
    });
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('close', () => resolve(text.split('\r\n')[0]!));
    socket.on('error', reject);
  });
}

test('refuses odd paths and methods (G10, G11)', async () => {
  answer = (request, response) => response.end(request.url);
  for (const line of [
    'GET /w/..%2finternal',
    'GET //w',
    'GET /w/%00',
    'GET /w/%',
    'GET /assets/..%2f..%2fetc/passwd',
    'GET /assets/../../etc/passwd',
    'GET /GRAPHQL%2f',
    'OPTIONS *',
    'TRACE /graphql',
    'TRACE /w/x',
  ]) {
    assert.match(await raw(line), /^HTTP\/1\.1 4(00|03|04|05) /, line);
  }
  const override = await fetch(`${gateway.url}/graphql`, {
    method: 'GET',
    headers: { 'x-http-method-override': 'POST' },
  });
  assert.equal(override.status, 405);
});
