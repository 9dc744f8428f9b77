import type { OtlpObject, OtlpValue } from '../span.ts';
import { asText, firstText, isObject, parsedTwice } from './values.ts';

/** A piece of a message's content. */
export type Block =
  | { type: 'text'; text: string }
  | { type: 'reasoning'; text: string }
  | MediaBlock
  | { type: 'json'; value: OtlpValue };

/** Something that is not text: base64 in `data`, an address in `url`, or the id of a stored file. */
export interface MediaBlock {
  type: 'image' | 'audio' | 'file';
  mime_type?: string;
  data?: string;
  url?: string;
  file_id?: string;
  filename?: string;
}

export interface ToolCall {
  type: 'tool_call';
  id?: string;
  name: string;
  /** An object when it is one, text when it cannot be read. */
  args: OtlpValue;
}

export interface ReadPart {
  block?: Block;
  call?: ToolCall;
  result?: { id?: string; name?: string; result: OtlpValue };
}

type PartReader = (part: OtlpObject) => ReadPart | undefined;

const text: PartReader = (part) => {
  const words = part['content'] ?? part['text'];
  return typeof words === 'string' ? { block: { type: 'text', text: words } } : undefined;
};

const reasoning: PartReader = (part) => {
  const words = firstText(part['content'], part['thinking'], part['text'], part['reasoning']);
  return words === undefined ? {} : { block: { type: 'reasoning', text: words } };
};

const call: PartReader = (part) => {
  const name = firstText(part['name'], part['toolName'], part['tool_name']);
  if (name === undefined) return undefined;
  const id = firstText(part['id'], part['toolCallId'], part['call_id']);
  const given = part['arguments'] ?? part['input'] ?? part['args'] ?? null;
  const read: ToolCall = { type: 'tool_call', name, args: parsedTwice(given) };
  return { call: id === undefined ? read : { ...read, id } };
};

const resultKeys = ['response', 'result', 'output', 'content'] as const;

const result: PartReader = (part) => {
  const id = firstText(part['id'], part['tool_use_id'], part['toolCallId'], part['call_id']);
  const name = firstText(part['name'], part['toolName']);
  const key = resultKeys.find((candidate) => part[candidate] !== undefined);
  const found = key === undefined ? null : part[key]!;
  // The AI SDK wraps what a tool returned: {type: 'json', value: …}.
  const bare = isObject(found) && 'value' in found && 'type' in found ? found['value']! : found;
  return {
    result: { result: bare, ...(id !== undefined && { id }), ...(name !== undefined && { name }) },
  };
};

const media =
  (type: MediaBlock['type']): PartReader =>
  (part) => ({ block: mediaBlock(part, type) });

/** By the `type` of a part. */
const readers: Record<string, PartReader> = {
  __proto__: null as never,
  text,
  input_text: text,
  output_text: text,
  reasoning,
  thinking: reasoning,
  tool_call: call,
  'tool-call': call,
  tool_use: call,
  function_call: call,
  tool_call_response: result,
  'tool-result': result,
  tool_result: result,
  function_call_output: result,
  uri: media('file'),
  blob: media('file'),
  file: media('file'),
  document: media('file'),
  image: media('image'),
  image_url: media('image'),
  input_image: media('image'),
  'image-url': media('image'),
  audio: media('audio'),
  input_audio: media('audio'),
  binary: media('file'),
};

/** One part of a message in any of the dialects; undefined for what is none. */
export function readPart(written: OtlpObject): ReadPart | undefined {
  // OpenInference wraps each part in `message_content`.
  const part = isObject(written['message_content']) ? written['message_content'] : written;
  const type = asText(part['type']);
  const typed = type === undefined ? undefined : readers[type]?.(part);
  return typed ?? untypedPart(part);
}

/** Parts without a type: Gemini, Bedrock, Strands, and bare text. */
function untypedPart(part: OtlpObject): ReadPart | undefined {
  const called = part['function_call'] ?? part['functionCall'] ?? part['toolUse'];
  if (isObject(called)) return call({ ...called, id: called['id'] ?? called['toolUseId'] ?? null });
  const answered = part['function_response'] ?? part['functionResponse'] ?? part['toolResult'];
  if (isObject(answered)) {
    return result({ ...answered, id: answered['id'] ?? answered['toolUseId'] ?? null });
  }
  const inline = part['inline_data'] ?? part['inlineData'];
  if (isObject(inline)) return { block: mediaBlock(inline, 'file') };
  const stored = part['file_data'] ?? part['fileData'];
  if (isObject(stored)) return { block: mediaBlock(stored, 'file') };
  if (typeof part['text'] !== 'string') return undefined;
  return part['thought'] === true ? reasoning(part) : text(part);
}

/** Places where dialects keep the bytes or the address. */
const places = ['image', 'image_url', 'input_audio', 'audio', 'source', 'file'] as const;

function mediaBlock(part: OtlpObject, fallback: MediaBlock['type']): MediaBlock {
  const found = places.map((key) => part[key]).find((value) => (value ?? null) !== null);
  // OpenInference nests once more: {image: {image: {url}}}.
  const inner = isObject(found) && isObject(found['image']) ? found['image'] : found;
  const source = isObject(inner) ? { ...part, ...inner } : part;
  const block: MediaBlock = { type: familyOf(source, fallback) };
  const mimeType = mimeTypeOf(source);
  if (mimeType !== undefined) block.mime_type = mimeType;
  const filename = firstText(source['filename'], source['file_name'], source['display_name']);
  if (filename !== undefined) block.filename = filename;
  const address = firstText(typeof inner === 'string' ? inner : undefined, ...addressesOf(source));
  const bytes = firstText(source['data'], source['base64'], blobContent(source));
  if (address !== undefined && /^(https?|gs|s3|data|file):/i.test(address)) block.url = address;
  else if (bytes !== undefined) block.data = bytes;
  else if (address !== undefined) block.data = address;
  const fileId = firstText(source['file_id'], source['fileId']);
  if (fileId !== undefined) block.file_id = fileId;
  return block;
}

const addressesOf = (source: OtlpObject): unknown[] => [
  source['uri'],
  source['url'],
  source['file_uri'],
  source['fileUri'],
  source['image'],
];

const blobContent = (source: OtlpObject): unknown =>
  source['type'] === 'blob' || source['type'] === 'binary' ? source['content'] : undefined;

const mimeTypeOf = (source: OtlpObject): string | undefined =>
  firstText(
    source['mime_type'],
    source['mimeType'],
    source['media_type'],
    source['mediaType'],
    typeof source['format'] === 'string' ? `audio/${source['format']}` : undefined,
  );

function familyOf(source: OtlpObject, fallback: MediaBlock['type']): MediaBlock['type'] {
  const word = firstText(source['modality'], mimeTypeOf(source)?.split('/')[0]);
  return word === 'image' || word === 'audio' ? word : fallback;
}
