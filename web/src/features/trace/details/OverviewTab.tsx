import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { CopyButton } from '../../../ui/Copy.tsx';
import type { TraceNode } from '../model/trace-tree.ts';
import { remember, remembered } from '../../../lib/remember.ts';
import { LongText } from '../renderers/LongText.tsx';
import { PayloadView } from '../renderers/PayloadView.tsx';
import type { PayloadMode } from '../renderers/PayloadView.tsx';
import { Attachments } from './Attachments.tsx';
import { Feedback } from './Feedback.tsx';
import { PayloadOfRun } from './LargePayload.tsx';
import type { PayloadRecord, RunDetailsRecord } from './use-run-details.ts';
import type { RunPhase } from '../../../lib/run-phase.ts';
import { sizeText } from '../../../lib/format.ts';

const modes: PayloadMode[] = ['pretty', 'json', 'text'];
const modeWords: Record<PayloadMode, string> = { pretty: 'Pretty', json: 'JSON', text: 'Text' };

interface OverviewTabProps {
  details: RunDetailsRecord;
  node: TraceNode;
  phase: RunPhase;
}

/** What failed, what went in, what came out. */
export function OverviewTab({ details, node, phase }: OverviewTabProps) {
  const [mode, setMode] = useState<PayloadMode>(() => {
    const kept = remembered('trace.payloadMode', 'pretty');
    return modes.find((name) => name === kept) ?? 'pretty';
  });
  const choose = (next: PayloadMode) => {
    setMode(next);
    remember('trace.payloadMode', next);
  };
  const errorText = details.errorFull ?? node.run?.error;
  return (
    <>
      <Feedback key={details.id} runId={details.id} feedback={details.feedback} />
      {errorText ? <ErrorBlock text={errorText} /> : null}
      <Part
        title="Inputs"
        size={details.inputsBytes}
        side={<ModeSwitch mode={mode} onMode={choose} />}
      >
        <PayloadOfRun runId={details.id} field="INPUTS" payload={details.inputs}>
          {(value) => <PayloadView value={value} side="inputs" mode={mode} />}
        </PayloadOfRun>
      </Part>
      <Part title="Outputs" size={details.outputsBytes}>
        {isEmpty(details.outputs) && phase === 'running' ? (
          <p className="quiet">
            <span className="pulse" /> still running
          </p>
        ) : (
          <PayloadOfRun runId={details.id} field="OUTPUTS" payload={details.outputs}>
            {(value) => <PayloadView value={value} side="outputs" mode={mode} />}
          </PayloadOfRun>
        )}
      </Part>
      {details.attachments.length > 0 ? (
        <Part title="Attachments" size={0}>
          <Attachments attachments={details.attachments} />
        </Part>
      ) : null}
    </>
  );
}

function isEmpty(payload: PayloadRecord): boolean {
  if (!payload) return true;
  const { json, isTruncated } = payload;
  if (json === null || json === undefined) return !isTruncated;
  return typeof json === 'object' && Object.keys(json).length === 0;
}

interface PartProps {
  title: string;
  size: number;
  side?: ReactNode;
  children: ReactNode;
}

export function Part({ title, size, side, children }: PartProps) {
  return (
    <section className="tr-part" aria-label={title}>
      <header className="tr-part-head">
        <h3>{title}</h3>
        {size > 2 ? <span className="quiet number">{sizeText(size)}</span> : null}
        <span className="spacer" />
        {side}
      </header>
      {children}
    </section>
  );
}

function ModeSwitch({ mode, onMode }: { mode: PayloadMode; onMode: (mode: PayloadMode) => void }) {
  return (
    <div className="switch" role="group" aria-label="Show payloads as">
      {modes.map((name) => (
        <button key={name} type="button" aria-pressed={name === mode} onClick={() => onMode(name)}>
          {modeWords[name]}
        </button>
      ))}
    </div>
  );
}

/** The last line of a Python traceback and the first of a JavaScript one say what happened. */
function ErrorBlock({ text }: { text: string }) {
  return (
    <section className="tr-error-block" aria-label="Error">
      <header>
        <CircleAlert size={14} aria-hidden />
        <h3>Error</h3>
        <span className="spacer" />
        <CopyButton text={text} label="Copy error" />
      </header>
      <LongText text={withoutEscapes(text)} as="text" />
    </section>
  );
}

/** Colours of terminals are noise on a page. */
function withoutEscapes(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replaceAll(/\u001b\[[0-9;]*[A-Za-z]/g, '');
}
