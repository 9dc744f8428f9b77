import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { previewText } from './preview.ts';

const human = { lc: 1, id: ['langchain', 'schema', 'HumanMessage'], kwargs: { content: 'hello' } };

const cases: [name: string, side: 'inputs' | 'outputs', value: unknown, text: string][] = [
  [
    'the last user message of a chat',
    'inputs',
    {
      model: 'm',
      messages: [
        { role: 'system', content: 'be brief' },
        { role: 'user', content: 'first' },
        { role: 'assistant', content: 'yes' },
        { role: 'user', content: [{ type: 'text', text: 'second' }, { type: 'image_url' }] },
        { role: 'tool', content: '{}' },
      ],
    },
    'second',
  ],
  ['a LangChain message', 'inputs', { messages: [[human]] }, 'hello'],
  ['a LangChain pair', 'inputs', { messages: [['human', 'hi there']] }, 'hi there'],
  [
    'a system prompt alone',
    'inputs',
    { messages: [{ role: 'system', content: 'rules' }] },
    'rules',
  ],
  ['an only text', 'inputs', { question: 'why?' }, 'why?'],
  [
    'anything else as JSON',
    'inputs',
    { a: 1, b: [true, null, 'x'] },
    '{"a":1,"b":[true,null,"x"]}',
  ],
  ['nothing', 'inputs', {}, '{}'],
  ['a list', 'inputs', [1, 2], '[1,2]'],
  ['an answer', 'outputs', { role: 'assistant', content: 'fine', usage_metadata: {} }, 'fine'],
  ['the choice of OpenAI', 'outputs', { choices: [{ message: { content: 'yes' } }] }, 'yes'],
  [
    'a call of a tool',
    'outputs',
    {
      choices: [
        {
          message: {
            content: null,
            tool_calls: [{ function: { name: 'f', arguments: '{"x":1}' } }],
          },
        },
      ],
    },
    'f({"x":1})',
  ],
  [
    'a generation of LangChain',
    'outputs',
    { generations: [[{ text: 'g', message: human }]] },
    'hello',
  ],
  ['a generation that is text', 'outputs', { generations: [[{ text: 'g' }]] }, 'g'],
  [
    'the last message of a graph',
    'outputs',
    { messages: [human, { type: 'ai', content: 'bye' }] },
    'bye',
  ],
  [
    'the output of the Responses API',
    'outputs',
    { output: [{ type: 'reasoning' }, { content: [{ type: 'output_text', text: 'r' }] }] },
    'r',
  ],
  ['an only output', 'outputs', { output: 'done' }, 'done'],
];

describe('previewText', () => {
  for (const [name, side, value, text] of cases) {
    it(`shows ${name}`, () => assert.equal(previewText(value, side), text));
  }

  it('stops early in a large value', () => {
    const text = previewText(
      { rows: Array.from({ length: 100_000 }, (_, index) => index) },
      'inputs',
    );
    assert.ok(text.length < 2000);
  });
});
