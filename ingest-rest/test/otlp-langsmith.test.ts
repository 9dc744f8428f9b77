import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LegacyOpenTelemetry } from '@ai-sdk/otel';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { QueuedOperation } from '@runlight/queue';
import { generateText } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import { Client } from 'langsmith';
import { LangSmithOTLPTraceExporter } from 'langsmith/experimental/otel/exporter';
import { initializeOTEL } from 'langsmith/experimental/otel/setup';
import { traceable } from 'langsmith/traceable';
import { payloadOf } from './support/otlp.ts';
import { startIngest } from './support/service.ts';
import type { IngestService, Tenant } from './support/service.ts';

// The npm client in OpenTelemetry mode: its own runs, and spans of the AI SDK between them.

let service: IngestService;
before(async () => {
  service = await startIngest();
});
after(() => service?.close());

async function operationsOf(tenant: Tenant): Promise<Map<string, QueuedOperation>> {
  const batches = await service.batches(tenant.workspaceId);
  const operations = batches.flatMap((batch) => batch.operations);
  return new Map(operations.map((operation) => [operation.envelope.name!, operation]));
}

const model = new MockLanguageModelV4({
  provider: 'anthropic.messages',
  modelId: 'claude-stub',
  doGenerate: async () =>
    ({
      content: [{ type: 'text', text: 'Hi.' }],
      finishReason: { unified: 'stop', raw: undefined },
      usage: {
        inputTokens: { total: 20, noCache: 15, cacheRead: 5, cacheWrite: 0 },
        outputTokens: { total: 8, text: 8, reasoning: 0 },
      },
      warnings: [],
    }) as never,
});

test('traceable and the AI SDK through LangSmithOTLPTraceExporter are one trace of a project', async () => {
  const tenant = await service.tenant();
  process.env['LANGSMITH_TRACING'] = 'true';
  process.env['LANGSMITH_TRACING_MODE'] = 'otel';
  process.env['LANGSMITH_PROJECT'] = 'otel shop';
  const exporter = new LangSmithOTLPTraceExporter({
    url: `${service.url}/otel/v1/traces`,
    headers: { 'x-api-key': tenant.key },
  });
  const provider = new NodeTracerProvider({
    spanProcessors: [new BatchSpanProcessor(exporter as never)],
  });
  provider.register();
  initializeOTEL({
    globalTracerProvider: provider,
    skipGlobalContextManagerSetup: true,
  });
  const client = new Client({ apiUrl: service.url, apiKey: tenant.key });
  const integrations = [new LegacyOpenTelemetry({ tracer: provider.getTracer('ai') })];

  const look = traceable(async (word: string) => ({ length: word.length }), {
    name: 'look',
    run_type: 'tool',
    client,
  });
  const outer = traceable(
    async (question: string) => {
      await look(question);
      const { text } = await generateText({ model, prompt: question, telemetry: { integrations } });
      return text;
    },
    { name: 'outer', client, metadata: { session_id: 'thread-7' }, tags: ['blue'] },
  );
  await outer('Hello?');
  await client.awaitPendingTraceBatches();
  await provider.shutdown();

  const runs = await operationsOf(tenant);
  const [root, tool, call] = [
    runs.get('outer')!,
    runs.get('look')!,
    runs.get('ai.generateText.doGenerate')!,
  ];
  assert.equal(root.envelope.parentRunId, null);
  assert.equal(root.envelope.threadId, 'thread-7');
  assert.deepEqual(root.envelope.tags, ['blue']);
  assert.equal(tool.envelope.parentRunId, root.runId);
  assert.equal(tool.envelope.runType, 'tool');
  assert.equal(call.envelope.runType, 'llm');
  assert.equal(call.envelope.model, 'claude-stub');
  assert.deepEqual(call.envelope.usage, {
    input_tokens: 20,
    output_tokens: 8,
    total_tokens: 28,
    'input_token_details.cache_read': 5,
    'input_token_details.cache_creation': 0,
    'output_token_details.reasoning': 0,
  });
  assert.deepEqual(payloadOf(tool, 'outputs'), { length: 6 });
  assert.equal(new Set(Array.from(runs.values(), ({ traceId }) => traceId)).size, 1);
  assert.equal(new Set(Array.from(runs.values(), ({ projectId }) => projectId)).size, 1);
});
