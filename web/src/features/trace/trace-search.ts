import { parseTab } from './details/parse-tab.ts';
import type { DetailsTab } from './details/parse-tab.ts';

/** What the address of a trace page says. */
export interface TraceSearch {
  run?: string;
  tab?: DetailsTab;
  project?: string;
  /** The list it was opened from, see `app/list-steps.ts`. */
  list?: string;
}

const longestList = 10_000;

/** Reads the search of `/w/$workspace/t/$traceUuid`; what is the default is left out. */
export function parseTraceSearch(search: Record<string, unknown>): TraceSearch {
  const { run, project, list } = search;
  const tab = parseTab(search['tab']);
  return {
    ...(typeof run === 'string' && run !== '' ? { run } : {}),
    ...(tab === 'overview' ? {} : { tab }),
    ...(typeof project === 'string' && project !== '' ? { project } : {}),
    ...(typeof list === 'string' && list !== '' ? { list: list.slice(0, longestList) } : {}),
  };
}
