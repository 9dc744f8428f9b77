import { isObject, parsedIfJson, textOf } from './chat.ts';
import type { JsonObject } from './chat.ts';
import { inputMessages, outputMessages } from './messages.ts';
import type { Conversation } from './messages.ts';

/** What a payload is, for showing it. */
export type PayloadShape =
  | { kind: 'empty' }
  | ({ kind: 'chat' } & Conversation)
  | { kind: 'documents'; documents: RetrievedDocument[]; rest: JsonObject }
  | { kind: 'text'; text: string }
  | { kind: 'entries'; entries: [string, unknown][] }
  | { kind: 'json'; value: unknown };

export interface RetrievedDocument {
  text: string;
  id?: string;
  source?: string;
  score?: number;
  metadata: JsonObject;
}

/** Decides how inputs or outputs are shown. Never throws: what it does not know is JSON. */
export function shapeOf(payload: unknown, side: 'inputs' | 'outputs'): PayloadShape {
  if (payload === null || payload === undefined) return { kind: 'empty' };
  if (typeof payload === 'string') return { kind: 'text', text: payload };
  if (isObject(payload) && Object.keys(payload).length === 0) return { kind: 'empty' };
  const chat = side === 'inputs' ? inputMessages(payload) : outputMessages(payload);
  if (chat) return { kind: 'chat', ...chat };
  const documents = documentsOf(payload);
  if (documents) return { kind: 'documents', ...documents };
  if (!isObject(payload)) return { kind: 'json', value: payload };
  return entriesOf(payload);
}

/** Wrappers such as `{output: 'text'}` are shown as what they hold. */
function entriesOf(payload: JsonObject): PayloadShape {
  const entries = Object.entries(payload);
  const [only] = entries;
  if (entries.length === 1 && only && isWrapperKey(only[0])) {
    const value = parsedIfJson(only[1]);
    if (typeof value === 'string') return { kind: 'text', text: value };
    if (isObject(value) && Object.keys(value).length > 0) {
      return { kind: 'entries', entries: Object.entries(value) };
    }
  }
  return { kind: 'entries', entries };
}

function isWrapperKey(key: string): boolean {
  return ['input', 'output', 'text', 'result', 'answer', 'question', 'query'].includes(key);
}

const listKeys = ['documents', 'docs', 'output', 'results', 'matches', 'source_documents'];

function documentsOf(
  payload: unknown,
): { documents: RetrievedDocument[]; rest: JsonObject } | undefined {
  if (Array.isArray(payload)) {
    const documents = documentList(payload);
    return documents && { documents, rest: {} };
  }
  if (!isObject(payload)) return undefined;
  for (const key of listKeys) {
    const documents = Array.isArray(payload[key]) ? documentList(payload[key]) : undefined;
    if (!documents) continue;
    const rest = Object.entries(payload).filter(([name]) => name !== key);
    return { documents, rest: Object.fromEntries(rest) };
  }
  return undefined;
}

function documentList(list: unknown[]): RetrievedDocument[] | undefined {
  const documents = list.map(documentOf);
  const isList = list.length > 0 && documents.every((document) => document !== undefined);
  return isList ? documents : undefined;
}

/** LangChain's Document (plain or serialised), the LangSmith convention, LlamaIndex's node. */
function documentOf(entry: unknown): RetrievedDocument | undefined {
  if (Array.isArray(entry) && entry.length === 2 && typeof entry[1] === 'number') {
    const document = documentOf(entry[0]);
    return document && { ...document, score: entry[1] };
  }
  if (!isObject(entry)) return undefined;
  const inner = firstObject(entry['kwargs'], entry['node'], entry['document']) ?? entry;
  const text = textOf(inner['page_content'] ?? inner['pageContent'] ?? retrievedText(inner));
  if (text === undefined) return undefined;
  const metadata = isObject(inner['metadata']) ? inner['metadata'] : {};
  const source = textOf(metadata['source'] ?? metadata['url'] ?? metadata['title']);
  const score = [entry['score'], metadata['score'], metadata['relevance_score']].find(
    (value): value is number => typeof value === 'number',
  );
  const id = textOf(inner['id'] ?? metadata['id']);
  return {
    text,
    metadata,
    ...(id === undefined ? {} : { id }),
    ...(source === undefined ? {} : { source }),
    ...(score === undefined ? {} : { score }),
  };
}

/** `text` alone is too common a key: a document also has a score, metadata or an embedding. */
function retrievedText(inner: JsonObject): unknown {
  return 'metadata' in inner || 'score' in inner ? (inner['text'] ?? inner['content']) : undefined;
}

function firstObject(...values: unknown[]): JsonObject | undefined {
  return values.find(isObject);
}
