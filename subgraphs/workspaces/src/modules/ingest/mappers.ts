import type { ProblemFilter } from './filter.ts';

/** All instants are microseconds since 1970. */
export interface IngestProblemMapper {
  uuid: string;
  workspaceId: string;
  kind: 'REJECTED' | 'DEAD';
  code: string;
  /** Refusals: the reason that the sender was told. Dead letters: what the store said. */
  words: string;
  /** Null for dead letters of older workers. */
  keyId: string | null;
  userAgent: string;
  runUuid: string | null;
  part: string | null;
  batchUuid: string | null;
  occurrences: number;
  attempts: number | null;
  firstAt: number;
  lastAt: number;
  replayRequestedAt: number | null;
}

export interface IngestProblemConnectionMapper {
  edges: { cursor: string; node: IngestProblemMapper }[];
  nodes: IngestProblemMapper[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  workspaceId: string;
  filter: ProblemFilter;
}

export interface IngestStatusMapper {
  workspaceId: string;
}

export interface IngestProblemChangedMapper {
  eventId: string;
  /** The problem's id: for a slow reader the gateway keeps only the newest event of each. */
  stateKey: string;
  problem: IngestProblemMapper;
}

export interface IngestProblemRemovedMapper {
  eventId: string;
  stateKey: string;
  problem: null;
  problemId: string;
}

export interface IngestProblemEventsGapMapper {
  eventId: string;
  problem: null;
}
