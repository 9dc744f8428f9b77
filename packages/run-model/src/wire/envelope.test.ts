import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { envelopeOf, id, rejected, root, wire } from './test-wire.ts';
import type { Part } from './test-wire.ts';

describe('usage', () => {
  const usageOf = (outputs: unknown, metadata?: unknown) => {
    const parts: Part = { outputs: JSON.stringify(outputs) };
    if (metadata !== undefined) parts.extra = JSON.stringify({ metadata });
    const { usage, costUsd } = envelopeOf(root, parts);
    return { usage, costUsd };
  };
  const tokens = { input_tokens: 3, output_tokens: 4, total_tokens: 7 };

  it('is flattened, with explicit costs', () => {
    assert.deepEqual(
      usageOf({
        usage_metadata: {
          ...tokens,
          input_token_details: { cache_read: 2, audio: null },
          input_cost: 0.5,
          total_cost: '0.75',
        },
      }),
      {
        usage: { ...tokens, 'input_token_details.cache_read': 2 },
        costUsd: { input: 0.5, total: 0.75 },
      },
    );
  });

  it('is found in metadata and on LangChain messages, which add up', () => {
    assert.deepEqual(usageOf({ a: 1 }, { usage_metadata: tokens }).usage, tokens);
    const message = { kwargs: { usage_metadata: tokens } };
    assert.deepEqual(usageOf({ generations: [[{ message }], [{ message }]] }).usage, {
      input_tokens: 6,
      output_tokens: 8,
      total_tokens: 14,
    });
  });

  it('is unknown, not zero, when it is null', () => {
    assert.deepEqual(usageOf({ usage_metadata: null }), { usage: undefined, costUsd: undefined });
    assert.deepEqual(usageOf({ usage_metadata: { input_tokens: null } }).usage, undefined);
  });

  for (const count of [
    '-5',
    '1.5',
    '"12"',
    'true',
    '9007199254740993',
    '18446744073709551616',
    '1e999',
  ]) {
    it(`refuses a token count of ${count}`, () => {
      const outputs = `{"usage_metadata":{"input_tokens":${count}}}`;
      assert.equal(rejected(wire(root, { outputs })).code, 'invalid');
    });
  }
});

describe('labels', () => {
  it('loses repeated, long and superfluous tags', () => {
    const tags = [
      'a',
      'a',
      'x'.repeat(257),
      ...Array.from({ length: 2000 }, (_, index) => `t${index}`),
    ];
    const envelope = envelopeOf({ ...root, tags });
    assert.equal(envelope.tags?.length, 1000);
    assert.deepEqual(envelope.warnings, ['tags_left_out']);
  });

  it('keeps awkward metadata keys as keys', () => {
    const extra = '{"metadata":{"__proto__":"p","constructor":"c","hasOwnProperty":"h"}}';
    const { metadata } = envelopeOf(root, { extra });
    assert.deepEqual(Object.entries(metadata!), [
      ['__proto__', 'p'],
      ['constructor', 'c'],
      ['hasOwnProperty', 'h'],
    ]);
    assert.equal(Object.getPrototypeOf(metadata), Object.prototype);
  });

  it('cuts long values', () => {
    const envelope = envelopeOf(root, {
      extra: JSON.stringify({ metadata: { a: 'x'.repeat(300) } }),
    });
    assert.equal(envelope.metadata?.['a']?.length, 256);
    assert.deepEqual(envelope.warnings, ['metadata_cut']);
  });

  it('holds no NUL', () => {
    const envelope = envelopeOf(`{"id":"${id}","name":"a\\u0000b","tags":["c\\u0000"]}`);
    assert.equal(envelope.name, 'a\ufffdb');
    assert.deepEqual(envelope.tags, ['c\ufffd']);
  });

  it('takes the first thread key that says something', () => {
    const extra = { metadata: { session_id: null, thread_id: '', conversation_id: 7 } };
    assert.equal(envelopeOf(root, { extra: JSON.stringify(extra) }).threadId, '7');
  });

  it('cuts a long name', () => {
    const envelope = envelopeOf({ ...root, name: 'n'.repeat(1000) });
    assert.equal(envelope.name?.length, 256);
    assert.deepEqual(envelope.warnings, ['name_cut']);
  });

  it('treats an unknown type as a chain', () => {
    const envelope = envelopeOf({ ...root, run_type: 'magic' });
    assert.equal(envelope.runType, 'chain');
    assert.deepEqual(envelope.warnings, ['run_type_unknown']);
    assert.equal(envelopeOf({ ...root, run_type: 'LLM' }).runType, 'llm');
  });
});
