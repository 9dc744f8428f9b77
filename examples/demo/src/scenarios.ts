import type { Step } from './send.ts';

// Each function returns one trace. Texts are invented; shapes are those that the SDKs send.

const support = [
  [
    'My invoice shows a charge I do not recognise.',
    'I can look that up. Which invoice number is it?',
  ],
  [
    'It is RL-20931.',
    'Invoice RL-20931 has a charge of €24 for two extra seats added on 3 November.',
  ],
  [
    'I never added seats!',
    'The seats were added by jordan@example.com. Shall I ask them, or remove the seats?',
  ],
  [
    'Please remove them.',
    'Done: both seats are removed and €24 will be credited to your next invoice.',
  ],
  ['Thank you, that was quick.', 'Happy to help. Is there anything else I can do for you?'],
] as const;

/** Turn `turn` of one support conversation; all turns share a thread id. */
export function supportTurn(turn: number, threadId: string): Step {
  const [question, answer] = support[turn % support.length]!;
  const history = support.slice(0, turn).flatMap(([user, assistant]) => [
    { role: 'user', content: user },
    { role: 'assistant', content: assistant },
  ]);
  const messages = [
    {
      role: 'system',
      content: 'You are the support assistant of a small SaaS company. Be brief and concrete.',
    },
    ...history,
    { role: 'user', content: question },
  ];
  const input = 180 + turn * 95;
  return {
    name: 'support-chat',
    startMs: 0,
    endMs: 1450 + turn * 120,
    inputs: { input: question },
    outputs: { output: answer },
    tags: ['support', 'production'],
    metadata: { session_id: threadId, user_id: 'customer-4711', release: '2026.11.2' },
    children: [
      {
        name: 'ChatOpenAI',
        type: 'llm',
        startMs: 40,
        endMs: 1400 + turn * 120,
        firstTokenMs: 420,
        model: 'gpt-4o-mini',
        inputs: { messages },
        outputs: {
          choices: [
            { index: 0, finish_reason: 'stop', message: { role: 'assistant', content: answer } },
          ],
        },
        usage: { input, output: 38, cacheRead: turn > 1 ? 128 : 0 },
        metadata: { session_id: threadId },
      },
    ],
  };
}

const toolCall = (id: string, name: string, args: unknown) => ({
  id,
  type: 'function',
  function: { name, arguments: JSON.stringify(args) },
});

/** An agent that plans, calls tools (one fails and is tried again) and answers. */
export function travelAgent(): Step {
  const question =
    'Find me a flight from Berlin to Lisbon next Friday under €150 and a hotel near the river.';
  const system = {
    role: 'system',
    content: 'You are a travel planner. Use the tools; never invent prices.',
  };
  const calls = [
    toolCall('call_1', 'search_flights', {
      from: 'BER',
      to: 'LIS',
      date: '2026-12-04',
      max_eur: 150,
    }),
    toolCall('call_2', 'search_hotels', { city: 'Lisbon', near: 'Tagus', nights: 2 }),
  ];
  return {
    name: 'travel-agent',
    startMs: 0,
    endMs: 9_800,
    inputs: { question },
    outputs: {
      answer:
        'TP 535 leaves Berlin at 11:20 on Friday for €128. Two nights at Casa do Rio by the Tagus cost €214.',
    },
    tags: ['agent'],
    metadata: { user_id: 'maya', thread_id: 'trip-lisbon' },
    children: [
      {
        name: 'plan',
        type: 'llm',
        startMs: 60,
        endMs: 2_100,
        firstTokenMs: 900,
        model: 'claude-sonnet-4-5',
        provider: 'anthropic',
        inputs: { messages: [system, { role: 'user', content: question }] },
        outputs: {
          role: 'assistant',
          content: [
            {
              type: 'thinking',
              thinking: 'Two independent searches. Flights have a price limit, hotels a place.',
            },
            { type: 'text', text: 'I will look for flights and hotels at the same time.' },
            ...calls.map((call) => ({
              type: 'tool_use',
              id: call.id,
              name: call.function.name,
              input: JSON.parse(call.function.arguments) as unknown,
            })),
          ],
        },
        usage: { input: 612, output: 148, cacheRead: 512 },
      },
      {
        name: 'search_flights',
        type: 'tool',
        startMs: 2_150,
        endMs: 3_400,
        inputs: { from: 'BER', to: 'LIS', date: '2026-12-04', max_eur: 150 },
        outputs: {
          flights: [
            { id: 'TP535', eur: 128, departs: '11:20' },
            { id: 'FR1141', eur: 141, departs: '06:05' },
          ],
        },
      },
      {
        name: 'search_hotels',
        type: 'tool',
        startMs: 2_155,
        endMs: 5_160,
        inputs: { city: 'Lisbon', near: 'Tagus', nights: 2 },
        error:
          'HotelApiError: 503 Service Unavailable\n    at fetchHotels (hotels.ts:41:11)\n    at async searchHotels (hotels.ts:12:18)',
      },
      {
        name: 'search_hotels',
        type: 'tool',
        startMs: 5_600,
        endMs: 6_900,
        inputs: { city: 'Lisbon', near: 'Tagus', nights: 2 },
        outputs: { hotels: [{ name: 'Casa do Rio', eur_total: 214, rating: 8.9 }] },
        tags: ['retry'],
      },
      {
        name: 'answer',
        type: 'llm',
        startMs: 6_950,
        endMs: 9_700,
        firstTokenMs: 7_600,
        model: 'claude-sonnet-4-5',
        provider: 'anthropic',
        inputs: {
          messages: [
            system,
            { role: 'user', content: question },
            { role: 'assistant', content: '', tool_calls: calls },
            {
              role: 'tool',
              tool_call_id: 'call_1',
              content: '{"flights":[{"id":"TP535","eur":128}]}',
            },
            {
              role: 'tool',
              tool_call_id: 'call_2',
              content: '{"hotels":[{"name":"Casa do Rio","eur_total":214}]}',
            },
          ],
        },
        outputs: {
          role: 'assistant',
          content:
            '**Flight:** TP 535, Friday 11:20, €128.\n\n**Hotel:** Casa do Rio by the Tagus, two nights, €214.',
        },
        usage: { input: 1_240, output: 96, cacheRead: 1_024 },
      },
    ],
  };
}

