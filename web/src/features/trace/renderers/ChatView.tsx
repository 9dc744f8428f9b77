import { Bot, Brain, ChevronRight, MessageSquare, Settings2, User, Wrench } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { countText, oneLine } from '../../../lib/format.ts';
import type { ChatBlock, ChatMessage, ChatRole } from '../payload/chat.ts';
import { isObject } from '../payload/chat.ts';
import { storedMediaOf } from '../payload/media.ts';
import { pairTools } from '../payload/pair-tools.ts';
import type { PairedChat } from '../payload/pair-tools.ts';
import { CopyButton } from '../../../ui/Copy.tsx';
import { JsonView } from './JsonView.tsx';
import { LongText } from './LongText.tsx';
import { MediaView } from './MediaView.tsx';

const icons: Record<ChatRole, typeof Bot> = {
  system: Settings2,
  user: User,
  assistant: Bot,
  tool: Wrench,
  other: MessageSquare,
};

/** How many messages of a long conversation show at first, counted from its end. */
const shownAtFirst = 40;
const longSystemPrompt = 600;

/** A conversation: who said what, calls with their results, the long parts folded. */
export function ChatView({ messages, as }: { messages: ChatMessage[]; as: 'markdown' | 'text' }) {
  const paired = useMemo(() => pairTools(messages), [messages]);
  const [isWhole, setIsWhole] = useState(false);
  const hidden = isWhole ? 0 : Math.max(0, paired.messages.length - shownAtFirst);
  return (
    <div className="tr-chat">
      {hidden > 0 ? (
        <button type="button" className="link-button" onClick={() => setIsWhole(true)}>
          Show {countText(hidden)} earlier messages
        </button>
      ) : null}
      {paired.messages.slice(hidden).map((message, index) => (
        <MessageView key={hidden + index} message={message} paired={paired} as={as} />
      ))}
    </div>
  );
}

interface MessageViewProps {
  message: ChatMessage;
  paired: PairedChat;
  as: 'markdown' | 'text';
}

function MessageView({ message, paired, as }: MessageViewProps) {
  const Icon = icons[message.role];
  const text = plainText(message);
  const isFolded = message.role === 'system' && text.length > longSystemPrompt;
  const blocks = message.blocks.map((block, index) => (
    <BlockView key={index} block={block} paired={paired} as={as} />
  ));
  return (
    <article className="tr-message" data-role={message.role}>
      <header className="tr-message-head">
        <Icon size={14} aria-hidden />
        <span className="tr-role">{message.roleText}</span>
        {message.name ? <bdi className="tr-message-name">{oneLine(message.name, 80)}</bdi> : null}
        {message.note ? <span className="chip">{message.note}</span> : null}
        <span className="spacer" />
        {text === '' ? null : <CopyButton text={text} label="Copy message" />}
      </header>
      <div className="tr-message-body">
        {message.blocks.length === 0 ? <p className="quiet">empty message</p> : null}
        {isFolded ? (
          <Fold label={oneLine(text, 160)} hint={`${countText(text.length)} characters`}>
            {blocks}
          </Fold>
        ) : (
          blocks
        )}
      </div>
    </article>
  );
}

function plainText(message: ChatMessage): string {
  const texts = message.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
  return texts.join('\n\n');
}

interface BlockViewProps {
  block: ChatBlock;
  paired: PairedChat;
  as: 'markdown' | 'text';
}

function BlockView({ block, paired, as }: BlockViewProps) {
  switch (block.kind) {
    case 'text':
      return <LongText text={block.text} as={as} />;
    case 'thinking':
      return <Thinking text={block.text} />;
    case 'refusal':
      return (
        <div className="tr-refusal">
          <strong>Refused.</strong> <LongText text={block.text} as="text" />
        </div>
      );
    case 'toolCall':
      return <ToolCall call={block} paired={paired} />;
    case 'toolResult':
      return <ToolResult result={block} />;
    case 'media':
      return <MediaView media={block.media} />;
    case 'json':
      return <JsonView value={block.value} label="Part" level={1} maxHeight={260} />;
    default:
      return block satisfies never;
  }
}

