import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { span, spans } from './test-runs.ts';

// As general.test.ts, for frameworks with little of their own.

const json = JSON.stringify;

describe('other frameworks', () => {
  test('Genkit', () => {
    const [model, tool] = spans([
      {
        attributes: {
          'genkit:type': 'action',
          'genkit:metadata:subtype': 'model',
          'genkit:name': 'googleai/gemini-2.5-flash',
          'genkit:input': json({ messages: [{ role: 'user', content: [{ text: 'hi' }] }] }),
          'genkit:output': json({
            message: { role: 'model', content: [{ text: 'hello' }] },
            usage: { inputTokens: 4, outputTokens: 9, totalTokens: 20, thoughtsTokens: 7 },
          }),
        },
      },
      {
        attributes: {
          'genkit:metadata:subtype': 'tool',
          'genkit:name': 'menu',
          'genkit:input': '{"dish":"soup"}',
          'genkit:output': '"hot"',
        },
      },
    ]);
    assert.deepEqual(
      [model!.type, model!.model, model!.provider],
      ['llm', 'gemini-2.5-flash', 'google'],
    );
    assert.deepEqual(model!.tokens, [4, 9, 20]);
    assert.equal(model!.details['out.reasoning'], 7);
    assert.deepEqual(model!.asked, [{ role: 'user', content: 'hi' }]);
    assert.deepEqual(model!.answered, [{ role: 'assistant', content: 'hello' }]);
    assert.deepEqual([tool!.type, tool!.name, tool!.outputs], ['tool', 'menu', { output: 'hot' }]);
  });

  test('Azure AI inference: event bodies as JSON', () => {
    const run = span(
      { 'gen_ai.operation.name': 'chat', 'gen_ai.system': 'az.ai.inference' },
      {
        events: [
          {
            name: 'gen_ai.user.message',
            attributes: { 'gen_ai.event.content': '{"role":"user","content":"q"}' },
          },
          {
            name: 'gen_ai.choice',
            attributes: {
              'gen_ai.event.content':
                '{"message":{"content":"a"},"finish_reason":"stop","index":0}',
            },
          },
        ],
      },
    );
    assert.deepEqual(run.asked, [{ role: 'user', content: 'q' }]);
    assert.deepEqual(run.answered, [{ role: 'assistant', content: 'a', finish_reason: 'stop' }]);
  });

  test('Strands: an agent with sums, Bedrock blocks in events', () => {
    const [agent, chat] = spans([
      {
        attributes: {
          'gen_ai.operation.name': 'invoke_agent',
          'gen_ai.system': 'strands-agents',
          'gen_ai.agent.name': 'helper',
          'gen_ai.usage.input_tokens': 9,
          'gen_ai.usage.output_tokens': 9,
        },
      },
      {
        attributes: { 'gen_ai.operation.name': 'chat' },
        events: [
          {
            name: 'gen_ai.assistant.message',
            attributes: {
              content: json([{ toolUse: { toolUseId: 't1', name: 'calc', input: { a: 1 } } }]),
            },
          },
          {
            name: 'gen_ai.tool.message',
            attributes: {
              content: json([{ toolResult: { toolUseId: 't1', content: [{ text: '2' }] } }]),
            },
          },
          { name: 'gen_ai.choice', attributes: { message: json([{ text: 'two' }]) } },
        ],
      },
    ]);
    assert.deepEqual([agent!.type, agent!.provider, agent!.usage], ['chain', undefined, undefined]);
    assert.deepEqual(chat!.asked[0]!.tool_calls, [
      { type: 'tool_call', id: 't1', name: 'calc', args: { a: 1 } },
    ]);
    assert.deepEqual(chat!.asked[1], { role: 'tool', content: '2', tool_call_id: 't1' });
    assert.equal(chat!.answered[0]!.content, 'two');
  });

  test('Haystack, MLflow, Laminar, Mastra', () => {
    const runs = spans([
      {
        attributes: {
          'haystack.component.type': 'OpenAIChatGenerator',
          'haystack.component.name': 'llm',
          'haystack.component.output': json({
            meta: [{ model: 'gpt-4o', usage: { prompt_tokens: 1, completion_tokens: 2 } }],
          }),
        },
      },
      {
        attributes: {
          'mlflow.spanType': '"CHAT_MODEL"',
          'mlflow.spanInputs': json({ messages: [{ role: 'user', content: 'm' }] }),
          'mlflow.chat.tokenUsage': json({ input_tokens: 1, output_tokens: 2, total_tokens: 3 }),
        },
      },
      {
        attributes: {
          'lmnr.span.type': 'LLM',
          'lmnr.span.input': json([{ role: 'user', content: 'l' }]),
        },
      },
      { attributes: { 'mastra.span.type': 'agent_run' } },
    ]);
    assert.deepEqual(
      runs.map(({ type }) => type),
      ['llm', 'llm', 'llm', 'chain'],
    );
    assert.deepEqual([runs[0]!.model, runs[0]!.tokens], ['gpt-4o', [1, 2, 3]]);
    assert.deepEqual([runs[1]!.asked[0]!.content, runs[1]!.tokens], ['m', [1, 2, 3]]);
    assert.equal(runs[2]!.asked[0]!.content, 'l');
  });

  test('a plain span of a web server stays a chain with its attributes', () => {
    const run = span({ 'http.request.method': 'GET', 'http.response.status_code': 500 });
    assert.deepEqual([run.type, run.usage, run.inputs], ['chain', undefined, undefined]);
    assert.equal(run.metadata['otel.dialect'], 'none');
    const { attributes } = (run.operation.payloads.extra as { otel: { attributes: object } }).otel;
    assert.deepEqual(
      { ...attributes },
      { 'http.request.method': 'GET', 'http.response.status_code': 500 },
    );
  });
});
