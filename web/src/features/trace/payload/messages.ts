import { blocksOf, blockOf, toolCallsOf } from './blocks.ts';
import { isObject, isRole, parsedIfJson, roleOf, textOf } from './chat.ts';
import type { ChatBlock, ChatMessage, JsonObject } from './chat.ts';

/** A payload that holds a conversation, and what else it holds (model, tools, parameters). */
export interface Conversation {
  messages: ChatMessage[];
  rest: JsonObject;
}

/** The messages of a run's inputs; undefined when they hold none. */
export function inputMessages(payload: unknown): Conversation | undefined {
  const value = unwrapLangChain(payload);
  if (Array.isArray(value)) return conversation(messageList(value), {});
  if (!isObject(value)) return undefined;
  return (
    geminiInputs(value) ??
    listUnder(value, ['messages', 'chat_history', 'input', 'prompt', 'inputs'])
  );
}

/** The messages of a run's outputs: a completion, generations, a message, or a whole state. */
export function outputMessages(payload: unknown): Conversation | undefined {
  const value = unwrapLangChain(payload);
  if (Array.isArray(value)) return conversation(messageList(value), {});
  if (!isObject(value)) return undefined;
  return (
    choices(value) ??
    generations(value) ??
    candidates(value) ??
    single(value) ??
    listUnder(value, ['messages', 'output', 'outputs', 'message', 'response'])
  );
}

function conversation(
  messages: ChatMessage[] | undefined,
  rest: JsonObject,
): Conversation | undefined {
  return messages && messages.length > 0 ? { messages, rest } : undefined;
}

