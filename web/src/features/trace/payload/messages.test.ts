import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { ChatBlock } from './chat.ts';
import { inputMessages, outputMessages } from './messages.ts';
import type { Conversation } from './messages.ts';
import { pairTools } from './pair-tools.ts';

/** One line a message: role, then each block in short. */
function summary(conversation: Conversation | undefined): string[] | undefined {
  return conversation?.messages.map((message) =>
    [
      `${message.role}:`,
      ...message.blocks.map(short),
      ...(message.note ? [`(${message.note})`] : []),
    ].join(' '),
  );
}

function short(block: ChatBlock): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'thinking':
      return `<${block.text}>`;
    case 'refusal':
      return `!${block.text}`;
    case 'toolCall':
      return `${block.name}#${block.id ?? ''}${JSON.stringify(block.input)}`;
    case 'toolResult':
      return `=${block.callId ?? ''}${block.isError ? '!' : ''}${JSON.stringify(block.output)}`;
    case 'media':
      return `[${block.media.mimeType} ${block.media.url ?? block.media.base64 ?? block.media.label ?? ''}]`;
    case 'json':
      return JSON.stringify(block.value);
  }
}

function lc(className: string, kwargs: object) {
  return { lc: 1, type: 'constructor', id: ['langchain_core', 'messages', className], kwargs };
}

