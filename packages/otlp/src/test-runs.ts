import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from './convert/messages.ts';
import type { SpanOperation } from './operation.ts';
import { readSpans } from './read-spans.ts';
import { openTraceRequest } from './wire/request.ts';

// Helpers of tests: what a sample or a hand-made span is read as, in a form that is easy to look at.

const folder = join(import.meta.dirname, '..', 'test', 'fixtures');

export interface SeenRun {
  type: unknown;
  name: string;
  model: unknown;
  provider: unknown;
  /** Input, output and total; undefined without usage of its own. */
  tokens: (number | undefined)[] | undefined;
  usage: Record<string, unknown> | undefined;
  details: Record<string, number>;
  cost: unknown;
  /** Usage of others that the span repeats. */
  repeated: Record<string, unknown> | undefined;
  inputs: unknown;
  outputs: unknown;
  asked: Message[];
  answered: Message[];
  params: Record<string, unknown>;
  metadata: Record<string, unknown>;
  thread: unknown;
  user: unknown;
  error: string | undefined;
  firstToken: string | undefined;
  mapping: Record<string, string[]>;
  operation: SpanOperation;
}

type Json = Record<string, unknown>;

export function seen(operation: SpanOperation): SeenRun {
  const { main, payloads } = operation;
  const extra = payloads.extra as Json;
  const metadata = extra['metadata'] as Json;
  const usage = metadata['usage_metadata'] as Json | undefined;
  const messages = (side: unknown) =>
    (side as { messages?: Message[] } | undefined)?.messages ?? [];
  const events = payloads.events as { time: string }[] | undefined;
  return {
    type: main['run_type'],
    name: main['name'] as string,
    model: metadata['ls_model_name'],
    provider: metadata['ls_provider'],
    tokens:
      usage && ['input_tokens', 'output_tokens', 'total_tokens'].map((key) => usage[key] as number),
    usage,
    details: {
      ...(usage?.['input_token_details'] as Record<string, number> | undefined),
      ...Object.fromEntries(
        Object.entries((usage?.['output_token_details'] ?? {}) as Record<string, number>).map(
          ([key, value]) => [`out.${key}`, value],
        ),
      ),
    },
    cost: usage?.['total_cost'],
    repeated: metadata['repeated_usage'] as Json | undefined,
    inputs: payloads.inputs,
    outputs: payloads.outputs,
    asked: messages(payloads.inputs),
    answered: messages(payloads.outputs),
    params: (extra['invocation_params'] ?? {}) as Json,
    metadata,
    thread: metadata['session_id'] ?? metadata['thread_id'],
    user: metadata['user_id'],
    error: payloads.error as string | undefined,
    firstToken: events?.[0]?.time,
    mapping: (extra['otel'] as { mapping: Record<string, string[]> }).mapping,
    operation,
  };
}

/** The runs of a sample, in its order; every run can be written as JSON. */
export function sample(name: string): SeenRun[] {
  const body = readFileSync(join(folder, `${name}.json`));
  const request = openTraceRequest(body, 'json');
  return [...request.lots(Infinity)].flatMap(({ spans, rejected }) => {
    assert.deepEqual(rejected, []);
    const operations = readSpans(spans, { logs: request.logs });
    for (const { main, payloads } of operations) JSON.stringify([main, payloads]);
    return operations.map(seen);
  });
}

/** The content of a message that is nothing but text. */
export const textOf = ({ content }: Message): string =>
  typeof content === 'string' ? content : '';

export const named = (runs: SeenRun[], name: string): SeenRun[] =>
  runs.filter((run) => run.name === name);

export const ofType = (runs: SeenRun[], type: string): SeenRun[] =>
  runs.filter((run) => run.type === type);

type Attributes = Record<string, unknown>;

/** A span made by hand: plain values as attributes. */
export function span(
  attributes: Attributes,
  fields: {
    name?: string;
    scope?: string;
    events?: { name: string; attributes?: Attributes }[];
  } & Json = {},
): SeenRun {
  return spans([{ attributes, ...fields }])[0]!;
}

/** Spans of one request. */
export function spans(
  list: ({
    attributes: Attributes;
    name?: string;
    scope?: string;
    events?: { name: string; attributes?: Attributes }[];
  } & Json)[],
): SeenRun[] {
  const resourceSpans = list.map(({ attributes, scope, name, events, ...rest }, index) => ({
    scopeSpans: [
      {
        scope: { name: scope ?? '' },
        spans: [
          {
            traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
            spanId: (index + 1).toString(16).padStart(16, '0'),
            name: name ?? 'span',
            startTimeUnixNano: '1764000000000000000',
            endTimeUnixNano: '1764000002000000000',
            attributes: pairs(attributes),
            events: (events ?? []).map((event, at) => ({
              name: event.name,
              timeUnixNano: String(1_764_000_000_500_000_000n + BigInt(at)),
              attributes: pairs(event.attributes ?? {}),
            })),
            ...rest,
          },
        ],
      },
    ],
  }));
  const request = openTraceRequest(Buffer.from(JSON.stringify({ resourceSpans })), 'json');
  return [...request.lots(Infinity)].flatMap((lot) => {
    assert.deepEqual(lot.rejected, []);
    return readSpans(lot.spans).map(seen);
  });
}

const pairs = (attributes: Attributes) =>
  Object.entries(attributes).map(([key, value]) => ({ key, value: anyValue(value) }));

function anyValue(value: unknown): object {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'number') {
    return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  }
  if (Array.isArray(value)) return { arrayValue: { values: value.map(anyValue) } };
  return { kvlistValue: { values: pairs(value as Attributes) } };
}
