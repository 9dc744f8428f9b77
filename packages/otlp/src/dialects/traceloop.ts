import { asText, treeOf } from '../convert/values.ts';
import {
  count,
  flag,
  meta,
  metaBelow,
  param,
  present,
  quotedText,
  tags,
  text,
  word,
} from '../mapping/converters.ts';
import { anything, indexed, toolTree, toolList } from '../mapping/payloads.ts';
import { dialect } from '../mapping/rule.ts';

const exact = { tier: 'exact' } as const;
const guess = { tier: 'guess' } as const;

const requestTypes = word({
  chat: 'llm',
  completion: 'llm',
  chat_completion: 'llm',
  rerank: 'retriever',
  embedding: 'embedding',
});

const vectorStores = word({
  chroma: 'retriever',
  lancedb: 'retriever',
  marqo: 'retriever',
  milvus: 'retriever',
  pinecone: 'retriever',
  qdrant: 'retriever',
  weaviate: 'retriever',
});

/** OpenLLMetry (Traceloop), beside the `gen_ai.*` that it shares. */
export const traceloop = dialect('traceloop', [
  [
    'traceloop.span.kind',
    'run_type',
    word({ workflow: 'chain', task: 'chain', agent: 'chain', tool: 'tool', unknown: 'chain' }),
    exact,
  ],
  ['llm.request.type', 'run_type', requestTypes],
  ['traceloop.llm.request.type', 'run_type', requestTypes],
  ['gen_ai.request.type', 'run_type', requestTypes],
  ['llm.prompts.*', 'run_type', present('llm'), guess],
  ['db.system', 'run_type', vectorStores, guess],
  ['traceloop.entity.name', 'name', text],
  ['traceloop.entity.name', 'tool_name', text],
  ['traceloop.entity.input', 'inputs', anything('inputs')],
  ['traceloop.entity.output', 'outputs', anything('outputs')],
  ['llm.completions.*', 'outputs', indexed('outputs')],
  [
    'llm.prompts.*',
    'inputs',
    ({ below }) => {
      const tree = treeOf(below.filter(([rest]) => asText(rest)?.includes('.')));
      return Array.isArray(tree)
        ? indexed('inputs')({ value: null, below }, {} as never)
        : undefined;
    },
  ],
  ['llm.request.functions.*', 'tools', toolTree],
  ['llm.request.functions', 'tools', toolList],
  ['tools', 'tools', toolList, guess],
  ['tool_arguments', 'inputs', anything('inputs'), { tier: 'guess', only: ['tool'] }],
  ['llm.is_streaming', 'streaming', flag],
  ['llm.temperature', 'params', param('temperature')],
  ['llm.top_p', 'params', param('top_p')],
  ['llm.top_k', 'params', param('top_k')],
  ['llm.request.max_tokens', 'params', param('max_tokens')],
  ['llm.chat.stop_sequences', 'params', param('stop')],
  ['llm.usage.prompt_tokens', 'usage', count('input')],
  ['llm.usage.completion_tokens', 'usage', count('output')],
  ['llm.usage.cache_read_input_tokens', 'usage', count('cache_read')],
  ['llm.usage.cache_creation_input_tokens', 'usage', count('cache_creation')],
  ['llm.usage.reasoning_tokens', 'usage', count('reasoning')],
  ['llm.request.model', 'model', text, guess],
  ['llm.request.model', 'request_model', text],
  ['llm.response.model', 'model', text],
  ['llm.vendor', 'provider', ({ value }) => asText(value)?.toLowerCase(), guess],
  ['traceloop.association.properties.*', 'metadata', metaBelow],
  ['traceloop.association.properties.session_id', 'thread', quotedText],
  ['traceloop.association.properties.thread_id', 'thread', quotedText],
  ['traceloop.association.properties.conversation_id', 'thread', quotedText],
  ['traceloop.association.properties.chat_id', 'thread', quotedText, guess],
  ['traceloop.association.properties.user_id', 'user', quotedText],
  ['traceloop.association.properties.tags', 'tags', tags],
  ['traceloop.workflow.name', 'metadata', meta('workflow_name')],
  ['traceloop.prompt.key', 'metadata', meta('prompt_name')],
  ['traceloop.prompt.version', 'metadata', meta('prompt_version')],
  ['llm.headers', 'params', param('extra_headers')],
]);
