import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { parseTab } from './details/tabs.ts';
import type { DetailsTab } from './details/tabs.ts';
import { TraceView } from './TraceView.tsx';

/** What the address of a trace page says. */
export interface TraceSearch {
  run?: string;
  tab?: DetailsTab;
  project?: string;
}

/** Reads the search of `/w/$workspace/t/$traceId`; printing leaves out what is the default. */
export function parseTraceSearch(search: Record<string, unknown>): TraceSearch {
  const { run, project } = search;
  const tab = parseTab(search['tab']);
  return {
    ...(typeof run === 'string' && run !== '' ? { run } : {}),
    ...(tab === 'overview' ? {} : { tab }),
    ...(typeof project === 'string' && project !== '' ? { project } : {}),
  };
}

/** `/w/$workspace/t/$traceId`: the trace with the selected run and tab in the address. */
export function TracePage() {
  const { traceId = '' } = useParams({ strict: false }) as { traceId?: string };
  const search = parseTraceSearch(useSearch({ strict: false }) as Record<string, unknown>);
  const navigate = useNavigate();
  const change = (next: TraceSearch) =>
    void navigate({ to: '.', search: parseTraceSearch({ ...search, ...next }) as never, replace: true });
  return (
    <TraceView
      variant="page"
      traceUuid={traceId}
      projectUuid={search.project}
      runUuid={search.run}
      onSelectRun={(run) => change({ run })}
      tab={search.tab ?? 'overview'}
      onTab={(tab) => change({ tab: parseTab(tab) })}
    />
  );
}
