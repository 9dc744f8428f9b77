import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { context, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { waitFor } from '@runlight/testkit';
import { startStack } from '@runlight/testkit/default-stack';
import type { Stack } from '@runlight/testkit/default-stack';
import { graph } from '@runlight/testkit/graph-request';

// The unchanged OpenTelemetry SDK, through the front door and back out of the graph.

let stack: Stack;
before(async () => {
  stack = await startStack();
});
after(() => stack?.stop());

/** Asks until `isThere` holds, and gives that answer. */
async function eventually<T>(
  query: string,
  variables: Record<string, unknown>,
  isThere: (data: T) => boolean,
): Promise<T> {
  let answer: T | undefined;
  await waitFor(
    async () => {
      const { data } = await graph<T>(stack, query, variables);
      answer = data;
      return data !== null && isThere(data);
    },
    { timeoutMs: 15_000, what: 'the answer of the graph' },
  );
  return answer!;
}

/** Children end, and are exported, before their parents: each span is a request of its own. */
async function sendSpans(): Promise<string> {
  const exporter = new OTLPTraceExporter({
    url: `${stack.url}/otel/v1/traces`,
    headers: { 'x-api-key': stack.apiKey, 'langsmith-project': 'spans' },
  });
  const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const tracer = provider.getTracer('e2e');
  const agent = tracer.startSpan('invoke_agent travel', {
    attributes: { 'gen_ai.operation.name': 'invoke_agent' },
  });
  const inAgent = trace.setSpan(context.active(), agent);
  const step = tracer.startSpan('step', {}, inAgent);
  const chat = tracer.startSpan(
    'chat gpt-4o',
    {
      attributes: {
        'gen_ai.operation.name': 'chat',
        'gen_ai.provider.name': 'openai',
        'gen_ai.request.model': 'gpt-4o',
        'gen_ai.usage.input_tokens': 10,
        'gen_ai.usage.output_tokens': 5,
        'gen_ai.input.messages': '[{"role":"user","parts":[{"type":"text","content":"hi"}]}]',
      },
    },
    trace.setSpan(inAgent, step),
  );
  for (const span of [chat, step, agent]) {
    span.end();
    await provider.forceFlush();
  }
  await provider.shutdown();
  const hex = agent.spanContext().traceId;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

test('spans of OpenTelemetry are one trace, whose root sums up what is below it', async () => {
  interface Answer {
    trace: {
      root: { name: string; totalTokens: number; project: { name: string } } | null;
      runs: { nodes: { name: string; runType: string; model: string | null }[] };
    } | null;
  }
  const { trace: found } = await eventually<Answer>(
    `query ($id: ID!) { trace(id: $id) { root { name totalTokens project { name } }
       runs { nodes { name runType model } } } }`,
    { id: await sendSpans() },
    (data) => data.trace?.root != null && data.trace.runs.nodes.length === 3,
  );
  // Starts have whole milliseconds in JavaScript: which of several comes first is not told.
  found!.runs.nodes.sort((a, b) => a.name.localeCompare(b.name));
  assert.deepEqual(found, {
    root: { name: 'invoke_agent travel', totalTokens: 15, project: { name: 'spans' } },
    runs: {
      nodes: [
        { name: 'chat gpt-4o', runType: 'LLM', model: 'gpt-4o' },
        { name: 'invoke_agent travel', runType: 'CHAIN', model: null },
        { name: 'step', runType: 'CHAIN', model: null },
      ],
    },
  });
});
