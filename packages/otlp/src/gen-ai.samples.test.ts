import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { named, ofType, sample, textOf } from './test-runs.ts';

// Real samples (test/fixtures), each with what a correct reading must yield.

const types = (name: string) => sample(name).map(({ type, name: run }) => `${String(type)} ${run}`);

describe('gen_ai.*, old spelling', () => {
  test('traceloop-0.33-openai-chat', () => {
    const [run] = sample('traceloop-0.33-openai-chat');
    assert.equal(run!.type, 'llm');
    assert.equal(run!.name, 'openai.chat');
    assert.equal(run!.model, 'gpt-3.5-turbo-0125');
    assert.equal(run!.params['model'], 'gpt-3.5-turbo');
    assert.equal(run!.provider, 'openai');
    assert.deepEqual(run!.tokens, [14, 173, 187]);
    assert.deepEqual(run!.asked, [{ role: 'user', content: 'What is LLM Observability?' }]);
    assert.equal(run!.answered.length, 1);
    assert.equal(run!.answered[0]!.role, 'assistant');
    assert.equal(run!.answered[0]!.finish_reason, 'stop');
    assert.equal(run!.params['extra_headers'], undefined);
    assert.equal(run!.params['stream'], false);
  });

  test('koog-0.3-indexed-prompt', () => {
    const runs = sample('koog-0.3-indexed-prompt');
    assert.deepEqual(
      runs
        .filter(({ type }) => type !== 'chain')
        .map(({ type, name }) => `${String(type)} ${name}`),
      ['llm llm.chat', 'tool ByeTool', 'tool HelloTool', 'llm llm.chat'],
    );
    const [second, , , first] = runs.filter(({ type }) => type !== 'chain');
    for (const call of [first!, second!]) {
      assert.equal(call.model, 'gpt-4o');
      assert.equal(call.provider, 'openai');
      assert.equal(call.usage, undefined);
      assert.equal(call.thread, '6f8d2449-33ed-4c7c-82e7-5410e34ee4e6');
      assert.deepEqual(call.asked[0], {
        role: 'system',
        content: 'You are a nice and polite assistant.',
      });
    }
    assert.deepEqual(
      first!.answered.map(({ role, tool_calls: calls }) => [role, calls?.[0]?.name]),
      [
        ['assistant', 'HelloTool'],
        ['assistant', 'ByeTool'],
      ],
    );
    assert.equal(second!.answered[0]!.content, 'Hello my darling Bob! And, bye my dear Bob!');
    assert.deepEqual(
      second!.asked.map(({ role }) => role),
      ['system', 'user', 'assistant', 'tool', 'assistant', 'tool'],
    );
    assert.deepEqual(named(runs, 'HelloTool')[0]!.inputs, { name: 'Bob' });
    assert.equal(runs[0]!.model, 'gpt-4o');
  });

  test('openlit-1.27-openai-span-events', () => {
    const [run] = sample('openlit-1.27-openai-span-events');
    assert.equal(run!.type, 'llm');
    assert.equal(run!.model, 'gpt-3.5-turbo');
    assert.equal(run!.provider, 'openai');
    assert.deepEqual(run!.tokens, [14, 96, 110]);
    assert.equal(run!.cost, 0.000151);
    assert.deepEqual(run!.asked, [{ role: 'user', content: 'What is LLM Observability?' }]);
    assert.match(textOf(run!.answered[0]!), /^LLM Observability stands for/);
    assert.equal(run!.params['max_tokens'], undefined);
    assert.equal(run!.params['seed'], undefined);
  });

  test('litellm-raw-anthropic-cache-spelling', () => {
    const [run] = sample('litellm-raw-anthropic-cache-spelling');
    assert.equal(run!.type, 'llm');
    assert.deepEqual(run!.tokens, [100, 40, 140]);
    assert.deepEqual(run!.details, { cache_read: 20, cache_creation: 10 });
  });
});

