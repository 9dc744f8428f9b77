import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { CopyButton } from '../../../ui/Copy.tsx';
import { costText, countText, durationText, exactTime, oneLine } from '../../../lib/format.ts';
import { selfTimeUs } from '../model/time-scale.ts';
import type { TraceNode } from '../model/trace-tree.ts';
import { isObject } from '../payload/chat.ts';
import { problemText } from '../tree/TraceRow.tsx';
import { RunCostDetails } from '../../cost/RunCostDetails.tsx';
import type { RunDetailsRecord } from './use-run-details.ts';
import { warningText } from './warnings.ts';
import { parseTimeUs } from '../../../lib/time.ts';

/** Figures, ids, labels and metadata of a run, each to copy. */
export function MetadataTab({ details, node }: { details: RunDetailsRecord; node: TraceNode }) {
  const metadata = isObject(details.metadata) ? Object.entries(details.metadata) : [];
  return (
    <>
      <Warnings codes={details.warnings} problem={node.problem} />
      <Group title="Time">{timeFacts(details, node)}</Group>
      <Group title="Tokens and cost">{usageFacts(details, node)}</Group>
      <RunCostDetails runId={details.id} />
      <Group title="Ids">
        <Fact label="Run" text={details.uuid} isMono />
        <Fact label="Global id" text={details.id} isMono />
        {node.run?.parentUuid ? <Fact label="Parent" text={node.run.parentUuid} isMono /> : null}
        {details.threadId ? <Fact label="Thread" text={details.threadId} isMono /> : null}
      </Group>
      {details.tags.length > 0 ? (
        <Group title="Tags">
          <div className="tr-tags">
            {details.tags.map((tag) => (
              <bdi key={tag} className="chip">
                {oneLine(tag, 120)}
              </bdi>
            ))}
          </div>
        </Group>
      ) : null}
      <Group title="Metadata">
        {metadata.length === 0 ? <p className="quiet">none</p> : null}
        {metadata.map(([key, value]) => (
          <Fact
            key={key}
            label={key}
            text={typeof value === 'string' ? value : JSON.stringify(value)}
            isMono
          />
        ))}
      </Group>
    </>
  );
}

function timeFacts(details: RunDetailsRecord, node: TraceNode): ReactNode {
  const startUs = parseTimeUs(details.startedAt) ?? 0;
  const endUs = details.endedAt ? parseTimeUs(details.endedAt) : null;
  const firstTokenUs = details.firstTokenAt ? parseTimeUs(details.firstTokenAt) : null;
  return (
    <>
      <Fact label="Started" text={exactTime(startUs)} />
      <Fact label="Ended" text={endUs === null ? 'no end received' : exactTime(endUs)} />
      {endUs === null ? null : (
        <>
          <Fact label="Duration" text={durationText(Math.max(0, endUs - startUs))} />
          <Fact label="Itself, without children" text={durationText(selfTimeUs(node, endUs))} />
        </>
      )}
      {firstTokenUs === null ? null : (
        <Fact label="First token after" text={durationText(firstTokenUs - startUs)} />
      )}
    </>
  );
}

function usageFacts(details: RunDetailsRecord, node: TraceNode): ReactNode {
  const { totals } = node;
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? 'unknown' : countText(value);
  return (
    <>
      {details.model ? <Fact label="Model" text={details.model} isMono /> : null}
      <Fact label="Prompt tokens" text={number(totals.promptTokens ?? details.promptTokens)} />
      <Fact
        label="Completion tokens"
        text={number(totals.completionTokens ?? details.completionTokens)}
      />
      <Fact label="Tokens in all" text={number(totals.totalTokens ?? details.totalTokens)} />
      <Fact label="Cost" text={totals.costUsd === null ? 'unknown' : costText(totals.costUsd)} />
      {totals.runs > 1 ? (
        <p className="tr-note">With what the {countText(totals.runs - 1)} runs inside report.</p>
      ) : null}
    </>
  );
}

interface WarningsProps {
  codes: string[];
  problem: TraceNode['problem'];
}

function Warnings({ codes, problem }: WarningsProps) {
  if (codes.length === 0 && !problem) return null;
  return (
    <section className="tr-warnings" aria-label="Warnings">
      {problem ? <Warning text={problemText(problem)} /> : null}
      {codes.map((code) => (
        <Warning key={code} code={code} text={warningText(code)} />
      ))}
    </section>
  );
}

function Warning({ code, text }: { code?: string; text: string }) {
  return (
    <p>
      <TriangleAlert size={14} aria-hidden />
      <span>
        {text} {code === undefined ? null : <code>{oneLine(code, 80)}</code>}
      </span>
    </p>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="tr-group">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Fact({ label, text, isMono }: { label: string; text: string; isMono?: boolean }) {
  return (
    <div className="tr-fact">
      <bdi className="tr-fact-label" title={label.slice(0, 300)}>
        {oneLine(label, 200)}
      </bdi>
      <bdi className={isMono ? 'tr-fact-text mono' : 'tr-fact-text'}>{oneLine(text, 1000)}</bdi>
      <CopyButton text={text} label={`Copy ${oneLine(label, 60)}`} />
    </div>
  );
}
