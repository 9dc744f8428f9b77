import { asCost } from '../convert/usage.ts';
import { asText, isObject, parsed, saysSomething } from '../convert/values.ts';
import {
  count,
  counts,
  delay,
  instant,
  meta,
  metaBelow,
  metaObject,
  model,
  params,
  present,
  quotedText,
  tags,
  text,
  word,
} from '../mapping/converters.ts';
import { anything, conversation, said } from '../mapping/payloads.ts';
import { dialect } from '../mapping/rule.ts';
import type { Converter } from '../mapping/rule.ts';
import type { Costs, Counts } from '../convert/usage.ts';

const exact = { tier: 'exact' } as const;
const guess = { tier: 'guess' } as const;

const costs: Converter<Costs> = ({ value }) => {
  const object = parsed(value);
  if (!isObject(object)) return undefined;
  const found: Costs = {};
  const input = asCost(object['input_tokens'] ?? object['input'] ?? object['prompt']);
  const output = asCost(object['output_tokens'] ?? object['output'] ?? object['completion']);
  const total = asCost(object['total']);
  if (input !== undefined) found.input_cost = input;
  if (output !== undefined) found.output_cost = output;
  if (total !== undefined) found.total_cost = total;
  return Object.keys(found).length > 0 ? found : undefined;
};

/** Langfuse's SDKs, which write what Langfuse shows. */
export const langfuse = dialect('langfuse', [
  [
    'langfuse.observation.type',
    'run_type',
    word({
      generation: 'llm',
      embedding: 'embedding',
      tool: 'tool',
      retriever: 'retriever',
      span: 'chain',
      event: 'chain',
      agent: 'chain',
      chain: 'chain',
      evaluator: 'chain',
      guardrail: 'chain',
    }),
    exact,
  ],
  ['langfuse.observation.input', 'inputs', conversation('inputs'), exact],
  ['langfuse.observation.output', 'outputs', conversation('outputs'), exact],
  ['langfuse.trace.input', 'inputs', conversation('inputs'), guess],
  ['langfuse.trace.output', 'outputs', conversation('outputs'), guess],
  ['langfuse.observation.model.name', 'model', model, exact],
  ['langfuse.observation.model_parameters', 'params', params],
  ['langfuse.observation.model.parameters', 'params', params],
  ['langfuse.observation.usage_details', 'usage', counts],
  ['langfuse.observation.cost_details', 'cost', costs],
  ['langfuse.observation.completion_start_time', 'first_token', instant, exact],
  [
    'langfuse.observation.status_message',
    'error',
    ({ value }, { span }) =>
      span.attributes['langfuse.observation.level'] === 'ERROR' ? asText(value) : undefined,
  ],
  [
    'langfuse.observation.level',
    'error',
    ({ value }) => (value === 'ERROR' ? 'The observation has the level ERROR' : undefined),
    guess,
  ],
  ['langfuse.observation.level', 'metadata', meta('level')],
  ['langfuse.observation.status_message', 'metadata', meta('status_message')],
  ['langfuse.observation.prompt.name', 'metadata', meta('prompt_name')],
  ['langfuse.observation.prompt.version', 'metadata', meta('prompt_version')],
  ['langfuse.observation.metadata.*', 'metadata', metaBelow],
  ['langfuse.observation.metadata', 'metadata', metaObject],
  ['langfuse.trace.metadata.*', 'metadata', metaBelow],
  ['langfuse.trace.metadata', 'metadata', metaObject],
  ['langfuse.trace.tags', 'tags', tags],
  ['langfuse.session.id', 'thread', text],
  ['langfuse.user.id', 'user', text],
  ['langfuse.version', 'metadata', meta('version')],
  ['langfuse.release', 'metadata', meta('release')],
  ['langfuse.environment', 'metadata', meta('environment')],
  ['@resource:langfuse.environment', 'metadata', meta('environment')],
  ['@resource:langfuse.release', 'metadata', meta('release')],
]);

/** LiveKit's voice agents. */
export const livekit = dialect('livekit', [
  ['lk.llm_metrics', 'run_type', present('llm')],
  ['lk.realtime_model_metrics', 'run_type', present('llm')],
  ['lk.function_tool.name', 'run_type', present('tool')],
  ['lk.function_tool.name', 'tool_name', text],
  ['lk.function_tool.arguments', 'inputs', anything('inputs')],
  ['lk.function_tool.output', 'outputs', anything('outputs')],
  ['lk.chat_ctx', 'inputs', conversation('inputs')],
  ['lk.user_input', 'inputs', said('user')],
  ['lk.input_text', 'inputs', said('user'), guess],
  ['lk.response.text', 'outputs', said('assistant')],
  ['lk.user_transcript', 'outputs', said('user')],
  ['lk.llm_metrics', 'usage', counts],
  ['lk.realtime_model_metrics', 'usage', counts],
  ['lk.response.ttft', 'first_token', delay('s')],
  ['lk.room_name', 'metadata', meta('room_name')],
  ['lk.speech_id', 'metadata', meta('speech_id')],
  ['lk.session_id', 'thread', text, guess],
]);

