import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { normaliseUsage } from '../usage/shapes.ts';
import type { Billing } from '../usage/usage.ts';
import { formatUsd } from './decimal.ts';
import { chooseProvider } from './provider.ts';
import { createPricer } from './pricer.ts';
import { readPriceTable } from './table.ts';

const table = readPriceTable();
const pricer = createPricer(table);
const nameCases = JSON.parse(
  readFileSync(new URL('../../test/fixtures/name-cases.json', import.meta.url), 'utf8'),
) as [provider: string, name: string, id: string][];
const us = (time: string) => Date.parse(time) * 1000;
const now = us('2026-11-24T12:00:00Z');
const find = (provider: string, model: string, at = now) =>
  pricer.findPrice({ provider, model, atUs: at, knownAtUs: now });
const entryOf = (...query: Parameters<typeof find>) => {
  const found = find(...query);
  return 'entry' in found ? `${found.entry.provider}/${found.entry.id}` : found.unpriced;
};

test('each of 240 real-world names has exactly one entry', () => {
  assert.equal(nameCases.length, 240);
  for (const [provider, name, id] of nameCases) {
    const entries = table.entries.filter(
      (entry) =>
        entry.provider === provider &&
        entry.match.some((pattern) => new RegExp(pattern).test(name.toLowerCase())),
    );
    assert.deepEqual(
      entries.map((entry) => entry.id),
      [id],
      name,
    );
    assert.equal(entryOf(provider, name), `${provider}/${id}`, name);
  }
});

test('names that are known without a price have none', () => {
  let count = 0;
  for (const { provider, names } of table.unpriced) {
    if (provider === 'any') continue;
    for (const name of names) {
      assert.equal(entryOf(provider, name), 'known_without_price', name);
      count += 1;
    }
  }
  assert.equal(count, 20);
  assert.equal(entryOf('aws', 'us.anthropic.claude-fable-5-2'), 'known_without_price');
  assert.equal(entryOf('openrouter', 'anthropic/claude-sonnet-4.6'), 'router_without_cost');
  assert.equal(entryOf('', 'openrouter/auto'), 'router_without_cost');
});

describe('the provider', () => {
  for (const [sent, model, entry] of [
    ['google_genai', 'gemini-2.5-pro', 'google/gemini-2.5-pro'],
    ['google_vertexai', 'gemini-2.5-pro', 'google/gemini-2.5-pro'],
    ['google_vertexai', 'claude-opus-5-5', 'vertex/claude-opus-5-5'],
    ['gcp.vertex_ai', 'claude-sonnet-4-5@20250929', 'vertex/claude-sonnet-4-5'],
    ['google', 'publishers/anthropic/models/claude-opus-4-8', 'vertex/claude-opus-4-8'],
    ['amazon_bedrock', 'amazon.nova-lite-v1:0', 'aws/amazon.nova-lite-v1:0'],
    ['azure_openai', 'gpt-4o-2024-11-20', 'azure/gpt-4o'],
    ['x_ai', 'grok-4', 'xai/grok-4-0709'],
    ['openai.responses', 'gpt-5', 'openai/gpt-5'],
    ['OpenAI', 'GPT-5', 'openai/gpt-5'],
    // Without one the prefix decides, then who makes the model.
    ['', 'gpt-4o', 'openai/gpt-4o'],
    ['', 'azure/gpt-4o', 'azure/gpt-4o'],
    ['', 'claude-sonnet-4-5', 'anthropic/claude-sonnet-4-5'],
    ['', 'claude-sonnet-4-5@20250929', 'vertex/claude-sonnet-4-5'],
    ['', 'us.anthropic.claude-haiku-5-5', 'aws/geo:anthropic.claude-haiku-5-5'],
    ['', 'vertex_ai/gemini-2.5-pro', 'google/gemini-2.5-pro'],
    ['', 'models/gemini-2.5-flash', 'google/gemini-2.5-flash'],
    ['ollama', 'gpt-oss-120b', 'unknown_provider'],
    ['', 'my-own-model', 'unknown_model'],
    ['openai', 'gpt-4o-from-my-lab', 'unknown_model'],
    ['openai', '', 'no_model'],
  ] as const) {
    test(`${sent || 'nobody'} with ${model || 'no model'} is ${entry}`, () => {
      assert.equal(entryOf(sent, model), entry);
    });
  }

  test('a name of a deployment is not guessed', () => {
    assert.equal(entryOf('azure', 'my-gpt-4o'), 'unknown_model');
  });

  test('an unknown word has no prices', () => {
    assert.deepEqual(chooseProvider('toString', 'gpt-4o'), { kind: 'unknown' });
  });
});

