import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Metadata, credentials } from '@grpc/grpc-js';
import { LegacyOpenTelemetry, OpenTelemetry } from '@ai-sdk/otel';
import { SpanStatusCode, context, trace } from '@opentelemetry/api';
import { OTLPTraceExporter as GrpcExporter } from '@opentelemetry/exporter-trace-otlp-grpc';
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as ProtoExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node';
import type { SpanExporter } from '@opentelemetry/sdk-trace-node';
import { generateText, jsonSchema, stepCountIs, streamText, tool } from 'ai';
import { MockLanguageModelV4, simulateReadableStream } from 'ai/test';
import { startStoring } from './support/stored.ts';
import type { StoringService } from './support/stored.ts';

// The exporters and SDKs as their users have them, through ingest and worker to the rows of ClickHouse.

let service: StoringService;
before(async () => {
  service = await startStoring();
});
after(() => service?.close());

type Make = (key: string) => SpanExporter;

const headersOf = (key: string) => ({ 'x-api-key': key, 'langsmith-project': 'exporters' });
const metadataOf = (key: string) => {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(headersOf(key))) metadata.set(name, value);
  return metadata;
};

const exporters: [string, Make][] = [
  [
    'protobuf over HTTP',
    (key) => new ProtoExporter({ url: `${service.url}/otel/v1/traces`, headers: headersOf(key) }),
  ],
  [
    'protobuf over HTTP, gzip',
    (key) =>
      new ProtoExporter({
        url: `${service.url}/api/v1/otel/v1/traces`,
        headers: { authorization: `Bearer ${key}`, 'langsmith-project': 'exporters' },
        compression: 'gzip' as never,
      }),
  ],
  [
    'JSON over HTTP',
    (key) => new JsonExporter({ url: `${service.url}/v1/traces`, headers: headersOf(key) }),
  ],
  ['gRPC', (key) => grpcExporter(key, 'none')],
  ['gRPC, gzip', (key) => grpcExporter(key, 'gzip')],
];

const grpcExporter = (key: string, compression: string) =>
  new GrpcExporter({
    url: `http://127.0.0.1:${service.grpcPort}`,
    credentials: credentials.createInsecure(),
    metadata: metadataOf(key),
    compression: compression as never,
  });

for (const [what, make] of exporters) {
  test(`${what}: a trace with a model call and a failed tool`, async () => {
    const tenant = await service.tenant();
    const exporter = make(tenant.key);
    const provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter)] });
    const tracer = provider.getTracer('test', '1.0');
    const root = tracer.startSpan('agent', { attributes: { 'session.id': 'thread-1' } });
    const inRoot = trace.setSpan(context.active(), root);
    const call = tracer.startSpan('chat gpt-4o', {}, inRoot);
    call.setAttributes({
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'openai',
      'gen_ai.response.model': 'gpt-4o-2024-08-06',
      'gen_ai.usage.input_tokens': 12,
      'gen_ai.usage.output_tokens': 7,
      'gen_ai.input.messages': '[{"role":"user","parts":[{"type":"text","content":"Héllo 🙂"}]}]',
      'gen_ai.output.messages': '[{"role":"assistant","parts":[{"type":"text","content":"Hi"}]}]',
      'gen_ai.response.finish_reasons': ['stop'],
      'a.double': 0.25,
    });
    call.end();
    const failed = tracer.startSpan('execute_tool', {}, inRoot);
    failed.setAttributes({
      'gen_ai.operation.name': 'execute_tool',
      'gen_ai.tool.name': 'look_up',
    });
    failed.recordException(new TypeError('no such thing'));
    failed.setStatus({ code: SpanStatusCode.ERROR });
    failed.end();
    root.end();
    await provider.shutdown();

    const runs = await service.runs(tenant.workspaceId, 3);
    assert.equal(runs.length, 3);
    const find = (name: string) => runs.find((run) => run.name === name)!;
    const [agent, chat, lookUp] = [find('agent'), find('chat gpt-4o'), find('look_up')];
    const { traceId, spanId } = root.spanContext();
    assert.equal(agent.trace_id.replaceAll('-', ''), traceId);
    assert.equal(agent.id, `00000000-0000-0000-${spanId.slice(0, 4)}-${spanId.slice(4)}`);
    assert.equal(agent.thread_id, 'thread-1');
    assert.equal(chat.parent_run_id, agent.id);
    assert.deepEqual([chat.run_type, chat.model], ['llm', 'gpt-4o-2024-08-06']);
    assert.deepEqual([chat.prompt_tokens, chat.completion_tokens, chat.total_tokens], [12, 7, 19]);
    assert.deepEqual([chat.inputs_preview, chat.outputs_preview], ['Héllo 🙂', 'Hi']);
    assert.deepEqual([lookUp.run_type, lookUp.status], ['tool', 'error']);
    assert.match(lookUp.error, /^TypeError: no such thing/);
    assert.equal(new Set(runs.map((run) => run.trace_start)).size, 1);
    for (const run of runs) assert.deepEqual(run.warnings, []);
  });
}

