import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anything, assert as check, property, uint8Array } from 'fast-check';
import { uuidv7 } from '../uuid.ts';
import { readFeedback } from './feedback.ts';
import type { WireFeedback } from './feedback.ts';

const id = '01900000-0000-7000-8000-000000000001';
const runId = '01900000-0000-7000-8000-000000000002';
const base = { id, run_id: runId, key: 'helpful' };

const read = (main: object | string, wire: Partial<WireFeedback> = {}) =>
  readFeedback({
    kind: 'create',
    part: 'feedback',
    main: Buffer.from(typeof main === 'string' ? main : JSON.stringify(main)),
    ...wire,
  });

function accepted(main: object | string, wire: Partial<WireFeedback> = {}) {
  const result = read(main, wire);
  assert.ok('operation' in result, JSON.stringify(result));
  return result.operation;
}

function refused(main: object | string, wire: Partial<WireFeedback> = {}) {
  const result = read(main, wire);
  assert.ok('rejection' in result, JSON.stringify(result));
  return result.rejection;
}

describe('a create', () => {
  test('is read with all that SDKs send', () => {
    const operation = accepted(`{
      "id":"${id}","run_id":"${runId}","trace_id":"${runId.replaceAll('-', '')}","key":"correctness",
      "score":true,"value":{"n": 9007199254740993},"comment":"so\\u0000so","correction":{"a": 1},
      "feedback_source":{"type":"model","metadata":{"__run":{"run_id":"${runId}"}}},
      "feedbackConfig":{"type":"continuous","min":0,"max":1},"feedback_group_id":"${id}",
      "error":true,"extra":{"x":1},"created_at":"2026-01-02T03:04:05Z","modified_at":null,
      "start_time":"2026-01-02T03:04:05.678","address":"x"}`);
    assert.deepEqual(operation, {
      kind: 'create',
      feedbackId: id,
      target: { runId, traceId: runId },
      envelope: {
        key: 'correctness',
        score: 1,
        value: '{"n": 9007199254740993}',
        comment: 'so\ufffdso',
        correction: '{"a": 1}',
        sourceType: 'model',
        sourceMetadata: `{"__run":{"run_id":"${runId}"}}`,
        config: '{"type":"continuous","min":0,"max":1}',
        groupId: id,
        isError: true,
        extra: '{"x":1}',
        createdAtUs: Date.UTC(2026, 0, 2, 3, 4, 5) * 1000,
      },
    });
  });

  test('has its scale under either spelling', () => {
    const config = { type: 'freeform' };
    const wanted = JSON.stringify(config);
    assert.equal(accepted({ ...base, feedback_config: config }).envelope.config, wanted);
    assert.equal(accepted({ ...base, feedbackConfig: config }).envelope.config, wanted);
  });

  test('is about a run, the root of a trace, or a project', () => {
    assert.deepEqual(accepted({ id, key: 'k', trace_id: runId }).target, {
      runId,
      traceId: runId,
    });
    assert.deepEqual(accepted({ id, key: 'k', run_id: null, session_id: runId }).target, {
      projectId: runId,
    });
    assert.match(refused({ id, key: 'k' }).reason, /neither run_id/);
  });

  test('gets an id when it has none, and one id only', () => {
    assert.match(accepted({ ...base, id: undefined }).feedbackId, /^[0-9a-f-]{36}$/);
    assert.equal(accepted({ ...base, id: undefined }, { idHint: id }).feedbackId, id);
    assert.match(refused(base, { idHint: uuidv7() }).reason, /id differs/);
  });

  test('keeps values of every kind as they were written', () => {
    for (const value of ['"x"', '1.50', 'true', '[1, 2]', '{"a":"\\u00e9"}', '""']) {
      const { envelope } = accepted(`{"run_id":"${runId}","key":"k","value":${value}}`);
      assert.equal(envelope.value, value);
    }
    assert.equal(accepted({ ...base, value: null }).envelope.value, undefined);
  });

  test('with an unknown source counts as sent by the API', () => {
    const source = { feedback_source: { type: 'martian' } };
    assert.equal(accepted({ ...base, ...source }).envelope.sourceType, 'api');
  });
});

