import { asText, isObject, parsed } from '../convert/values.ts';
import {
  cost,
  count,
  counts,
  countsIn,
  ending,
  model,
  present,
  quotedText,
  tags,
  text,
  word,
} from '../mapping/converters.ts';
import {
  anything,
  conversation,
  history,
  listedEvents,
  toolList,
  toolsOf,
} from '../mapping/payloads.ts';
import { dialect } from '../mapping/rule.ts';
import type { Converter } from '../mapping/rule.ts';

const exact = { tier: 'exact' } as const;
const guess = { tier: 'guess' } as const;
const tool = { tier: 'usual', only: ['tool'] } as const;

/** A member of a JSON object. */
const memberOf =
  <T>(key: string, read: (value: never) => T | undefined): Converter<T> =>
  ({ value }) => {
    const object = parsed(value);
    return isObject(object) ? read((object[key] ?? null) as never) : undefined;
  };

/** Arguments of a Python function: `location.value`, beside `location.type`. */
const functionArguments: Converter<unknown> = ({ below }) => {
  const given = below
    .filter(([rest]) => rest.endsWith('.value'))
    .map(([rest, value]) => [rest.slice(0, -'.value'.length), parsed(value)] as const);
  return given.length > 0 ? Object.fromEntries(given) : undefined;
};

/** The SDK's own tools of a request. */
const functionTools: Converter<unknown[]> = ({ value }) => {
  const object = parsed(value);
  return isObject(object) ? toolsOf(object['function_tools'] ?? null) : undefined;
};

/** Pydantic Logfire and Pydantic AI. */
export const logfire = dialect('logfire', [
  // A log record at the end of a stream: it tells of a call that has a span of its own.
  ['logfire.span_type', 'run_type', word({ log: 'chain' }), { tier: 'told' }],
  ['logfire.span_type', 'owns_usage', ({ value }) => (value === 'log' ? true : undefined)],
  ['logfire.msg_template', 'run_type', ending({ 'Function: {name}': 'tool' })],
  ['logfire.msg_template', 'run_type', present('chain'), guess],
  ['logfire.msg', 'name', text],
  ['name', 'tool_name', text, { tier: 'guess', only: ['tool'] }],
  ['code.function.name', 'tool_name', text, { tier: 'guess', only: ['tool'] }],

  ['pydantic_ai.all_messages', 'inputs', history('inputs')],
  ['pydantic_ai.all_messages', 'outputs', history('outputs'), guess],
  ['all_messages_events', 'inputs', listedEvents('inputs')],
  ['all_messages_events', 'outputs', listedEvents('outputs'), guess],
  ['final_result', 'outputs', anything('outputs')],
  ['events', 'inputs', listedEvents('inputs')],
  ['events', 'outputs', listedEvents('outputs')],
  ['raw_input', 'inputs', conversation('inputs'), guess],
  ['request_data', 'inputs', conversation('inputs'), guess],
  ['response_data', 'outputs', conversation('outputs'), guess],
  ['tool_arguments', 'inputs', anything('inputs'), tool],
  ['tool_response', 'outputs', anything('outputs'), tool],
  ['code.function.parameters.*', 'inputs', functionArguments, tool],
  ['code.function.return.value', 'outputs', anything('outputs'), tool],
  ['prompt', 'inputs', conversation('inputs'), guess],
  ['model_request_parameters', 'tools', functionTools],
  ['request_data', 'tools', memberOf('tools', (value) => toolsOf(value)), guess],
  [
    'request_data',
    'streaming',
    memberOf('stream', (value) => (value === true ? true : undefined)),
    guess,
  ],
  ['tools', 'tools', toolList, guess],

  ['gen_ai.usage.details.input_tokens', 'usage', count('input'), guess],
  ['gen_ai.usage.details.output_tokens', 'usage', count('output'), guess],
  ['gen_ai.usage.details.cache_read_tokens', 'usage', count('cache_read')],
  ['gen_ai.usage.details.cache_read_input_tokens', 'usage', count('cache_read')],
  ['gen_ai.usage.details.cached_content_tokens', 'usage', count('cache_read')],
  ['gen_ai.usage.details.cached_tokens', 'usage', count('cache_read')],
  ['gen_ai.usage.details.cache_write_tokens', 'usage', count('cache_creation')],
  ['gen_ai.usage.details.cache_creation_input_tokens', 'usage', count('cache_creation')],
  ['gen_ai.usage.details.reasoning_tokens', 'usage', count('reasoning')],
  ['gen_ai.usage.details.thoughts_tokens', 'usage', count('reasoning')],
  ['gen_ai.usage.details.input_audio_tokens', 'usage', count('audio_in')],
  ['gen_ai.usage.details.output_audio_tokens', 'usage', count('audio_out')],
  ['gen_ai.usage.partial.input_tokens', 'usage', count('input'), guess],
  ['gen_ai.usage.partial.output_tokens', 'usage', count('output'), guess],
  ['gen_ai.usage.partial.cache_read.input_tokens', 'usage', count('cache_read'), guess],
  ['gen_ai.usage.partial.cache_creation.input_tokens', 'usage', count('cache_creation'), guess],
  ['gen_ai.usage.raw', 'usage', counts, guess],
  ['usage', 'usage', counts, guess],
  ['response_data', 'usage', countsIn('usage'), guess],
  ['operation.cost', 'cost', cost('total_cost'), exact],
  ['model_name', 'model', model, guess],

  ['logfire.tags', 'tags', tags],
  ['group_id', 'thread', quotedText, guess],
  [
    'error',
    'error',
    ({ value }) => {
      const inner = parsed(value);
      return asText(isObject(inner) ? inner['message'] : inner);
    },
    guess,
  ],
]);
