import { isObject, parsedIfJson, textOf } from './chat.ts';
import type { ChatBlock, JsonObject, Media } from './chat.ts';
import { mediaOfUrl } from './media.ts';

/** The blocks of a message's content: text, a list of parts, or whatever else stands there. */
export function blocksOf(content: unknown): ChatBlock[] {
  if (content === null || content === undefined || content === '') return [];
  if (typeof content === 'string') return [{ kind: 'text', text: content }];
  if (Array.isArray(content)) return content.flatMap((part) => blocksOf(part));
  if (isObject(content)) return [blockOf(content)];
  return [{ kind: 'json', value: content }];
}

/** One part in any of the dialects; unknown ones stay visible as JSON. */
export function blockOf(part: JsonObject): ChatBlock {
  const type = textOf(part['type']);
  const typed =
    type === undefined ? undefined : (partReaders[type] ?? readerByEnding(type))?.(part);
  return typed ?? geminiPart(part) ?? bareText(part) ?? { kind: 'json', value: part };
}

type PartReader = (part: JsonObject) => ChatBlock | undefined;

/** `content` is what OpenTelemetry's conventions call it. */
const text: PartReader = (part) => {
  const value = part['text'] ?? part['content'];
  return typeof value === 'string' ? { kind: 'text', text: value } : undefined;
};

const thinking: PartReader = (part) => {
  const words = part['thinking'] ?? part['reasoning'] ?? part['text'] ?? part['content'];
  if (typeof words === 'string') return { kind: 'thinking', text: words };
  if (Array.isArray(part['summary'])) {
    const lines = part['summary'].map((line) =>
      isObject(line) ? textOf(line['text']) : undefined,
    );
    return { kind: 'thinking', text: lines.filter(Boolean).join('\n\n') };
  }
  return { kind: 'thinking', text: '' };
};

const toolCall: PartReader = (part) => {
  const name = textOf(part['name']) ?? textOf(part['toolName']);
  if (name === undefined) return undefined;
  const input = part['input'] ?? part['args'] ?? part['arguments'];
  return call(part['call_id'] ?? part['toolCallId'] ?? part['id'], name, input);
};

const toolResult: PartReader = (part) => {
  const { value, isError } = resultValue(
    part['content'] ?? part['output'] ?? part['result'] ?? part['response'] ?? null,
  );
  return {
    kind: 'toolResult',
    ...withId(
      'callId',
      part['tool_use_id'] ??
        part['tool_call_id'] ??
        part['toolCallId'] ??
        part['call_id'] ??
        part['id'],
    ),
    ...withId('name', part['toolName'] ?? part['name']),
    output: parsedIfJson(value),
    isError: isError || part['is_error'] === true || part['isError'] === true,
  };
};

const outputTypes = new Set([
  'text',
  'json',
  'content',
  'error-text',
  'error-json',
  'execution-denied',
]);

/** The Vercel AI SDK wraps results since its version 5: `{type: 'json', value}`. */
function resultValue(output: unknown): { value: unknown; isError: boolean } {
  if (!isObject(output) || !outputTypes.has(textOf(output['type']) ?? '')) {
    return { value: output, isError: false };
  }
  const isError =
    output['type'] !== 'text' && output['type'] !== 'json' && output['type'] !== 'content';
  return { value: output['value'] ?? output['reason'] ?? output, isError };
}

/** The parts of a tool's turn that the Vercel AI SDK keeps in one: the call, and its result when it is there. */
function uiTool(part: JsonObject, name: string): ChatBlock {
  const output = part['output'] ?? part['errorText'];
  const called = call(part['toolCallId'], name, part['input'] ?? part['args']);
  if (called.kind !== 'toolCall' || output === undefined) return called;
  const isError = typeof part['errorText'] === 'string';
  return { ...called, result: { kind: 'toolResult', output, isError } };
}

/** Tools of providers have types of their own: `mcp_tool_use`, `web_search_tool_result`, `tool-getWeather`. */
function readerByEnding(type: string): PartReader | undefined {
  if (type.startsWith('tool-')) return (part) => uiTool(part, type.slice('tool-'.length));
  if (type.endsWith('_tool_result')) return toolResult;
  return type.endsWith('_tool_use') ? toolCall : undefined;
}

/** A plain text document has its text where others have base64. */
const document: PartReader = (part) => {
  const source = part['source'];
  if (!isObject(source)) return mediaBlock(part, '');
  if (source['type'] === 'text') return text({ text: source['data'] });
  if (source['type'] === 'content') return blocksOf(source['content'])[0];
  return mediaBlock(part, '');
};

/** Bytes or an address with their kind beside them, as OpenTelemetry's conventions have it. */
const blob: PartReader = (part) => {
  const mimeType = textOf(part['mime_type']) ?? `${textOf(part['modality']) ?? ''}/`;
  const content = textOf(part['content']);
  const uri = textOf(part['uri']);
  if (content !== undefined) {
    return { kind: 'media', media: mediaOfUrl(content) ?? { mimeType, base64: content } };
  }
  return uri === undefined ? undefined : { kind: 'media', media: { mimeType, url: uri } };
};

const image: PartReader = (part) => mediaBlock(part, 'image/');
const audio: PartReader = (part) => mediaBlock(part, 'audio/');
const file: PartReader = (part) => mediaBlock(part, '');

const refusal: PartReader = (part) => {
  const words = textOf(part['refusal']);
  return words === undefined ? undefined : { kind: 'refusal', text: words };
};

