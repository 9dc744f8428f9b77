import { invalid } from './refusal.ts';
import { addWarning, compactJson, cutText, isObject } from './text.ts';
import type { Clean, JsonObject } from './text.ts';

export const maxTags = 1000;
export const maxTagLength = 256;
export const maxMetadataEntries = 256;
export const maxMetadataLength = 256;

/** Tags without repetition; too many or too long ones are left out with a warning. */
export function readTags(value: unknown, clean: Clean, warnings: string[]): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw invalid('tags is not a list');
  if (value.length === 0) return undefined;
  const tags = new Set<string>();
  for (const tag of value as unknown[]) {
    if (typeof tag !== 'string') throw invalid('tags holds something that is not text');
    if (tag.length > maxTagLength || tags.size >= maxTags) addWarning(warnings, 'tags_left_out');
    else tags.add(clean(tag));
  }
  return [...tags];
}

/** Keys under which SDKs and frameworks name the thread, by precedence. */
const threadKeys = ['session_id', 'thread_id', 'conversation_id'] as const;

export interface MetadataReading {
  metadata?: Record<string, string>;
  threadId?: string;
  model?: string;
}

/** What `extra` says for lists and filters; `extra` itself is kept whole as a payload. */
export function readExtra(extra: unknown, clean: Clean, warnings: string[]): MetadataReading {
  if (!isObject(extra)) return {};
  const reading: MetadataReading = {};
  const source = isObject(extra['metadata']) ? extra['metadata'] : undefined;
  if (source) {
    const metadata = readMetadata(source, clean, warnings);
    if (metadata) reading.metadata = metadata;
    const threadId = readThreadId(source, clean);
    if (threadId !== undefined) reading.threadId = threadId;
  }
  const model = readModel(source, extra['invocation_params'], clean);
  if (model !== undefined) reading.model = model;
  return reading;
}

function readMetadata(
  source: JsonObject,
  clean: Clean,
  warnings: string[],
): Record<string, string> | undefined {
  const metadata: Record<string, string> = {};
  let size = 0;
  for (const key of Object.keys(source)) {
    const value = source[key];
    // Usage is read into columns of its own.
    if (value === null || key === 'usage_metadata') continue;
    const name = clean(key);
    if (size >= maxMetadataEntries || name.length > maxMetadataLength) {
      addWarning(warnings, 'metadata_cut');
      continue;
    }
    const text = metadataText(value, clean, warnings);
    // Assigning to this key would set the prototype instead.
    if (name === '__proto__') defineOwn(metadata, name, text);
    else metadata[name] = text;
    size += 1;
  }
  return size > 0 ? metadata : undefined;
}

function metadataText(value: unknown, clean: Clean, warnings: string[]): string {
  if (typeof value === 'string') {
    // Filters compare whole values, so that a cut one is worth a warning; a cut object is not: its
    // text was never meant to be compared.
    if (value.length > maxMetadataLength) addWarning(warnings, 'metadata_cut');
    return clean(cutText(value, maxMetadataLength));
  }
  if (typeof value === 'object') {
    return clean(cutText(compactJson(value, maxMetadataLength), maxMetadataLength));
  }
  return JSON.stringify(value);
}

function defineOwn(target: object, key: string, value: string): void {
  Object.defineProperty(target, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function readThreadId(metadata: JsonObject, clean: Clean): string | undefined {
  for (const key of threadKeys) {
    const value = metadata[key];
    if (typeof value === 'string' && value !== '') {
      return clean(value.slice(0, maxMetadataLength));
    }
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}

function readModel(
  metadata: JsonObject | undefined,
  invocation: unknown,
  clean: Clean,
): string | undefined {
  const named = metadata?.['ls_model_name'];
  if (isName(named)) return shortName(named, clean);
  if (!isObject(invocation)) return undefined;
  const found = [invocation['model'], invocation['model_name']].find(isName);
  return found === undefined ? undefined : shortName(found, clean);
}

const isName = (value: unknown): value is string => typeof value === 'string' && value !== '';
const shortName = (text: string, clean: Clean): string => clean(cutText(text, maxMetadataLength));
