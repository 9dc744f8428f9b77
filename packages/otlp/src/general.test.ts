import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { span, spans } from './test-runs.ts';

// Spans made by hand after what versions and frameworks write that are not among the samples: they
// show that the tables hold for more than what they were made from.

const json = JSON.stringify;

describe('OpenLLMetry', () => {
  test('0.1x: llm.prompts, llm.completions, functions', () => {
    const run = span({
      'llm.request.type': 'chat',
      'llm.vendor': 'OpenAI',
      'llm.request.model': 'gpt-4',
      'llm.response.model': 'gpt-4-0613',
      'llm.temperature': 0.3,
      'llm.prompts.0.role': 'user',
      'llm.prompts.0.content': 'hello',
      'llm.completions.0.role': 'assistant',
      'llm.completions.0.content': 'hi',
      'llm.completions.0.finish_reason': 'stop',
      'llm.usage.prompt_tokens': 3,
      'llm.usage.completion_tokens': 2,
      'llm.usage.total_tokens': 5,
      'llm.request.functions.0.name': 'look_up',
      'llm.request.functions.0.parameters': '{"type":"object"}',
    });
    assert.deepEqual([run.type, run.model, run.provider], ['llm', 'gpt-4-0613', 'openai']);
    assert.deepEqual(run.tokens, [3, 2, 5]);
    assert.deepEqual(run.asked, [{ role: 'user', content: 'hello' }]);
    assert.equal(run.answered[0]!.content, 'hi');
    assert.equal(run.params['temperature'], 0.3);
    assert.deepEqual(run.params['tools'], [
      { type: 'function', function: { name: 'look_up', parameters: { type: 'object' } } },
    ]);
  });

  test('workflow, tool and association properties', () => {
    const [workflow, tool] = spans([
      {
        name: 'joke.workflow',
        attributes: {
          'traceloop.span.kind': 'workflow',
          'traceloop.entity.name': 'joke',
          'traceloop.entity.input': '{"args":["x"],"kwargs":{}}',
          'traceloop.entity.output': '"done"',
          'traceloop.association.properties.session_id': 's-1',
          'traceloop.association.properties.user_id': 'u-1',
          'traceloop.association.properties.plan': 'free',
        },
      },
      {
        name: 'search.tool',
        attributes: {
          'traceloop.span.kind': 'tool',
          'traceloop.entity.name': 'search',
          'traceloop.entity.input': '{"q":"a"}',
          'traceloop.entity.output': '[1,2]',
        },
      },
    ]);
    assert.deepEqual([workflow!.type, workflow!.name], ['chain', 'joke']);
    assert.deepEqual([workflow!.thread, workflow!.user], ['s-1', 'u-1']);
    assert.equal(workflow!.metadata['plan'], 'free');
    assert.deepEqual(workflow!.outputs, { output: 'done' });
    assert.deepEqual([tool!.type, tool!.name, tool!.inputs], ['tool', 'search', { q: 'a' }]);
    assert.deepEqual(tool!.outputs, { output: [1, 2] });
  });

  test('indexed tool calls, and a vector store', () => {
    const [call, query] = spans([
      {
        attributes: {
          'gen_ai.completion.0.role': 'assistant',
          'gen_ai.completion.0.tool_calls.0.id': 'c1',
          'gen_ai.completion.0.tool_calls.0.name': 'f',
          'gen_ai.completion.0.tool_calls.0.arguments': '{"x":1}',
          'gen_ai.prompt.10.role': 'user',
          'gen_ai.prompt.10.content': 'last',
          'gen_ai.prompt.2.role': 'user',
          'gen_ai.prompt.2.content': 'first',
          'gen_ai.usage.cache_read_input_tokens': 1111,
          'gen_ai.usage.cache_creation_input_tokens': 418,
          'gen_ai.usage.input_tokens': 3,
          'gen_ai.usage.output_tokens': 33,
        },
      },
      { attributes: { 'db.system': 'pinecone', 'db.operation': 'query' } },
    ]);
    assert.equal(call!.type, 'llm');
    assert.deepEqual(call!.answered[0]!.tool_calls, [
      { type: 'tool_call', id: 'c1', name: 'f', args: { x: 1 } },
    ]);
    assert.deepEqual(
      call!.asked.map(({ content }) => content),
      ['first', 'last'],
    );
    // The raw counters of Anthropic leave out the cache; ours contain it.
    assert.deepEqual(call!.tokens, [1532, 33, 1565]);
    assert.equal(query!.type, 'retriever');
  });
});

