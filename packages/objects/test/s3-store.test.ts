import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createLogger } from '@runlight/service';
import { blobKey, createObjectStore } from '../src/index.ts';
import type { ObjectStore } from '../src/index.ts';
import { readS3Location } from '../src/s3-location.ts';
import { createS3Store } from '../src/s3-store.ts';
import { describeObjectStore } from './object-store-contract.ts';
import { startS3Server } from './s3-server.ts';

const log = createLogger({ service: 'test', level: 'silent' });
const bytes = Buffer.from('bytes of an object');
const key = blobKey(randomUUID(), createHash('sha256').update(bytes).digest('hex'));

describe('the S3 store', () => {
  let server: Awaited<ReturnType<typeof startS3Server>>;
  before(async () => {
    // The pair the test server knows.
    process.env['AWS_ACCESS_KEY_ID'] = 'S3RVER';
    process.env['AWS_SECRET_ACCESS_KEY'] = 'S3RVER';
    server = await startS3Server({ bucket: 'traces', checksSignatures: false });
  });
  after(() => server.close());

  const open = (path = 'traces/some/prefix', endpoint = server.endpoint): ObjectStore =>
    createObjectStore({ url: `s3://${path}?endpoint=${encodeURIComponent(endpoint)}`, log });

  describeObjectStore(() => open());

  it('keeps everything below its prefix', async () => {
    const store = open();
    await store.put(key, bytes);
    await using root = disposable(open('traces'));
    assert.deepEqual(await root.store.get(`some/prefix/${key}`), bytes);
    assert.equal(await root.store.get(key), undefined);
    await store.close();
  });

  it('writes an old object again, so that no sweep takes it', async () => {
    const file = join(server.directory, 'traces', `${key}._S3rver_object`);
    const url = new URL(`s3://traces?endpoint=${encodeURIComponent(server.endpoint)}`);
    const inDays = (days: number) => () => Date.now() + days * 24 * 60 * 60_000;
    const put = async (now: () => number) => {
      await using writer = disposable(createS3Store(readS3Location(url), { log, now }));
      await writer.store.put(key, bytes);
      return (await stat(file)).mtimeMs;
    };
    const first = await put(Date.now);
    assert.equal(await put(inDays(6)), first);
    assert.notEqual(await put(inDays(8)), first);
  });

  it('a missing bucket is UNAVAILABLE and not a missing object', async () => {
    await using missing = disposable(open('not-there'));
    const refused = { code: 'UNAVAILABLE', retryable: true };
    await assert.rejects(missing.store.put(key, bytes), refused);
    await assert.rejects(missing.store.get(key), refused);
    await assert.rejects(missing.store.ping(), refused);
  });

  it('a wrong secret is UNAVAILABLE, and the message names neither key nor bucket', async () => {
    const strict = await startS3Server({ bucket: 'traces', checksSignatures: true });
    await using signed = disposable(open('traces', strict.endpoint));
    await signed.store.put(key, bytes);
    assert.deepEqual(await signed.store.get(key), bytes);
    process.env['AWS_SECRET_ACCESS_KEY'] = 'wrong';
    try {
      await using refused = disposable(open('traces', strict.endpoint));
      await assert.rejects(refused.store.put(key, bytes), (error: Error & { code?: string }) => {
        assert.equal(error.code, 'UNAVAILABLE');
        assert.match(error.message, /^The object store does not work \(\w+\)$/);
        return true;
      });
    } finally {
      process.env['AWS_SECRET_ACCESS_KEY'] = 'S3RVER';
      await strict.close();
    }
  });

  it('a server that is away is UNAVAILABLE', async () => {
    await using away = disposable(open('traces', 'http://127.0.0.1:9'));
    await assert.rejects(away.store.put(key, bytes), { code: 'UNAVAILABLE', retryable: true });
  });

  it('tries a failing server a few times and not for ever', async () => {
    let calls = 0;
    const failing = createServer((request, response) => {
      calls += 1;
      request.resume();
      response.writeHead(503).end();
    });
    failing.listen(0, '127.0.0.1');
    await new Promise((resolve) => failing.once('listening', resolve));
    const { port } = failing.address() as AddressInfo;
    await using broken = disposable(open('traces', `http://127.0.0.1:${port}`));
    await assert.rejects(broken.store.size(key), { code: 'UNAVAILABLE' });
    assert.equal(calls, 3);
    failing.closeAllConnections();
    failing.close();
  });
});

function disposable(store: ObjectStore) {
  return { store, [Symbol.asyncDispose]: () => store.close() };
}
