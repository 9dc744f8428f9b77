import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { uuidv7 } from '@runlight/run-model';
import { RejectedKinds, rejectionLimits, storedLength } from './rejected-kinds.ts';
import type { RejectedOperation } from './rejected-kinds.ts';

const sender = { workspaceId: uuidv7(), keyId: uuidv7(), sdk: 'langsmith-py/0.4.1' };

const refused = (fields: Partial<RejectedOperation> = {}): RejectedOperation => ({
  code: 'invalid',
  reason: 'start_time is not a time',
  part: 'post.1',
  sample: Buffer.from('{}'),
  ...fields,
});

describe('refusals in memory (O2)', () => {
  test('one kind is one entry that counts and keeps the newest example', () => {
    const kinds = new RejectedKinds();
    const runId = uuidv7();
    kinds.add({ ...sender, rejections: [refused(), refused({ part: 'post.2' })] }, 1000);
    kinds.add({ ...sender, rejections: [refused({ runId, sample: Buffer.from('new') })] }, 2000);
    const [kind, ...others] = kinds.take();
    assert.deepEqual(others, []);
    assert.deepEqual(
      { ...kind, id: '', sample: kind!.sample.toString() },
      {
        id: '',
        ...sender,
        code: 'invalid',
        reason: 'start_time is not a time',
        occurrences: 3,
        runId,
        part: 'post.1',
        sample: 'new',
        firstAtMs: 1000,
        lastAtMs: 2000,
      },
    );
    assert.deepEqual(kinds.take(), []);
  });

  test('another sender, SDK, code or reason is another kind', () => {
    const kinds = new RejectedKinds();
    kinds.add({ ...sender, rejections: [refused(), refused({ code: 'too_large' })] }, 1);
    kinds.add({ ...sender, rejections: [refused({ reason: 'another' })] }, 1);
    kinds.add({ ...sender, workspaceId: uuidv7(), rejections: [refused()] }, 1);
    kinds.add({ ...sender, keyId: uuidv7(), rejections: [refused()] }, 1);
    kinds.add({ ...sender, sdk: undefined, rejections: [refused()] }, 1);
    assert.equal(kinds.size, 6);
  });

  test('a sample is a copy of at most 16 KiB that ends with a whole character', () => {
    const text = Buffer.from('a' + '€'.repeat(10_000));
    const kinds = new RejectedKinds();
    kinds.add({ ...sender, rejections: [refused({ sample: text })] }, 1);
    const [kind] = kinds.take();
    assert.equal(kind!.sample.toString(), 'a' + '€'.repeat(5461));
    assert.equal(kind!.sample.buffer.byteLength, kind!.sample.length);
    assert.equal(storedLength(Buffer.alloc(20_000, 0x80)), rejectionLimits.sampleBytes);
  });

  test('a flood of invented user agents takes the room of one workspace only', () => {
    const kinds = new RejectedKinds();
    let dropped = 0;
    for (let index = 0; index < 10_000; index += 1) {
      dropped += kinds.add({ ...sender, sdk: `sdk ${index}`, rejections: [refused()] }, 1);
    }
    assert.equal(kinds.size, rejectionLimits.kindsPerWorkspace);
    assert.equal(dropped, 10_000 - rejectionLimits.kindsPerWorkspace);
    assert.equal(kinds.add({ ...sender, workspaceId: uuidv7(), rejections: [refused()] }, 1), 0);
  });

  test('however many workspaces flood, kinds and samples stay within their bounds', () => {
    const kinds = new RejectedKinds();
    const sample = Buffer.alloc(100_000, 'x');
    for (let index = 0; index < 3000; index += 1) {
      kinds.add({ ...sender, workspaceId: uuidv7(), rejections: [refused({ sample })] }, 1);
    }
    assert.equal(kinds.size, rejectionLimits.kinds);
    assert.equal(kinds.sampleBytes, rejectionLimits.allSampleBytes);
    // What has no room for its example still counts.
    const taken = kinds.take();
    assert.equal(taken.filter((kind) => kind.sample.length === 0).length, 1000 - 256);
    assert.equal(kinds.sampleBytes, 0);
  });

  test('what is put back counts together with what came in the meantime', () => {
    const kinds = new RejectedKinds();
    kinds.add({ ...sender, rejections: [refused({ sample: Buffer.from('old') })] }, 1000);
    const failed = kinds.take();
    kinds.add({ ...sender, rejections: [refused({ sample: Buffer.from('new') })] }, 2000);
    assert.equal(kinds.restore(failed), 0);
    const [kind] = kinds.take();
    assert.equal(kind!.occurrences, 2);
    assert.equal(kind!.sample.toString(), 'new');
    assert.equal(kind!.firstAtMs, 1000);
    kinds.restore([kind!]);
    assert.equal(kinds.sampleBytes, 3);
    assert.equal(kinds.take()[0], kind);
  });

  test('names that a database cannot hold are mended', () => {
    const kinds = new RejectedKinds();
    const part = `\0\ud800${'p'.repeat(300)}`;
    kinds.add({ ...sender, sdk: 'a\0b', rejections: [refused({ part, runId: 'no uuid' })] }, 1);
    const [kind] = kinds.take();
    assert.equal(kind!.sdk, 'a\ufffdb');
    assert.equal(kind!.part, `\ufffd\ufffd${'p'.repeat(254)}`);
    assert.equal(kind!.runId, undefined);
  });
});