/** JetBrains Koog: beside `gen_ai.*` only the nodes of its graph. */
export const koog = dialect('koog', [
  ['koog.node.name', 'metadata', meta('node_name')],
  ['koog.agent.strategy.name', 'metadata', meta('strategy_name')],
  ['koog.node.name', 'run_type', present('chain'), guess],
]);

/** Mastra, through one of its exporters. */
export const mastra = dialect('mastra', [
  [
    'mastra.span.type',
    'run_type',
    word({
      model_generation: 'llm',
      model_step: 'chain',
      model_chunk: 'chain',
      llm_generation: 'llm',
      tool_call: 'tool',
      mcp_tool_call: 'tool',
      agent_run: 'chain',
      workflow_run: 'chain',
      workflow_step: 'chain',
      generic: 'chain',
    }),
  ],
]);

/** What AWS's distribution and Strands add to `gen_ai.*`. */
export const aws = dialect('aws', [
  [
    'aws.genai.span_kind',
    'run_type',
    word({
      llm: 'llm',
      tool: 'tool',
      agent: 'chain',
      embedding: 'embedding',
      retriever: 'retriever',
    }),
  ],
  ['aws.genai.token_count_total', 'usage', count('total')],
  ['strands.agent.name', 'metadata', meta('agent_name')],
]);

/** Laminar. */
export const laminar = dialect('laminar', [
  [
    'lmnr.span.type',
    'run_type',
    word({ llm: 'llm', tool: 'tool', default: 'chain', executor: 'chain', evaluator: 'chain' }),
  ],
  ['lmnr.span.input', 'inputs', conversation('inputs')],
  ['lmnr.span.output', 'outputs', conversation('outputs')],
  ['lmnr.association.properties.session_id', 'thread', text],
  ['lmnr.association.properties.user_id', 'user', text],
  ['lmnr.association.properties.tags', 'tags', tags],
]);

/** MLflow's tracing, whose values are all JSON. */
export const mlflow = dialect('mlflow', [
  [
    'mlflow.spanType',
    'run_type',
    word({
      llm: 'llm',
      chat_model: 'llm',
      tool: 'tool',
      retriever: 'retriever',
      reranker: 'retriever',
      embedding: 'embedding',
      parser: 'parser',
      chain: 'chain',
      agent: 'chain',
      unknown: 'chain',
    }),
  ],
  ['mlflow.spanInputs', 'inputs', conversation('inputs')],
  ['mlflow.spanOutputs', 'outputs', conversation('outputs')],
  ['mlflow.chat.tokenUsage', 'usage', counts],
  ['mlflow.trace.session', 'thread', quotedText],
  ['mlflow.trace.user', 'user', quotedText],
]);

/** Haystack's own tracer. */
export const haystack = dialect('haystack', [
  ['haystack.component.type', 'run_type', haystackType()],
  ['haystack.component.name', 'name', text],
  ['haystack.component.input', 'inputs', anything('inputs')],
  ['haystack.component.output', 'outputs', anything('outputs')],
  ['haystack.pipeline.input_data', 'inputs', anything('inputs')],
  ['haystack.pipeline.output_data', 'outputs', anything('outputs')],
  ['haystack.component.output', 'usage', haystackUsage(), guess],
  ['haystack.component.output', 'model', haystackModel(), guess],
]);

function haystackType(): Converter<
  'llm' | 'retriever' | 'embedding' | 'tool' | 'prompt' | 'chain'
> {
  return ({ value }) => {
    const name = asText(value);
    if (name === undefined) return undefined;
    if (name.endsWith('Generator')) return 'llm';
    if (name.endsWith('Retriever') || name.endsWith('Ranker')) return 'retriever';
    if (name.endsWith('Embedder')) return 'embedding';
    if (name.endsWith('PromptBuilder')) return 'prompt';
    return name === 'ToolInvoker' ? 'tool' : 'chain';
  };
}

/** `meta` of the first reply: a list of objects, or one beside each reply. */
function haystackMeta(value: unknown): Record<string, unknown> | undefined {
  const object = parsed(value as never);
  if (!isObject(object)) return undefined;
  const listed = object['meta'] ?? object['replies'];
  const first = Array.isArray(listed) ? listed[0] : listed;
  if (!isObject(first)) return undefined;
  const inner = first['meta'] ?? first['_meta'] ?? first;
  return isObject(inner) && saysSomething(inner) ? inner : undefined;
}

function haystackUsage(): Converter<Counts> {
  return ({ value }, context) => {
    const usage = haystackMeta(value)?.['usage'];
    return usage === undefined ? undefined : counts({ value: usage as never, below: [] }, context);
  };
}

function haystackModel(): Converter<string> {
  return ({ value }) => asText(haystackMeta(value)?.['model']);
}
