import { readMessages } from '../convert/messages.ts';
import type { Message } from '../convert/messages.ts';
import { countsOf } from '../convert/usage.ts';
import type { Counts } from '../convert/usage.ts';
import { asText, isObject, parsed, saysSomething } from '../convert/values.ts';
import { emptyObject } from '../span.ts';
import type { OtlpValue } from '../span.ts';
import {
  count,
  delay,
  ending,
  meta,
  metaBelow,
  model,
  param,
  paramsBelow,
  present,
  provider,
  quotedText,
  tags,
  text,
} from '../mapping/converters.ts';
import { anything, messages, toolList } from '../mapping/payloads.ts';
import { dialect } from '../mapping/rule.ts';
import type { Converter } from '../mapping/rule.ts';

const exact = { tier: 'exact' } as const;
const guess = { tier: 'guess' } as const;

/** `{system, prompt}` or `{system, messages}`, as a call of the SDK is given them. */
const prompt: Converter<unknown> = ({ value }) => {
  const inner = parsed(value);
  if (!isObject(inner)) return undefined;
  const asked = inner['messages'] ?? inner['prompt'];
  const read =
    typeof asked === 'string'
      ? [{ role: 'user', content: asked } satisfies Message]
      : readMessages(parsed(asked ?? null));
  if (!read) return saysSomething(inner) ? inner : undefined;
  const system = asText(inner['system'] ?? inner['instructions']);
  if (system !== undefined) read.unshift({ role: 'system', content: system });
  return { messages: read };
};

/** The answer, whose pieces stand in attributes of their own. */
const response: Converter<unknown> = ({ below }) => {
  const pieces = Object.fromEntries(below);
  const content = asText(pieces['text']) ?? asText(pieces['object']) ?? '';
  const calls = parsed(pieces['toolCalls'] ?? null);
  const thought = asText(pieces['reasoning'] ?? pieces['reasoningText']);
  if (content === '' && !saysSomething(calls) && thought === undefined) return undefined;
  const message = emptyObject();
  message['role'] = 'assistant';
  message['content'] = [
    ...(thought === undefined ? [] : [part('reasoning', thought)]),
    ...(content === '' ? [] : [part('text', content)]),
  ];
  message['tool_calls'] = calls;
  message['finish_reason'] = pieces['finishReason'] ?? null;
  const read = readMessages([message]);
  return read && { messages: read };
};

const part = (type: string, written: string): OtlpValue => {
  const made = emptyObject();
  made['type'] = type;
  made['text'] = written;
  return made;
};

/** Texts to embed: JSON strings, one or a list of them. */
const values: Converter<unknown> = ({ value }) => {
  const list = Array.isArray(value) ? value : [value];
  return { input: list.map(parsed) };
};

/** What came back is vectors; they stay in the raw attributes. */
const vectors: Converter<unknown> = ({ value }) => {
  const list = (Array.isArray(value) ? value : [value]).map(parsed);
  const [first] = list;
  return {
    embeddings: list.length,
    ...(Array.isArray(first) && { dimensions: first.length }),
  };
};

/** Only what the wrapper does not have itself: the life of cache writes. Its input leaves out the cache. */
const providerCounts: Converter<Counts> = ({ value }) => {
  const outer = parsed(value);
  if (!isObject(outer)) return undefined;
  const found: Counts = {};
  for (const inner of Object.values(outer)) {
    if (!isObject(inner)) continue;
    for (const usage of [inner['usage'] ?? null, inner]) {
      const { input: _, output: _output, total: _total, ...rest } = countsOf(usage);
      for (const [field, counted] of Object.entries(rest)) found[field as keyof Counts] ??= counted;
    }
  }
  return Object.keys(found).length > 0 ? found : undefined;
};

const isStreaming: Converter<boolean> = ({ value }) => {
  const match = /^ai\.(stream|generate)/.exec(asText(value) ?? '');
  return match ? match[1] === 'stream' : undefined;
};

