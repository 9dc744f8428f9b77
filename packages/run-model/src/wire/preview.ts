import { compactJson, isObject } from './text.ts';
import type { JsonObject } from './text.ts';

/** Longer than any preview that is shown, so that a cut is seen as one. */
const enough = 1024;

/**
 * A line that tells a reader what went in or came out: the last user message or the answer when the
 * value looks like a chat, the text of a value that holds only a text, else compact JSON. Not cut to
 * its final length.
 */
export function previewText(value: unknown, side: 'inputs' | 'outputs'): string {
  if (typeof value === 'string') return value;
  if (!isObject(value)) return compactJson(value, enough);
  const text = side === 'inputs' ? questionText(value) : answerText(value);
  return text ?? onlyText(value) ?? compactJson(value, enough);
}

/** The text of an object with one member that is text, such as `{"question": "…"}`. */
function onlyText(value: JsonObject): string | undefined {
  const keys = Object.keys(value);
  const first = keys.length === 1 ? value[keys[0]!] : undefined;
  return typeof first === 'string' && first.trim() !== '' ? first : undefined;
}

function questionText(inputs: JsonObject): string | undefined {
  const messages = messagesOf(inputs);
  if (!messages) return undefined;
  let last: string | undefined;
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const message = messages[index];
    const text = messageText(message);
    if (text === undefined) continue;
    if (isFromUser(message)) return text;
    last ??= text;
  }
  return last;
}

function answerText(outputs: JsonObject): string | undefined {
  const own = messageText(outputs);
  if (own !== undefined) return own;
  const candidates = [
    firstMessage(outputs['choices']),
    firstMessage(outputs['generations']),
    outputs['message'],
    outputs['output'],
  ];
  for (const candidate of candidates) {
    const text = isObject(candidate) ? messageText(candidate) : undefined;
    if (text !== undefined) return text;
  }
  return lastText(outputs['output']) ?? lastText(messagesOf(outputs));
}

/** The last text of a list of messages, such as the final state of a graph. */
function lastText(messages: unknown): string | undefined {
  if (!Array.isArray(messages)) return undefined;
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const text = messageText(messages[index]);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** `messages` of a chat; LangChain wraps them in one more list per prompt. */
function messagesOf(value: JsonObject): unknown[] | undefined {
  const messages = value['messages'] ?? value['contents'] ?? value['input'];
  if (!Array.isArray(messages)) return undefined;
  const first: unknown = messages[0];
  // A list of texts is a message in short form: ["user", "text"].
  return Array.isArray(first) && typeof first[0] !== 'string' ? (first as unknown[]) : messages;
}

/** The message of the first choice of OpenAI, or of the first generation of LangChain. */
function firstMessage(choices: unknown): unknown {
  if (!Array.isArray(choices)) return undefined;
  const first: unknown = Array.isArray(choices[0]) ? choices[0][0] : choices[0];
  if (!isObject(first)) return undefined;
  return messageText(first['message']) === undefined ? first : first['message'];
}

/** LangChain serialises a message with its fields under `kwargs` or `data`. */
function fieldsOf(message: JsonObject): JsonObject {
  if (isObject(message['kwargs'])) return message['kwargs'];
  if (isObject(message['data'])) return message['data'];
  return message;
}

function isFromUser(message: unknown): boolean {
  if (Array.isArray(message)) return message[0] === 'user' || message[0] === 'human';
  if (!isObject(message)) return false;
  const role = message['role'] ?? message['type'] ?? fieldsOf(message)['type'];
  if (role === 'user' || role === 'human') return true;
  const path = message['id'];
  return Array.isArray(path) && path.at(-1) === 'HumanMessage';
}

function messageText(message: unknown): string | undefined {
  // LangChain's short form: ["user", "text"].
  if (Array.isArray(message)) return message.length === 2 ? contentText(message[1]) : undefined;
  if (!isObject(message)) return undefined;
  const fields = fieldsOf(message);
  return (
    contentText(fields['content'] ?? fields['parts'] ?? fields['text']) ??
    toolCallText(fields['tool_calls'])
  );
}

/** The text of a content: itself, or that of its text blocks. */
function contentText(content: unknown): string | undefined {
  if (typeof content === 'string') return content.trim() === '' ? undefined : content;
  if (!Array.isArray(content)) return undefined;
  let text = '';
  for (const block of content as unknown[]) {
    const part = isObject(block) ? block['text'] : block;
    if (typeof part === 'string' && part !== '') text += text === '' ? part : ` ${part}`;
    if (text.length > enough) break;
  }
  return text.trim() === '' ? undefined : text;
}

/** `lookup({"id":7})` for an answer that only asks for a tool. */
function toolCallText(calls: unknown): string | undefined {
  if (!Array.isArray(calls) || !isObject(calls[0])) return undefined;
  const call = isObject(calls[0]['function']) ? calls[0]['function'] : calls[0];
  const { name } = call;
  if (typeof name !== 'string') return undefined;
  const given = call['arguments'] ?? call['args'] ?? {};
  return `${name}(${typeof given === 'string' ? given : compactJson(given, enough)})`;
}