test('each span in a request of its own, children first: one trace with one start', async () => {
  const tenant = await service.tenant();
  const exporter = exporters[0]![1](tenant.key);
  const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const tracer = provider.getTracer('test');
  let parent = context.active();
  const open = ['root', 'middle', 'leaf'].map((name) => {
    const span = tracer.startSpan(name, {}, parent);
    parent = trace.setSpan(parent, span);
    return span;
  });
  for (const span of open.toReversed()) {
    span.end();
    await provider.forceFlush();
  }
  await provider.shutdown();
  const runs = await service.runs(tenant.workspaceId, 3);
  assert.equal(new Set(runs.map((run) => run.trace_start)).size, 1);
  const byName = new Map(runs.map((run) => [run.name, run]));
  assert.equal(byName.get('leaf')!.parent_run_id, byName.get('middle')!.id);
  assert.equal(byName.get('middle')!.parent_run_id, byName.get('root')!.id);
});

const usage = {
  inputTokens: { total: 20, noCache: 15, cacheRead: 5, cacheWrite: 0 },
  outputTokens: { total: 8, text: 8, reasoning: 0 },
};

const weather = () =>
  tool({
    description: 'The weather somewhere',
    inputSchema: jsonSchema<{ city: string }>({
      type: 'object',
      properties: { city: { type: 'string' } },
    }),
    execute: async ({ city }) => ({ city, celsius: 21 }),
  });

/** A model that first asks for the tool, then answers. */
function modelWithTool() {
  let calls = 0;
  return new MockLanguageModelV4({
    provider: 'openai.responses',
    modelId: 'gpt-stub',
    doGenerate: async () => {
      calls += 1;
      const first = calls === 1;
      return {
        content: first
          ? [
              {
                type: 'tool-call',
                toolCallId: 'call-1',
                toolName: 'weather',
                input: '{"city":"Oslo"}',
              },
            ]
          : [{ type: 'text', text: 'It is 21 degrees.' }],
        finishReason: { unified: first ? 'tool-calls' : 'stop', raw: undefined },
        usage,
        warnings: [],
      } as never;
    },
  });
}

describe('Vercel AI SDK with a stub provider', () => {
  const integrations = [
    ['gen_ai spans', OpenTelemetry],
    ['ai.* spans', LegacyOpenTelemetry],
  ] as const;

  for (const [what, Integration] of integrations) {
    test(`generateText with a tool, ${what}`, async () => {
      const tenant = await service.tenant();
      const exporter = exporters[0]![1](tenant.key);
      const provider = new NodeTracerProvider({
        spanProcessors: [new BatchSpanProcessor(exporter)],
      });
      const tracer = provider.getTracer('ai');
      await generateText({
        model: modelWithTool(),
        tools: { weather: weather() },
        stopWhen: stepCountIs(3),
        prompt: 'How warm is it in Oslo?',
        telemetry: { functionId: 'warmth', integrations: [new Integration({ tracer })] },
      });
      await provider.shutdown();
      const runs = await service.runs(tenant.workspaceId, 4);
      const calls = runs.filter((run) => run.run_type === 'llm');
      assert.equal(calls.length, 2);
      for (const call of calls) {
        assert.deepEqual([call.prompt_tokens, call.completion_tokens], [20, 8]);
        assert.equal(call.model, 'gpt-stub');
        assert.equal(call.metadata['ls_provider'], 'openai');
      }
      assert.equal(calls[0]!.inputs_preview, 'How warm is it in Oslo?');
      assert.equal(calls[0]!.outputs_preview, 'weather({"city":"Oslo"})');
      assert.equal(calls[1]!.outputs_preview, 'It is 21 degrees.');
      const [used] = runs.filter((run) => run.run_type === 'tool');
      assert.equal(used!.name, 'weather');
      assert.match(used!.inputs_preview, /Oslo/);
      assert.match(used!.outputs_preview, /21/);
      // The sums on the spans around them are not counted again.
      for (const run of runs.filter((each) => each.run_type === 'chain')) {
        assert.equal(run.has_usage, 0, run.name);
      }
      assert.equal(new Set(runs.map((run) => run.trace_start)).size, 1);
    });

    test(`streamText, ${what}: the time of the first token`, async () => {
      const tenant = await service.tenant();
      const exporter = exporters[0]![1](tenant.key);
      const provider = new NodeTracerProvider({
        spanProcessors: [new BatchSpanProcessor(exporter)],
      });
      const tracer = provider.getTracer('ai');
      const model = new MockLanguageModelV4({
        modelId: 'gpt-stub',
        doStream: async () =>
          ({
            stream: simulateReadableStream({
              chunks: [
                { type: 'stream-start', warnings: [] },
                { type: 'text-start', id: '1' },
                { type: 'text-delta', id: '1', delta: 'Hello' },
                { type: 'text-delta', id: '1', delta: ' there' },
                { type: 'text-end', id: '1' },
                { type: 'finish', finishReason: { unified: 'stop', raw: undefined }, usage },
              ],
            }),
          }) as never,
      });
      const { textStream } = streamText({
        model,
        prompt: 'Say hello',
        telemetry: { integrations: [new Integration({ tracer })] },
      });
      for await (const _ of textStream);
      await provider.shutdown();
      const runs = await service.runs(tenant.workspaceId, 2);
      const [call] = runs.filter((run) => run.run_type === 'llm');
      assert.equal(call!.outputs_preview, 'Hello there');
      assert.deepEqual([call!.prompt_tokens, call!.completion_tokens], [20, 8]);
      assert.doesNotMatch(call!.first_token_time, /^1970/);
    });
  }
});
