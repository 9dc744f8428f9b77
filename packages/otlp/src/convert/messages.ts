import type { OtlpObject, OtlpValue } from '../span.ts';
import { emptyObject } from '../span.ts';
import { readPart } from './parts.ts';
import type { Block, ReadPart, ToolCall } from './parts.ts';
import { asText, firstText, isObject, parsed, parsedTwice, saysSomething } from './values.ts';

/** A message of a run's inputs or outputs, whatever dialect it came in. */
export interface Message {
  role: string;
  /** Text when there is nothing else, else blocks. */
  content: string | Block[];
  name?: string;
  tool_calls?: ToolCall[];
  tool_call_id?: string;
  finish_reason?: string;
}

/** Words of dialects for roles; others are kept. */
const roleWords: Record<string, string> = {
  __proto__: null as never,
  human: 'user',
  ai: 'assistant',
  model: 'assistant',
  bot: 'assistant',
  'tool-call': 'assistant',
  'tool-response': 'tool',
  tool_response: 'tool',
  function: 'tool',
};

export function roleOf(word: unknown): string | undefined {
  const text = asText(word)?.toLowerCase();
  if (text === undefined || text.length > 40) return undefined;
  return roleWords[text] ?? text;
}

/**
 * The messages that one message of a dialect is: mostly one, but results of tools among the parts are
 * messages of their own. Undefined for what is no message.
 */
export function readMessage(value: OtlpValue, fallbackRole?: string): Message[] | undefined {
  if (!isObject(value)) return undefined;
  const inner = isObject(value['message']) ? value['message'] : value;
  const role = roleOf(inner['role']) ?? fallbackRole;
  const content = contentOf(inner);
  if (role === undefined || (content === undefined && !hasCalls(inner))) return undefined;
  const message: Message = { role, content: '' };
  const finish = firstText(value['finish_reason'], inner['finish_reason'], inner['stop_reason']);
  if (finish !== undefined) message.finish_reason = finish;
  const name = asText(inner['name']);
  if (name !== undefined && role !== 'user') message.name = name;
  const callId = firstText(inner['tool_call_id'], inner['toolCallId'], inner['call_id']);
  const answered = callId ?? (role === 'tool' ? asText(inner['id']) : undefined);
  if (answered !== undefined) message.tool_call_id = answered;
  const messages = fill(message, parsedContent(content ?? null), callsIn(inner));
  return messages.map(turnOfCalls);
}

function contentOf(inner: OtlpObject): OtlpValue | undefined {
  for (const key of ['parts', 'contents', 'content', 'text'] as const) {
    if (inner[key] !== undefined) return inner[key];
  }
  return undefined;
}

const hasCalls = (inner: OtlpObject): boolean =>
  saysSomething(inner['tool_calls']) || saysSomething(inner['function_call']);

/** Content blocks that were written as text; other JSON is somebody's answer and stays text. */
function parsedContent(content: OtlpValue): OtlpValue {
  const value = parsed(content);
  if (value === content || !Array.isArray(value) || value.length === 0) return content;
  return value.every((part) => isObject(part) && readPart(part) !== undefined) ? value : content;
}

function fill(message: Message, content: OtlpValue, calls: ToolCall[]): Message[] {
  const blocks: Block[] = [];
  const results: Message[] = [];
  const known = new Set(calls.map(({ id }) => id));
  for (const part of Array.isArray(content) ? content : [content]) {
    const read = readAnyPart(part);
    if (read?.block) blocks.push(read.block);
    if (read?.call && (read.call.id === undefined || !known.has(read.call.id))) {
      calls.push(read.call);
      known.add(read.call.id);
    }
    if (read?.result) results.push(resultMessage(read.result));
  }
  message.content = contentFrom(blocks);
  if (calls.length > 0) message.tool_calls = calls;
  const isOnlyResults = results.length > 0 && blocks.length === 0 && calls.length === 0;
  return isOnlyResults ? results : [message, ...results];
}

