import { asFlag, asText, isObject, parsed } from '../convert/values.ts';
import { soundUsage } from '../convert/usage.ts';
import {
  countsUnder,
  flag,
  meta,
  metaBelow,
  param,
  quotedText,
  tags,
  text,
  word,
} from '../mapping/converters.ts';
import { dialect } from '../mapping/rule.ts';
import type { Converter, SpanAttachment } from '../mapping/rule.ts';

const told = { tier: 'told' } as const;

const usage: Converter<unknown> = ({ value }) => soundUsage(parsed(value));

const attachments: Converter<SpanAttachment[]> = ({ value }) => {
  const list = parsed(value);
  if (!Array.isArray(list)) return undefined;
  const found = list.filter(isObject).flatMap((entry) => {
    const name = asText(entry['name']);
    const base64 = asText(entry['content'] ?? entry['data']);
    const mimeType = asText(entry['mime_type'] ?? entry['mimeType']) ?? 'application/octet-stream';
    return name === undefined || base64 === undefined ? [] : [{ name, mimeType, base64 }];
  });
  return found.length > 0 ? found : undefined;
};

const member =
  (key: string): Converter<Record<string, unknown>> =>
  ({ value }) =>
    asText(value) === undefined ? undefined : { [key]: value };

/** LangSmith's own attributes: what the SDKs write in OpenTelemetry mode, and users by hand. */
export const langsmith = dialect('langsmith', [
  [
    'langsmith.span.kind',
    'run_type',
    word({
      chain: 'chain',
      llm: 'llm',
      tool: 'tool',
      retriever: 'retriever',
      embedding: 'embedding',
      prompt: 'prompt',
      parser: 'parser',
    }),
    told,
  ],
  ['langsmith.trace.name', 'name', text, told],
  ['langsmith.trace.name', 'tool_name', text, told],
  ['langsmith.trace.session_name', 'project', text, told],
  ['langsmith.trace.session_id', 'project_id', text, told],
  ['langsmith.span.id', 'run_id', text, told],
  ['langsmith.trace.id', 'trace_id', text, told],
  ['langsmith.span.parent_id', 'parent_run_id', text, told],
  ['langsmith.traceable_parent_otel_span_id', 'parent_span_id', text, told],
  ['langsmith.span.dotted_order', 'dotted_order', text, told],
  ['langsmith.is_root', 'is_root', flag, told],
  ['langsmith.root_span', 'is_root', flag, told],
  ['langsmith.reference_example_id', 'reference_example_id', text, told],
  ['langsmith.span.tags', 'tags', tags, told],
  ['langsmith.metadata.*', 'metadata', metaBelow, told],
  ['langsmith.usage_metadata', 'usage_metadata', usage, told],
  ['langsmith.metadata.usage_metadata', 'usage_metadata', usage, told],
  ['langsmith.metadata.ls_model_name', 'model', text, told],
  ['langsmith.metadata.ls_provider', 'provider', text, told],
  ['langsmith.metadata.session_id', 'thread', quotedText, told],
  ['langsmith.metadata.thread_id', 'thread', quotedText, told],
  ['langsmith.metadata.conversation_id', 'thread', quotedText, told],
  ['langsmith.metadata.user_id', 'user', quotedText, told],
  ['langsmith.request.streaming', 'streaming', ({ value }) => asFlag(value), told],
  ['langsmith.request.headers', 'params', param('extra_headers'), told],
  ['langsmith.span.runtime', 'runtime', ({ value }) => parsed(value), told],
  ['langsmith.attachments', 'attachments', attachments, told],
  ['gen_ai.serialized.name', 'serialized', member('name')],
  ['gen_ai.serialized.signature', 'serialized', member('signature')],
  ['gen_ai.serialized.doc', 'serialized', member('doc')],
  ['gen_ai.usage.input_token_details', 'usage', countsUnder('input_token_details')],
  ['gen_ai.usage.output_token_details', 'usage', countsUnder('output_token_details')],
  ['gen_ai.request.extra_query', 'params', param('extra_query')],
  ['gen_ai.request.extra_body', 'params', param('extra_body')],
  ['gen_ai.response.service_tier', 'metadata', meta('service_tier')],
]);