const inputCases: [string, unknown, string[] | undefined][] = [
  [
    'OpenAI chat',
    {
      model: 'gpt-4o',
      messages: [
        { role: 'developer', content: 'Be brief.' },
        { role: 'user', content: [{ type: 'text', text: 'What is it?' }] },
        {
          role: 'assistant',
          content: null,
          tool_calls: [
            { id: 'c1', type: 'function', function: { name: 'find', arguments: '{"q":"x"}' } },
          ],
        },
        { role: 'tool', tool_call_id: 'c1', content: '{"hits":2}' },
      ],
    },
    [
      'system: Be brief.',
      'user: What is it?',
      'assistant: find#c1{"q":"x"}',
      'tool: =c1{"hits":2}',
    ],
  ],
  [
    'OpenAI images, audio, files',
    {
      messages: [
        {
          role: 'user',
          content: [
            { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } },
            { type: 'image_url', image_url: { url: 'https://example.org/a.png' } },
            { type: 'input_audio', input_audio: { data: 'AAAA', format: 'wav' } },
            { type: 'file', file: { file_id: 'file-1' } },
          ],
        },
      ],
    },
    [
      'user: [image/png iVBORw0KGgo=] [image/ https://example.org/a.png] [audio/wav AAAA] [ file-1]',
    ],
  ],
  [
    'OpenAI Responses',
    {
      instructions: 'Be brief.',
      input: [
        { role: 'user', content: [{ type: 'input_text', text: 'Hi' }] },
        { type: 'reasoning', summary: [{ type: 'summary_text', text: 'hm' }] },
        { type: 'function_call', call_id: 'c1', name: 'find', arguments: '{}' },
        { type: 'function_call_output', call_id: 'c1', output: 'none' },
      ],
    },
    ['system: Be brief.', 'user: Hi', 'assistant: <hm>', 'assistant: find#c1{}', 'tool: =c1"none"'],
  ],
  [
    'Anthropic',
    {
      system: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral' } }],
      messages: [
        {
          role: 'user',
          content: [
            { type: 'image', source: { type: 'base64', media_type: 'image/jpeg', data: '/9j/4A' } },
            { type: 'text', text: 'What is it?' },
          ],
        },
        {
          role: 'assistant',
          content: [
            { type: 'thinking', thinking: 'hm', signature: 's' },
            { type: 'tool_use', id: 't1', name: 'look', input: { at: 1 } },
          ],
        },
        {
          role: 'user',
          content: [{ type: 'tool_result', tool_use_id: 't1', content: 'no', is_error: true }],
        },
      ],
    },
    [
      'system: Be brief.',
      'user: [image/jpeg /9j/4A] What is it?',
      'assistant: <hm> look#t1{"at":1}',
      'user: =t1!"no"',
    ],
  ],
  [
    'Gemini',
    {
      systemInstruction: { parts: [{ text: 'Be brief.' }] },
      contents: [
        {
          role: 'user',
          parts: [{ text: 'Hi' }, { inlineData: { mimeType: 'image/png', data: 'iV' } }],
        },
        {
          role: 'model',
          parts: [{ thought: true, text: 'hm' }, { functionCall: { name: 'f', args: { a: 1 } } }],
        },
        { role: 'user', parts: [{ function_response: { name: 'f', response: { b: 2 } } }] },
      ],
    },
    ['system: Be brief.', 'user: Hi [image/png iV]', 'assistant: <hm> f#{"a":1}', 'user: ={"b":2}'],
  ],
  ['Gemini, bare text', { model: 'gemini', contents: 'Hi' }, ['user: Hi']],
  [
    'LangChain, serialised in batches',
    {
      messages: [
        [
          lc('SystemMessage', { content: 'Be brief.' }),
          lc('HumanMessage', { content: 'Hi' }),
          lc('AIMessage', { content: '', tool_calls: [{ id: 'c1', name: 'f', args: { a: 1 } }] }),
          lc('ToolMessage', { content: '[1]', tool_call_id: 'c1', name: 'f', status: 'error' }),
        ],
      ],
    },
    ['system: Be brief.', 'user: Hi', 'assistant: f#c1{"a":1}', 'tool: =c1![1]'],
  ],
  [
    'LangChain, plain dictionaries',
    {
      messages: [
        { type: 'human', content: 'Hi' },
        { type: 'ai', data: { content: 'Ho' } },
      ],
    },
    ['user: Hi', 'assistant: Ho'],
  ],
  [
    'LangChain, tuples',
    {
      messages: [
        ['system', 'Be brief.'],
        ['human', 'Hi'],
      ],
    },
    ['system: Be brief.', 'user: Hi'],
  ],
  [
    'LangChain repeating tool_use as tool_calls',
    {
      messages: [
        lc('AIMessage', {
          content: [{ type: 'tool_use', id: 't1', name: 'f', input: {} }],
          tool_calls: [{ id: 't1', name: 'f', args: {} }],
        }),
      ],
    },
    ['assistant: f#t1{}'],
  ],
  [
    'Vercel AI SDK',
    {
      messages: [
        {
          role: 'assistant',
          content: [{ type: 'tool-call', toolCallId: 'c', toolName: 'f', input: { a: 1 } }],
        },
        {
          role: 'tool',
          content: [{ type: 'tool-result', toolCallId: 'c', toolName: 'f', output: 3 }],
        },
      ],
    },
    ['assistant: f#c{"a":1}', 'tool: =c3'],
  ],
  [
    'unknown parts stay visible',
    { messages: [{ role: 'user', content: [{ type: 'new', x: 1 }] }] },
    ['user: {"type":"new","x":1}'],
  ],
  ['a list of messages alone', [{ role: 'user', content: 'Hi' }], ['user: Hi']],
  ['a question', { question: 'Hi' }, undefined],
  ['a list of strings', { messages: ['a', 'b'] }, undefined],
  ['an empty list', { messages: [] }, undefined],
  ['half a conversation', { messages: [{ role: 'user', content: 'x' }, 3] }, undefined],
  [
    'hostile keys',
    JSON.parse('{"messages":[{"role":"__proto__","content":"x"}],"__proto__":1}'),
    ['other: x'],
  ],
  ['hostile types', { messages: [{ type: 'constructor', content: 'x' }] }, undefined],
  ['a table of roles', { rows: [{ role: 'admin' }] }, undefined],
];

for (const [title, payload, expected] of inputCases) {
  test(`inputs: ${title}`, () => assert.deepEqual(summary(inputMessages(payload)), expected));
}

