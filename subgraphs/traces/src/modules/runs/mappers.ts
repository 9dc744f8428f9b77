import type { CountEstimate, Precision } from '../../__generated__/resolvers.ts';
import type { RunRow } from './run-row.ts';
import type { TraceSummary } from './run-store.ts';
import type { TraceKey } from './tenant.ts';
import type { Span } from './time-windows.ts';

/** What a resolver returns for a `Run`: a row of the store or the same out of a live event. */
export interface RunMapper extends RunRow {
  /** From a live event: sums over the runs below are not looked up. */
  isLive?: boolean;
}

export interface TraceMapper {
  key: TraceKey;
  /** Where it is known already; of a list of traces it is read only when selected. */
  summary?: TraceSummary;
}

export interface ProjectMapper {
  /** Global id. */
  id: string;
  projectId: string;
}

/** A page of a list. */
export interface ConnectionMapper<T> {
  nodes: T[];
  hasNextPage: boolean;
  cursorOf: (node: T) => string;
  /** Called only when `count` is selected. */
  count: () => Promise<CountEstimate>;
  /** Called only when selected. */
  precision: () => Precision | Promise<Precision>;
  coverage: CoverageMapper;
}

/** Which traces a list is about. */
export interface CoverageMapper extends Span {
  isComplete: boolean;
}

export type RunConnectionMapper = ConnectionMapper<RunRow>;
export type TraceConnectionMapper = ConnectionMapper<TraceMapper>;