function without(value: JsonObject, keys: string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

/** The first of `keys` that holds messages. Anthropic keeps `system`, Responses `instructions`, beside them. */
function listUnder(value: JsonObject, keys: string[]): Conversation | undefined {
  for (const key of keys) {
    if (!Object.hasOwn(value, key)) continue;
    const inner = unwrapLangChain(value[key]);
    const list = Array.isArray(inner) ? messageList(inner) : isObject(inner) && oneMessage(inner);
    if (!list || (Array.isArray(list) && list.length === 0)) continue;
    const messages = Array.isArray(list) ? list : [list];
    const beside = value['system'] ?? value['instructions'];
    const blocks = blocksOf(beside);
    if (blocks.length > 0) messages.unshift({ role: 'system', roleText: 'system', blocks });
    return { messages, rest: without(value, [key, 'system', 'instructions']) };
  }
  return undefined;
}

/** Messages of a list, where most of its entries are some; `[[…]]` is LangChain's list of batches. */
function messageList(list: unknown[]): ChatMessage[] | undefined {
  if (list.length === 1 && Array.isArray(list[0]) && !isTuple(list[0])) return messageList(list[0]);
  const messages = list.map((entry) => oneMessage(unwrapLangChain(entry)));
  const isConversation = list.length > 0 && messages.every((message) => message !== undefined);
  return isConversation ? messages : undefined;
}

function isTuple(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && isRole(value[0]) && !isObject(value[1]);
}

/** One message in any dialect; undefined for everything else. */
export function oneMessage(value: unknown): ChatMessage | undefined {
  if (isTuple(value)) {
    const word = value[0].toLowerCase();
    return { role: roleOf(word), roleText: word, blocks: blocksOf(value[1]) };
  }
  if (!isObject(value)) return undefined;
  return roleMessage(value) ?? langChainDict(value) ?? responsesItem(value);
}

/** `{role, content}` of OpenAI, Anthropic, Vercel; `{role, parts}` of Gemini. */
function roleMessage(value: JsonObject): ChatMessage | undefined {
  const role = textOf(value['role']);
  if (role === undefined || role === '' || role.length > 40) return undefined;
  const content = value['content'] ?? value['parts'];
  const calls = toolCallsOf(value);
  if (content === undefined && calls.length === 0 && !('content' in value)) return undefined;
  return message(role.toLowerCase(), value, content, calls);
}

/** Fields around the content that all dialects with a `role` or `type` share. */
function message(
  word: string,
  value: JsonObject,
  content: unknown,
  calls: ChatBlock[],
): ChatMessage {
  const role = roleOf(word);
  const reasoning = textOf(value['reasoning_content'] ?? value['reasoning']);
  const thought: ChatBlock[] = reasoning ? [{ kind: 'thinking', text: reasoning }] : [];
  const refused = textOf(value['refusal']);
  const refusal: ChatBlock[] = refused ? [{ kind: 'refusal', text: refused }] : [];
  const name = textOf(value['name']);
  const toolCallId = textOf(value['tool_call_id'] ?? value['toolCallId']);
  // LangChain repeats Anthropic's tool_use parts as tool_calls: each call is shown once.
  const own = blocksOf(content);
  const seen = new Set(own.map((block) => (block.kind === 'toolCall' ? block.id : undefined)));
  const extra = calls.filter(
    (block) => block.kind !== 'toolCall' || !block.id || !seen.has(block.id),
  );
  const blocks = [...thought, ...own, ...spokenBlocks(value['audio']), ...refusal, ...extra];
  return {
    role,
    roleText: word,
    ...(name ? { name } : {}),
    ...(toolCallId ? { toolCallId } : {}),
    blocks: role === 'tool' ? [resultBlock(blocks, content, value, toolCallId, name)] : blocks,
  };
}

/** An answer that OpenAI spoke: its transcript and its sound. */
function spokenBlocks(audio: unknown): ChatBlock[] {
  if (!isObject(audio)) return [];
  const sound = textOf(audio['data']);
  return [
    ...blocksOf(audio['transcript']),
    ...(sound === undefined
      ? []
      : [blockOf({ type: 'audio', data: sound, mime_type: 'audio/wav' })]),
  ];
}

/** A tool message is one result, whatever its content is made of. */
function resultBlock(
  blocks: ChatBlock[],
  content: unknown,
  value: JsonObject,
  callId: string | undefined,
  name: string | undefined,
): ChatBlock {
  if (blocks.length === 1 && blocks[0]!.kind === 'toolResult') return blocks[0]!;
  const onlyText = blocks.length === 1 && blocks[0]!.kind === 'text' ? blocks[0]!.text : undefined;
  return {
    kind: 'toolResult',
    ...(callId ? { callId } : {}),
    ...(name ? { name } : {}),
    output: parsedIfJson(onlyText ?? content ?? null),
    isError: value['status'] === 'error',
  };
}

/** `{type: 'human', content}` and `{type: 'human', data: {content}}`. */
function langChainDict(value: JsonObject): ChatMessage | undefined {
  const type = textOf(value['type']);
  if (type === undefined) return undefined;
  const word = langChainWords[type] ?? type.toLowerCase();
  if (!isRole(word)) return undefined;
  const inner = isObject(value['data']) ? value['data'] : value;
  if (!('content' in inner)) return undefined;
  return message(word, inner, inner['content'], langChainCalls(inner));
}

const langChainWords: Record<string, string> = {
  __proto__: null as never,
  HumanMessage: 'human',
  HumanMessageChunk: 'human',
  AIMessage: 'ai',
  AIMessageChunk: 'ai',
  SystemMessage: 'system',
  ToolMessage: 'tool',
  FunctionMessage: 'function',
};

function langChainCalls(inner: JsonObject): ChatBlock[] {
  const calls = toolCallsOf(inner);
  const kwargs = inner['additional_kwargs'];
  return calls.length > 0 || !isObject(kwargs) ? calls : toolCallsOf(kwargs);
}

/** `{lc: 1, type: 'constructor', id: […, 'HumanMessage'], kwargs}` as `{type, …kwargs}`. */
function unwrapLangChain(value: unknown): unknown {
  if (!isObject(value) || value['lc'] !== 1 || !isObject(value['kwargs'])) return value;
  const id = value['id'];
  const className = Array.isArray(id) ? textOf(id.at(-1)) : undefined;
  if (className === undefined) return value;
  if (className === 'ChatPromptValue') return value['kwargs']['messages'];
  const role = className === 'ChatMessage' ? textOf(value['kwargs']['role']) : undefined;
  return { ...value['kwargs'], type: role ?? className };
}

/** Items of OpenAI's Responses API that are no messages. */
function responsesItem(value: JsonObject): ChatMessage | undefined {
  const type = textOf(value['type']);
  if (type === 'function_call' || type === 'reasoning') {
    return { role: 'assistant', roleText: 'assistant', blocks: [blockOf(value)] };
  }
  if (type === 'function_call_output') {
    return { role: 'tool', roleText: 'tool', blocks: [blockOf(value)] };
  }
  return type === undefined ? undefined : providerTool(value, type);
}

const callItem = /^(\w+)_call(_output)?$/;

/** Tools that OpenAI runs itself (`web_search_call`, `mcp_call`, `code_interpreter_call`) and the caller's own. */
function providerTool(value: JsonObject, type: string): ChatMessage | undefined {
  const [, family, isOutput] = callItem.exec(type) ?? [];
  if (family === undefined) return undefined;
  if (isOutput)
    return { role: 'tool', roleText: 'tool', blocks: [blockOf({ ...value, type: 'tool_result' })] };
  const name = textOf(value['name']) ?? family;
  const input =
    value['arguments'] ?? value['input'] ?? value['action'] ?? value['code'] ?? value['queries'];
  const [called] = toolCallsOf({
    tool_calls: [{ id: value['call_id'] ?? value['id'], name, input }],
  });
  if (called?.kind !== 'toolCall') return undefined;
  const output =
    value['output'] ?? value['outputs'] ?? value['results'] ?? value['result'] ?? value['error'];
  const isError = value['error'] !== undefined && value['error'] !== null;
  const result =
    output === undefined || output === null
      ? {}
      : { result: { kind: 'toolResult' as const, output: parsedIfJson(output), isError } };
  return { role: 'assistant', roleText: 'assistant', blocks: [{ ...called, ...result }] };
}

function choices(value: JsonObject): Conversation | undefined {
  const list = value['choices'];
  if (!Array.isArray(list)) return undefined;
  const messages = list.flatMap((choice: unknown, index) => {
    if (!isObject(choice)) return [];
    const inner = choice['message'] ?? choice['delta'];
    const written = oneMessage(inner) ?? completion(choice['text']);
    return written ? [{ ...written, ...noteOf(list.length, index, choice['finish_reason']) }] : [];
  });
  return conversation(messages, without(value, ['choices']));
}

function completion(text: unknown): ChatMessage | undefined {
  if (typeof text !== 'string') return undefined;
  return { role: 'assistant', roleText: 'assistant', blocks: blocksOf(text) };
}

/** What is worth saying about an answer: which of several, and an unusual end. */
function noteOf(count: number, index: number, finish: unknown): { note?: string } {
  const words: string[] = [];
  if (count > 1) words.push(`choice ${index + 1} of ${count}`);
  const usual = ['stop', 'STOP', 'end_turn', 'tool_calls', 'tool_use', 'stop_sequence'];
  if (typeof finish === 'string' && !usual.includes(finish)) words.push(`ended by ${finish}`);
  return words.length > 0 ? { note: words.join(', ') } : {};
}

/** LangChain: `generations: [[{text, message}]]`, or flat. */
function generations(value: JsonObject): Conversation | undefined {
  const outer = value['generations'];
  if (!Array.isArray(outer)) return undefined;
  const list = outer.flat() as unknown[];
  const messages = list.flatMap((generation, index) => {
    if (!isObject(generation)) return [];
    const written =
      oneMessage(unwrapLangChain(generation['message'])) ?? completion(generation['text']);
    const about = generation['generation_info'] ?? generation['generationInfo'];
    const finish = isObject(about) ? about['finish_reason'] : undefined;
    return written ? [{ ...written, ...noteOf(list.length, index, finish) }] : [];
  });
  return conversation(messages, without(value, ['generations']));
}

/** Gemini's answers. */
function candidates(value: JsonObject): Conversation | undefined {
  const list = value['candidates'];
  if (!Array.isArray(list)) return undefined;
  const messages = list.flatMap((candidate: unknown, index) => {
    if (!isObject(candidate)) return [];
    const content = candidate['content'];
    const parts = isObject(content) ? content['parts'] : content;
    const finish = candidate['finishReason'] ?? candidate['finish_reason'];
    const blocks = blocksOf(parts);
    if (blocks.length === 0) return [];
    const about = noteOf(list.length, index, finish);
    return [{ role: 'assistant', roleText: 'model', blocks, ...about } satisfies ChatMessage];
  });
  return conversation(messages, without(value, ['candidates']));
}

/** Gemini's questions: `contents` (text, one content or many) and a system instruction. */
function geminiInputs(value: JsonObject): Conversation | undefined {
  const contents = value['contents'];
  if (contents === undefined || contents === null) return undefined;
  const list = (Array.isArray(contents) ? contents : [contents]) as unknown[];
  const messages = list.map((content): ChatMessage => {
    const read = oneMessage(content);
    if (read) return read;
    const parts = isObject(content) && 'parts' in content ? content['parts'] : content;
    return { role: 'user', roleText: 'user', blocks: blocksOf(parts) };
  });
  const config = value['config'] ?? value['generationConfig'];
  const instruction =
    value['systemInstruction'] ??
    value['system_instruction'] ??
    (isObject(config) ? (config['systemInstruction'] ?? config['system_instruction']) : undefined);
  const parts =
    isObject(instruction) && 'parts' in instruction ? instruction['parts'] : instruction;
  const blocks = blocksOf(parts);
  if (blocks.length > 0) messages.unshift({ role: 'system', roleText: 'system', blocks });
  return conversation(messages, without(value, ['contents', 'systemInstruction']));
}

const messageKeys = [
  'role',
  'content',
  'parts',
  'tool_calls',
  'toolCalls',
  'function_call',
  'refusal',
  'reasoning_content',
  'reasoning',
  'audio',
  'name',
  'tool_call_id',
];

/** Outputs that are one message: wrapped SDKs, LangChain, Anthropic's answer, Vercel's result. */
function single(value: JsonObject): Conversation | undefined {
  const written = oneMessage(value);
  if (written) {
    const isAnswer = value['type'] === 'message';
    const note = noteOf(1, 0, value['stop_reason'] ?? value['finish_reason']);
    const rest = without(value, [...messageKeys, ...(isAnswer ? ['type'] : [])]);
    return { messages: [{ ...written, ...note }], rest };
  }
  return vercelResult(value);
}

/** `{text, toolCalls, reasoning…}` of the Vercel AI SDK, and `{content: [part…]}` of its version 5 and later. */
function vercelResult(value: JsonObject): Conversation | undefined {
  const { content } = value;
  if (!('finishReason' in value) || !('text' in value || Array.isArray(content))) return undefined;
  const parts = Array.isArray(content) ? blocksOf(content) : blocksOf(value['text']);
  const thought = textOf(value['reasoning'] ?? value['reasoningText']);
  const hasThought = parts.some(({ kind }) => kind === 'thinking');
  const blocks: ChatBlock[] = [
    ...(thought && !hasThought ? [{ kind: 'thinking' as const, text: thought }] : []),
    ...parts,
    ...(parts.some(({ kind }) => kind === 'toolCall') ? [] : toolCallsOf(value)),
  ];
  const note = noteOf(
    1,
    0,
    value['finishReason'] === 'tool-calls' ? 'stop' : value['finishReason'],
  );
  return conversation(
    [{ role: 'assistant', roleText: 'assistant', blocks, ...note }],
    without(value, ['text', 'content', 'toolCalls', 'reasoning', 'reasoningText']),
  );
}
