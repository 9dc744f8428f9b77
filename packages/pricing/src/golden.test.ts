import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { formatUsd } from './price/decimal.ts';
import type { Cost } from './price/cost.ts';
import { createPricer } from './price/pricer.ts';
import { readPriceTable } from './price/table.ts';
import { chargedUsd } from './usage/billing.ts';
import { normaliseUsage } from './usage/shapes.ts';
import { readStoredUsage, toStoredUsage } from './usage/stored-usage.ts';
import type { Usage } from './usage/usage.ts';

interface Expected extends Record<string, unknown> {
  total: number;
}
interface SampleCost {
  provider: string;
  model: string;
  at: string;
  tier_over_input?: number;
  mode?: string;
  lines: { part: string; tokens: number; rate: string; usd: string; note?: string }[];
  usd: string;
}
interface Sample {
  name: string;
  context?: { requested_model?: string; time?: string };
  raw: Record<string, unknown>;
  expected: Expected;
  of_which?: Record<string, number>;
  reported_total?: number;
  cost: SampleCost;
  also?: { model: string; expected: Expected; cost: SampleCost }[];
  billed_by_provider_usd?: string;
}

const folder = new URL('../test/fixtures/', import.meta.url);
const samples = readdirSync(folder)
  .filter((file) => file.endsWith('.json') && file !== 'name-cases.json')
  .flatMap((file) => {
    const { shape, samples } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as {
      shape: string;
      samples: Sample[];
    };
    return samples.map((sample) => ({ shape, sample }));
  });
const pricer = createPricer(readPriceTable());

/** Spans are read attribute by attribute in packages/otlp, where their samples are. */
const isOfSpans = (shape: string) => shape === 'otel-genai' || shape === 'openinference';

test('there are 57 samples of 18 shapes', () => {
  assert.equal(samples.length, 57);
  assert.equal(new Set(samples.map(({ shape }) => shape)).size, 18);
});

for (const { shape, sample } of samples.filter(({ shape }) => !isOfSpans(shape))) {
  describe(`${shape}: ${sample.name}`, () => {
    const context = { provider: sample.cost.provider, model: modelOf(sample) };
    const usage = normaliseUsage(sample.raw, context)!;

    test('has these counts', () => {
      assert.deepEqual(written(usage), sample.expected);
      assert.deepEqual(usage.ofWhich, sample.of_which ?? {});
      assert.equal(usage.reportedTotal, sample.reported_total);
      assert.deepEqual(
        usage.billing.also?.map(({ model, usage }) => ({
          model,
          expected: written(readStoredUsage(usage, { model, provider: sample.cost.provider })!),
        })) ?? [],
        (sample.also ?? []).map(({ model, expected }) => ({ model, expected })),
      );
    });

    test('has them still after the store', () => {
      const stored = readStoredUsage(toStoredUsage(usage), context)!;
      assert.deepEqual(stored.counts, usage.counts);
      assert.deepEqual(stored.ofWhich, usage.ofWhich);
    });

    test('costs this to the last digit', () => {
      const { also: _, ...billing } = usage.billing;
      assertCost(price({ ...usage, billing }, sample), sample.cost);
      const others = price(usage, sample).parts.filter(({ model }) => model !== undefined);
      for (const other of sample.also ?? []) {
        assert.deepEqual(
          others.filter(({ model }) => model === other.model).map(line),
          other.cost.lines,
        );
      }
    });
  });
}

test('what a router charged equals our sum', () => {
  const charged = samples.filter(({ sample }) => sample.billed_by_provider_usd !== undefined);
  assert.equal(charged.length, 4);
  for (const { sample } of charged) {
    const usage = sample.raw['usage'] as Record<string, unknown>;
    assert.equal(String(chargedUsd(usage)), sample.billed_by_provider_usd);
  }
});

function modelOf({ context, raw }: Sample): string {
  const named =
    context?.requested_model ?? raw['model'] ?? raw['modelVersion'] ?? raw['ls_model_name'];
  return String(named);
}

/** Those that the table prices under another name than the one that was sent, as the sample says. */
const pricedAs: Record<string, string> = {
  'gpt-4o-audio-preview-2024-12-17': 'gpt-audio',
  'openai.gpt-5.6-luna': 'gpt-5.6-luna',
  'anthropic/claude-4.6-sonnet-20260217': 'claude-sonnet-4-6',
};

/** A name that is an alias from some day on has an entry of its own. */
const pricedName = (sample: Sample): string =>
  sample.name === 'hit-miss-peak'
    ? 'deepseek-flash'
    : (pricedAs[modelOf(sample)] ?? modelOf(sample));

function price(usage: Usage, sample: Sample): Cost {
  const { provider, at } = sample.cost;
  const time = sample.context?.time?.slice(0, 20) ?? `${at}T12:00:00Z`;
  const priced = pricer.priceUsage(usage, {
    provider,
    model: pricedName(sample),
    atUs: Date.parse(time) * 1000,
    knownAtUs: Date.parse('2026-11-23T00:00:00Z') * 1000,
  });
  assert.ok('cost' in priced, 'unpriced' in priced ? priced.unpriced : '');
  return priced.cost;
}

function assertCost(cost: Cost, expected: SampleCost): void {
  assert.deepEqual(cost.parts.map(line), expected.lines);
  assert.equal(formatUsd(cost.promptUnits + cost.completionUnits), expected.usd);
  assert.equal(cost.entry, `${expected.provider}/${expected.model}`);
  assert.equal(cost.tierOverInput, expected.tier_over_input);
  assert.equal(cost.mode, expected.mode);
  assert.equal(cost.tableAsOf, '2026-11-23');
  assert.deepEqual(cost.unpricedParts, []);
}

const line = ({ part, tokens, rate, units, note }: Cost['parts'][number]) => ({
  part,
  tokens,
  rate,
  usd: formatUsd(units),
  ...(note === undefined ? {} : { note }),
});

/** In the names of the samples. */
function written({ counts }: Usage): Expected {
  return {
    input_fresh: counts.inputFresh,
    cache_read: counts.cacheRead,
    cache_write_5m: counts.cacheWrite5m,
    cache_write_1h: counts.cacheWrite1h,
    output_text: counts.outputText,
    reasoning: counts.reasoning,
    audio_in: counts.audioIn,
    audio_out: counts.audioOut,
    total: counts.total,
    ...(Object.keys(counts.cacheWriteOther).length > 0
      ? { cache_write_other: counts.cacheWriteOther }
      : {}),
  };
}
