/** A conversation as we show it, whatever dialect it was sent in. */
export interface ChatMessage {
  role: ChatRole;
  /** The role's own word, where it says more than `role`. */
  roleText: string;
  name?: string;
  /** The call a tool message answers, where the message as a whole says so. */
  toolCallId?: string;
  blocks: ChatBlock[];
  /** E.g. "choice 2", "stop". */
  note?: string;
}

export type ChatRole = 'system' | 'user' | 'assistant' | 'tool' | 'other';

export type ChatBlock =
  | { kind: 'text'; text: string }
  | { kind: 'thinking'; text: string }
  | { kind: 'refusal'; text: string }
  | { kind: 'toolCall'; id?: string; name: string; input: unknown; result?: ToolResult }
  | ToolResult
  | { kind: 'media'; media: Media }
  | { kind: 'json'; value: unknown };

export interface ToolResult {
  kind: 'toolResult';
  callId?: string;
  name?: string;
  output: unknown;
  isError: boolean;
}

/** Something that is not text: bytes in the payload, or an address. */
export interface Media {
  /** A type such as `image/png`; empty when nobody said. */
  mimeType: string;
  label?: string;
  /** Base64, without the `data:` head. */
  base64?: string;
  url?: string;
  /** The bytes were lifted out of the payload when it arrived; the run's `media` has a link to them. */
  stored?: { sha256: string; sizeBytes: number };
}

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** JSON written as a string, as tool arguments are; anything else as it is. */
export function parsedIfJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const trimmed = value.trim();
  if (!/^[[{]/.test(trimmed) || trimmed.length > 2_000_000) return value;
  try {
    return JSON.parse(trimmed) as unknown;
  } catch {
    return value;
  }
}

const roles: Record<string, ChatRole> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  human: 'user',
  assistant: 'assistant',
  ai: 'assistant',
  model: 'assistant',
  tool: 'tool',
  function: 'tool',
};

export function roleOf(word: string): ChatRole {
  return Object.hasOwn(roles, word) ? roles[word]! : 'other';
}

export function isRole(word: unknown): word is string {
  return typeof word === 'string' && Object.hasOwn(roles, word.toLowerCase());
}
