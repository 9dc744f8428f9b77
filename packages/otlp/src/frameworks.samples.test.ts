import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { named, ofType, sample, textOf } from './test-runs.ts';

// Real samples (test/fixtures), each with what a correct reading must yield.

describe('Pydantic AI and Logfire', () => {
  test('pydantic-ai-0.2-events-attribute', () => {
    const [call, agent, root] = sample('pydantic-ai-0.2-events-attribute');
    assert.deepEqual(
      [call!.type, call!.model, call!.provider],
      ['llm', 'gpt-4o-2024-08-06', 'openai'],
    );
    assert.deepEqual(call!.tokens, [31, 96, 127]);
    assert.equal(call!.asked[0]!.role, 'system');
    assert.match(textOf(call!.asked[0]!), /^You are a helpful assistant that answers/);
    assert.equal(call!.answered.length, 1);
    assert.deepEqual([agent!.type, agent!.usage], ['chain', undefined]);
    assert.match((agent!.outputs as { output: string }).output, /^Langfuse is a tool/);
    assert.deepEqual([root!.type, root!.inputs], ['chain', undefined]);
  });

  test('pydantic-ai-1.11-gemini-thoughts', () => {
    const [run] = sample('pydantic-ai-1.11-gemini-thoughts');
    assert.deepEqual([run!.type, run!.model, run!.provider], ['llm', 'gemini-2.5-flash', 'google']);
    assert.deepEqual(run!.tokens, [40, 159, 199]);
    assert.equal(run!.details['out.reasoning'], 121);
    assert.equal(run!.cost, 0.0004095);
    assert.match(textOf(run!.asked[0]!), /^what is 1\+1\?/);
  });

  test('pydantic-ai-cache-reasoning-audio-usage', () => {
    const [run] = sample('pydantic-ai-cache-reasoning-audio-usage');
    assert.deepEqual([run!.model, run!.provider], ['gpt-4o-2024-11-20', 'openai']);
    assert.deepEqual(run!.tokens, [100, 200, 300]);
    assert.deepEqual(run!.details, {
      audio: 10,
      cache_read: 20,
      cache_creation: 10,
      'out.audio': 30,
      'out.reasoning': 30,
    });
    assert.equal(run!.cost, 0.002225);
    const results = run!.asked.filter(({ role }) => role === 'tool');
    assert.equal(results[0]!.content, 'tool_return_content');
    assert.equal(results[0]!.tool_call_id, 'tool_call_3');
    const calls = run!.answered[0]!.tool_calls!;
    assert.deepEqual(
      calls.map(({ args }) => args),
      ['args1', { args2: 3 }],
    );
    assert.deepEqual(
      run!.asked.filter(({ role }) => role === 'system').map(({ content }) => content),
      ['instructions', 'system_prompt'],
    );
  });

  test('pydantic-ai-fallback-exception', () => {
    const [call, agent] = sample('pydantic-ai-fallback-exception');
    for (const run of [call!, agent!]) {
      assert.match(run.error!, /All models from FallbackModel failed \(2 sub-exceptions\)/);
      assert.match(run.error!, /^pydantic_ai\.exceptions\.FallbackExceptionGroup/);
      assert.equal(run.usage, undefined);
    }
    assert.equal(call!.type, 'llm');
    assert.match(String(call!.model), /^fallback:/);
    assert.equal(call!.provider, 'fallback:function,function');
    assert.equal(agent!.type, 'chain');
    assert.deepEqual(agent!.asked, [{ role: 'user', content: 'hello' }]);
  });

  test('logfire-anthropic-stream-two-spans', () => {
    const [request, log] = sample('logfire-anthropic-stream-two-spans');
    assert.deepEqual(
      [request!.type, request!.model, request!.provider],
      ['llm', 'claude-3-haiku-20240307', 'anthropic'],
    );
    assert.equal(request!.name, "Message with 'claude-3-haiku-20240307'");
    assert.equal(request!.asked.at(-1)!.content, 'What is four plus five?');
    assert.deepEqual([request!.outputs, request!.usage], [undefined, undefined]);
    // One call: the log record tells of it, but is none itself.
    assert.equal(log!.type, 'chain');
    assert.equal(log!.answered[0]!.content, 'The answer is secret');
    assert.equal(log!.answered[0]!.finish_reason, 'end_turn');
    assert.deepEqual(log!.tokens, [25, 55, 80]);
    assert.equal(log!.cost, 7.5e-5);
  });

  test('logfire-google-genai-events-multimodal', () => {
    const [tool, call] = sample('logfire-google-genai-events-multimodal');
    assert.deepEqual(
      [call!.type, call!.model, call!.provider],
      ['llm', 'gemini-2.0-flash-001', 'google'],
    );
    assert.deepEqual(call!.tokens!.slice(0, 2), [58, 9]);
    const [system, user, media] = call!.asked;
    assert.deepEqual(system, { role: 'system', content: 'help' });
    assert.equal(user!.content, 'What is the weather like in Boston?');
    assert.deepEqual(media!.content, [{ type: 'file', mime_type: 'text/plain', data: 'MTIz' }]);
    assert.equal(call!.answered[0]!.content, 'It is rainy in Boston, MA.\n');
    assert.deepEqual([tool!.type, tool!.name], ['tool', 'get_current_weather']);
    assert.deepEqual(tool!.inputs, { location: 'Boston, MA' });
    assert.deepEqual(tool!.outputs, { output: 'rainy' });
  });

  test('logfire-litellm-openinference-mixed', () => {
    const runs = sample('logfire-litellm-openinference-mixed');
    assert.deepEqual(
      runs.map(({ type, model, provider, tokens }) => [type, model, provider, tokens]),
      [
        ['llm', 'gpt-4o-mini-2024-07-18', 'openai', [80, 18, 98]],
        ['llm', 'gpt-4o-mini', 'openai', [62, 26, 88]],
      ],
    );
    assert.equal(runs[0]!.details['cache_read'], 0);
    assert.equal(runs[0]!.details['out.reasoning'], 0);
    assert.equal(runs[0]!.answered[0]!.tool_calls![0]!.id, 'call_SWFIWhfCI6AeHuaV6EM1MRsJ');
    assert.match(textOf(runs[1]!.answered[0]!), /^The current temperature/);
    assert.equal(runs[1]!.asked[2]!.role, 'tool');
    assert.equal(runs[1]!.asked[2]!.tool_call_id, undefined);
  });

  test('logfire-openai-agents-tool-exception', () => {
    const runs = sample('logfire-openai-agents-tool-exception');
    assert.deepEqual(
      ofType(runs, 'llm').map(({ model, provider, tokens }) => [
        model,
        provider,
        tokens?.slice(0, 2),
      ]),
      [
        ['gpt-4o-2024-08-06', 'openai', [244, 10]],
        ['gpt-4o-2024-08-06', 'openai', [283, 30]],
      ],
    );
    const [tool] = ofType(runs, 'tool');
    assert.equal(tool!.name, 'tool');
    assert.equal(tool!.error, "RuntimeError: Ouch, don't do that again!");
    assert.match((tool!.outputs as { output: string }).output, /^An error occurred/);
    assert.deepEqual(tool!.inputs, {});
    for (const run of ofType(runs, 'chain')) assert.equal(run.usage, undefined);
    assert.equal(named(runs, 'Task: Agent workflow')[0]!.repeated!['total_tokens'], 567);
    assert.equal(runs.length, 8);
  });

  test('logfire-openai-audio-input-blob', () => {
    const [run] = sample('logfire-openai-audio-input-blob');
    assert.deepEqual(
      [run!.type, run!.model, run!.provider],
      ['llm', 'gpt-4o-audio-preview-2025-06-03', 'openai'],
    );
    assert.deepEqual(run!.tokens, [21, 1, 22]);
    const [text, audio] = run!.asked[0]!.content as { type: string; data: string }[];
    assert.deepEqual([text!.type, audio!.type], ['text', 'audio']);
    assert.ok(audio!.data.length > 8000);
    assert.equal(run!.answered[0]!.content, 'Hello');
    assert.equal(run!.cost, 6.25e-5);
    assert.deepEqual(run!.metadata['finish_reasons'], ['stop']);
  });
});