/** By the `type` of a part: OpenAI (chat, Responses), Anthropic, LangChain, Vercel AI SDK. */
const partReaders: Record<string, PartReader> = {
  __proto__: null as never,
  text,
  input_text: text,
  output_text: text,
  text_delta: text,
  thinking,
  reasoning: thinking,
  redacted_thinking: () => ({ kind: 'thinking', text: '' }),
  refusal,
  tool_use: toolCall,
  server_tool_use: toolCall,
  tool_call: toolCall,
  'tool-call': toolCall,
  function_call: toolCall,
  tool_result: toolResult,
  'tool-result': toolResult,
  function_call_output: toolResult,
  image,
  image_url: image,
  input_image: image,
  audio,
  input_audio: audio,
  file,
  input_file: file,
  document,
  blob,
  uri: blob,
  tool_call_response: toolResult,
  tool_search_result: toolResult,
  server_tool_call: toolCall,
  server_tool_result: toolResult,
  'dynamic-tool': (part) => uiTool(part, textOf(part['toolName']) ?? 'tool'),
  media: file,
};

function bareText(part: JsonObject): ChatBlock | undefined {
  return Object.keys(part).length === 1 ? text(part) : undefined;
}

/** Parts without a `type`: Gemini, in the spelling of its REST API and of its Python client. */
function geminiPart(part: JsonObject): ChatBlock | undefined {
  const called = part['functionCall'] ?? part['function_call'];
  if (isObject(called) && typeof called['name'] === 'string') {
    return call(called['id'], called['name'], called['args']);
  }
  const answered = part['functionResponse'] ?? part['function_response'];
  if (isObject(answered)) {
    return {
      kind: 'toolResult',
      ...withId('callId', answered['id']),
      ...withId('name', answered['name']),
      output: answered['response'] ?? null,
      isError: false,
    };
  }
  const inline = part['inlineData'] ?? part['inline_data'];
  if (isObject(inline)) {
    const mimeType = textOf(inline['mimeType'] ?? inline['mime_type']) ?? '';
    const base64 = textOf(inline['data']) ?? '';
    return { kind: 'media', media: mediaOfUrl(base64) ?? { mimeType, base64 } };
  }
  const code = part['executableCode'] ?? part['executable_code'];
  if (isObject(code)) return call(code['id'], 'code', code['code']);
  const ran = part['codeExecutionResult'] ?? part['code_execution_result'];
  if (isObject(ran)) {
    const outcome = textOf(ran['outcome']) ?? '';
    const isError = outcome !== '' && !outcome.endsWith('OK');
    return { kind: 'toolResult', name: 'code', output: ran['output'] ?? null, isError };
  }
  const stored = part['fileData'] ?? part['file_data'];
  if (isObject(stored)) {
    const url = textOf(stored['fileUri'] ?? stored['file_uri']) ?? '';
    const mimeType = textOf(stored['mimeType'] ?? stored['mime_type']) ?? '';
    return { kind: 'media', media: { mimeType, url } };
  }
  if (part['thought'] === true) return thinking(part);
  return 'text' in part && part['type'] === undefined ? text(part) : undefined;
}

/** Calls beside the content: `tool_calls` and the older `function_call` of OpenAI and LangChain. */
export function toolCallsOf(message: JsonObject): ChatBlock[] {
  const blocks: ChatBlock[] = [];
  const listed = message['tool_calls'] ?? message['toolCalls'];
  for (const entry of Array.isArray(listed) ? listed : []) {
    if (!isObject(entry)) continue;
    const inner = isObject(entry['function']) ? entry['function'] : entry;
    const name = textOf(inner['name'] ?? inner['toolName']);
    const input = inner['arguments'] ?? inner['args'] ?? inner['input'];
    if (name === undefined) blocks.push({ kind: 'json', value: entry });
    else blocks.push(call(entry['id'] ?? entry['toolCallId'], name, input));
  }
  const single = message['function_call'];
  if (isObject(single) && typeof single['name'] === 'string') {
    blocks.push(call(undefined, single['name'], single['arguments']));
  }
  return blocks;
}

function call(id: unknown, name: string, input: unknown): ChatBlock {
  return { kind: 'toolCall', ...withId('id', id), name, input: parsedIfJson(input ?? {}) };
}

function withId<K extends string>(key: K, id: unknown): { [P in K]?: string } {
  return (typeof id === 'string' && id !== '' ? { [key]: id } : {}) as { [P in K]?: string };
}

/** Bytes or an address, in the several places where dialects keep them. */
function mediaBlock(part: JsonObject, family: string): ChatBlock | undefined {
  const inner = [part['source'], part['image_url'], part['input_audio'], part['file'], part];
  for (const place of inner) {
    const media = typeof place === 'string' ? mediaOfUrl(place, family) : mediaIn(place, family);
    if (media) {
      const label = textOf(part['filename'] ?? part['title'] ?? part['name']) ?? media.label;
      return { kind: 'media', media: label === undefined ? media : { ...media, label } };
    }
  }
  return undefined;
}

const addressKeys = [
  'base64',
  'url',
  'image_url',
  'file_url',
  'file_data',
  'image',
  'data',
  'file_id',
];

function mediaIn(place: unknown, family: string): Media | undefined {
  if (!isObject(place)) return undefined;
  const mimeType =
    textOf(place['media_type'] ?? place['mime_type'] ?? place['mimeType'] ?? place['mediaType']) ??
    (typeof place['format'] === 'string' ? `${family}${place['format']}` : family);
  const label = textOf(place['filename']);
  for (const key of addressKeys) {
    const value = place[key];
    if (typeof value !== 'string' || value === '') continue;
    const media = mediaOfUrl(value, mimeType) ?? bytesOrId(key, value, mimeType);
    if (media) return label === undefined ? media : { ...media, label };
  }
  return undefined;
}

function bytesOrId(key: string, value: string, mimeType: string): Media | undefined {
  if (key === 'file_id') return { mimeType, label: value };
  return key === 'url' || key === 'image_url' ? undefined : { mimeType, base64: value };
}
