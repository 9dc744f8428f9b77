import {
  conversationId,
  cost,
  count,
  delay,
  flag,
  meta,
  model,
  param,
  present,
  provider,
  providerByHost,
  text,
  word,
} from '../mapping/converters.ts';
import {
  anything,
  conversation,
  indexed,
  instructions,
  linesWithRoles,
  messages,
  said,
  spanEvents,
  toolList,
} from '../mapping/payloads.ts';
import { dialect } from '../mapping/rule.ts';
import type { Converter } from '../mapping/rule.ts';

const exact = { tier: 'exact' } as const;
const guess = { tier: 'guess' } as const;
const tool = { tier: 'exact', only: ['tool'] } as const;
const openLit = /openlit/i;

/** Events that instrumentations add when the first piece of an answer arrives. */
const chunkEvents = new Set([
  'ai.stream.firstChunk',
  'First Token Stream Event',
  'gen_ai.content.completion.chunk',
  'gen_ai.first_token',
  'llm.content.completion.chunk',
  'new_token',
]);

const firstChunk: Converter<bigint> = (_found, { span }) =>
  span.events.find(({ name, timeNano }) => chunkEvents.has(name) && timeNano > 0n)?.timeNano;

/** What `gen_ai.operation.name` may say; agents, workflows and steps are chains. */
const operations = word({
  chat: 'llm',
  completion: 'llm',
  text_completion: 'llm',
  generate_content: 'llm',
  generate: 'llm',
  responses: 'llm',
  llm: 'llm',
  image: 'llm',
  audio: 'llm',
  image_generation: 'llm',
  speech: 'llm',
  transcription: 'llm',
  embedding: 'embedding',
  embeddings: 'embedding',
  execute_tool: 'tool',
  tool: 'tool',
  retrieval: 'retriever',
  retrieve: 'retriever',
  retriever: 'retriever',
  rerank: 'retriever',
  reranking: 'retriever',
  search: 'retriever',
  vectordb: 'retriever',
  prompt: 'prompt',
  parser: 'parser',
  chain: 'chain',
  unknown: 'chain',
  create_agent: 'chain',
  invoke_agent: 'chain',
  invoke_workflow: 'chain',
  agent_handoff: 'chain',
  agent_step: 'chain',
  decide: 'chain',
  agent: 'chain',
  workflow: 'chain',
  task: 'chain',
  framework: 'chain',
});