function readAnyPart(part: OtlpValue): ReadPart | undefined {
  if (part === null) return undefined;
  if (isObject(part)) return readPart(part) ?? { block: { type: 'json', value: part } };
  const text = typeof part === 'string' ? part : JSON.stringify(part);
  return { block: { type: 'text', text } };
}

function contentFrom(blocks: Block[]): string | Block[] {
  const isText = blocks.every((block) => block.type === 'text');
  return isText ? blocks.map(({ text }) => text).join('\n') : blocks;
}

function resultMessage({ id, name, result }: NonNullable<ReadPart['result']>): Message {
  const message: Message = { role: 'tool', content: resultText(result) };
  if (id !== undefined) message.tool_call_id = id;
  if (name !== undefined) message.name = name;
  return message;
}

/** What a tool answered: text as it is, text blocks joined, else JSON. */
export function resultText(result: OtlpValue): string {
  if (typeof result === 'string') return result;
  if (Array.isArray(result) && result.length > 0) {
    const texts = result.map((part) => (isObject(part) ? asText(part['text']) : undefined));
    if (texts.every((text) => text !== undefined)) return texts.join('\n');
  }
  return JSON.stringify(result);
}

function callsIn(inner: OtlpObject): ToolCall[] {
  const listed = parsed(inner['tool_calls'] ?? inner['toolCalls'] ?? null);
  const calls = Array.isArray(listed) ? listed.flatMap((entry) => readCall(entry) ?? []) : [];
  const single = parsed(inner['function_call'] ?? null);
  const old = isObject(single) ? readCall(single) : undefined;
  return old ? [...calls, old] : calls;
}

/** A call of a tool in the words of OpenAI, LangChain, the AI SDK or OpenInference. */
export function readCall(value: OtlpValue): ToolCall | undefined {
  const entry = isObject(value) && isObject(value['tool_call']) ? value['tool_call'] : value;
  if (!isObject(entry)) return undefined;
  const inner = isObject(entry['function']) ? entry['function'] : entry;
  const name = firstText(inner['name'], inner['toolName'], inner['tool_name']);
  if (name === undefined) return undefined;
  const given = inner['arguments'] ?? inner['args'] ?? inner['input'] ?? emptyObject();
  const call: ToolCall = { type: 'tool_call', name, args: parsedTwice(given) };
  const id = firstText(entry['id'], entry['toolCallId'], entry['tool_call_id'], entry['call_id']);
  if (id !== undefined) call.id = id;
  return call;
}

/** A list of calls standing where a content should be: the assistant's turn, whatever its role says. */
function turnOfCalls(message: Message): Message {
  if (typeof message.content !== 'string' || message.tool_calls) return message;
  const list = parsed(message.content);
  if (!Array.isArray(list) || list.length === 0) return message;
  const isCalls = list.every((entry) => isObject(entry) && isObject(entry['function']));
  const calls = isCalls ? list.flatMap((entry) => readCall(entry) ?? []) : [];
  if (calls.length !== list.length) return message;
  return { ...message, role: 'assistant', content: '', tool_calls: calls };
}

/** The messages of a list in which every entry is one. */
export function readMessages(value: OtlpValue, fallbackRole?: string): Message[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const messages: Message[] = [];
  for (const entry of value) {
    const read = readMessage(entry, fallbackRole) ?? responsesItem(entry);
    if (!read) return undefined;
    messages.push(...read);
  }
  return messages;
}

/** Items of OpenAI's Responses API that have no role. */
function responsesItem(value: OtlpValue): Message[] | undefined {
  if (!isObject(value)) return undefined;
  if (value['type'] === 'function_call') {
    const call = readCall({ ...value, id: value['call_id'] ?? value['id'] ?? null });
    return call && [{ role: 'assistant', content: '', tool_calls: [call] }];
  }
  if (value['type'] === 'function_call_output') {
    const id = asText(value['call_id']);
    return [resultMessage({ result: value['output'] ?? null, ...(id !== undefined && { id }) })];
  }
  return undefined;
}
