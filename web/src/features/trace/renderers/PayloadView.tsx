import { useMemo } from 'react';
import type { JsonObject } from '../payload/chat.ts';
import { storedMediaOf } from '../payload/media.ts';
import { shapeOf } from '../payload/shapes.ts';
import type { PayloadShape } from '../payload/shapes.ts';
import { ChatView, Fold, plainValue, Value } from './ChatView.tsx';
import { Documents } from './Documents.tsx';
import { JsonView } from './JsonView.tsx';
import { LongText } from './LongText.tsx';
import { FilteredPartProvider } from './value-filter-link.tsx';

export type PayloadMode = 'pretty' | 'json' | 'text';

interface PayloadViewProps {
  value: unknown;
  side: 'inputs' | 'outputs';
  mode: PayloadMode;
}

/** Inputs or outputs of a run, in the form the reader chose. */
export function PayloadView({ value, side, mode }: PayloadViewProps) {
  const shape = useMemo(() => shapeOf(value, side), [value, side]);
  if (mode === 'json') {
    return (
      <FilteredPartProvider value={side}>
        <JsonView value={value} label={side === 'inputs' ? 'Inputs' : 'Outputs'} level={3} />
      </FilteredPartProvider>
    );
  }
  if (shape.kind === 'empty') return <p className="quiet">none</p>;
  return <ShapeView shape={shape} as={mode === 'text' ? 'text' : 'markdown'} />;
}

function ShapeView({ shape, as }: { shape: PayloadShape; as: 'markdown' | 'text' }) {
  switch (shape.kind) {
    case 'empty':
      return null;
    case 'chat':
      return (
        <>
          <ChatView messages={shape.messages} as={as} />
          <Rest rest={shape.rest} />
        </>
      );
    case 'documents':
      return (
        <>
          <Documents documents={shape.documents} />
          <Rest rest={shape.rest} />
        </>
      );
    case 'text':
      return <LongText text={shape.text} as={as} />;
    case 'entries':
      return <Entries entries={shape.entries} as={as} />;
    case 'json':
      return <JsonView value={shape.value} label="Value" />;
    default:
      return shape satisfies never;
  }
}

/** What stands beside a conversation: model, tools, parameters. Closed, since it rarely matters. */
function Rest({ rest }: { rest: JsonObject }) {
  const names = Object.keys(rest);
  if (names.length === 0) return null;
  return (
    <Fold label="Other fields" hint={names.slice(0, 6).join(', ').slice(0, 80)}>
      <Value value={rest} label="Other fields" />
    </Fold>
  );
}

const mostEntries = 30;

/** Named values: short ones in a line, texts below their name, structures as JSON. */
function Entries({ entries, as }: { entries: [string, unknown][]; as: 'markdown' | 'text' }) {
  if (entries.length > mostEntries) {
    return <JsonView value={Object.fromEntries(entries)} label="Value" />;
  }
  return (
    <dl className="tr-entries">
      {entries.map(([key, value]) => (
        <div key={key} className={isShort(value) ? 'tr-entry' : 'tr-entry tr-entry-tall'}>
          <dt>
            <bdi>{key.slice(0, 200)}</bdi>
          </dt>
          <dd>
            <EntryValue value={value} as={as} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function isShort(value: unknown): boolean {
  if (typeof value === 'string') {
    return value.length <= 120 && !value.includes('\n') && !storedMediaOf(value);
  }
  return typeof value !== 'object' || value === null;
}

function EntryValue({ value, as }: { value: unknown; as: 'markdown' | 'text' }) {
  if (typeof value === 'string' && !isShort(value)) {
    return (
      <LongText text={value} as={as === 'markdown' && looksLikeMarkdown(value) ? as : 'text'} />
    );
  }
  if (isShort(value)) {
    return (
      <bdi data-kind={value === null ? 'null' : typeof value}>
        {value === '' ? '""' : plainValue(value)}
      </bdi>
    );
  }
  return <Value value={value} label="Value" />;
}

function looksLikeMarkdown(text: string): boolean {
  return (
    /^(#{1,4} |[-*] |\d+\. |```)/m.test(text.slice(0, 4000)) || /\*\*\S/.test(text.slice(0, 4000))
  );
}
