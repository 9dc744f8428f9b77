import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { normaliseUsage } from './shapes.ts';
import { readStoredUsage, toStoredUsage } from './stored-usage.ts';

describe('usage', () => {
  test('that is not there is unknown, not zero', () => {
    for (const raw of [
      undefined,
      null,
      [],
      'usage',
      {},
      { usage: null },
      { usage: {} },
      { usage_metadata: null },
    ]) {
      assert.equal(normaliseUsage(raw), undefined);
    }
    assert.equal(
      normaliseUsage({ usage: { prompt_tokens: null, completion_tokens: 'many' } }),
      undefined,
    );
    assert.equal(normaliseUsage({ usage: { queue_time: 0.5, prompt_time: 1 } }), undefined);
  });

  test('of which parts are larger than their sum is marked', () => {
    const usage = normaliseUsage({
      prompt_tokens: 100,
      completion_tokens: 10,
      prompt_tokens_details: { cached_tokens: 60, audio_tokens: 60 },
      completion_tokens_details: { audio_tokens: 11 },
    })!;
    assert.deepEqual(usage.marks, ['parts_exceed_input', 'parts_exceed_output']);
  });

  test('with more cache than input: the cache was left out, and the mark says so', () => {
    const usage = normaliseUsage({
      prompt_tokens: 10,
      completion_tokens: 1,
      prompt_tokens_details: { cached_tokens: 60 },
    })!;
    assert.deepEqual(usage.marks, ['input_left_out_cache']);
    assert.equal(usage.counts.total, 71);
  });

  test('whose cache cannot be placed follows the convention, with a mark', () => {
    const usage = readStoredUsage(
      { input_tokens: 5000, output_tokens: 1, 'input_token_details.cache_read': 1000 },
      {},
    )!;
    assert.equal(usage.counts.inputFresh, 4000);
    assert.deepEqual(usage.marks, ['cache_assumed_inside_input']);
  });

  test('of an embedding has no output', () => {
    const usage = normaliseUsage({ usage: { prompt_tokens: 8, total_tokens: 8 } })!;
    assert.equal(usage.counts.inputFresh, 8);
    assert.equal(usage.counts.total, 8);
  });

  test('parts always sum to the total, and survive the store', () => {
    const count = fc.nat(1_000_000);
    const raw = fc.record(
      {
        prompt_tokens: count,
        completion_tokens: count,
        total_tokens: count,
        prompt_tokens_details: fc.record(
          {
            cached_tokens: count,
            cache_write_tokens: count,
            audio_tokens: count,
            image_tokens: count,
          },
          { requiredKeys: [] },
        ),
        completion_tokens_details: fc.record(
          { reasoning_tokens: count, audio_tokens: count },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: ['prompt_tokens'] },
    );
    fc.assert(
      fc.property(raw, (usage) => {
        const read = normaliseUsage(usage)!;
        const { total, cacheWriteOther, ...parts } = read.counts;
        const sum = [...Object.values(parts), ...Object.values(cacheWriteOther)].reduce(
          (a, b) => a + b,
          0,
        );
        assert.equal(sum, total);
        assert.deepEqual(readStoredUsage(toStoredUsage(read), {})!.counts, read.counts);
      }),
    );
  });

  test('never throws on odd values', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        normaliseUsage({ usage: value });
        normaliseUsage({
          usage: { input_tokens: value, iterations: [value, { input_tokens: 1, model: value }] },
        });
        normaliseUsage({
          usage: { inputTokens: 1, inputTokenDetails: value },
          providerMetadata: value,
        });
        normaliseUsage({ usageMetadata: { promptTokenCount: 1, promptTokensDetails: [value] } });
      }),
    );
  });
});
