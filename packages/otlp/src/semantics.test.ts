import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { span, spans } from './test-runs.ts';

// What holds across dialects: usage, identity, errors, provenance.

const json = JSON.stringify;

describe('usage in the conventions of OpenTelemetry', () => {
  const base = {
    'gen_ai.operation.name': 'chat',
    'gen_ai.usage.input_tokens': 20000,
    'gen_ai.usage.output_tokens': 900,
  };

  test('the newer name for written cache, and reasoning, are parts', () => {
    const run = span({
      ...base,
      'gen_ai.usage.cache_read.input_tokens': 12000,
      'gen_ai.usage.cache_write.input_tokens': 6000,
      'gen_ai.usage.reasoning.output_tokens': 700,
    });
    assert.deepEqual(run.tokens, [20000, 900, 20900]);
    assert.deepEqual(run.details, {
      cache_read: 12000,
      cache_creation: 6000,
      'out.reasoning': 700,
    });
  });

  test('two names for one counter are one', () => {
    const run = span({
      ...base,
      'gen_ai.usage.cache_creation.input_tokens': 6000,
      'gen_ai.usage.cache_write.input_tokens': 6000,
    });
    assert.deepEqual(run.details, { cache_creation: 6000 });
  });

  test('a total that has the cache on top says that the input leaves it out', () => {
    const run = span({
      ...base,
      'gen_ai.usage.cache_read.input_tokens': 100,
      'gen_ai.usage.total_tokens': 21000,
    });
    assert.deepEqual(run.tokens, [20100, 900, 21000]);
  });

  test('counts that are none are left out', () => {
    const run = span({
      'gen_ai.operation.name': 'chat',
      'gen_ai.usage.input_tokens': -5,
      'gen_ai.usage.output_tokens': 1.5,
      'gen_ai.usage.total_tokens': 'many',
      'langsmith.usage_metadata': json({
        input_tokens: 3,
        output_tokens: 'x',
        total_tokens: 1e300,
      }),
    });
    assert.deepEqual(run.usage, { input_tokens: 3 });
  });
});

describe('one call, two spans', () => {
  const call = {
    'gen_ai.operation.name': 'chat',
    'gen_ai.usage.input_tokens': 5,
    'gen_ai.usage.output_tokens': 6,
  };

  test('an inner span with the same counts keeps them, the outer one repeats them', () => {
    const [outer, inner] = spans([
      { attributes: call },
      { attributes: call, parentSpanId: '0000000000000001' },
    ]);
    assert.equal(outer!.usage, undefined);
    assert.equal(outer!.repeated!['total_tokens'], 11);
    assert.deepEqual(inner!.tokens, [5, 6, 11]);
  });

  test('unless only the outer one has the messages', () => {
    const [outer, inner] = spans([
      { attributes: { ...call, 'gen_ai.prompt': '[{"role":"user","content":"q"}]' } },
      { attributes: call, parentSpanId: '0000000000000001' },
    ]);
    assert.deepEqual(outer!.tokens, [5, 6, 11]);
    assert.equal(inner!.usage, undefined);
  });
});

describe('LangSmith in OpenTelemetry mode', () => {
  const runId = '0190a000-0000-7000-8000-000000000001';
  const parentId = '0190a000-0000-7000-8000-000000000000';

  test('explicit identity wins over what the span says', () => {
    const run = span({
      'langsmith.span.id': runId,
      'langsmith.trace.id': parentId,
      'langsmith.span.parent_id': parentId,
      'langsmith.span.kind': 'LLM',
      'langsmith.trace.name': 'ChatOpenAI',
      'langsmith.span.tags': 'a, b',
      'langsmith.reference_example_id': runId,
      'langsmith.usage_metadata': json({ input_tokens: 1, output_tokens: 2, total_tokens: 3 }),
      'langsmith.metadata.ls_provider': 'openai',
    });
    const { main } = run.operation;
    assert.deepEqual(
      [main['id'], main['trace_id'], main['parent_run_id']],
      [runId, parentId, parentId],
    );
    assert.deepEqual([run.type, run.name, run.tokens], ['llm', 'ChatOpenAI', [1, 2, 3]]);
    assert.deepEqual(main['tags'], ['a', 'b']);
    assert.equal(main['reference_example_id'], runId);
  });

  test('a dotted order says all of it', () => {
    const order = `20251124T160000000000Z${parentId}.20251124T160001000000Z${runId}`;
    const run = span({ 'langsmith.span.id': runId, 'langsmith.span.dotted_order': order });
    assert.equal(run.operation.main['dotted_order'], order);
    assert.equal(run.operation.main['trace_id'], undefined);
  });

  test('a root by word, and the project of a trace for all of its spans', () => {
    const [root, child] = spans([
      {
        attributes: { 'langsmith.is_root': true, 'langsmith.trace.session_name': 'shop' },
        parentSpanId: 'ffffffffffffffff',
      },
      { attributes: {}, parentSpanId: '0000000000000001' },
    ]);
    assert.equal(root!.operation.main['parent_run_id'], null);
    assert.equal(child!.operation.main['session_name'], 'shop');
    assert.equal(child!.operation.main['parent_run_id'], '00000000-0000-0000-0000-000000000001');
  });

  test('a trace is in one project: that of its root', () => {
    const runs = spans([
      { attributes: { 'langsmith.trace.session_name': 'b' }, parentSpanId: '0000000000000002' },
      { attributes: { 'langsmith.trace.session_name': 'a' } },
      { attributes: { 'langsmith.trace.session_name': 'c' }, parentSpanId: '0000000000000002' },
    ]);
    for (const { operation } of runs) assert.equal(operation.main['session_name'], 'a');
  });

  test('a child of a span that has a run id of its own', () => {
    const [, child] = spans([
      { attributes: { 'langsmith.span.id': runId } },
      { attributes: {}, parentSpanId: '0000000000000001' },
    ]);
    assert.equal(child!.operation.main['parent_run_id'], runId);
  });
});

