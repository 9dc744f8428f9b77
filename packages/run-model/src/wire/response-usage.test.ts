import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readStoredUsage } from '@runlight/pricing/usage';
import { foldRun } from '../fold.ts';
import type { RunEnvelope } from '../run.ts';
import { accepted, envelopeOf, id, root, wire } from './test-wire.ts';

interface Sample {
  name: string;
  context?: { requested_model?: string };
  raw: Record<string, unknown>;
  expected: Record<string, number>;
  cost: { provider: string; mode?: string };
  billed_by_provider_usd?: string;
}

const folder = new URL('../../../pricing/test/fixtures/', import.meta.url);
/** Spans do not come by this way. */
const otherFiles = ['name-cases.json', 'otel-genai.json', 'openinference.json'];
const samples = readdirSync(folder)
  .filter((file) => file.endsWith('.json') && !otherFiles.includes(file))
  .flatMap((file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const { shape, samples } = JSON.parse(text) as { shape: string; samples: Sample[] };
    return samples.map((sample) => ({ ...sample, shape }));
  });

function folded(envelopes: RunEnvelope[]) {
  return foldRun(
    envelopes.map((envelope, at) => ({
      kind: at === 0 ? 'create' : 'update',
      sequence: BigInt(at + 1) << 8n,
      batchId: id,
      envelope,
    })),
  );
}

describe('the response of a model in the outputs of a run', () => {
  for (const { shape, name, raw, expected, cost, context, ...sample } of samples) {
    test(`${shape}: ${name}`, () => {
      const model = context?.requested_model ?? raw['ls_model_name'] ?? raw['model'];
      const metadata = { ls_provider: cost.provider, ls_model_name: model };
      const create = envelopeOf(root, { extra: JSON.stringify({ metadata }) });
      const update = envelopeOf(
        { id, trace_id: id, end_time: '2026-01-02T03:04:06Z' },
        {
          outputs: JSON.stringify(raw),
          extra: JSON.stringify({ metadata }),
        },
        'update',
      );
      const run = folded([create, update]);
      const { counts, billing } = readStoredUsage(run.usage!, {
        provider: cost.provider,
        model: run.model,
      })!;
      assert.equal(counts.total, expected['total']);
      assert.equal(counts.inputFresh, expected['input_fresh']);
      assert.equal(counts.cacheWrite1h, expected['cache_write_1h']);
      assert.equal(counts.reasoning, expected['reasoning']);
      assert.equal(run.billing?.mode ?? billing.mode, cost.mode);
      const { billed_by_provider_usd: billed } = sample;
      assert.equal(run.costUsd?.['total'], billed === undefined ? undefined : Number(billed));
    });
  }

  const usage = { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 };
  const stored = { input_tokens: 5, output_tokens: 2, total_tokens: 7 };
  const usageOf = (outputs: unknown, run: object = root) =>
    folded([envelopeOf(run, { outputs: JSON.stringify(outputs) })]);

  test('is found where LangChain and wrappers put it', () => {
    const message = { kwargs: { response_metadata: { token_usage: usage, model_name: 'gpt-5' } } };
    for (const outputs of [
      { usage },
      { output: { usage } },
      { llm_output: { token_usage: usage, model_name: 'gpt-5' } },
      { generations: [[{}]], llmOutput: { tokenUsage: { promptTokens: 5, completionTokens: 2 } } },
      { generations: [[{ message }]] },
      { usageMetadata: { promptTokenCount: 5, candidatesTokenCount: 2, totalTokenCount: 7 } },
    ]) {
      assert.deepEqual(usageOf(outputs).usage, stored, JSON.stringify(outputs));
    }
    assert.equal(usageOf({ generations: [[{ message }]] }).model, 'gpt-5');
  });

  test('says nothing on a chain that hands it on', () => {
    const chain = usageOf({ usage, model: 'gpt-5' }, { ...root, run_type: 'chain' });
    assert.deepEqual([chain.usage, chain.model, chain.response], [undefined, undefined, undefined]);
  });

  test('does not take the place of what was said explicitly', () => {
    const explicit = { input_tokens: 50, output_tokens: 1, total_tokens: 51 };
    assert.deepEqual(usageOf({ usage, usage_metadata: explicit }).usage, explicit);
  });

  test('fills in what a wrapper dropped of the same call', () => {
    const written = { ...usage, prompt_tokens_details: { cache_write_tokens: 4 } };
    assert.deepEqual(usageOf({ usage: written, usage_metadata: stored }).usage, {
      ...stored,
      'input_token_details.cache_creation': 4,
    });
  });

  test('is unknown when it is odd, and never refused', () => {
    for (const odd of [null, [], 'x', {}, { prompt_tokens: -1 }, { prompt_tokens: '5' }]) {
      assert.equal(usageOf({ usage: odd }).usage, undefined);
    }
  });

  test('that does not add up is kept with a warning', () => {
    const { operation } = accepted(
      wire(root, {
        outputs: JSON.stringify({
          usage: { ...usage, prompt_tokens_details: { cached_tokens: 4, audio_tokens: 4 } },
        }),
      }),
    );
    assert.deepEqual(operation.envelope.warnings, ['usage_does_not_add_up']);
  });

  test('is never more than was written in a run of the SDK without usage', () => {
    const run = usageOf({ model: 'gpt-4o-mini', choices: [], usage_metadata: null });
    assert.equal(run.usage, undefined);
  });
});
