import { diffWordsWithSpace } from 'diff';
import { useMemo, useState } from 'react';
import { t } from '../../i18n/index.ts';
import { Segments } from '../../ui/Segments.tsx';
import { JsonView } from '../trace/renderers/JsonView.tsx';
import { LongText } from '../trace/renderers/LongText.tsx';
import { PayloadView } from '../trace/renderers/PayloadView.tsx';
import { pathText } from '../trace/payload/json-rows.ts';
import { diffJson } from './model/json-diff.ts';
import type { JsonChange } from './model/json-diff.ts';

type Mode = 'changes' | 'both';

interface PayloadDiffProps {
  title: string;
  side: 'inputs' | 'outputs';
  before: unknown;
  after: unknown;
}

/** Two payloads: what changed by path, or both beside each other. */
export function PayloadDiff({ title, side, before, after }: PayloadDiffProps) {
  const [mode, setMode] = useState<Mode>('changes');
  const diff = useMemo(() => diffJson(before ?? undefined, after ?? undefined), [before, after]);
  return (
    <section className="tr-part" aria-label={title}>
      <header className="tr-part-head">
        <h3>{title}</h3>
        <span className="quiet">
          {diff.changes.length === 0
            ? t('compare.equal')
            : t(diff.isCut ? 'compare.moreDifferences' : 'compare.differences', {
                count: diff.changes.length,
              })}
        </span>
        <span className="spacer" />
        <Segments
          label={t('compare.showAs')}
          value={mode}
          options={[
            { value: 'changes', text: t('compare.changes') },
            { value: 'both', text: t('compare.sideBySide') },
          ]}
          onChange={setMode}
        />
      </header>
      {mode === 'both' ? (
        <div className="cmp-both">
          <PayloadView value={before} side={side} mode="pretty" />
          <PayloadView value={after} side={side} mode="pretty" />
        </div>
      ) : (
        <ol className="cmp-changes">
          {diff.changes.map((change) => (
            <Change key={pathText(change.path)} change={change} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Change({ change }: { change: JsonChange }) {
  const sign = { added: '+', removed: '−', changed: '~' }[change.kind];
  return (
    <li className="cmp-change" data-kind={change.kind}>
      <header>
        <span className="cmp-sign" title={t(`compare.kinds.${change.kind}`)}>
          {sign}
        </span>
        <bdi className="cmp-path">{pathText(change.path).slice(0, 300)}</bdi>
      </header>
      <ChangeBody change={change} />
    </li>
  );
}

function ChangeBody({ change }: { change: JsonChange }) {
  if (change.kind === 'added') return <Whole value={change.after} kind="added" />;
  if (change.kind === 'removed') return <Whole value={change.before} kind="removed" />;
  const { before, after } = change;
  if (isShortText(before) && isShortText(after)) return <Words before={before} after={after} />;
  if (isPlain(before) && isPlain(after)) {
    return (
      <p className="cmp-words">
        <del>{JSON.stringify(before)}</del> → <ins>{JSON.stringify(after)}</ins>
      </p>
    );
  }
  return (
    <>
      <Whole value={before} kind="removed" />
      <Whole value={after} kind="added" />
    </>
  );
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value === 'number' || typeof value === 'boolean';
}

/** Longer texts are shown whole below each other: finding their words would take seconds. */
const longestCompared = 20_000;
/** Texts with more differing words have little in common. */
const mostWordEdits = 1500;

function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestCompared;
}

function Words({ before, after }: { before: string; after: string }) {
  const parts = useMemo(
    () => diffWordsWithSpace(before, after, { maxEditLength: mostWordEdits }),
    [before, after],
  );
  if (!parts) {
    return (
      <>
        <Whole value={before} kind="removed" />
        <Whole value={after} kind="added" />
      </>
    );
  }
  return (
    <p className="cmp-words" dir="auto">
      {parts.map((part, index) =>
        part.added ? (
          <ins key={index}>{part.value}</ins>
        ) : part.removed ? (
          <del key={index}>{part.value}</del>
        ) : (
          <span key={index}>{part.value}</span>
        ),
      )}
    </p>
  );
}

function Whole({ value, kind }: { value: unknown; kind: 'added' | 'removed' }) {
  return (
    <div className="cmp-whole" data-kind={kind}>
      {typeof value === 'string' ? (
        <LongText text={value} as="text" />
      ) : typeof value === 'object' && value !== null ? (
        <JsonView value={value} label={t(`compare.kinds.${kind}`)} level={2} maxHeight={240} />
      ) : (
        <code className="tr-inline-code">{JSON.stringify(value)}</code>
      )}
    </div>
  );
}