describe('errors', () => {
  const exception = {
    name: 'exception',
    attributes: { 'exception.type': 'E', 'exception.message': 'm' },
  };

  test('an exception that was handled is none', () => {
    const run = span({}, { events: [exception], status: { code: 1 } });
    assert.equal(run.error, undefined);
  });

  test('the status alone', () => {
    const run = span({}, { status: { code: 2, message: 'bad gateway' } });
    assert.equal(run.error, 'bad gateway');
  });

  test('a level of Langfuse', () => {
    const run = span({
      'langfuse.observation.level': 'ERROR',
      'langfuse.observation.status_message': 'broke',
    });
    assert.equal(run.error, 'broke');
  });
});

describe('the span itself', () => {
  const otelOf = (run: ReturnType<typeof span>) =>
    (run.operation.payloads.extra as { otel: Record<string, unknown> }).otel;

  test('is kept whole', () => {
    const text = '[ {"role":"user"} ]';
    const run = span(
      { 'gen_ai.prompt': text, list: [1, 'a', true], nested: { a: 0.5 } },
      { events: [{ name: 'note', attributes: { b: 1 } }], kind: 3 },
    );
    const { attributes, events, kind, unwrapped } = otelOf(run);
    assert.equal(
      json(attributes),
      json({ 'gen_ai.prompt': text, list: [1, 'a', true], nested: { a: 0.5 } }),
    );
    assert.equal((events as { name: string }[])[0]!.name, 'note');
    assert.deepEqual([kind, unwrapped], [3, undefined]);
  });

  test('media within JSON stands as a string of its own, so that it is stored once', () => {
    const data = 'iVBORw0KGgo'.repeat(500);
    const messages = [{ role: 'user', parts: [{ type: 'blob', content: data }] }];
    const { attributes, unwrapped } = otelOf(span({ 'gen_ai.input.messages': json(messages) }));
    assert.deepEqual((attributes as Record<string, unknown>)['gen_ai.input.messages'], messages);
    assert.deepEqual(unwrapped, ['gen_ai.input.messages']);
  });
});

test('the run says which attributes filled which field', () => {
  const run = span({
    'gen_ai.operation.name': 'chat',
    'gen_ai.request.model': 'm',
    'gen_ai.usage.input_tokens': 1,
    'gen_ai.usage.output_tokens': 1,
  });
  assert.equal(run.metadata['otel.dialect'], 'gen_ai');
  assert.deepEqual(run.mapping['run_type'], ['gen_ai.operation.name']);
  assert.deepEqual(run.mapping['model'], ['gen_ai.request.model']);
  assert.deepEqual(run.mapping['usage'], [
    'gen_ai.usage.input_tokens',
    'gen_ai.usage.output_tokens',
  ]);
});

test('I4: keys such as __proto__ are ordinary ones, wherever they stand', () => {
  const run = span({
    __proto__x: 'a',
    'langsmith.metadata.__proto__': 'b',
    'langsmith.metadata.constructor': 'c',
    'gen_ai.prompt.__proto__.role': 'user',
    'llm.input_messages.0.message.__proto__': 'd',
    'gen_ai.prompt': '{"__proto__":{"polluted":true},"messages":"x"}',
  });
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  assert.equal(Object.getOwnPropertyDescriptor(run.metadata, '__proto__')?.value, 'b');
  assert.equal(run.metadata['constructor'], 'c');
});