/** OpenTelemetry's GenAI conventions, from the first drafts to today's. */
export const genAi = dialect('gen_ai', [
  ['gen_ai.operation.name', 'run_type', operations],
  ['gen_ai.tool.name', 'run_type', present('tool'), guess],
  ['gen_ai.response.model', 'run_type', present('llm'), guess],
  ['gen_ai.completion.*', 'run_type', present('llm'), guess],
  // A client of a model that says nothing of the kind: only its usage tells.
  [
    'gen_ai.usage.output_tokens',
    'run_type',
    present('llm'),
    {
      tier: 'guess',
      scope: /^(litellm|ai|openai|anthropic)$|instrumentation\.(openai|anthropic)/i,
    },
  ],
  ['gen_ai.tool.name', 'tool_name', text],

  ['gen_ai.response.model', 'model', model, exact],
  ['gen_ai.request.model', 'model', model, guess],
  ['gen_ai.request.model', 'request_model', model],
  ['gen_ai.provider.name', 'provider', provider, exact],
  ['gen_ai.system', 'provider', provider],
  ['server.address', 'provider', providerByHost, guess],

  // Messages as JSON with parts: the conventions since 2025.
  ['gen_ai.input.messages', 'inputs', messages('inputs'), exact],
  ['gen_ai.output.messages', 'outputs', messages('outputs'), exact],
  ['gen_ai.system_instructions', 'system', instructions],
  ['gen_ai.tool.definitions', 'tools', toolList],
  ['gen_ai.tool.call.arguments', 'inputs', anything('inputs'), tool],
  ['gen_ai.tool.call.result', 'outputs', anything('outputs'), tool],
  // Messages as events.
  ['@events', 'inputs', spanEvents('inputs')],
  ['@events', 'outputs', spanEvents('outputs')],
  // One attribute for each piece of a message: OpenLLMetry until 0.50, and those who followed it.
  ['gen_ai.prompt.*', 'inputs', indexed('inputs')],
  ['gen_ai.completion.*', 'outputs', indexed('outputs')],
  // All of them in one attribute.
  ['gen_ai.prompt', 'inputs', linesWithRoles, { scope: openLit }],
  ['gen_ai.completion', 'outputs', said('assistant'), { scope: openLit }],
  ['gen_ai.prompt', 'inputs', conversation('inputs')],
  ['gen_ai.completion', 'outputs', conversation('outputs')],
  ['gen_ai.content.prompt', 'inputs', linesWithRoles],
  ['gen_ai.content.prompt', 'inputs', conversation('inputs')],
  ['gen_ai.content.completion', 'outputs', conversation('outputs')],
  // Written by hand, or by a proxy.
  ['input', 'inputs', anything('inputs'), { tier: 'guess', only: ['tool'] }],
  ['output', 'outputs', anything('outputs'), { tier: 'guess', only: ['tool'] }],
  ['input', 'inputs', conversation('inputs'), guess],
  ['output', 'outputs', conversation('outputs'), guess],
  ['gen_ai.retrieval.query.text', 'inputs', anything('inputs')],
  ['gen_ai.retrieval.documents', 'outputs', ({ value }) => ({ documents: value })],

  ['gen_ai.usage.input_tokens', 'usage', count('input')],
  ['gen_ai.usage.prompt_tokens', 'usage', count('input')],
  ['gen_ai.usage.output_tokens', 'usage', count('output')],
  ['gen_ai.usage.completion_tokens', 'usage', count('output')],
  ['gen_ai.usage.total_tokens', 'usage', count('total')],
  ['llm.usage.total_tokens', 'usage', count('total')],
  ['gen_ai.usage.cache_read.input_tokens', 'usage', count('cache_read')],
  ['gen_ai.usage.cache_read_input_tokens', 'usage', count('cache_read')],
  ['gen_ai.usage.input_tokens.cached', 'usage', count('cache_read')],
  ['gen_ai.usage.cached_tokens', 'usage', count('cache_read')],
  ['gen_ai.usage.prompt_tokens_details.cache_read', 'usage', count('cache_read')],
  ['gen_ai.usage.cache_creation.input_tokens', 'usage', count('cache_creation')],
  ['gen_ai.usage.cache_write.input_tokens', 'usage', count('cache_creation')],
  ['gen_ai.usage.cache_creation_input_tokens', 'usage', count('cache_creation')],
  ['gen_ai.usage.cache_write_input_tokens', 'usage', count('cache_creation')],
  ['gen_ai.usage.prompt_tokens_details.cache_write', 'usage', count('cache_creation')],
  ['gen_ai.usage.reasoning.output_tokens', 'usage', count('reasoning')],
  ['gen_ai.usage.reasoning_tokens', 'usage', count('reasoning')],
  ['gen_ai.usage.completion_tokens_details.reasoning', 'usage', count('reasoning')],
  ['gen_ai.usage.output_tokens.reasoning', 'usage', count('reasoning')],
  ['gen_ai.usage.input_audio_tokens', 'usage', count('audio_in')],
  ['gen_ai.usage.output_audio_tokens', 'usage', count('audio_out')],
  // Semantic Kernel before 1.20.
  ['gen_ai.response.prompt_tokens', 'usage', count('input')],
  ['gen_ai.response.completion_tokens', 'usage', count('output')],
  ['gen_ai.usage.cost', 'cost', cost('total_cost')],
  ['gen_ai.usage.total_cost', 'cost', cost('total_cost')],
  ['gen_ai.cost.total_cost', 'cost', cost('total_cost')],

  ['gen_ai.request.temperature', 'params', param('temperature')],
  ['gen_ai.request.top_p', 'params', param('top_p')],
  ['gen_ai.request.top_k', 'params', param('top_k')],
  ['gen_ai.request.max_tokens', 'params', param('max_tokens')],
  ['gen_ai.request.frequency_penalty', 'params', param('frequency_penalty')],
  ['gen_ai.request.presence_penalty', 'params', param('presence_penalty')],
  ['gen_ai.request.seed', 'params', param('seed')],
  ['gen_ai.request.stop_sequences', 'params', param('stop')],
  ['gen_ai.request.choice.count', 'params', param('n')],
  ['gen_ai.request.encoding_formats', 'params', param('encoding_formats')],
  ['gen_ai.request.reasoning_effort', 'params', param('reasoning_effort')],
  ['gen_ai.request.service_tier', 'params', param('service_tier')],
  ['gen_ai.request.tool_choice', 'params', param('tool_choice')],
  ['gen_ai.request.response_format', 'params', param('response_format')],
  ['gen_ai.output.type', 'params', param('output_type')],
  ['gen_ai.request.is_stream', 'streaming', flag],
  ['gen_ai.request.stream', 'streaming', flag],
  ['gen_ai.request.streaming', 'streaming', flag],
  ['gen_ai.is_streaming', 'streaming', flag],

  ['gen_ai.client.operation.time_to_first_chunk', 'first_token', delay('s')],
  ['gen_ai.response.time_to_first_chunk', 'first_token', delay('s')],
  ['gen_ai.server.time_to_first_token', 'first_token', delay('s')],
  ['gen_ai.server.ttft', 'first_token', delay('s')],
  ['@events', 'first_token', firstChunk, guess],

  ['gen_ai.conversation.id', 'thread', conversationId],
  ['gen_ai.thread.id', 'thread', text],
  ['gen_ai.request.user', 'user', text],
  ['gen_ai.response.id', 'metadata', meta('response_id')],
  ['gen_ai.response.finish_reasons', 'metadata', meta('finish_reasons')],
  ['gen_ai.response.finish_reason', 'metadata', meta('finish_reasons')],
  ['gen_ai.response.system_fingerprint', 'metadata', meta('system_fingerprint')],
  ['gen_ai.agent.name', 'metadata', meta('agent_name')],
  ['gen_ai.agent.id', 'metadata', meta('agent_id')],
  ['gen_ai.tool.call.id', 'metadata', meta('tool_call_id')],
  ['gen_ai.tool.type', 'metadata', meta('tool_type')],
  ['gen_ai.data_source.id', 'metadata', meta('data_source_id')],
]);

/** What every span has, whatever made it. */
export const openTelemetry = dialect('opentelemetry', [
  ['session.id', 'thread', text, exact],
  ['thread.id', 'thread', ({ value }) => (typeof value === 'string' ? value : undefined), guess],
  ['user.id', 'user', text, exact],
  ['enduser.id', 'user', text],
  ['@resource:service.name', 'metadata', meta('service_name'), guess],
  ['@resource:deployment.environment.name', 'metadata', meta('environment'), guess],
  ['@resource:deployment.environment', 'metadata', meta('environment'), guess],
]);
