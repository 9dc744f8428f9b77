import { conversationOfEvents, conversationOfList } from '../convert/events.ts';
import type { EventConversation } from '../convert/events.ts';
import { readCall, readMessage, readMessages } from '../convert/messages.ts';
import type { Message } from '../convert/messages.ts';
import { asText, isObject, parsed, saysSomething, treeOf } from '../convert/values.ts';
import type { OtlpObject, OtlpValue } from '../span.ts';
import type { Context, Converter, Found } from './rule.ts';

// Readings of what went into a run and what came out.

type Side = 'inputs' | 'outputs';

const role = { inputs: 'user', outputs: 'assistant' } as const;
const wrapper = { inputs: 'input', outputs: 'output' } as const;

const list = (messages: Message[] | undefined): { messages: Message[] } | undefined =>
  messages && messages.length > 0 ? { messages } : undefined;

/** Any value as it is; what is no object stands in one. */
export const anything =
  (side: Side): Converter<unknown> =>
  ({ value }) => {
    const inner = parsed(value);
    if (inner === null || inner === '') return undefined;
    return isObject(inner) ? inner : { [wrapper[side]]: inner };
  };

/** A list of messages, as JSON or as a structured value. */
export const messages =
  (side: Side): Converter<unknown> =>
  ({ value }) =>
    list(readMessages(parsed(value), role[side]));

/** Messages below a prefix with numbers in their keys. */
export const indexed =
  (side: Side): Converter<unknown> =>
  ({ below }) => {
    const tree = treeOf(below);
    return Array.isArray(tree) ? list(readMessages(tree, role[side])) : undefined;
  };

/** Whatever a dialect writes as prompt or completion: messages, one message, an object, or text. */
export const conversation =
  (side: Side): Converter<unknown> =>
  ({ value }, context) => {
    const inner = parsed(value);
    if (!saysSomething(inner)) return undefined;
    if (Array.isArray(inner)) return ofList(inner, side);
    if (isObject(inner)) return ofObject(inner, side);
    return ofText(inner, side, context);
  };

function ofList(inner: OtlpValue[], side: Side): unknown {
  const read = readMessages(inner, undefined);
  if (read) return list(read);
  const calls = inner.map((entry) => readCall(entry));
  if (side === 'outputs' && calls.every((call) => call !== undefined)) {
    return list([{ role: 'assistant', content: '', tool_calls: calls }]);
  }
  return { [wrapper[side]]: inner };
}

/** Keys under which an object of a request or an answer holds its messages. */
const listKeys = ['messages', 'input'] as const;

function ofObject(inner: OtlpObject, side: Side): unknown {
  for (const key of listKeys) {
    const read = readMessages(parsed(inner[key] ?? null));
    if (!read) continue;
    const { [key]: _, system, ...rest } = inner;
    const first = asText(system);
    if (first !== undefined) read.unshift({ role: 'system', content: first });
    return { ...rest, messages: read };
  }
  if (inner['role'] !== undefined) {
    const read = readMessage(inner);
    if (read) return list(read);
  }
  return side === 'outputs' ? (answerOf(inner) ?? inner) : inner;
}

/** `{choices: [{message}]}` and `{text, finish_reason}`. */
function answerOf(inner: OtlpObject): unknown {
  const { choices } = inner;
  if (Array.isArray(choices)) return list(readMessages(choices, 'assistant'));
  const isCompletion = typeof inner['text'] === 'string' && 'finish_reason' in inner;
  return isCompletion ? list(readMessage(inner, 'assistant')) : undefined;
}

function ofText(inner: OtlpValue, side: Side, { runType }: Context): unknown {
  const written = typeof inner === 'string' ? inner : JSON.stringify(inner);
  return runType === 'llm'
    ? list([{ role: role[side], content: written }])
    : { [wrapper[side]]: inner };
}

/** Text as one message. */
export const said =
  (by: 'user' | 'assistant'): Converter<unknown> =>
  ({ value }) => {
    const content = asText(value);
    return content === undefined ? undefined : list([{ role: by, content }]);
  };

const roleLine = /^(system|user|assistant|tool|developer): ?/;

/** Text in which each message begins with its role: `user: …`. */
export const linesWithRoles: Converter<unknown> = ({ value }) => {
  const written = asText(value);
  if (written === undefined) return undefined;
  const found: { role: string; content: string }[] = [];
  for (const line of written.split('\n')) {
    const start = roleLine.exec(line);
    const last = found.at(-1);
    if (start) found.push({ role: start[1]!, content: line.slice(start[0].length) });
    else if (last) last.content += `\n${line}`;
    else return undefined;
  }
  return list(found);
};

