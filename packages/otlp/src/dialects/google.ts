import { readMessages } from '../convert/messages.ts';
import type { Message } from '../convert/messages.ts';
import { asText, firstText, isObject, parsed, saysSomething } from '../convert/values.ts';
import type { OtlpObject, OtlpValue } from '../span.ts';
import {
  countsIn,
  meta,
  modelOfMember,
  provider,
  quotedText,
  text,
  word,
} from '../mapping/converters.ts';
import { anything, instructions, toolsOf } from '../mapping/payloads.ts';
import { dialect } from '../mapping/rule.ts';
import type { Converter } from '../mapping/rule.ts';

const exact = { tier: 'exact' } as const;
const guess = { tier: 'guess' } as const;
const adk = /^gcp\.vertex\.agent$/;
const tool = { tier: 'exact', only: ['tool'] } as const;

const objectIn = (value: OtlpValue): OtlpObject | undefined => {
  const inner = parsed(value);
  return isObject(inner) && saysSomething(inner) ? inner : undefined;
};

/** A request to Gemini: `{contents, config: {system_instruction, …}}`. */
const request: Converter<unknown> = ({ value }, context) => {
  const object = objectIn(value);
  if (!object) return undefined;
  const read: Message[] = readMessages(object['contents'] ?? null, 'user') ?? [];
  const config = isObject(object['config']) ? object['config'] : object;
  const written = config['system_instruction'] ?? config['systemInstruction'] ?? null;
  const system = instructions({ value: written, below: [] }, context);
  for (const content of system?.toReversed() ?? []) read.unshift({ role: 'system', content });
  return read.length > 0 ? { messages: read } : undefined;
};

/** An answer of Gemini: `{content: {role, parts}, finish_reason, usage_metadata}`. */
const answer: Converter<unknown> = ({ value }) => {
  const object = objectIn(value);
  if (!object || !isObject(object['content'])) return undefined;
  const finish = object['finish_reason'] ?? object['finishReason'] ?? null;
  const read = readMessages([{ ...object['content'], finish_reason: finish }], 'assistant');
  return read && { messages: read };
};

const config: Converter<Record<string, unknown>> = ({ value }) => {
  const inner = objectIn(value)?.['config'];
  if (!isObject(inner)) return undefined;
  const { system_instruction: _, tools: _tools, http_options: _http, ...rest } = inner;
  return saysSomething(rest) ? rest : undefined;
};

const tools: Converter<unknown[]> = ({ value }) => {
  const inner = objectIn(value)?.['config'];
  return isObject(inner) ? toolsOf(inner['tools'] ?? null) : undefined;
};

/** Google's Agent Development Kit. */
export const googleAdk = dialect('google_adk', [
  [
    'gcp.vertex.agent.llm_response',
    'run_type',
    ({ value }) => (objectIn(value) ? 'llm' : undefined),
  ],
  [
    '@name',
    'run_type',
    ({ value }) => (value === 'call_llm' ? 'llm' : undefined),
    { tier: 'guess', scope: adk },
  ],
  // Inside each `call_llm` stands a span for the same call that repeats its usage, without messages.
  [
    'gen_ai.operation.name',
    'run_type',
    word({ generate_content: 'chain' }),
    { tier: 'told', scope: adk },
  ],
  [
    '@scope',
    'provider',
    ({ value }) => (value === 'gcp.vertex.agent' ? 'google' : undefined),
    { tier: 'guess', only: ['llm'] },
  ],
  ['gcp.vertex.agent.tool_call_args', 'inputs', anything('inputs'), tool],
  ['gcp.vertex.agent.tool_response', 'outputs', anything('outputs'), tool],
  ['gcp.vertex.agent.llm_request', 'inputs', request],
  ['gcp.vertex.agent.llm_response', 'outputs', answer],
  ['gcp.vertex.agent.data', 'inputs', anything('inputs'), guess],
  ['gcp.vertex.agent.llm_request', 'params', config, guess],
  ['gcp.vertex.agent.llm_request', 'tools', tools],
  ['gcp.vertex.agent.llm_response', 'model', modelOfMember('model_version'), guess],
  ['gcp.vertex.agent.llm_response', 'usage', countsIn('usage_metadata', 'usageMetadata'), guess],
  ['gcp.vertex.agent.session_id', 'thread', text],
  ['gcp.vertex.agent.invocation_id', 'metadata', meta('invocation_id')],
  ['gcp.vertex.agent.event_id', 'metadata', meta('event_id')],
]);

/** Parts of a Genkit message under `content`, as a list of messages. */
const genkitMessages =
  (side: 'inputs' | 'outputs'): Converter<unknown> =>
  ({ value }) => {
    const object = objectIn(value);
    if (!object) return undefined;
    const { message, candidates } = object;
    const found =
      side === 'inputs' ? object['messages'] : isObject(message) ? [message] : candidates;
    const read = readMessages(found ?? null);
    return read && { messages: read };
  };

/** Firebase Genkit. */
export const genkit = dialect('genkit', [
  [
    'genkit:metadata:subtype',
    'run_type',
    word({
      model: 'llm',
      tool: 'tool',
      retriever: 'retriever',
      reranker: 'retriever',
      embedder: 'embedding',
      prompt: 'prompt',
      executableprompt: 'prompt',
      flow: 'chain',
    }),
    exact,
  ],
  ['genkit:type', 'run_type', ({ value }) => (saysSomething(value) ? 'chain' : undefined), guess],
  ['genkit:name', 'name', text],
  ['genkit:name', 'tool_name', text],
  [
    'genkit:name',
    'model',
    ({ value }, { runType }) =>
      runType === 'llm' || runType === 'embedding'
        ? firstText(asText(value)?.split('/').slice(1).join('/'), value)
        : undefined,
    guess,
  ],
  [
    'genkit:name',
    'provider',
    (found, context) => {
      const prefix = asText(found.value)?.split('/');
      if (context.runType !== 'llm' || !prefix || prefix.length < 2) return undefined;
      return provider({ value: prefix[0]!, below: [] }, context);
    },
    guess,
  ],
  ['genkit:input', 'inputs', genkitMessages('inputs'), exact],
  ['genkit:output', 'outputs', genkitMessages('outputs'), exact],
  ['genkit:input', 'inputs', anything('inputs')],
  ['genkit:output', 'outputs', anything('outputs')],
  [
    'genkit:input',
    'params',
    ({ value }) => {
      const inner = objectIn(value)?.['config'];
      return isObject(inner) && saysSomething(inner) ? { ...inner } : undefined;
    },
  ],
  ['genkit:input', 'tools', ({ value }) => toolsOf(objectIn(value)?.['tools'] ?? null), guess],
  ['genkit:output', 'usage', countsIn('usage')],
  ['genkit:sessionId', 'thread', quotedText],
  ['genkit:metadata:context:sessionId', 'thread', quotedText],
]);