describe('OpenInference', () => {
  test('llamaindex-openinference-complete', () => {
    const [root, call] = sample('llamaindex-openinference-complete');
    assert.equal(root!.type, 'chain');
    assert.deepEqual([call!.type, call!.model, call!.provider], ['llm', 'gpt-4o', 'openai']);
    assert.deepEqual(call!.tokens, [13, 81, 94]);
    assert.deepEqual(call!.inputs, { prompt: 'What is Langfuse?' });
    assert.match(textOf(call!.answered[0]!), /^Langfuse is a tool/);
  });

  test('google-genai-openinference-reasoning', () => {
    const [run] = sample('google-genai-openinference-reasoning');
    assert.deepEqual([run!.type, run!.model, run!.provider], ['llm', 'gemini-2.5-flash', 'google']);
    assert.deepEqual(run!.tokens, [6, 2055, 2061]);
    assert.equal(run!.details['out.reasoning'], 1104);
    assert.equal(run!.answered[0]!.role, 'assistant');
  });

  test('vertexai-openinference: thinking tokens in the total only', () => {
    const [run] = sample('vertexai-openinference');
    assert.deepEqual([run!.type, run!.model, run!.provider], ['llm', 'gemini-2.5-flash', 'google']);
    assert.deepEqual(run!.tokens, [5, 845, 2023]);
    assert.equal(run!.details['out.reasoning'], 1173);
  });

  test('smolagents-openinference', () => {
    const runs = sample('smolagents-openinference');
    assert.deepEqual(
      ofType(runs, 'llm').map(({ tokens }) => tokens),
      [
        [2366, 52, 2418],
        [3890, 111, 4001],
      ],
    );
    for (const { model, provider } of ofType(runs, 'llm')) {
      assert.equal(model, 'bedrock/us.anthropic.claude-haiku-4-5-20251001-v1:0');
      assert.equal(provider, 'bedrock');
    }
    const agent = named(runs, 'CodeAgent.run')[0]!;
    assert.deepEqual([agent.type, agent.usage], ['chain', undefined]);
    assert.equal(agent.repeated!['total_tokens'], 6419);
    assert.deepEqual(
      ofType(runs, 'tool').map(({ name }) => name),
      ['web_search', 'final_answer'],
    );
    assert.deepEqual(
      ofType(runs, 'llm')[1]!.asked.map(({ role }) => role),
      ['system', 'user', 'assistant', 'assistant', 'tool'],
    );
  });

  test('openinference-embeddings-spec', () => {
    const runs = sample('openinference-embeddings-spec');
    assert.deepEqual(
      runs.map(({ type, model, tokens }) => [type, model, tokens]),
      [
        ['embedding', 'text-embedding-3-small', [2, undefined, 2]],
        ['embedding', 'text-embedding-3-small', [2, undefined, 2]],
        ['embedding', 'text-embedding-ada-002', [3, undefined, 3]],
      ],
    );
    assert.deepEqual(runs[0]!.inputs, { input: ['hello world'] });
    assert.deepEqual(runs[2]!.inputs, { input: ['hello', 'world', 'test'] });
    assert.deepEqual(runs[2]!.outputs, { embeddings: 3, dimensions: 3 });
  });

  test('mastra-arize-exporter-llm', () => {
    const [run] = sample('mastra-arize-exporter-llm');
    assert.deepEqual([run!.type, run!.model, run!.provider], ['llm', 'gpt-4', 'openai']);
    assert.deepEqual(run!.tokens, [10, 5, 15]);
    assert.deepEqual(
      run!.asked.map(({ role }) => role),
      ['system', 'user', 'assistant', 'tool'],
    );
    assert.equal(run!.asked[1]!.content, 'What is the weather in Tokyo?');
    // Encoded twice.
    assert.deepEqual(run!.asked[2]!.tool_calls![0]!.args, { city: 'Tokyo' });
    assert.equal(run!.asked[2]!.tool_calls![0]!.id, 'weatherTool-1');
  });

  test('google-adk-1.12-openinference', () => {
    const runs = sample('google-adk-1.12-openinference');
    const [second, first] = ofType(runs, 'llm');
    assert.deepEqual(
      [first!.tokens, second!.tokens],
      [
        [28, 3, 31],
        [39, 6, 45],
      ],
    );
    for (const { model, provider, asked } of [first!, second!]) {
      assert.deepEqual([model, provider], ['gemini-2.0-flash', 'google']);
      assert.equal(asked[0]!.role, 'system');
    }
    const [call] = first!.answered[0]!.tool_calls!;
    assert.deepEqual([call!.name, call!.id], ['say_hello', undefined]);
    const [tool] = ofType(runs, 'tool');
    assert.equal(tool!.name, 'say_hello');
    assert.deepEqual(tool!.inputs, {});
    assert.deepEqual(tool!.outputs, { greeting: 'Hello Langfuse 👋' });
    assert.deepEqual(
      ofType(runs, 'chain').map(({ name }) => name.split(' ')[0]),
      ['invocation', 'agent_run'],
    );
    for (const run of runs) {
      assert.deepEqual([run.thread, run.user], ['demo-session', 'demo-user']);
    }
  });
});