/** The Vercel AI SDK, versions 3 to 6, and 7 in its legacy form; 7 writes `gen_ai.*`. */
export const vercel = dialect('vercel_ai_sdk', [
  // The inner spans are the calls; the outer ones repeat their sums.
  [
    'ai.operationId',
    'run_type',
    ending({
      '.doGenerate': 'llm',
      '.doStream': 'llm',
      '.doEmbed': 'embedding',
      '.doRerank': 'retriever',
      'ai.toolCall': 'tool',
      'ai.generateText': 'chain',
      'ai.streamText': 'chain',
      'ai.generateObject': 'chain',
      'ai.streamObject': 'chain',
      'ai.embed': 'chain',
      'ai.embedMany': 'chain',
      'ai.rerank': 'chain',
    }),
    exact,
  ],
  ['ai.operationId', 'run_type', present('chain'), guess],
  ['ai.operationId', 'streaming', isStreaming],
  ['ai.telemetry.metadata.ls_run_name', 'name', text, exact],
  ['ai.telemetry.functionId', 'name', text],
  ['ai.telemetry.metadata.ls_project_name', 'project', text],
  ['ai.telemetry.metadata.ls_project_id', 'project_id', text],
  ['ai.toolCall.name', 'tool_name', text, exact],
  ['ai.toolCall.id', 'metadata', meta('tool_call_id')],
  ['ai.response.model', 'model', model, exact],
  ['ai.model.id', 'model', model, guess],
  ['ai.model.id', 'request_model', model],
  ['ai.model.provider', 'provider', provider],

  ['ai.prompt.messages', 'inputs', messages('inputs'), exact],
  ['ai.prompt', 'inputs', prompt],
  ['ai.toolCall.args', 'inputs', anything('inputs'), exact],
  ['ai.toolCall.input', 'inputs', anything('inputs'), exact],
  ['ai.toolCall.result', 'outputs', anything('outputs'), exact],
  ['ai.toolCall.output', 'outputs', anything('outputs'), exact],
  ['ai.response.*', 'outputs', response, exact],
  ['ai.result.*', 'outputs', response],
  ['ai.value', 'inputs', values],
  ['ai.values', 'inputs', values],
  ['ai.embedding', 'outputs', vectors],
  ['ai.embeddings', 'outputs', vectors],
  ['ai.documents', 'inputs', ({ value }) => ({ documents: parsed(value) })],
  ['ai.ranking', 'outputs', ({ value }) => ({ ranking: parsed(value) })],
  ['ai.prompt.tools', 'tools', toolList],
  ['ai.prompt.toolChoice', 'params', param('tool_choice')],

  ['ai.usage.inputTokens', 'usage', count('input')],
  ['ai.usage.promptTokens', 'usage', count('input')],
  ['ai.usage.tokens', 'usage', count('input')],
  ['ai.usage.outputTokens', 'usage', count('output')],
  ['ai.usage.completionTokens', 'usage', count('output')],
  ['ai.usage.totalTokens', 'usage', count('total')],
  ['ai.usage.reasoningTokens', 'usage', count('reasoning')],
  ['ai.usage.outputTokenDetails.reasoningTokens', 'usage', count('reasoning')],
  ['ai.usage.cachedInputTokens', 'usage', count('cache_read')],
  ['ai.usage.inputTokenDetails.cacheReadTokens', 'usage', count('cache_read')],
  ['ai.usage.inputTokenDetails.cacheWriteTokens', 'usage', count('cache_creation')],
  ['ai.response.providerMetadata', 'usage', providerCounts, guess],

  [
    'ai.settings.*',
    'params',
    paramsBelow({
      maxTokens: 'max_tokens',
      maxOutputTokens: 'max_tokens',
      topP: 'top_p',
      topK: 'top_k',
      frequencyPenalty: 'frequency_penalty',
      presencePenalty: 'presence_penalty',
      stopSequences: 'stop',
      maxRetries: 'max_retries',
      output: 'output_type',
    }),
  ],
  ['ai.response.msToFirstChunk', 'first_token', delay('ms'), exact],
  ['ai.stream.msToFirstChunk', 'first_token', delay('ms'), exact],
  ['ai.response.id', 'metadata', meta('response_id')],
  ['ai.response.finishReason', 'metadata', meta('finish_reasons')],
  ['ai.telemetry.metadata.*', 'metadata', metaBelow],
  ['ai.settings.context.*', 'metadata', metaBelow],
  ['ai.telemetry.metadata.sessionId', 'thread', quotedText],
  ['ai.telemetry.metadata.session_id', 'thread', quotedText],
  ['ai.telemetry.metadata.threadId', 'thread', quotedText],
  ['ai.telemetry.metadata.thread_id', 'thread', quotedText],
  ['ai.telemetry.metadata.conversationId', 'thread', quotedText],
  ['ai.telemetry.metadata.userId', 'user', quotedText],
  ['ai.telemetry.metadata.user_id', 'user', quotedText],
  ['ai.telemetry.metadata.tags', 'tags', tags],
]);
