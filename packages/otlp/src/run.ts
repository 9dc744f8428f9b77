import type { PayloadName, SpanOperation } from './operation.ts';
import { errorOf } from './error.ts';
import { identityOf } from './identity.ts';
import type { Placement } from './identity.ts';
import type { SpanReader } from './mapping/resolve.ts';
import { rawOf } from './raw.ts';
import type { OtlpSpan } from './span.ts';
import { usageMetadata } from './convert/usage.ts';
import type { UsageMetadata } from './convert/usage.ts';
import { isoTime } from './time.ts';

/** A span that is read, before its neighbours have had a say. */
export interface Draft {
  span: OtlpSpan;
  reader: SpanReader;
  usage: UsageMetadata | undefined;
  /** Whether the usage is this run's own, or that of others, repeated here. */
  ownsUsage: boolean;
  hasMessages: boolean;
}

export function draftOf(span: OtlpSpan, reader: SpanReader): Draft {
  const told = reader.first('usage_metadata') as UsageMetadata | undefined;
  const provider = reader.first('provider');
  const isGoogle = provider === 'google' || provider === 'gcp.vertex_ai';
  const counted = usageMetadata(reader.merged('usage'), reader.merged('cost'), { isGoogle });
  const { runType } = reader;
  return {
    span,
    reader,
    usage: told ? withDetails(told, counted) : counted,
    ownsUsage:
      told !== undefined ||
      runType === 'llm' ||
      runType === 'embedding' ||
      reader.first('owns_usage') === true,
    hasMessages: reader.first('inputs') !== undefined || reader.first('outputs') !== undefined,
  };
}

/** What the sender told, with the details that it left out and its attributes have. */
function withDetails(told: UsageMetadata, counted: UsageMetadata | undefined): UsageMetadata {
  const isSame =
    told.input_tokens === counted?.input_tokens && told.output_tokens === counted?.output_tokens;
  return isSame ? { ...counted, ...told } : told;
}

/** The operation that creates the run of a span. */
export function operationOf(draft: Draft, placement: Placement): SpanOperation {
  const { span, reader } = draft;
  const identity = identityOf(draft, placement);
  const main: Record<string, unknown> = {
    ...identity.fields,
    name: nameOf(draft),
    run_type: reader.runType,
    start_time: isoTime(span.startNano),
  };
  if (!identity.isPending) main['end_time'] = isoTime(span.endNano);
  const tags = reader.all('tags');
  if (tags.length > 0) main['tags'] = tags;
  const example = reader.first('reference_example_id');
  if (example !== undefined) main['reference_example_id'] = example;
  const operation: SpanOperation = {
    kind: 'create',
    spanId: span.spanId,
    runId: identity.runId,
    main,
    payloads: payloadsOf(draft, identity.isPending),
    attachments: reader.first('attachments') ?? [],
  };
  return operation;
}

function nameOf({ span, reader }: Draft): string {
  const own = reader.runType === 'tool' ? reader.first('tool_name') : undefined;
  return own ?? reader.first('name') ?? span.name;
}

function payloadsOf(draft: Draft, isPending: boolean): SpanOperation['payloads'] {
  const { reader, span } = draft;
  const payloads: SpanOperation['payloads'] = {};
  const put = (field: PayloadName, value: unknown) => {
    if (value !== undefined) payloads[field] = value;
  };
  put('inputs', withSystem(reader.first('inputs'), reader.first('system')));
  put('outputs', reader.first('outputs'));
  const firstToken = reader.first('first_token');
  if (firstToken !== undefined) {
    put('events', [{ name: 'new_token', time: isoTime(firstToken), kwargs: {} }]);
  }
  const serialized = reader.merged('serialized');
  if (Object.keys(serialized).length > 0) put('serialized', serialized);
  if (!isPending) put('error', errorOf(span, reader.first('error')));
  put('extra', extraOf(draft));
  return payloads;
}

interface Chat {
  messages: { role: string; content: unknown }[];
}

const isChat = (value: unknown): value is Chat =>
  typeof value === 'object' && value !== null && Array.isArray((value as Chat).messages);

/** System instructions stand beside the messages in some dialects, and in both places in others. */
export function withSystem(inputs: unknown, system: string[] | undefined): unknown {
  if (!system || (inputs !== undefined && !isChat(inputs))) return inputs;
  const messages = isChat(inputs) ? inputs.messages : [];
  const known = new Set(
    messages.filter(({ role }) => role === 'system').map(({ content }) => content),
  );
  const added = system
    .filter((content) => !known.has(content))
    .map((content) => ({ role: 'system', content }));
  if (added.length === 0) return inputs;
  return { ...(isChat(inputs) ? inputs : {}), messages: [...added, ...messages] };
}

function extraOf(draft: Draft): Record<string, unknown> {
  const { reader, span } = draft;
  const extra: Record<string, unknown> = {};
  const params = paramsOf(reader);
  if (Object.keys(params).length > 0) extra['invocation_params'] = params;
  const runtime = reader.first('runtime');
  if (runtime !== undefined) extra['runtime'] = runtime;
  extra['metadata'] = metadataOf(draft);
  extra['otel'] = { ...rawOf(span), mapping: reader.mapping() };
  return extra;
}

function paramsOf(reader: SpanReader): Record<string, unknown> {
  const params: Record<string, unknown> = reader.merged('params');
  const requested = reader.first('request_model');
  if (requested !== undefined) params['model'] ??= requested;
  const streaming = reader.first('streaming');
  if (streaming !== undefined) params['stream'] ??= streaming;
  const tools = reader.first('tools');
  if (tools !== undefined) params['tools'] = tools;
  return params;
}

function metadataOf({ reader, usage, ownsUsage }: Draft): Record<string, unknown> {
  const metadata: Record<string, unknown> = reader.merged('metadata');
  delete metadata['usage_metadata'];
  const model = reader.first('model');
  if (model !== undefined) metadata['ls_model_name'] = model;
  const provider = reader.runType === 'tool' ? undefined : reader.first('provider');
  if (provider !== undefined) metadata['ls_provider'] = provider;
  const thread = reader.first('thread');
  if (thread !== undefined) {
    metadata[metadata['session_id'] === undefined ? 'thread_id' : 'session_id'] = thread;
  }
  const user = reader.first('user');
  if (user !== undefined) metadata['user_id'] = user;
  if (usage) metadata[ownsUsage ? 'usage_metadata' : 'repeated_usage'] = usage;
  metadata['otel.dialect'] = reader.dialect() ?? 'none';
  return metadata;
}
