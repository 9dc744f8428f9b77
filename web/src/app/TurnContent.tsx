import { useMemo } from 'react';
import type { ChatMessage } from '../features/trace/payload/chat.ts';
import { inputMessages, outputMessages } from '../features/trace/payload/messages.ts';
import { ChatView } from '../features/trace/renderers/ChatView.tsx';
import { PayloadView } from '../features/trace/renderers/PayloadView.tsx';
import '../features/trace/payload.css';

interface TurnContentProps {
  side: 'inputs' | 'outputs';
  value: unknown;
}

/** What a turn adds to its conversation; what is no conversation is shown as the trace page shows it. */
export function TurnContent({ side, value }: TurnContentProps) {
  const messages = useMemo(() => newMessages(side, value), [side, value]);
  if (messages) return <ChatView messages={messages} as="markdown" />;
  return <PayloadView value={value} side={side} mode="pretty" />;
}

/** Inputs often repeat all that was said before: what follows the last answer is new. */
function newMessages(side: TurnContentProps['side'], value: unknown): ChatMessage[] | undefined {
  if (side === 'outputs') return outputMessages(value)?.messages;
  const messages = inputMessages(value)?.messages;
  if (!messages) return undefined;
  const last = messages.findLastIndex(({ role }) => role === 'assistant' || role === 'system');
  const added = messages.slice(last + 1);
  return added.length > 0 ? added : messages.slice(-1);
}
