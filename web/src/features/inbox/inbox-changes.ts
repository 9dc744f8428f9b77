import type { InboxEventsSubscription, IngestProblemKind } from '../../gql/graphql.ts';

export type InboxEvent = Pick<
  InboxEventsSubscription['ingestProblemEvents'],
  '__typename' | 'problem'
> & { problemId?: string };

/** What happened to the list since it was read. */
export interface InboxChanges {
  /** Problems that have left; they are not drawn any more. */
  gone: ReadonlySet<string>;
  /** Problems that came and are not in the list; they are counted until somebody wants to see them. */
  fresh: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();
export const noChanges: InboxChanges = { gone: none, fresh: none };

/**
 * The changes after an event; undefined when the list has to be read again. What is listed changes in
 * place by the cache and needs nothing here.
 */
export function withEvent(
  { gone, fresh }: InboxChanges,
  event: InboxEvent,
  list: { ids: ReadonlySet<string>; kind: IngestProblemKind | null | undefined },
): InboxChanges | undefined {
  const { problem, problemId } = event;
  if (problem) {
    const isWanted = list.kind == null || list.kind === problem.kind;
    const isNew = isWanted && !list.ids.has(problem.id);
    // One that was replayed in vain comes back as it was.
    return { gone: minus(gone, problem.id), fresh: isNew ? plus(fresh, problem.id) : fresh };
  }
  if (problemId === undefined) return undefined;
  return {
    gone: list.ids.has(problemId) ? plus(gone, problemId) : gone,
    fresh: minus(fresh, problemId),
  };
}

const plus = (set: ReadonlySet<string>, id: string): ReadonlySet<string> => new Set(set).add(id);

function minus(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return set.has(id) ? new Set([...set].filter((other) => other !== id)) : set;
}