function Thinking({ text }: { text: string }) {
  if (text === '') {
    return (
      <p className="quiet tr-thinking-none">
        <Brain size={14} aria-hidden /> reasoning, not disclosed
      </p>
    );
  }
  return (
    <Fold
      icon={<Brain size={14} aria-hidden />}
      label="Thinking"
      hint={`${countText(text.length)} characters`}
    >
      <LongText text={text} as="markdown" />
    </Fold>
  );
}

type Of<K extends ChatBlock['kind']> = Extract<ChatBlock, { kind: K }>;

function ToolCall({ call, paired }: { call: Of<'toolCall'>; paired: PairedChat }) {
  const result = call.result ?? (call.id === undefined ? undefined : paired.results.get(call.id));
  return (
    <div className="tr-tool-call" data-error={result?.isError || undefined}>
      <div className="tr-tool-head">
        <Wrench size={14} aria-hidden />
        <bdi className="tr-tool-name">{oneLine(call.name, 200)}</bdi>
        <span className="quiet">{call.id === undefined ? '' : oneLine(call.id, 40)}</span>
      </div>
      <Value value={call.input} label="Arguments" />
      {result ? <ToolResult result={result} /> : null}
    </div>
  );
}

function ToolResult({ result }: { result: Of<'toolResult'> }) {
  return (
    <div className="tr-tool-result" data-error={result.isError || undefined}>
      <div className="tr-tool-head">
        <span>{result.isError ? 'Failed with' : 'Result'}</span>
        {result.name ? <bdi className="quiet">{oneLine(result.name, 80)}</bdi> : null}
      </div>
      <Value value={result.output} label="Result" />
    </div>
  );
}

/** A value inside a conversation: text as text, a few plain entries as a list, the rest as JSON. */
export function Value({ value, label }: { value: unknown; label: string }) {
  if (typeof value === 'string') {
    return value === '' ? <p className="quiet">empty</p> : <LongText text={value} as="text" />;
  }
  if (isObject(value)) {
    const entries = Object.entries(value);
    if (entries.length === 0) return <p className="quiet">none</p>;
    if (entries.length <= 8 && entries.every(([, inner]) => isPlain(inner))) {
      return <PlainEntries entries={entries} />;
    }
  }
  if (value === null || value === undefined) return <p className="quiet">null</p>;
  if (typeof value !== 'object') return <code className="tr-inline-code">{plainValue(value)}</code>;
  return <JsonView value={value} label={label} level={2} maxHeight={320} />;
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'string') {
    return value.length <= 400 && !value.includes('\n') && !storedMediaOf(value);
  }
  return typeof value !== 'object' || value === null;
}

export function PlainEntries({ entries }: { entries: [string, unknown][] }) {
  return (
    <dl className="tr-entries">
      {entries.map(([key, value]) => (
        <div key={key} className="tr-entry">
          <dt>
            <bdi>{oneLine(key, 120)}</bdi>
          </dt>
          <dd>
            <bdi data-kind={value === null ? 'null' : typeof value}>{plainValue(value)}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function plainValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

interface FoldProps {
  label: string;
  hint?: string;
  icon?: ReactNode;
  children: ReactNode;
}

/** Something long that is closed until asked for; its content exists only while it is open. */
export function Fold({ label, hint, icon, children }: FoldProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="tr-fold">
      <button
        type="button"
        className="tr-fold-head"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span className="tr-chevron" data-open={isOpen || undefined}>
          <ChevronRight size={14} aria-hidden />
        </span>
        {icon}
        <bdi className="tr-fold-label">{label}</bdi>
        {hint ? <span className="quiet">{hint}</span> : null}
      </button>
      {isOpen ? <div className="tr-fold-body">{children}</div> : null}
    </div>
  );
}
