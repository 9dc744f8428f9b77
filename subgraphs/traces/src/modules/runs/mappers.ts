import type { CountEstimate } from '../../__generated__/resolvers.ts';
import type { RunRow } from './run-row.ts';
import type { TraceSummary } from './run-store.ts';
import type { TraceKey } from './tenant.ts';

/** What a resolver returns for a `Run`: a row of the store or the same out of a live event. */
export interface RunMapper extends RunRow {
  /** From a live event: sums over the runs below are not looked up. */
  isLive?: boolean;
}

export interface TraceMapper {
  key: TraceKey;
  summary: TraceSummary;
}

export interface ProjectMapper {
  /** Global id. */
  id: string;
  projectId: string;
}

export interface RunConnectionMapper {
  nodes: RunRow[];
  hasNextPage: boolean;
  cursorOf: (run: RunRow) => string;
  /** Called only when `count` is selected. */
  countRuns: () => Promise<CountEstimate>;
}