const outputCases: [string, unknown, string[] | undefined][] = [
  [
    'OpenAI completion',
    {
      choices: [{ index: 0, message: { role: 'assistant', content: 'Ho' }, finish_reason: 'stop' }],
    },
    ['assistant: Ho'],
  ],
  [
    'several choices, cut',
    {
      choices: [
        { message: { role: 'assistant', content: 'A' }, finish_reason: 'stop' },
        { message: { role: 'assistant', content: 'B' }, finish_reason: 'length' },
      ],
    },
    ['assistant: A (choice 1 of 2)', 'assistant: B (choice 2 of 2, ended by length)'],
  ],
  ['legacy completion', { choices: [{ text: 'Ho' }] }, ['assistant: Ho']],
  [
    'refusal and reasoning',
    {
      choices: [
        { message: { role: 'assistant', content: null, refusal: 'No.', reasoning_content: 'hm' } },
      ],
    },
    ['assistant: <hm> !No.'],
  ],
  ['a message', { role: 'assistant', content: 'Ho', usage_metadata: {} }, ['assistant: Ho']],
  [
    'OpenAI Responses',
    {
      object: 'response',
      output: [
        { type: 'reasoning', summary: [] },
        { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Ho' }] },
      ],
    },
    ['assistant: <>', 'assistant: Ho'],
  ],
  [
    'Anthropic answer',
    {
      type: 'message',
      role: 'assistant',
      stop_reason: 'max_tokens',
      content: [{ type: 'text', text: 'Ho' }],
    },
    ['assistant: Ho (ended by max_tokens)'],
  ],
  [
    'LangChain generations',
    {
      generations: [[{ text: 'Ho', message: lc('AIMessageChunk', { content: 'Ho' }) }]],
      llm_output: {},
    },
    ['assistant: Ho'],
  ],
  ['LangChain text generations', { generations: [[{ text: 'Ho' }]] }, ['assistant: Ho']],
  [
    'LangChain message under output',
    { output: lc('AIMessage', { content: 'Ho' }) },
    ['assistant: Ho'],
  ],
  [
    'LangGraph state',
    {
      messages: [lc('HumanMessage', { content: 'Hi' }), lc('AIMessage', { content: 'Ho' })],
      step: 3,
    },
    ['user: Hi', 'assistant: Ho'],
  ],
  [
    'Gemini answer',
    { candidates: [{ content: { role: 'model', parts: [{ text: 'Ho' }] }, finishReason: 'STOP' }] },
    ['assistant: Ho'],
  ],
  [
    'Vercel result',
    {
      text: 'Ho',
      finishReason: 'tool-calls',
      toolCalls: [{ toolCallId: 'c', toolName: 'f', input: {} }],
    },
    ['assistant: Ho f#c{}'],
  ],
  ['a tool answer', { output: 'fine' }, undefined],
  ['empty', {}, undefined],
  ['choices that are none', { choices: 'a or b' }, undefined],
];

for (const [title, payload, expected] of outputCases) {
  test(`outputs: ${title}`, () => assert.deepEqual(summary(outputMessages(payload)), expected));
}

interface Recorded {
  post: { inputs: unknown }[];
  patch: { outputs: unknown }[];
}

function recorded(name: string): Recorded {
  const text = readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8');
  return JSON.parse(text) as Recorded;
}

test('recorded runs of the LangSmith SDKs are conversations', () => {
  for (const name of ['js-wrap-openai-default', 'py-wrap-openai-stream']) {
    const { post, patch } = recorded(name);
    assert.deepEqual(summary(inputMessages(post[0]!.inputs)), ['user: howdy'], name);
    const answer = summary(outputMessages(patch[0]!.outputs));
    assert.match(answer![0]!, /^assistant: .*assist you today/, name);
  }
  const reasoning = outputMessages(recorded('py-wrap-openai-reasoning').patch[0]!.outputs)!;
  assert.match(short(reasoning.messages[0]!.blocks[0]!), /transpose_matrix\.sh/);
  assert.ok('usage_metadata' in reasoning.rest);
});

test('results stand with their calls; others stay in the flow', () => {
  const { messages } = inputMessages({
    messages: [
      { role: 'tool', tool_call_id: 'cut', content: 'lost' },
      { role: 'assistant', content: 'Wait', tool_calls: [{ id: 'c1', function: { name: 'f' } }] },
      { role: 'tool', tool_call_id: 'c1', content: 'one' },
      { role: 'tool', tool_call_id: 'c1', content: 'two' },
    ],
  })!;
  const paired = pairTools(messages);
  assert.deepEqual(
    paired.messages.map((message) => message.blocks.map(short).join(' ')),
    ['=cut"lost"', 'Wait f#c1{}', '=c1"two"'],
  );
  assert.equal(paired.results.get('c1')!.output, 'one');
});
