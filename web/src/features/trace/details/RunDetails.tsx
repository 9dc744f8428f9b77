import { useEffect, useMemo, useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { durationText, exactTime, oneLine, runName } from '../../../lib/format.ts';
import type { TraceNode } from '../model/trace-tree.ts';
import { RunTypeIcon, runTypeWord } from '../../../ui/RunTypeIcon.tsx';
import { StatusWord } from '../../../ui/StatusWord.tsx';
import { CalmState, ErrorState, Skeleton } from '../../../ui/States.tsx';
import { CopyId } from '../../../ui/Copy.tsx';
import { problemText } from '../tree/TraceRow.tsx';
import { MessagesTab } from './MessagesTab.tsx';
import { MetadataTab } from './MetadataTab.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { RawTab } from './RawTab.tsx';
import { detailsTabs, tabWords } from './tabs.ts';
import type { DetailsTab } from './parse-tab.ts';
import { isObject } from '../payload/chat.ts';
import { StoredFilesProvider } from '../renderers/stored-files.ts';
import type { StoredFiles } from '../renderers/stored-files.ts';
import { useRunDetails } from './use-run-details.ts';
import type { Loaded, RunDetailsRecord } from './use-run-details.ts';
import { durationOf } from './duration.ts';
import type { RunPhase } from '../../../lib/run-phase.ts';

interface RunDetailsProps {
  node: TraceNode;
  phase: RunPhase;
  /** Changes when the payloads of the run changed in the store. */
  version: string;
  tab: DetailsTab;
  onTab: (tab: DetailsTab) => void;
  paneRef: RefObject<HTMLElement | null>;
  isLive: boolean;
  nowUs: () => number;
}

/** Everything about the selected run. Payloads are fetched now, not with the tree. */
export function RunDetails(props: RunDetailsProps) {
  const { node, phase, version, tab, paneRef } = props;
  const { run } = node;
  const id = run === null ? undefined : run.id || run.uuid;
  const details = useRunDetails(id, version);
  const tabs = detailsTabs(run?.runType, details.value);
  const shown = tabs.includes(tab) ? tab : 'overview';
  const files = useFilesOf(details);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (body.current) body.current.scrollTop = 0;
  }, [node.uuid, shown]);

  if (!run) {
    return (
      <section ref={paneRef} className="tr-details" tabIndex={-1} aria-label="Run">
        <CalmState title={props.isLive ? 'Not received yet' : 'Never received'}>
          <p>{problemText('missing')}</p>
          <CopyId id={node.uuid} label="run" />
        </CalmState>
      </section>
    );
  }
  return (
    <section
      ref={paneRef}
      className="tr-details"
      tabIndex={-1}
      aria-label={`Run ${runName(run.name)}`}
    >
      <DetailsHead node={node} phase={phase} nowUs={props.nowUs} details={details.value} />
      <TabList tabs={tabs} tab={shown} onTab={props.onTab} />
      <div
        ref={body}
        className="tr-details-body"
        role="tabpanel"
        data-stale={details.isLoading || undefined}
      >
        {details.error !== undefined && details.value === undefined ? (
          run.isPartial || props.isLive ? (
            <CalmState title="Being stored">
              <p>The run has arrived and can be read in a moment.</p>
              <button type="button" className="button" onClick={details.retry}>
                Look again
              </button>
            </CalmState>
          ) : (
            <ErrorState error={details.error} onRetry={details.retry} />
          )
        ) : details.value === undefined ? (
          <Skeleton lines={[28, 92, 84, 60, 0, 28, 88, 95, 70]} />
        ) : (
          <StoredFilesProvider value={files}>
            <TabBody
              tab={shown}
              node={node}
              phase={phase}
              details={details.value}
              version={version}
            />
          </StoredFilesProvider>
        )}
      </div>
    </section>
  );
}

/** What was lifted out of the run's payloads, for the renderers. */
function useFilesOf({ value, renew }: Loaded<RunDetailsRecord>): StoredFiles {
  const latest = useRef(renew);
  latest.current = renew;
  return useMemo(
    () => ({
      bySha256: new Map(value?.media.map((file) => [file.sha256, file])),
      renew: () => latest.current(),
    }),
    [value],
  );
}

type TabBodyProps = Pick<RunDetailsProps, 'node' | 'phase' | 'version' | 'tab'> & {
  details: RunDetailsRecord;
};

function TabBody({ tab, node, phase, details, version }: TabBodyProps) {
  switch (tab) {
    case 'overview':
      return <OverviewTab details={details} phase={phase} node={node} />;
    case 'messages':
      return <MessagesTab details={details} phase={phase} />;
    case 'raw':
      return <RawTab details={details} version={version} />;
    case 'metadata':
      return <MetadataTab details={details} node={node} />;
    default:
      return tab satisfies never;
  }
}

interface DetailsHeadProps extends Pick<RunDetailsProps, 'node' | 'phase' | 'nowUs'> {
  details: RunDetailsRecord | undefined;
}

function DetailsHead({ node, phase, nowUs, details }: DetailsHeadProps) {
  const run = node.run!;
  const durationUs = durationOf(node, phase, nowUs());
  const dialect = dialectOf(details?.metadata);
  return (
    <header className="tr-details-head">
      <div className="tr-details-title">
        <RunTypeIcon runType={run.runType} />
        <h2 title={runName(run.name).slice(0, 500)}>
          <bdi>{runName(run.name)}</bdi>
        </h2>
      </div>
      <div className="tr-details-facts">
        <StatusWord status={run.status} phase={phase} />
        <span>{runTypeWord(run.runType)}</span>
        {run.model ? <bdi className="tr-fact-model">{runName(run.model)}</bdi> : null}
        {durationUs === undefined ? null : (
          <span className="number" title={exactTime(run.startUs)}>
            {durationText(durationUs)}
          </span>
        )}
        <CopyId id={run.uuid} label="run" />
        {dialect === undefined ? null : (
          <span className="quiet" title="How the attributes of the OpenTelemetry span were read">
            {dialect === 'none' ? 'no known mapping' : 'mapped from: '}
            {dialect === 'none' ? null : <bdi>{dialect}</bdi>}
          </span>
        )}
      </div>
    </header>
  );
}

/** The convention that an OpenTelemetry span was read by; absent for runs of the SDKs. */
function dialectOf(metadata: unknown): string | undefined {
  const dialect = isObject(metadata) ? metadata['otel.dialect'] : undefined;
  return typeof dialect === 'string' && dialect !== '' ? oneLine(dialect, 60) : undefined;
}

interface TabListProps {
  tabs: readonly DetailsTab[];
  tab: DetailsTab;
  onTab: (tab: DetailsTab) => void;
}

function TabList({ tabs, tab, onTab }: TabListProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length]!;
    onTab(next);
    const list = event.currentTarget as HTMLElement;
    list.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <div className="tr-tabs" role="tablist" aria-label="Run details" onKeyDown={onKeyDown}>
      {tabs.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          data-tab={name}
          aria-selected={name === tab}
          tabIndex={name === tab ? 0 : -1}
          onClick={() => onTab(name)}
        >
          {tabWords[name]}
        </button>
      ))}
    </div>
  );
}