describe('OpenLIT', () => {
  test('1.34: messages as JSON, cost, time to first token in seconds', () => {
    const run = span(
      {
        'gen_ai.operation.name': 'chat',
        'gen_ai.system': 'anthropic',
        'gen_ai.request.model': 'claude-sonnet-4-5',
        'gen_ai.response.model': 'claude-sonnet-4-5-20250929',
        'gen_ai.request.is_stream': true,
        'gen_ai.server.time_to_first_token': 0.25,
        'gen_ai.usage.input_tokens': 10,
        'gen_ai.usage.output_tokens': 20,
        'gen_ai.usage.cost': 0.5,
        'gen_ai.input.messages': json([{ role: 'user', parts: [{ type: 'text', content: 'a' }] }]),
      },
      { scope: 'openlit.otel.tracing' },
    );
    assert.deepEqual([run.type, run.provider, run.cost], ['llm', 'anthropic', 0.5]);
    assert.equal(run.firstToken, '2025-11-24T16:00:00.250000Z');
    assert.equal(run.params['stream'], true);
  });

  test('1.30: prompt and completion as attributes', () => {
    const run = span({
      'gen_ai.operation.name': 'chat',
      'gen_ai.content.prompt': 'system: be kind\nuser: line one\nline two',
      'gen_ai.content.completion': 'fine',
    });
    assert.deepEqual(run.asked, [
      { role: 'system', content: 'be kind' },
      { role: 'user', content: 'line one\nline two' },
    ]);
    assert.deepEqual(run.answered, [{ role: 'assistant', content: 'fine' }]);
  });
});

describe('OpenInference', () => {
  test('Anthropic: cache, image, tool use, costs', () => {
    const run = span({
      'openinference.span.kind': 'LLM',
      'llm.provider': 'anthropic',
      'llm.system': 'anthropic',
      'llm.model_name': 'claude-sonnet-4-5-20250929',
      'llm.input_messages.0.message.role': 'user',
      'llm.input_messages.0.message.contents.0.message_content.type': 'image',
      'llm.input_messages.0.message.contents.0.message_content.image.image.url':
        'data:image/png;base64,aGk=',
      'llm.input_messages.0.message.contents.1.message_content.type': 'text',
      'llm.input_messages.0.message.contents.1.message_content.text': 'what is it?',
      'llm.output_messages.0.message.role': 'assistant',
      'llm.output_messages.0.message.content': 'a dot',
      'llm.token_count.prompt': 1532,
      'llm.token_count.completion': 33,
      'llm.token_count.total': 1565,
      'llm.token_count.prompt_details.cache_read': 1111,
      'llm.token_count.prompt_details.cache_write': 418,
      'llm.cost.prompt': 0.1,
      'llm.cost.completion': 0.2,
      'llm.invocation_parameters': '{"max_tokens":100}',
      'llm.tools.0.tool.json_schema': '{"name":"t","input_schema":{"type":"object"}}',
    });
    assert.deepEqual(run.tokens, [1532, 33, 1565]);
    assert.deepEqual(run.details, { cache_read: 1111, cache_creation: 418 });
    assert.ok(Math.abs((run.cost as number) - 0.3) < 1e-9);
    assert.deepEqual(run.asked[0]!.content, [
      { type: 'image', url: 'data:image/png;base64,aGk=' },
      { type: 'text', text: 'what is it?' },
    ]);
    assert.equal(run.params['max_tokens'], 100);
    assert.equal((run.params['tools'] as { type: string }[])[0]!.type, 'function');
  });

  test('CrewAI: agents and tasks are chains, whatever they count', () => {
    const run = span({
      'openinference.span.kind': 'AGENT',
      'input.value': '{"topic":"x"}',
      'input.mime_type': 'application/json',
      'output.value': 'a report',
      'llm.token_count.prompt': 5,
      'llm.token_count.completion': 6,
      'llm.token_count.total': 11,
      'session.id': 'crew',
      metadata: '{"crew_key":"k"}',
      'tag.tags': ['a', 'b'],
    });
    assert.deepEqual([run.type, run.usage, run.thread], ['chain', undefined, 'crew']);
    assert.equal(run.repeated!['total_tokens'], 11);
    assert.deepEqual([run.inputs, run.outputs], [{ topic: 'x' }, { output: 'a report' }]);
    assert.equal(run.metadata['crew_key'], 'k');
    assert.deepEqual(run.operation.main['tags'], ['a', 'b']);
  });

  test('DSPy and Bedrock agents: retriever, reranker, guardrail, prompt', () => {
    const [retriever, reranker, guardrail] = spans([
      {
        attributes: {
          'openinference.span.kind': 'RETRIEVER',
          'input.value': 'who?',
          'retrieval.documents.0.document.content': 'first',
          'retrieval.documents.0.document.score': 0.5,
          'retrieval.documents.0.document.metadata': '{"source":"a"}',
          'retrieval.documents.1.document.content': 'second',
          'retrieval.documents.1.document.id': '2',
        },
      },
      {
        attributes: {
          'openinference.span.kind': 'RERANKER',
          'reranker.query': 'who?',
          'reranker.model_name': 'rerank-3',
          'reranker.input_documents.0.document.content': 'a',
          'reranker.output_documents.0.document.content': 'b',
        },
      },
      { attributes: { 'openinference.span.kind': 'GUARDRAIL', 'input.value': 'text' } },
    ]);
    assert.equal(retriever!.type, 'retriever');
    assert.deepEqual(retriever!.inputs, { input: 'who?' });
    assert.deepEqual(retriever!.outputs, {
      documents: [
        { page_content: 'first', metadata: { source: 'a' }, score: 0.5 },
        { page_content: 'second', metadata: {}, id: '2' },
      ],
    });
    assert.deepEqual([reranker!.type, reranker!.model], ['retriever', 'rerank-3']);
    assert.deepEqual(reranker!.inputs, {
      query: 'who?',
      documents: [{ page_content: 'a', metadata: {} }],
    });
    assert.equal(guardrail!.type, 'chain');
  });
});