describe('gen_ai.*, newer', () => {
  test('semconv-tool-calls', () => {
    const [first, tool, second] = sample('semconv-tool-calls');
    assert.deepEqual([first!.type, tool!.type, second!.type], ['llm', 'tool', 'llm']);
    assert.equal(first!.model, 'gpt-4-0613');
    assert.equal(first!.provider, 'openai');
    assert.deepEqual(first!.tokens, [47, 17, 64]);
    assert.deepEqual(first!.asked, [{ role: 'user', content: 'Weather in Paris?' }]);
    const id = 'call_VSPygqKTWdrhaFErNvMV18Yl';
    const call = { type: 'tool_call', name: 'get_weather', args: { location: 'Paris' }, id };
    assert.deepEqual(first!.answered[0]!.tool_calls, [call]);
    assert.equal(tool!.name, 'get_weather');
    assert.deepEqual(second!.tokens, [97, 52, 149]);
    assert.deepEqual(second!.asked[2], { role: 'tool', content: 'rainy, 57°F', tool_call_id: id });
  });

  test('semconv-multimodal-parts', () => {
    const [run] = sample('semconv-multimodal-parts');
    assert.deepEqual([run!.type, run!.model, run!.provider], ['llm', 'gpt-4-0613', 'openai']);
    assert.deepEqual(run!.tokens, [52, 47, 99]);
    const blocks = run!.asked[0]!.content as { type: string; mime_type?: string }[];
    assert.deepEqual(
      blocks.map(({ type }) => type),
      ['text', 'image', 'file', 'file', 'image', 'image', 'audio'],
    );
    assert.equal(blocks.length, 7);
    assert.ok('data' in blocks[5]! && 'data' in blocks[6]! && 'url' in blocks[1]!);
    assert.equal(blocks[6].mime_type, 'audio/wav');
    const [answer] = run!.answered[0]!.content as { type: string; mime_type: string }[];
    assert.equal(answer!.type, 'image');
    assert.equal(answer!.mime_type, 'image/jpg');
  });

  test('semconv-chat-messages-in-log-event', () => {
    const [run] = sample('semconv-chat-messages-in-log-event');
    assert.deepEqual([run!.type, run!.model, run!.provider], ['llm', 'gpt-4-0613', 'openai']);
    assert.deepEqual(run!.tokens, [52, 47, 99]);
    assert.deepEqual(run!.asked[0], { role: 'system', content: 'You are a helpful bot' });
    assert.equal(run!.answered.length, 1);
  });

  test('genai-same-call-in-four-spellings', () => {
    const [json, old, tool, openInference] = sample('genai-same-call-in-four-spellings');
    for (const run of [json!, old!, openInference!]) {
      assert.deepEqual([run.type, run.model, run.provider], ['llm', 'gpt-4-0613', 'openai']);
      assert.deepEqual(run.tokens, [97, 52, 149]);
      assert.deepEqual(run.asked, json!.asked);
      const { role, content } = run.answered[0]!;
      assert.equal(role, 'assistant');
      assert.equal(content, 'The weather in Paris is currently rainy with a temperature of 57°F.');
    }
    const [user, assistant, result] = json!.asked;
    assert.equal(user!.content, 'Weather in Paris?');
    assert.equal(assistant!.tool_calls![0]!.id, '1234');
    assert.deepEqual(result, { role: 'tool', content: 'rainy, 57°F', tool_call_id: '1234' });
    assert.deepEqual([tool!.type, tool!.name], ['tool', 'get_weather']);
    assert.deepEqual(tool!.inputs, { city: 'New York' });
  });

  test('genai-semconv-events-and-tool-error', () => {
    const runs = sample('genai-semconv-events-and-tool-error');
    const [agent, first, paris, london, second] = runs;
    assert.equal(agent!.type, 'chain');
    assert.equal(agent!.usage, undefined);
    assert.equal(agent!.repeated!['input_tokens'], 150);
    assert.deepEqual(
      [first!.tokens, second!.tokens],
      [
        [80, 25, 105],
        [120, 35, 155],
      ],
    );
    for (const run of runs) assert.equal(run.thread, 'conv_otel_test_001');
    assert.equal(first!.answered[0]!.tool_calls!.length, 2);
    assert.deepEqual(paris!.outputs, { output: 'rainy, 57°F' });
    assert.equal(paris!.error, undefined);
    assert.equal(london!.error, 'TimeoutError');
    assert.equal(london!.outputs, undefined);
    assert.equal(london!.metadata['tool_call_id'], 'call_london_001');
  });

  test('microsoft-agent-framework-weather', () => {
    const runs = sample('microsoft-agent-framework-weather');
    const agent = runs[0]!;
    assert.equal(agent.type, 'chain');
    assert.equal(agent.provider, undefined);
    assert.equal(agent.usage, undefined);
    assert.equal(agent.asked.filter(({ role }) => role === 'system').length, 1);
    const calls = ofType(runs, 'llm');
    assert.deepEqual(
      calls.map(({ tokens }) => tokens?.slice(0, 2)),
      [
        [77, 86],
        [216, 20],
      ],
    );
    for (const call of calls) {
      assert.deepEqual([call.model, call.provider], ['gpt-5-mini-2025-08-07', 'openai']);
      // The id of an answer is no thread.
      assert.equal(call.thread, undefined);
    }
    const [tool] = ofType(runs, 'tool');
    assert.equal(tool!.name, 'get_weather');
    assert.deepEqual(tool!.inputs, { location: 'Tokyo, Japan' });
    assert.equal(tool!.metadata['tool_call_id'], 'call_CwaJHuXTm9dmHFQPlVbqyzJ0');
  });

  test('dotnet-extensions-ai-gemini-aggregate-usage', () => {
    const runs = sample('dotnet-extensions-ai-gemini-aggregate-usage');
    const calls = ofType(runs, 'llm');
    assert.deepEqual(
      calls.map(({ tokens }) => tokens?.slice(0, 2)),
      [
        [3004, 167],
        [2546, 47],
        [2497, 200],
      ],
    );
    for (const { model, provider } of calls) {
      assert.deepEqual([model, provider], ['gemini-2.5-flash', 'gcp.vertex_ai']);
    }
    for (const sum of named(runs, 'orchestrate_tools')) {
      assert.equal(sum.type, 'chain');
      assert.equal(sum.usage, undefined);
    }
    const agent = named(runs, 'Insights Agent C#')[0]!;
    assert.equal(agent.type, 'chain');
    assert.equal(agent.thread, '9714061f-20c0-4d98-9220-1dc7df15c3c2');
    assert.equal(agent.user, 'user-1');
    for (const { error } of runs) assert.equal(error, undefined);
    assert.deepEqual(
      ofType(runs, 'tool').map(({ name }) => name),
      ['final_result', 'get_custom_report'],
    );
  });

  test('openai-agents-contrib-adot-handoff-error', () => {
    const runs = sample('openai-agents-contrib-adot-handoff-error');
    const calls = ofType(runs, 'llm');
    assert.equal(calls.length, 3);
    for (const { model, provider } of calls) {
      assert.deepEqual([model, provider], ['gpt-4o-2024-08-06', 'openai']);
    }
    assert.deepEqual(calls[0]!.tokens, [148, 47, 195]);
    assert.match(textOf(calls[0]!.answered[0]!), /^ResponseFunctionToolCall/);
    const handoff = named(runs, 'agent_handoff OpenAI Agent')[0]!;
    assert.equal(handoff.type, 'chain');
    assert.match(handoff.error!, /without a message/);
    assert.deepEqual(
      ofType(runs, 'tool').map(({ name, inputs, outputs }) => [name, inputs, outputs]),
      [['multiply_numbers', { a: 42, b: 7 }, { output: '294.0' }]],
    );
    for (const run of runs) assert.equal(run.thread, '7cdeb989-856d-4e70-9b40-02b70cb12287');
    assert.equal(ofType(runs, 'chain').length, runs.length - 4);
  });

  test('openllmetry-0.62-openai-agents', () => {
    const runs = sample('openllmetry-0.62-openai-agents');
    const calls = named(runs, 'openai.response');
    assert.equal(calls.length, 8);
    for (const call of calls) {
      assert.equal(call.type, 'llm');
      assert.deepEqual([call.model, call.provider], ['gpt-4o-mini-2024-07-18', 'openai']);
    }
    assert.deepEqual(calls[0]!.tokens, [225, 23, 248]);
    assert.deepEqual(calls[0]!.details, { cache_read: 0, 'out.reasoning': 0 });
    const [tool] = calls[0]!.params['tools'] as { function: { name: string } }[];
    assert.equal(tool!.function.name, 'ask_math_specialist');
    for (const { name } of ofType(runs, 'tool')) assert.doesNotMatch(name, /\.tool$/);
    assert.deepEqual(
      types('openllmetry-0.62-openai-agents').filter((line) => /Workflow|\.agent$/.test(line)),
      [
        'chain research_specialist.agent',
        'chain math_specialist.agent',
        'chain coordinator.agent',
        'chain Agent Workflow',
      ],
    );
  });
});
