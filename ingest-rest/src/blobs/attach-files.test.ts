import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { uuidv7 } from '@runlight/run-model';
import type { RunOperation } from '@runlight/run-model';
import { limits } from '../limits.ts';
import { attachFiles } from './attach-files.ts';
import type { WireAttachment } from './attach-files.ts';
import type { BlobBatch } from './blob-batch.ts';

const runId = '01900000-0000-7000-8000-000000000001';
const blobs: Pick<BlobBatch, 'add'> = {
  add: ({ byteLength: sizeBytes }) => ({ sha256: 'sha', key: `key of ${sizeBytes}`, sizeBytes }),
};

const operationOf = (kind: RunOperation['kind'] = 'create', id = runId): RunOperation => ({
  kind,
  runId: id,
  envelope: {},
  payloads: [],
});

const file = (fields: Partial<WireAttachment> = {}): WireAttachment => ({
  runId,
  name: 'photo',
  mimeType: 'image/png',
  part: 'attachment.x',
  bytes: Buffer.of(1, 2, 3),
  ...fields,
});

/** Names and types of the files of the only operation. */
function attached(...files: WireAttachment[]): [name: string, mimeType: string][] {
  const operation = operationOf();
  assert.deepEqual(attachFiles([operation], files, blobs), []);
  const { attachments = {} } = operation.envelope;
  return Object.keys(attachments).map((name) => [name, attachments[name]!.mimeType]);
}

describe('files of a run', () => {
  test('are noted in its newest operation of the request', () => {
    const operations = [operationOf(), operationOf('update'), operationOf('create', uuidv7())];
    assert.deepEqual(attachFiles(operations, [file(), file({ name: 'other' })], blobs), []);
    const reference = { mimeType: 'image/png', sizeBytes: 3, blobKey: 'key of 3' };
    assert.deepEqual(
      operations.map(({ envelope }) => envelope.attachments),
      [undefined, { photo: reference, other: reference }, undefined],
    );
  });

  test('whose run is not in the request make an update of it', () => {
    const operations: RunOperation[] = [];
    const dashless = file({ runId: runId.replaceAll('-', '').toUpperCase() });
    assert.deepEqual(attachFiles(operations, [dashless], blobs), []);
    assert.deepEqual(operations, [
      {
        kind: 'update',
        runId,
        envelope: {
          attachments: { photo: { mimeType: 'image/png', sizeBytes: 3, blobKey: 'key of 3' } },
        },
        payloads: [],
      },
    ]);
  });

  test('I28: have a name that is a label, whatever it is', () => {
    const names = ['../../etc/passwd', String.raw`a\b`, '', 'a\0b', '__proto__', '🙂', '\ud800'];
    assert.deepEqual(
      attached(...names.map((name) => file({ name }))).map(([name]) => name),
      ['../../etc/passwd', String.raw`a\b`, 'attachment', 'a\ufffdb', '__proto__', '🙂', '\ufffd'],
    );
    assert.equal(attached(file({ name: 'x'.repeat(256) })).length, 1);
  });

  test('I28: have the type that their sender says, when it is one', () => {
    const types = ['text/html', 'image/svg+xml', 'IMAGE/PNG', '', 'nonsense', 'a/b/c', 'a/b c'];
    assert.deepEqual(
      attached(...types.map((mimeType, index) => file({ name: String(index), mimeType }))).map(
        ([, mimeType]) => mimeType,
      ),
      ['text/html', 'image/svg+xml', 'image/png', ...types.slice(3).map(() => bytesType)],
    );
  });

  test('may be empty, and may be sent twice: the last one counts', () => {
    const operation = operationOf();
    attachFiles([operation], [file(), file({ bytes: Buffer.alloc(0) })], blobs);
    assert.equal(operation.envelope.attachments?.['photo']?.sizeBytes, 0);
  });
});

const bytesType = 'application/octet-stream';

describe('files that are refused', () => {
  const refused = (...files: WireAttachment[]) => {
    const operation = operationOf();
    const rejections = attachFiles([operation], files, blobs);
    return { rejections, accepted: Object.keys(operation.envelope.attachments ?? {}).length };
  };

  test('§7: 50 of a run, not 51', () => {
    const files = Array.from({ length: 51 }, (_, index) => file({ name: String(index) }));
    assert.deepEqual(refused(...files.slice(0, 50)), { rejections: [], accepted: 50 });
    const { rejections, accepted } = refused(...files, file({ name: '0' }));
    assert.equal(accepted, 50);
    assert.deepEqual(
      rejections.map(({ code, runId: id }) => [code, id]),
      [['too_large', runId]],
    );
  });

  test('§7: of 50 MiB, not a byte more', () => {
    const bytes = Buffer.alloc(limits.attachmentBytes + 1);
    assert.equal(refused(file({ bytes: bytes.subarray(1) })).accepted, 1);
    assert.equal(refused(file({ bytes })).rejections[0]?.code, 'too_large');
  });

  test('1,000 of a request, not 1,001', () => {
    const operations: Parameters<typeof attachFiles>[0] = [];
    const files = Array.from({ length: limits.attachmentsPerRequest + 1 }, (_, index) =>
      file({ runId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}` }),
    );
    const rejections = attachFiles(operations, files, blobs);
    assert.equal(operations.length, limits.attachmentsPerRequest);
    assert.deepEqual(
      rejections.map(({ code }) => code),
      ['too_large'],
    );
  });

  test('of no run, or with an endless name', () => {
    const { rejections, accepted } = refused(
      file({ runId: 'zzz' }),
      file({ runId: '' }),
      file({ name: 'x'.repeat(257) }),
    );
    assert.equal(accepted, 0);
    assert.deepEqual(
      rejections.map(({ code }) => code),
      ['invalid', 'invalid', 'invalid'],
    );
  });
});