describe('the row', () => {
  const rateOf = (model: string, at: string, provider = 'deepseek') => {
    const found = find(provider, model, us(at));
    return 'row' in found ? found.row.rates['input'] : found.unpriced;
  };

  test('is the latest that had begun', () => {
    assert.equal(rateOf('deepseek-v4-flash', '2026-08-10T02:00:00Z'), 0.14);
    assert.equal(rateOf('deepseek-v4-flash', '2026-08-17T00:00:00Z'), 0.22);
    assert.equal(rateOf('deepseek-v4-flash', '2026-10-16T23:59:59Z'), 0.22);
    assert.equal(rateOf('deepseek-v4-flash', '2026-10-17T00:00:00Z'), 0.15);
  });

  test('with hours wins inside them: start inclusive, end exclusive, weekdays only where it says so', () => {
    assert.equal(rateOf('deepseek-v4-flash', '2026-11-23T00:59:59Z'), 0.15);
    assert.equal(rateOf('deepseek-v4-flash', '2026-11-23T01:00:00Z'), 0.3);
    assert.equal(rateOf('deepseek-v4-flash', '2026-11-23T04:00:00Z'), 0.15);
    assert.equal(rateOf('deepseek-v4-flash', '2026-11-22T02:00:00Z'), 0.15, 'Sunday');
    assert.equal(rateOf('deepseek-v4-flash', '2026-08-23T02:00:00Z'), 0.44, 'a Sunday before');
  });

  test('before the first day there is none', () => {
    assert.equal(rateOf('gpt-6.1-terra', '2026-10-25T23:59:59Z', 'openai'), 'before_first_price');
    assert.equal(rateOf('gpt-6.1-terra', '2026-10-26T00:00:00Z', 'openai'), 1);
  });

  test('known later counts for what was accepted later only', () => {
    const entry = table.entries.find(({ id }) => id === 'gpt-5')!;
    const [row] = entry.prices;
    const changed = createPricer({
      ...table,
      entries: [
        {
          ...entry,
          prices: [
            { ...row!, known_until: '2026-11-24' },
            { ...row!, rates: { input: 99, output: 99 }, known_from: '2026-11-24' },
          ],
        },
      ],
    });
    const at = us('2026-11-01T00:00:00Z');
    const inputAt = (knownAtUs: number) => {
      const found = changed.findPrice({ provider: 'openai', model: 'gpt-5', atUs: at, knownAtUs });
      return 'row' in found ? found.row.rates['input'] : undefined;
    };
    assert.equal(inputAt(us('2026-11-23T23:59:59Z')), 1.25);
    assert.equal(inputAt(us('2026-11-24T00:00:00Z')), 99);
  });
});

describe('how it was served', () => {
  const costOf = (provider: string, model: string, billing: Billing) => {
    const usage = normaliseUsage({
      prompt_tokens: 1000,
      completion_tokens: 0,
      total_tokens: 1000,
    })!;
    const priced = pricer.priceUsage(
      { ...usage, billing },
      { provider, model, atUs: now, knownAtUs: now },
    );
    return 'cost' in priced
      ? [formatUsd(priced.cost.promptUnits), ...priced.cost.marks]
      : priced.unpriced;
  };

  test('changes the rate where the table knows by how much', () => {
    assert.deepEqual(costOf('openai', 'gpt-5.4', {}), ['0.0025']);
    assert.deepEqual(costOf('openai', 'gpt-5.4', { mode: 'flex' }), ['0.0013']);
    assert.deepEqual(costOf('openai', 'gpt-5.4', { mode: 'priority' }), ['0.005']);
  });

  test('has no price where it does not', () => {
    assert.equal(
      costOf('mistral', 'mistral-large-2512', { mode: 'priority' }),
      'mode_without_price',
    );
  });

  test('inference in the US costs a tenth more with Anthropic', () => {
    assert.deepEqual(costOf('anthropic', 'claude-opus-5-5', { region: 'us' }), [
      '0.0044',
      'anthropic_us_inference',
    ]);
    assert.deepEqual(costOf('openai', 'gpt-5.4', { region: 'us' }), ['0.0025']);
  });

  test('data zones of Azure and regional endpoints of Vertex are told by the name', () => {
    assert.deepEqual(costOf('azure', 'azure/eu/gpt-5.4', {}), ['0.00275', 'azure_data_zone']);
    assert.deepEqual(
      costOf('', 'projects/p/locations/us-east5/publishers/anthropic/models/claude-opus-4-8', {}),
      ['0.005', 'regional_endpoint_lower_bound'],
    );
  });
});

test('audio without a rate has no price, and the bill says so', () => {
  const usage = normaliseUsage({
    prompt_tokens: 100,
    completion_tokens: 10,
    prompt_tokens_details: { audio_tokens: 40 },
  })!;
  const priced = pricer.priceUsage(usage, {
    provider: 'openai',
    model: 'gpt-5',
    atUs: now,
    knownAtUs: now,
  });
  assert.ok('cost' in priced);
  assert.deepEqual(priced.cost.unpricedParts, [{ part: 'audio_in', tokens: 40 }]);
  assert.equal(formatUsd(priced.cost.promptUnits), '0.000075');
});