describe('Vercel AI SDK', () => {
  test('7: gen_ai spans, first chunk in seconds, a step is a chain', () => {
    const [agent, call, step] = spans([
      {
        name: 'invoke_agent gpt-5',
        attributes: {
          'gen_ai.operation.name': 'invoke_agent',
          'gen_ai.request.model': 'gpt-5',
          'gen_ai.usage.input_tokens': 30,
          'gen_ai.usage.output_tokens': 4,
        },
      },
      {
        name: 'chat gpt-5',
        attributes: {
          'gen_ai.operation.name': 'chat',
          'gen_ai.provider.name': 'openai',
          'gen_ai.response.model': 'gpt-5-2025-08-07',
          'gen_ai.client.operation.time_to_first_chunk': 1.5,
          'gen_ai.usage.input_tokens': 30,
          'gen_ai.usage.output_tokens': 4,
          'gen_ai.usage.cache_read.input_tokens': 10,
        },
      },
      { name: 'step 1', attributes: { 'gen_ai.operation.name': 'agent_step' } },
    ]);
    assert.deepEqual([agent!.type, agent!.usage, step!.type], ['chain', undefined, 'chain']);
    assert.deepEqual(call!.tokens, [30, 4, 34]);
    assert.equal(call!.firstToken, '2025-11-24T16:00:01.500000Z');
  });

  test('5: reasoning, Google outside of the output, project and run name for LangSmith', () => {
    const run = span({
      'ai.operationId': 'ai.streamText.doStream',
      'ai.model.provider': 'google.generative-ai',
      'ai.model.id': 'gemini-2.5-flash',
      'ai.response.text': 'yes',
      'ai.response.reasoning': 'hm',
      'ai.usage.inputTokens': 3297,
      'ai.usage.outputTokens': 55,
      'ai.usage.totalTokens': 3447,
      'ai.usage.reasoningTokens': 95,
      'ai.usage.cachedInputTokens': 2918,
      'ai.telemetry.metadata.ls_project_name': 'shop',
      'ai.telemetry.metadata.ls_run_name': 'answer',
      'ai.telemetry.metadata.userId': 'u',
      'ai.settings.maxOutputTokens': 50,
    });
    assert.deepEqual([run.provider, run.name, run.user], ['google', 'answer', 'u']);
    assert.deepEqual(run.tokens, [3297, 55, 3447]);
    assert.deepEqual(run.details, { cache_read: 2918, 'out.reasoning': 95 });
    assert.deepEqual(run.answered[0]!.content, [
      { type: 'reasoning', text: 'hm' },
      { type: 'text', text: 'yes' },
    ]);
    assert.equal(run.operation.main['session_name'], 'shop');
    assert.equal(run.params['max_tokens'], 50);
  });

  test('3: a tool whose result is text', () => {
    const run = span({
      'ai.operationId': 'ai.toolCall',
      'ai.toolCall.name': 'time',
      'ai.toolCall.args': '{}',
      'ai.toolCall.result': 'noon',
    });
    assert.deepEqual([run.type, run.name], ['tool', 'time']);
    assert.deepEqual([run.inputs, run.outputs], [{}, { output: 'noon' }]);
  });
});
