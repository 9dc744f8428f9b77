import type { OtlpEvent, OtlpObject, OtlpValue } from '../span.ts';
import { readMessage, resultText } from './messages.ts';
import type { Message } from './messages.ts';
import { asText, isObject, parsed } from './values.ts';

// Messages as events, one each: of the span itself, or listed in an attribute.

/** What an event is, by its name; a choice is an answer. */
const roleOfEvent: Record<string, string> = {
  __proto__: null as never,
  'gen_ai.system.message': 'system',
  'gen_ai.user.message': 'user',
  'gen_ai.assistant.message': 'assistant',
  'gen_ai.tool.message': 'tool',
  'gen_ai.choice': 'choice',
};

interface Body {
  role: string | undefined;
  fields: OtlpObject;
}

export interface EventConversation {
  inputs: Message[];
  outputs: Message[];
  /** What a tool was given, and what it gave. */
  toolInput: OtlpValue | undefined;
  toolOutput: OtlpValue | undefined;
}

/** The conversation in the events of a span. */
export const conversationOfEvents = (events: OtlpEvent[]): EventConversation =>
  conversationOf(
    events
      .filter(({ name }) => roleOfEvent[name] !== undefined)
      .map(({ name, attributes }) => ({ role: roleOfEvent[name], fields: bodyOf(attributes) })),
  );

/** The conversation in a list of events, such as Logfire and Pydantic AI write into an attribute. */
export function conversationOfList(value: OtlpValue): EventConversation | undefined {
  const list = parsed(value);
  if (!Array.isArray(list)) return undefined;
  return conversationOf(
    list.filter(isObject).map((fields) => {
      const named = roleOfEvent[asText(fields['event.name']) ?? ''];
      const isChoice = fields['index'] !== undefined && fields['message'] !== undefined;
      return { role: named ?? (isChoice ? 'choice' : undefined), fields };
    }),
  );
}

/** Azure's instrumentation writes the body as JSON into one attribute. */
function bodyOf(attributes: OtlpObject): OtlpObject {
  const inner = parsed(attributes['gen_ai.event.content'] ?? null);
  return isObject(inner) ? { ...attributes, ...inner } : attributes;
}

function conversationOf(bodies: Body[]): EventConversation {
  const inputs: Message[] = [];
  const outputs: Message[] = [];
  let toolInput: OtlpValue | undefined;
  let toolOutput: OtlpValue | undefined;
  for (const { role, fields } of bodies) {
    if (role === 'choice') {
      outputs.push(...choiceMessages(fields));
      toolOutput = choiceText(fields['message'] ?? fields['content'] ?? null);
    } else {
      inputs.push(...(readMessage(fields, role) ?? []));
      if (role === 'tool') toolInput = parsed(fields['content'] ?? null);
    }
  }
  if (outputs.length === 0) outputs.unshift(...trailingAnswers(inputs));
  return { inputs, outputs, toolInput, toolOutput };
}

function choiceMessages(fields: OtlpObject): Message[] {
  const message = parsed(fields['message'] ?? null);
  const finish = asText(fields['finish_reason']);
  const inner: OtlpObject = isObject(message)
    ? { ...message }
    : { content: message ?? fields['content'] ?? '' };
  if (finish !== undefined) inner['finish_reason'] = finish;
  inner['tool_calls'] ??= fields['tool_calls'] ?? null;
  return readMessage(inner, 'assistant') ?? [];
}

function choiceText(message: OtlpValue): OtlpValue {
  const value = parsed(message);
  if (isObject(value) && value['content'] !== undefined) return value['content'];
  return Array.isArray(value) ? resultText(value) : value;
}

/** Without a choice, what the assistant said last is the answer. */
function trailingAnswers(inputs: Message[]): Message[] {
  let from = inputs.length;
  while (from > 0 && inputs[from - 1]!.role === 'assistant') from -= 1;
  return inputs.splice(from);
}
