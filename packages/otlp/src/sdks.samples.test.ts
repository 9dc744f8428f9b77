import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { named, ofType, sample, textOf } from './test-runs.ts';

// Real samples (test/fixtures), each with what a correct reading must yield.

describe('Vercel AI SDK', () => {
  test('vercel-ai-sdk-4-anthropic-cache', () => {
    const [run] = sample('vercel-ai-sdk-4-anthropic-cache');
    assert.equal(run!.type, 'llm');
    assert.deepEqual(run!.tokens!.slice(0, 2), [18495, 445]);
    assert.deepEqual(run!.details, {
      cache_read: 16399,
      cache_creation: 2089,
      ephemeral_5m_input_tokens: 2089,
      ephemeral_1h_input_tokens: 0,
    });
  });

  test('vercel-ai-sdk-5-generate-text-tool', () => {
    const [outer, call, tool] = sample('vercel-ai-sdk-5-generate-text-tool');
    assert.deepEqual([outer!.type, outer!.usage], ['chain', undefined]);
    assert.deepEqual(
      [call!.type, call!.model, call!.provider],
      ['llm', 'gpt-5-2025-08-07', 'openai'],
    );
    assert.deepEqual(call!.tokens!.slice(0, 2), [62, 85]);
    const question = 'What is the weather like today in San Francisco?';
    assert.deepEqual(call!.asked, [{ role: 'user', content: question }]);
    assert.deepEqual(outer!.asked, call!.asked);
    const [asked] = call!.answered[0]!.tool_calls!;
    assert.equal(asked!.id, 'call_DgKARp7a7IhJPDczfifMp6Ra');
    assert.deepEqual([asked!.name, asked!.args], ['getWeather', { location: 'San Francisco' }]);
    assert.equal(call!.answered[0]!.finish_reason, 'tool-calls');
    assert.deepEqual([tool!.type, tool!.name], ['tool', 'getWeather']);
    assert.deepEqual(tool!.inputs, { location: 'San Francisco' });
    assert.deepEqual(tool!.outputs, { location: 'San Francisco', temperature: 64 });
  });

  test('vercel-ai-sdk-6-text-stream-object-embed', () => {
    const runs = sample('vercel-ai-sdk-6-text-stream-object-embed');
    assert.deepEqual(
      ofType(runs, 'llm').map(({ name, tokens }) => [name, tokens]),
      [
        ['test-generate-text', [14, 20, 34]],
        ['test-generate-text-messages', [50, 9, 59]],
        ['test-generate-object', [63, 156, 219]],
        ['test-stream-text', [15, 112, 127]],
      ],
    );
    for (const { model, provider } of ofType(runs, 'llm')) {
      assert.deepEqual([model, provider], ['gpt-4o-mini-2024-07-18', 'openai']);
    }
    const [text, messages, object, stream] = ofType(runs, 'llm');
    assert.equal(messages!.asked[0]!.role, 'system');
    assert.match(textOf(object!.answered[0]!), /Scrambled Eggs/);
    const start = stream!.operation.main['start_time'] as string;
    const delayMs = Date.parse(stream!.firstToken!) - Date.parse(start);
    assert.ok(delayMs === 426 || delayMs === 427, String(delayMs));
    assert.equal(stream!.params['stream'], true);
    assert.deepEqual(stream!.details, { cache_read: 0, 'out.reasoning': 0 });
    assert.equal(text!.metadata['testCategory'], 'text-generation');
    assert.equal(text!.metadata['customField'], 'custom-value');
    const [embedding] = ofType(runs, 'embedding');
    assert.equal(embedding!.model, 'text-embedding-3-small');
    assert.equal(embedding!.tokens![0], 10);
    assert.deepEqual(embedding!.inputs, {
      input: ['The quick brown fox jumps over the lazy dog.'],
    });
    for (const run of ofType(runs, 'chain')) assert.equal(run.usage, undefined);
    assert.equal(ofType(runs, 'chain').length, 5);
  });
});

describe('Google ADK', () => {
  test('google-adk-2.5-native: one of two spans for a call counts', () => {
    const runs = sample('google-adk-2.5-native');
    assert.deepEqual(
      runs.flatMap(({ name, tokens, details }) =>
        tokens ? [[name, tokens[0], tokens[1], details]] : [],
      ),
      [
        ['call_llm', 157, 51, { 'out.reasoning': 32 }],
        ['call_llm', 222, 33, { 'out.reasoning': 20 }],
      ],
    );
    const [first, second] = named(runs, 'call_llm');
    assert.deepEqual(
      [first!.type, first!.model, first!.provider],
      ['llm', 'gemini-3.5-flash', 'google'],
    );
    const [call] = first!.answered[0]!.tool_calls!;
    assert.deepEqual([call!.id, call!.args], ['uwpsprd2', { expression: '15 * 37' }]);
    assert.equal(second!.answered[0]!.content, '15 multiplied by 37 is 555.');
    const [tool] = ofType(runs, 'tool');
    assert.equal(tool!.name, 'calculator');
    assert.deepEqual([tool!.inputs, tool!.outputs], [{ expression: '15 * 37' }, { result: '555' }]);
    for (const name of ['invoke_agent math_agent', 'invocation']) {
      assert.equal(named(runs, name)[0]!.type, 'chain');
    }
    assert.equal(first!.thread, 'b4866a2a-a3d4-4d2f-8f40-6bb0d03d135c');
    assert.equal(named(runs, 'invoke_agent math_agent')[0]!.thread, first!.thread);
  });

  test('google-adk-cached-content-blob', () => {
    const [run] = sample('google-adk-cached-content-blob');
    assert.deepEqual([run!.type, run!.model], ['llm', 'gemini-2.5-flash']);
    assert.deepEqual(run!.tokens, [1000, 200, 1200]);
    assert.deepEqual(run!.details, { cache_read: 800 });
  });
});

