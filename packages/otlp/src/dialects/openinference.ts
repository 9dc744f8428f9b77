import { asText, isObject, parsed, treeOf } from '../convert/values.ts';
import { readMessages } from '../convert/messages.ts';
import {
  cost,
  count,
  meta,
  metaObject,
  model,
  param,
  params,
  present,
  provider,
  providerByModel,
  tags,
  text,
  word,
} from '../mapping/converters.ts';
import {
  anything,
  conversation,
  documents,
  indexed,
  messages,
  toolTree,
} from '../mapping/payloads.ts';
import { dialect } from '../mapping/rule.ts';
import type { Converter } from '../mapping/rule.ts';

const exact = { tier: 'exact' } as const;
const guess = { tier: 'guess' } as const;

/** Prompts of a text completion: a list of texts, or one attribute each. */
const prompts: Converter<unknown> = ({ value, below }) => {
  const listed = below.length > 0 ? treeOf(below) : parsed(value);
  if (!Array.isArray(listed)) return undefined;
  const read = readMessages(listed, 'user');
  if (read) return { messages: read };
  const texts = listed.flatMap((entry) => {
    const inner = isObject(entry) && isObject(entry['prompt']) ? entry['prompt'] : entry;
    return asText(isObject(inner) ? (inner['text'] ?? null) : inner) ?? [];
  });
  return texts.length === 0 ? undefined : { prompt: texts.length === 1 ? texts[0] : texts };
};

const choices: Converter<unknown> = ({ below }) => {
  const tree = treeOf(below);
  if (!Array.isArray(tree)) return undefined;
  const read = tree.flatMap((entry) => {
    const inner = isObject(entry) && isObject(entry['completion']) ? entry['completion'] : entry;
    const content = asText(isObject(inner) ? (inner['text'] ?? null) : inner);
    return content === undefined ? [] : [{ role: 'assistant', content }];
  });
  return read.length > 0 ? { messages: read } : undefined;
};

/** Texts that were embedded; the vectors stay in the raw attributes. */
const embeddedTexts: Converter<unknown> = ({ below }) => {
  const texts = embeddingsIn(below).flatMap((entry) => asText(entry['embedding.text']) ?? []);
  return texts.length > 0 ? { input: texts } : undefined;
};

const vectors: Converter<unknown> = ({ below }) => {
  const lengths = embeddingsIn(below).map((entry) => entry['embedding.vector'] ?? 0);
  return lengths.length > 0 ? { embeddings: lengths.length, dimensions: lengths[0] } : undefined;
};

function embeddingsIn(below: [string, unknown][]): Record<string, unknown>[] {
  const byIndex = new Map<number, Record<string, unknown>>();
  for (const [rest, value] of below) {
    const match = /^(\d{1,6})\.(embedding\.(?:text|vector))$/.exec(rest);
    if (!match) continue;
    const index = Number(match[1]);
    const entry = byIndex.get(index) ?? {};
    entry[match[2]!] = Array.isArray(value) ? value.length : value;
    byIndex.set(index, entry);
  }
  return [...byIndex].sort(([a], [b]) => a - b).map(([, entry]) => entry);
}

const rerankQuery: Converter<unknown> = ({ value }, { span }) => {
  const below = Object.entries(span.attributes)
    .filter(([key]) => key.startsWith('reranker.input_documents.'))
    .map(([key, inner]): [string, typeof inner] => [
      key.slice('reranker.input_documents.'.length),
      inner,
    ]);
  const found = documents({ value: null, below }, { span, runType: undefined });
  return { query: value, ...(isObject(found) ? found : {}) };
};

/** Arize's OpenInference: Phoenix, LlamaIndex, CrewAI, DSPy, Haystack, smolagents, Bedrock and more. */
export const openInference = dialect('openinference', [
  [
    'openinference.span.kind',
    'run_type',
    word({
      llm: 'llm',
      chain: 'chain',
      agent: 'chain',
      tool: 'tool',
      retriever: 'retriever',
      reranker: 'retriever',
      embedding: 'embedding',
      prompt: 'prompt',
      guardrail: 'chain',
      evaluator: 'chain',
      unknown: 'chain',
    }),
    exact,
  ],
  ['llm.prompt_template.variables', 'run_type', present('prompt'), guess],
  ['llm.token_count.completion', 'run_type', present('llm'), { tier: 'guess', scope: /litellm/ }],
  ['tool.name', 'tool_name', text, exact],
  ['llm.model_name', 'model', model],
  ['embedding.model_name', 'model', model],
  ['reranker.model_name', 'model', model],
  ['llm.provider', 'provider', provider, exact],
  ['llm.system', 'provider', provider],
  ['llm.model_name', 'provider', providerByModel, guess],

  ['llm.input_messages.*', 'inputs', indexed('inputs'), exact],
  ['llm.output_messages.*', 'outputs', indexed('outputs'), exact],
  ['llm.input_messages', 'inputs', messages('inputs'), exact],
  ['llm.output_messages', 'outputs', messages('outputs'), exact],
  ['llm.prompts', 'inputs', prompts],
  ['llm.prompts.*', 'inputs', prompts],
  ['llm.choices.*', 'outputs', choices],
  ['embedding.embeddings.*', 'inputs', embeddedTexts],
  ['reranker.query', 'inputs', rerankQuery, exact],
  ['retrieval.documents.*', 'outputs', documents, exact],
  ['reranker.output_documents.*', 'outputs', documents, exact],
  ['input.value', 'inputs', conversation('inputs'), { only: ['llm'] }],
  ['output.value', 'outputs', conversation('outputs'), { only: ['llm'] }],
  ['input.value', 'inputs', anything('inputs')],
  ['output.value', 'outputs', anything('outputs')],
  ['embedding.embeddings.*', 'outputs', vectors, guess],
  ['tool_call.function.arguments', 'inputs', anything('inputs'), { only: ['tool'] }],
  ['llm.tools.*', 'tools', toolTree],
  ['llm.prompt_template.variables', 'params', param('prompt_variables')],
  ['llm.prompt_template.template', 'params', param('prompt_template')],
  ['llm.prompt_template.version', 'metadata', meta('prompt_version')],
  ['llm.invocation_parameters', 'params', params],
  ['embedding.invocation_parameters', 'params', params],
  ['llm.presence_penalty', 'params', param('presence_penalty')],
  ['llm.frequency_penalty', 'params', param('frequency_penalty')],
  ['llm.finish_reason', 'metadata', meta('finish_reasons')],

  ['llm.token_count.prompt', 'usage', count('input')],
  ['llm.token_count.completion', 'usage', count('output')],
  ['llm.token_count.total', 'usage', count('total')],
  ['llm.token_count.prompt_details.cache_read', 'usage', count('cache_read')],
  ['llm.token_count.prompt_details.cache_input', 'usage', count('cache_read')],
  ['llm.token_count.prompt_details.cache_write', 'usage', count('cache_creation')],
  ['llm.token_count.prompt_details.audio', 'usage', count('audio_in')],
  ['llm.token_count.completion_details.reasoning', 'usage', count('reasoning')],
  ['llm.token_count.completion_details.audio', 'usage', count('audio_out')],
  ['llm.cost.prompt', 'cost', cost('input_cost')],
  ['llm.cost.completion', 'cost', cost('output_cost')],
  ['llm.cost.total', 'cost', cost('total_cost')],

  ['metadata', 'metadata', metaObject],
  ['tag.tags', 'tags', tags],
  ['agent.name', 'metadata', meta('agent_name')],
  ['@resource:openinference.project.name', 'fallback_project', text],
]);
