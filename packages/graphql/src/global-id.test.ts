import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import {
  decodeGlobalId,
  plainGlobalId,
  plainTypes,
  runGlobalId,
  scopedGlobalId,
  scopedUuid,
  workspaceScopedTypes,
} from './global-id.ts';

const uuid = fc.uuid();
const runKey = fc
  .record({
    workspaceId: uuid,
    projectId: uuid,
    traceStartUs: fc.maxSafeNat(),
    traceId: uuid,
    runId: uuid,
    isRoot: fc.boolean(),
  })
  .map(({ isRoot, ...key }) => ({ ...key, runId: isRoot ? key.traceId : key.runId }));

describe('global ids', () => {
  test('of runs decode to the key they were made of', () => {
    fc.assert(
      fc.property(runKey, (key) => {
        assert.deepEqual(decodeGlobalId(runGlobalId(key)), { type: 'Run', key });
      }),
    );
  });

  test('of other types decode to their workspace and UUID', () => {
    fc.assert(
      fc.property(fc.constantFrom(...workspaceScopedTypes), uuid, uuid, (type, workspaceId, id) => {
        const expected = { type, workspaceId, uuid: id };
        assert.deepEqual(decodeGlobalId(scopedGlobalId(type, workspaceId, id)), expected);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...plainTypes), uuid, (type, id) => {
        assert.deepEqual(decodeGlobalId(plainGlobalId(type, id)), { type, uuid: id });
      }),
    );
  });

  test('are short enough for a URL and need no escaping', () => {
    fc.assert(
      fc.property(runKey, (key) => {
        assert.match(runGlobalId(key), /^[\w-]{1,110}$/);
      }),
    );
  });

  test('any other text is no id, and never an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(decodeGlobalId(text), undefined);
      }),
    );
  });

  test('a key cut short or made longer is no id', () => {
    fc.assert(
      fc.property(uuid, uuid, fc.integer({ min: 1, max: 40 }), (workspaceId, id, by) => {
        const bytes = Buffer.from(scopedGlobalId('Project', workspaceId, id), 'base64url');
        const shorter = bytes.subarray(0, bytes.length - Math.min(by, 30));
        const longer = Buffer.concat([bytes, Buffer.alloc(by)]);
        assert.equal(decodeGlobalId(shorter.toString('base64url')), undefined);
        assert.equal(decodeGlobalId(longer.toString('base64url')), undefined);
      }),
    );
  });

  test('a time beyond exact numbers is no id', () => {
    const key = Buffer.alloc(56);
    key.writeBigInt64BE(2n ** 53n, 32);
    const id = (bytes: Buffer) => Buffer.concat([Buffer.from('Run:'), bytes]).toString('base64url');
    assert.equal(decodeGlobalId(id(key)), undefined);
    key.writeBigInt64BE(-1n, 32);
    assert.equal(decodeGlobalId(id(key)), undefined);
  });
});

describe('an argument that takes a global id or a UUID', () => {
  const workspaceId = '018f0000-0000-7000-8000-000000000001';
  const other = '018f0000-0000-7000-8000-000000000002';
  const id = '018f0000-0000-7000-8000-000000000003';
  const cases: [string, string, string | undefined][] = [
    ['takes the global id', scopedGlobalId('Project', workspaceId, id), id],
    ['takes the UUID', id, id],
    ['takes the UUID in capitals', id.toUpperCase(), id],
    ['takes the UUID without dashes', id.replaceAll('-', ''), id],
    ['refuses another workspace', scopedGlobalId('Project', other, id), undefined],
    ['refuses another type', scopedGlobalId('ApiKey', workspaceId, id), undefined],
    ['refuses garbage', 'garbage', undefined],
    ['refuses nothing', '', undefined],
  ];
  for (const [behaviour, argument, expected] of cases) {
    test(behaviour, () => {
      assert.equal(scopedUuid('Project', workspaceId, argument), expected);
    });
  }
});
