import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { after, before, it } from 'node:test';
import { blobKey } from '../src/index.ts';
import type { ObjectStore } from '../src/index.ts';

/** What every implementation promises; to be called inside a `describe`. */
export function describeObjectStore(open: () => ObjectStore): void {
  const workspaceId = randomUUID();
  const bytes = randomBytes(300_000);
  const key = keyOf(bytes);
  let store: ObjectStore;
  before(async () => {
    store = open();
    await store.put(key, bytes, { contentType: 'image/png' });
  });
  after(() => store.close());

  function keyOf(content: Uint8Array): string {
    return blobKey(workspaceId, createHash('sha256').update(content).digest('hex'));
  }

  it('gives back what was put, whole and in ranges', async () => {
    assert.deepEqual(await store.get(key), bytes);
    assert.deepEqual(await store.get(key, { start: 10, end: 20 }), bytes.subarray(10, 20));
    assert.deepEqual(
      await store.get(key, { start: 299_990, end: 400_000 }),
      bytes.subarray(299_990),
    );
    assert.deepEqual(await store.get(key, { start: 300_000, end: 300_010 }), Buffer.alloc(0));
    assert.deepEqual(await store.get(key, { start: 5, end: 5 }), Buffer.alloc(0));
    assert.equal(await store.get(keyOf(Buffer.from('not there')), { start: 5, end: 5 }), undefined);
    assert.equal(await store.size(key), 300_000);
  });

  it('streams the whole and ranges, and always says the whole size', async () => {
    const whole = await store.stream(key);
    assert.ok(whole);
    assert.equal(whole.sizeBytes, 300_000);
    assert.deepEqual(await buffer(whole.body), bytes);
    const part = await store.stream(key, { start: 100, end: 250_000 });
    assert.ok(part);
    assert.equal(part.sizeBytes, 300_000);
    assert.deepEqual(await buffer(part.body), bytes.subarray(100, 250_000));
  });

  it('puts the same key again, also many times at once', async () => {
    const content = Buffer.from('the same image 40 times');
    const sameKey = keyOf(content);
    await Promise.all(Array.from({ length: 40 }, () => store.put(sameKey, content)));
    await store.put(sameKey, content);
    assert.deepEqual(await store.get(sameKey), content);
  });

  it('keeps an object of no bytes', async () => {
    const emptyKey = keyOf(Buffer.alloc(0));
    await store.put(emptyKey, Buffer.alloc(0));
    assert.deepEqual(await store.get(emptyKey), Buffer.alloc(0));
    assert.equal(await store.size(emptyKey), 0);
    const empty = await store.stream(emptyKey);
    assert.ok(empty);
    assert.deepEqual(await buffer(empty.body), Buffer.alloc(0));
  });

  it('has nothing under a key that was never put or was removed', async () => {
    const content = Buffer.from('soon gone');
    const goneKey = keyOf(content);
    assert.equal(await store.get(goneKey), undefined);
    assert.equal(await store.stream(goneKey), undefined);
    assert.equal(await store.size(goneKey), undefined);
    await store.put(goneKey, content);
    await store.remove([goneKey, keyOf(Buffer.from('never there'))]);
    assert.equal(await store.get(goneKey), undefined);
    await store.put(goneKey, content);
    assert.deepEqual(await store.get(goneKey), content);
  });

  it('I28: no key leads out of the store', async () => {
    for (const bad of [
      '../x',
      'a/../../x',
      '/etc/passwd',
      'a//b',
      'a\\b',
      '.incoming/x',
      '',
      'a\0b',
    ]) {
      await assert.rejects(async () => store.get(bad), /plain segments/);
      await assert.rejects(async () => store.put(bad, bytes), /plain segments/);
    }
  });

  it('answers a ping', () => store.ping());
}
