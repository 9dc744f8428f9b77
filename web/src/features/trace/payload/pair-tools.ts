import type { ChatMessage, ToolResult } from './chat.ts';

/** A conversation in which results stand with the calls they answer. */
export interface PairedChat {
  messages: ChatMessage[];
  /** By call id. */
  results: Map<string, ToolResult>;
}

/**
 * Takes results out of the flow and files them under their calls. Results whose call is not in the
 * conversation (a cut history) stay where they are, as does every second result of one call.
 */
export function pairTools(messages: ChatMessage[]): PairedChat {
  const calls = new Set<string>();
  const results = new Map<string, ToolResult>();
  const paired = messages.map((message) => {
    for (const block of message.blocks) {
      if (block.kind === 'toolCall' && block.id !== undefined) calls.add(block.id);
    }
    const blocks = message.blocks.filter((block) => {
      if (block.kind !== 'toolResult') return true;
      const id = block.callId;
      if (id === undefined || !calls.has(id) || results.has(id)) return true;
      results.set(id, block);
      return false;
    });
    return blocks.length === message.blocks.length ? message : { ...message, blocks };
  });
  return {
    messages: paired.filter(
      (message, index) => message.blocks.length > 0 || messages[index]!.blocks.length === 0,
    ),
    results,
  };
}
