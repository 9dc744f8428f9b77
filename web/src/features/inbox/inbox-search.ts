import type { IngestProblemFilter } from '../../gql/graphql.ts';

export type InboxKind = 'rejected' | 'dead';

/** What the address of the inbox says. */
export interface InboxSearch {
  /** Both kinds when absent. */
  kind?: InboxKind;
  /** Text in reason, detail or software. */
  q?: string;
  /** Global id of the problem that is open beside the list. */
  problem?: string;
}

const maxTextLength = 256;

export function parseInboxSearch(raw: Record<string, unknown>): InboxSearch {
  const { kind, q, problem } = raw;
  const text = ['string', 'number', 'boolean'].includes(typeof q) ? String(q) : '';
  return {
    ...((kind === 'rejected' || kind === 'dead') && { kind }),
    ...(text.trim() !== '' && { q: text.slice(0, maxTextLength) }),
    ...(typeof problem === 'string' && /^[\w-]{1,200}$/.test(problem) && { problem }),
  };
}

const kinds = { rejected: 'REJECTED', dead: 'DEAD' } as const;

/** The same for the graph. */
export function problemFilterOf({ kind, q }: InboxSearch): IngestProblemFilter {
  return {
    ...(kind !== undefined && { kind: kinds[kind] }),
    ...(q !== undefined && { contains: q }),
  };
}
