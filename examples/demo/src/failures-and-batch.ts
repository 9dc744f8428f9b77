import type { Step } from './send.ts';

const failures = [
  {
    name: 'RateLimitError',
    error: 'RateLimitError: 429 You exceeded your current quota. Retry after 20 s.',
    ms: 310,
  },
  {
    name: 'ContextLength',
    error: 'BadRequestError: 400 This model accepts at most 128000 tokens; the request has 131072.',
    ms: 190,
  },
  { name: 'Timeout', error: 'TimeoutError: no answer from the model in 30 s', ms: 30_000 },
] as const;

/** A request that fails in the model call. */
export function failedSummary(index: number): Step {
  const failure = failures[index % failures.length]!;
  return {
    name: 'summarise-ticket',
    startMs: 0,
    endMs: failure.ms + 20,
    inputs: { ticket: 'T-1188', text: 'The export hangs at 99 % since the last update …' },
    error: failure.error,
    tags: ['production'],
    metadata: { failure: failure.name },
    children: [
      {
        name: 'ChatOpenAI',
        type: 'llm',
        startMs: 10,
        endMs: failure.ms + 10,
        model: 'gpt-4o',
        inputs: {
          messages: [{ role: 'user', content: 'Summarise this ticket in two sentences: …' }],
        },
        error: failure.error,
      },
    ],
  };
}

/** A run whose process died: it never ends. */
export function lostRun(): Step {
  return {
    name: 'nightly-report',
    startMs: 0,
    inputs: { report: 'usage', day: 'yesterday' },
    children: [
      {
        name: 'load-rows',
        type: 'tool',
        startMs: 30,
        endMs: 900,
        inputs: { table: 'usage' },
        outputs: { rows: 48_211 },
      },
    ],
  };
}

/** A batch job of 500 runs: 100 documents, four steps each, below the root and its stages. */
export function bigBatch(): Step {
  const documents = 99;
  const children = Array.from({ length: documents }, (_, index): Step => {
    const start = 100 + index * 240;
    const failed = index % 37 === 5;
    return {
      name: `document ${index + 1}`,
      startMs: start,
      endMs: start + 1_900,
      inputs: { document: `contract-${String(index + 1).padStart(3, '0')}.pdf` },
      ...(failed
        ? { error: 'ValueError: no parties found' }
        : { outputs: { parties: ['Acme GmbH', 'Globex SA'] } }),
      children: [
        {
          name: 'load',
          type: 'tool',
          startMs: start + 5,
          endMs: start + 130,
          inputs: { page: 1 },
          outputs: { characters: 8_412 + index },
        },
        {
          name: 'split',
          type: 'parser',
          startMs: start + 135,
          endMs: start + 150,
          inputs: {},
          outputs: { chunks: 6 },
        },
        {
          name: 'extract',
          type: 'llm',
          startMs: start + 160,
          endMs: start + 1_780,
          firstTokenMs: start + 520,
          model: 'gpt-4o-mini',
          inputs: {
            messages: [{ role: 'user', content: `Which parties sign contract ${index + 1}?` }],
          },
          outputs: {
            role: 'assistant',
            content: failed ? 'I could not find any.' : '["Acme GmbH","Globex SA"]',
          },
          usage: { input: 2_040 + index, output: 24 },
        },
        {
          name: 'parse',
          type: 'parser',
          startMs: start + 1_785,
          endMs: start + 1_795,
          inputs: { text: '…' },
          ...(failed ? { error: 'ValueError: no parties found' } : { outputs: { parties: 2 } }),
        },
      ],
    };
  });
  return {
    name: 'contract-batch',
    startMs: 0,
    endMs: 100 + documents * 240 + 2_200,
    inputs: { folder: 'contracts/2026-11', documents },
    outputs: { processed: documents, failed: 3 },
    tags: ['batch'],
    children: [
      ...children,
      {
        name: 'collect',
        type: 'chain',
        startMs: 100 + documents * 240 + 1_900,
        endMs: 100 + documents * 240 + 2_100,
        inputs: {},
        outputs: { rows: 96 },
      },
      {
        name: 'write-report',
        type: 'tool',
        startMs: 100 + documents * 240 + 2_100,
        endMs: 100 + documents * 240 + 2_190,
        inputs: { format: 'csv' },
        outputs: { bytes: 11_204 },
      },
      {
        name: 'notify',
        type: 'tool',
        startMs: 100 + documents * 240 + 2_191,
        endMs: 100 + documents * 240 + 2_199,
        inputs: { channel: '#contracts' },
        outputs: { ok: true },
      },
      {
        name: 'clean-up',
        type: 'chain',
        startMs: 100 + documents * 240 + 2_199,
        endMs: 100 + documents * 240 + 2_200,
        inputs: {},
        outputs: {},
      },
    ],
  };
}