/** Retrieval: embed the question, find passages, answer from them. */
export function handbookQuestion(): Step {
  const question = 'How many days of parental leave do we give?';
  const documents = [
    {
      page_content:
        'Parental leave is 26 weeks, fully paid, for every parent, to be taken within two years.',
      metadata: { source: 'handbook/leave.md', score: 0.91 },
    },
    {
      page_content: 'Leave is requested in the people portal at least eight weeks ahead.',
      metadata: { source: 'handbook/leave.md', score: 0.84 },
    },
    {
      page_content: 'Public holidays follow the country of the contract.',
      metadata: { source: 'handbook/holidays.md', score: 0.52 },
    },
  ];
  return {
    name: 'handbook-rag',
    startMs: 0,
    endMs: 2_650,
    inputs: { question },
    outputs: {
      answer: 'Every parent gets 26 weeks (130 working days), fully paid.',
      sources: ['handbook/leave.md'],
    },
    tags: ['rag'],
    children: [
      {
        name: 'embed-question',
        type: 'embedding',
        startMs: 20,
        endMs: 160,
        model: 'text-embedding-3-small',
        inputs: { input: question },
        outputs: { dimensions: 1536 },
        usage: { input: 11, output: 0 },
      },
      {
        name: 'search-handbook',
        type: 'retriever',
        startMs: 170,
        endMs: 420,
        inputs: { query: question, top_k: 3 },
        outputs: { documents },
      },
      {
        name: 'answer-prompt',
        type: 'prompt',
        startMs: 425,
        endMs: 431,
        inputs: { question, documents: 3 },
        outputs: { prompt: `Answer from these passages only…\n\nQuestion: ${question}` },
      },
      {
        name: 'ChatOpenAI',
        type: 'llm',
        startMs: 440,
        endMs: 2_600,
        firstTokenMs: 980,
        model: 'gpt-4o',
        inputs: {
          messages: [
            { role: 'system', content: 'Answer from the passages only.' },
            { role: 'user', content: question },
          ],
        },
        outputs: {
          choices: [
            {
              index: 0,
              finish_reason: 'stop',
              message: {
                role: 'assistant',
                content: 'Every parent gets **26 weeks** (130 working days), fully paid.',
              },
            },
          ],
        },
        usage: { input: 418, output: 22 },
      },
      {
        name: 'cite',
        type: 'parser',
        startMs: 2_610,
        endMs: 2_640,
        inputs: { text: '…' },
        outputs: { sources: ['handbook/leave.md'] },
      },
    ],
  };
}
