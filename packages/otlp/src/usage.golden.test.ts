import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { createPricer, formatUsd, readPriceTable, readStoredUsage } from '@runlight/pricing';
import { span } from './test-runs.ts';

// The golden usage objects of packages/pricing that come as attributes of spans: read here, counted and
// priced there, as the worker does.

interface Sample {
  name: string;
  raw: { attributes: Record<string, string | number> };
  expected: Record<string, number> & { cache_write_other?: Record<string, number> };
  cost: {
    provider: string;
    model: string;
    at: string;
    lines: { part: string; tokens: number; rate: string; usd: string }[];
    usd: string;
  };
}

const folder = new URL('../../pricing/test/fixtures/', import.meta.url);
const samplesOf = (file: string) =>
  (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { samples: Sample[] }).samples;
const pricer = createPricer(readPriceTable());

for (const shape of ['otel-genai', 'openinference']) {
  describe(shape, () => {
    for (const {
      name,
      raw,
      expected: { cache_write_other: other = {}, ...expected },
      cost,
    } of samplesOf(`${shape}.json`)) {
      test(`${name} has these counts and this cost`, () => {
        const { usage, model, provider } = span(raw.attributes);
        const context = { provider: String(provider), model: String(model) };
        const counted = readStoredUsage(flat(usage!), context)!;
        const { counts } = counted;
        assert.deepEqual(
          {
            input_fresh: counts.inputFresh,
            cache_read: counts.cacheRead,
            cache_write_5m: counts.cacheWrite5m,
            cache_write_1h: counts.cacheWrite1h,
            output_text: counts.outputText,
            reasoning: counts.reasoning,
            audio_in: counts.audioIn,
            audio_out: counts.audioOut,
            total: counts.total,
          },
          expected,
        );
        assert.deepEqual(counts.cacheWriteOther, other);
        const atUs = Date.parse(`${cost.at}T12:00:00Z`) * 1000;
        const priced = pricer.priceUsage(counted, { ...context, atUs, knownAtUs: atUs });
        assert.ok('cost' in priced);
        const { parts, promptUnits, completionUnits, entry } = priced.cost;
        assert.equal(entry, `${cost.provider}/${cost.model}`);
        assert.equal(formatUsd(promptUnits + completionUnits), cost.usd);
        assert.deepEqual(
          parts.map(({ part, tokens, rate, units }) => ({
            part,
            tokens,
            rate,
            usd: formatUsd(units),
          })),
          cost.lines.map(({ part, tokens, rate, usd }) => ({ part, tokens, rate, usd })),
        );
      });
    }
  });
}

/** As ingest stores it. */
function flat(usage: Record<string, unknown>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [name, value] of Object.entries(usage)) {
    if (typeof value === 'number') counts[name] = value;
    else
      Object.entries(value as Record<string, number>).forEach(
        ([part, count]) => (counts[`${name}.${part}`] = count),
      );
  }
  return counts;
}
