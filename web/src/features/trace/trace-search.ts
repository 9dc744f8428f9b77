import { parseTab } from './details/parse-tab.ts';
import type { DetailsTab } from './details/parse-tab.ts';

/** What the address of a trace page says. */
export interface TraceSearch {
  run?: string;
  tab?: DetailsTab;
  project?: string;
}

/** Reads the search of `/w/$workspace/t/$traceUuid`; what is the default is left out. */
export function parseTraceSearch(search: Record<string, unknown>): TraceSearch {
  const { run, project } = search;
  const tab = parseTab(search['tab']);
  return {
    ...(typeof run === 'string' && run !== '' ? { run } : {}),
    ...(tab === 'overview' ? {} : { tab }),
    ...(typeof project === 'string' && project !== '' ? { project } : {}),
  };
}