describe('Semantic Kernel, Strands, LiveKit, Langfuse, LangSmith', () => {
  test('semantic-kernel-1.55-span-events', () => {
    const [run] = sample('semantic-kernel-1.55-span-events');
    assert.deepEqual([run!.type, run!.model, run!.provider], ['llm', 'gpt-4-0613', undefined]);
    assert.equal(run!.usage, undefined);
    assert.deepEqual(run!.asked, [
      { role: 'system', content: 'You are a helpful assistant.' },
      { role: 'user', content: 'What is the capital of France?' },
    ]);
    assert.equal(run!.answered[0]!.content, 'The capital of France is Paris.');
  });

  test('strands-span-events', () => {
    const [question, answer, read, word] = sample('strands-span-events');
    assert.deepEqual(
      [question!.type, answer!.type, read!.type, word!.type],
      ['llm', 'llm', 'tool', 'tool'],
    );
    assert.deepEqual(question!.asked, [{ role: 'user', content: 'Hello' }]);
    assert.equal(answer!.answered[0]!.content, 'Final response');
    assert.deepEqual(read!.inputs, { mode: 'view', path: 'otel_strands_share.py' });
    assert.deepEqual(word!.outputs, { output: 'Hippopotamus' });
    assert.equal(word!.name, 'get_magic_word');
  });

  test('livekit-usage-blobs', () => {
    const [, user, turn, request, realtime] = sample('livekit-usage-blobs');
    assert.deepEqual([request!.type, request!.tokens], ['llm', [100, 40, 140]]);
    assert.deepEqual(request!.details, { cache_read: 30 });
    assert.deepEqual([realtime!.type, realtime!.tokens], ['llm', [200, 80, 280]]);
    assert.deepEqual(realtime!.details, { audio: 150, cache_read: 20, 'out.audio': 60 });
    assert.equal(turn!.type, 'chain');
    assert.equal(turn!.asked[0]!.content, 'weather?');
    assert.equal(turn!.answered[0]!.content, 'sunny');
    assert.equal(user!.type, 'chain');
    assert.deepEqual([user!.model, user!.provider], ['gpt-4o-mini-transcribe', 'openai']);
    assert.equal(user!.answered[0]!.content, 'hi');
  });

  test('langfuse-sdk-otel', () => {
    const [generation, outer] = sample('langfuse-sdk-otel');
    assert.deepEqual([generation!.type, generation!.model], ['llm', 'gpt-4o']);
    assert.deepEqual(generation!.tokens!.slice(0, 2), [123, 456]);
    assert.equal(generation!.firstToken, '2025-04-30T15:28:50.686390Z');
    assert.equal(generation!.error, undefined);
    assert.equal(generation!.metadata['level'], 'WARNING');
    assert.equal(generation!.metadata['status_message'], 'nothing to report');
    assert.deepEqual(generation!.asked, [{ role: 'user', content: 'hello' }]);
    assert.equal(generation!.answered[0]!.content, "what's up?");
    assert.deepEqual([generation!.thread, generation!.user], ['my-session', 'my-user']);
    assert.deepEqual(generation!.operation.main['tags'], ['tag2']);
    assert.equal(generation!.metadata['key1'], 'value1');
    assert.equal(generation!.metadata['key2'], 'value2');
    assert.equal(outer!.type, 'chain');
  });

  test('langsmith-otel-claude-agent', () => {
    const runs = sample('langsmith-otel-claude-agent');
    for (const { operation } of runs) assert.equal(operation.main['session_name'], 'default');
    const root = named(runs, 'claude.conversation')[0]!;
    assert.deepEqual([root.type, root.provider], ['chain', undefined]);
    assert.match((root.inputs as { prompt: string }).prompt, /^What's the weather like/);
    assert.match((root.inputs as { system: string }).system, /^You are a friendly/);
    assert.equal(root.thread, '6fb9b4b8-dd4d-4d41-8d4f-c0c0799a6559');
    assert.equal(root.error, undefined);
    const turns = named(runs, 'claude.assistant.turn');
    assert.equal(turns.length, 4);
    for (const { type, model, provider, usage } of turns) {
      assert.deepEqual([type, provider, usage], ['llm', 'anthropic', undefined]);
      assert.equal(model, 'claude-sonnet-4-5-20250929');
    }
    const calls = turns.flatMap(({ answered }) =>
      answered.flatMap((each) => each.tool_calls ?? []),
    );
    assert.deepEqual(
      new Map(calls.map(({ id, args }) => [id, args])),
      new Map<unknown, unknown>([
        ['toolu_01NtVat4vJLFfVd5TqdLHcA7', { city: 'New York' }],
        ['toolu_01TKoqQLvY2UWuC49qnD48y7', { city: 'Berlin' }],
      ]),
    );
    assert.deepEqual(
      ofType(runs, 'tool').map(({ name }) => name),
      ['mcp__weather__get_weather', 'mcp__weather__get_weather'],
    );
  });
});