describe('I34: bad feedback', () => {
  const cases: [name: string, main: object | string, reason: RegExp, code?: string][] = [
    ['a score that is text', { ...base, score: '0.5' }, /score/],
    ['a score beyond range', `{"run_id":"${runId}","key":"k","score":1e999}`, /score/],
    ['a score that is an object', { ...base, score: {} }, /score/],
    ['NaN', `{"run_id":"${runId}","key":"k","score":NaN}`, /not valid JSON/, 'malformed_json'],
    ['no key', { id, run_id: runId }, /key is missing/],
    ['a blank key', { ...base, key: ' ' }, /key/],
    ['a key of 129 characters', { ...base, key: 'k'.repeat(129) }, /128/],
    ['a key of 1 000 characters', { ...base, key: 'k'.repeat(1000) }, /128/],
    ['a value of 16 KiB and a byte', { ...base, value: 'x'.repeat(16_383) }, /value/, 'too_large'],
    ['a value of 1 MB', { ...base, value: { x: 'y'.repeat(1e6) } }, /value/, 'too_large'],
    ['a comment of 64 KiB and one', { ...base, comment: 'x'.repeat(65_537) }, /comm/, 'too_large'],
    ['more than 1 MiB', { ...base, z: 'x'.repeat(1 << 20) }, /1048576/, 'too_large'],
    ['a comment that is no text', { ...base, comment: 7 }, /comment/],
    ['a correction that is a list', { ...base, correction: [] }, /correction/],
    ['a scale that is text', { ...base, feedback_config: 'x' }, /feedback_config/],
    ['a source that is text', { ...base, feedback_source: 'api' }, /feedback_source/],
    ['a flag that is text', { ...base, error: 'yes' }, /error/],
    ['a run id that is none', { ...base, run_id: 'x' }, /run_id/],
    ['an id that is none', { ...base, id: 7 }, /id is not a UUID/],
    ['a time that is none', { ...base, created_at: 'yesterday' }, /created_at/],
    ['a key twice', `{"run_id":"${runId}","key":"a","\\u006bey":"b"}`, /twice/],
    ['a list', '[]', /not a JSON object/],
    ['nesting', `{"value":${'['.repeat(300)}${']'.repeat(300)}}`, /deeper/],
  ];
  for (const [name, main, reason, code = 'invalid'] of cases) {
    test(name, () => {
      const rejection = refused(main);
      assert.match(rejection.reason, reason);
      assert.equal(rejection.code, code);
      assert.equal(rejection.part, 'feedback');
    });
  }

  test('at its limits is taken', () => {
    const { envelope } = accepted({
      ...base,
      key: 'k'.repeat(128),
      score: 1e308,
      value: 'x'.repeat(16_382),
      comment: 'x'.repeat(65_536),
    });
    assert.equal(envelope.score, 1e308);
    assert.equal(envelope.value?.length, 16_384);
  });

  test('never ends in an exception', () => {
    const never = (main: Buffer) => void readFeedback({ kind: 'create', part: 'x', main });
    check(property(uint8Array(), (bytes) => never(Buffer.from(bytes))));
    check(
      property(anything({ withBigInt: false }), (value) => {
        const text = JSON.stringify({ ...base, value, score: value, comment: value, key: value });
        never(Buffer.from(text));
      }),
    );
  });
});

describe('a thread', () => {
  const feedback_thread_id = 'chat 7';
  test('of a project is a target, and is kept beside a run', () => {
    assert.deepEqual(accepted({ id, session_id: runId, feedback_thread_id, key: 'k' }).target, {
      threadId: 'chat 7',
      projectId: runId,
    });
    assert.deepEqual(accepted({ ...base, feedback_thread_id }).target, {
      runId,
      threadId: 'chat 7',
    });
  });

  test('alone, too long or no text is refused', () => {
    assert.match(refused({ id, feedback_thread_id, key: 'k' }).reason, /neither run_id/);
    for (const bad of ['x'.repeat(1025), 7, {}]) {
      assert.match(refused({ ...base, feedback_thread_id: bad }).reason, /feedback_thread_id/);
    }
  });
});

test('who judged is never taken from the wire', () => {
  const { envelope } = accepted({
    ...base,
    user_id: id,
    userId: id,
    feedback_source: { type: 'app', user_id: id },
  });
  assert.deepEqual(envelope, { key: 'helpful', sourceType: 'app' });
});

describe('updates and deletes', () => {
  test('an update says what it says', () => {
    const operation = accepted(
      { score: 0.25, value: null, comment: 'better' },
      { kind: 'update', idHint: id },
    );
    assert.deepEqual(operation, {
      kind: 'update',
      feedbackId: id,
      envelope: { score: 0.25, comment: 'better' },
      cleared: ['value'],
    });
    assert.deepEqual(accepted({}, { kind: 'update', idHint: id }).envelope, {});
  });

  test('null empties a field in an update and says nothing in a create', () => {
    const nulls = {
      score: null,
      value: null,
      comment: null,
      correction: null,
      extra: null,
      feedbackConfig: null,
      created_at: null,
      key: null,
    };
    const { cleared, envelope } = accepted(nulls, { kind: 'update', idHint: id });
    assert.deepEqual(cleared, ['score', 'value', 'comment', 'correction', 'config', 'extra']);
    assert.deepEqual(envelope, {});
    assert.equal(accepted({ ...nulls, ...base }).cleared, undefined);
  });

  test('a delete needs its id only', () => {
    const deletion: WireFeedback = { kind: 'delete', idHint: id, part: 'feedback' };
    assert.deepEqual(readFeedback(deletion), {
      operation: { kind: 'delete', feedbackId: id, envelope: {} },
    });
    const result = readFeedback({ ...deletion, idHint: 'zzz' });
    assert.ok('rejection' in result && /UUID/.test(result.rejection.reason));
  });
});
