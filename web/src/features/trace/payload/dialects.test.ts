import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ChatBlock, ChatMessage } from './chat.ts';
import { inputMessages, outputMessages } from './messages.ts';
import { pairTools } from './pair-tools.ts';

// One sample per dialect and feature, in the form its SDK sends; each line is a block as it is shown.

interface Sample {
  title: string;
  side: 'inputs' | 'outputs';
  payload: unknown;
  shown: string[];
}

const samples = JSON.parse(
  await readFile(join(import.meta.dirname, 'fixtures', 'dialects.json'), 'utf8'),
) as Sample[];

function said(block: ChatBlock): string {
  switch (block.kind) {
    case 'toolCall': {
      const result = block.result ? ` ⇒ ${JSON.stringify(block.result.output)}` : '';
      return `call ${block.name}(${JSON.stringify(block.input)})${result}${block.result?.isError ? ' failed' : ''}`;
    }
    case 'toolResult':
      return `result ${JSON.stringify(block.output)}${block.isError ? ' failed' : ''}`;
    case 'media': {
      const { mimeType, url, base64, label } = block.media;
      return `media ${mimeType || '?'} ${label ?? url ?? `${base64?.length ?? 0} base64`}`;
    }
    case 'json':
      return `json ${JSON.stringify(block.value)}`;
    case 'text':
    case 'thinking':
    case 'refusal':
      return `${block.kind} ${block.text}`;
    default:
      return block satisfies never;
  }
}

function linesOf(messages: ChatMessage[]): string[] {
  return messages.flatMap((message) =>
    message.blocks.map((block) => `${message.role}: ${said(block)}`),
  );
}

for (const { title, side, payload, shown } of samples) {
  test(title, () => {
    const read = side === 'inputs' ? inputMessages(payload) : outputMessages(payload);
    assert.deepEqual(linesOf(read?.messages ?? []), shown);
  });
}

test('every dialect has its samples', () => {
  for (const name of [
    'OpenAI chat',
    'OpenAI Responses',
    'Anthropic',
    'Gemini',
    'LangChain',
    'Vercel AI SDK',
    'OpenTelemetry',
  ]) {
    assert.ok(samples.filter(({ title }) => title.startsWith(name)).length >= 2, name);
  }
});

test('results of all dialects stand with their calls', () => {
  const payload = samples.find(
    ({ title }) => title === 'OpenAI Responses: a turn with tools',
  )!.payload;
  const { results, messages } = pairTools(inputMessages(payload)!.messages);
  assert.deepEqual([...results.keys()], ['call_1']);
  assert.ok(messages.every(({ blocks }) => blocks.every(({ kind }) => kind !== 'toolResult')));
});