const ofConversation = (
  found: EventConversation | undefined,
  side: Side,
  { runType }: Context,
): unknown => {
  if (!found) return undefined;
  if (runType !== 'tool') return list(found[side]);
  const value = side === 'inputs' ? found.toolInput : found.toolOutput;
  return value === undefined || value === null ? undefined : anything(side)(bare(value), noContext);
};

const bare = (value: OtlpValue): Found => ({ value, below: [] });
const noContext = {} as Context;

/** Messages in the events of the span. */
export const spanEvents =
  (side: Side): Converter<unknown> =>
  (_found, context) =>
    ofConversation(conversationOfEvents(context.span.events), side, context);

/** Messages in an attribute that lists events. */
export const listedEvents =
  (side: Side): Converter<unknown> =>
  ({ value }, context) =>
    ofConversation(conversationOfList(value), side, context);

/** A whole conversation: what the assistant said last is the answer, all before it was the question. */
export const history =
  (side: Side): Converter<unknown> =>
  ({ value }) => {
    const read = readMessages(parsed(value));
    if (!read) return undefined;
    let cut = read.length;
    while (cut > 0 && read[cut - 1]!.role === 'assistant') cut -= 1;
    return list(side === 'inputs' ? read.slice(0, cut) : read.slice(cut));
  };

/** Texts of system instructions: text, parts, or a list of either. */
export const instructions: Converter<string[]> = ({ value }) => {
  const inner = parsed(value);
  const parts = Array.isArray(inner) ? inner : [inner];
  const texts = parts.flatMap((part) => {
    if (!isObject(part)) return asText(part) ?? [];
    const nested = part['parts'];
    if (Array.isArray(nested)) return nested.flatMap((each) => textOfPart(each) ?? []);
    return textOfPart(part) ?? [];
  });
  return texts.length > 0 ? texts : undefined;
};

const textOfPart = (part: OtlpValue): string | undefined =>
  isObject(part) ? asText(part['content'] ?? part['text'] ?? null) : asText(part);

/** Documents that were found, as LangSmith shows them. */
export const documents: Converter<unknown> = ({ below }) => {
  const tree = treeOf(below);
  if (!Array.isArray(tree)) return undefined;
  return { documents: tree.map(documentOf) };
};

function documentOf(entry: OtlpValue): unknown {
  const inner = isObject(entry) && isObject(entry['document']) ? entry['document'] : entry;
  if (!isObject(inner)) return { page_content: asText(inner) ?? '', metadata: {} };
  const metadata = parsed(inner['metadata'] ?? null);
  const document: Record<string, unknown> = {
    page_content: asText(inner['content'] ?? inner['page_content'] ?? null) ?? '',
    metadata: isObject(metadata) ? metadata : {},
  };
  for (const key of ['id', 'score'] as const) {
    if (inner[key] !== undefined) document[key] = inner[key];
  }
  return document;
}

/** Definitions of tools in a list, in the form of OpenAI's API. */
export const toolList: Converter<unknown[]> = ({ value }) => toolsOf(parsed(value));

/** The same below a prefix with numbers in its keys. */
export const toolTree: Converter<unknown[]> = ({ below }) => toolsOf(treeOf(below));

export function toolsOf(value: OtlpValue): unknown[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.flatMap((entry) => toolOf(parsed(entry)));
}

function toolOf(entry: OtlpValue): unknown[] {
  if (!isObject(entry)) return [entry];
  const declarations = entry['function_declarations'] ?? entry['functionDeclarations'];
  if (Array.isArray(declarations)) return declarations.flatMap(toolOf);
  const wrapped = entry['json_schema'] ?? (isObject(entry['tool']) ? entry['tool'] : undefined);
  const nested = isObject(wrapped) ? (wrapped['json_schema'] ?? wrapped) : wrapped;
  if (nested !== undefined) return toolOf(parsed(nested));
  if (isObject(entry['function'])) return [entry];
  const { name, description } = entry;
  if (typeof name !== 'string') return [entry];
  const schema =
    entry['parameters'] ??
    entry['inputSchema'] ??
    entry['input_schema'] ??
    entry['parameters_json_schema'];
  const inner = {
    name,
    ...(description !== undefined && { description }),
    ...(schema !== undefined && { parameters: parsed(schema) }),
  };
  return [{ type: 'function', function: inner }];
}
