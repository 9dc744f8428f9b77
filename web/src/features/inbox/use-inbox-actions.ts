import { useMutation } from '@apollo/client/react';
import { errorWords } from '../../api/error-words.ts';
import type { IngestProblemFilter } from '../../gql/graphql.ts';
import { t } from '../../i18n/index.ts';
import { countText } from '../../lib/format.ts';
import {
  purgeAllProblemsMutation,
  purgeProblemsMutation,
  replayAllProblemsMutation,
  replayProblemsMutation,
} from './inbox-documents.ts';

export type InboxAction = 'replay' | 'purge';

/** What an action is for: these problems, or all of a filter, which never takes what came later. */
export type ActionTarget = { ids: string[] } | { filter: IngestProblemFilter };

/** How an action ended, in words. */
export type ActionOutcome = { said: string } | { problem: string };

/** The graph takes so many ids at once. */
const idsPerCall = 100;

/** Carries actions out; many ids and long filters by several calls. */
export function useInboxActions() {
  const [replay] = useMutation(replayProblemsMutation);
  const [replayAll] = useMutation(replayAllProblemsMutation);
  const [purge] = useMutation(purgeProblemsMutation);
  const [purgeAll] = useMutation(purgeAllProblemsMutation);

  async function replayIds(ids: string[]): Promise<ActionOutcome> {
    let requested = 0;
    let why: string | undefined;
    for (const page of pages(ids)) {
      const { data } = await replay({ variables: { input: { ids: page } } });
      requested += data!.replayIngestProblems.requested;
      why ??= data!.replayIngestProblems.userErrors[0]?.message;
    }
    return said('replayed', requested, ids.length - requested, why);
  }

  async function replayFilter(filter: IngestProblemFilter): Promise<ActionOutcome> {
    let requested = 0;
    for (;;) {
      const { data } = await replayAll({ variables: { input: { filter } } });
      const answer = data!.replayAllIngestProblems;
      requested += answer.requested;
      if (!answer.hasMore) return said('replayed', requested, answer.skipped);
    }
  }

  async function purgeIds(ids: string[]): Promise<ActionOutcome> {
    let purged = 0;
    for (const page of pages(ids)) {
      const { data } = await purge({ variables: { input: { ids: page } } });
      purged += data!.purgeIngestProblems.purged;
    }
    return said('purged', purged, 0);
  }

  async function purgeFilter(filter: IngestProblemFilter): Promise<ActionOutcome> {
    let purged = 0;
    for (;;) {
      const { data } = await purgeAll({ variables: { input: { filter } } });
      purged += data!.purgeAllIngestProblems.purged;
      if (!data!.purgeAllIngestProblems.hasMore) return said('purged', purged, 0);
    }
  }

  return async (action: InboxAction, target: ActionTarget): Promise<ActionOutcome> => {
    try {
      if ('ids' in target) {
        return await (action === 'replay' ? replayIds : purgeIds)(target.ids);
      }
      return await (action === 'replay' ? replayFilter : purgeFilter)(target.filter);
    } catch (error) {
      const { title, text } = errorWords(error);
      return { problem: `${title}. ${text}` };
    }
  };
}

function said(
  what: 'replayed' | 'purged',
  count: number,
  skipped: number,
  why?: string,
): ActionOutcome {
  const done = t(`inbox.${what}`, { count, formatted: countText(count) });
  if (skipped === 0) return { said: done };
  const rest = t('inbox.skipped', { count: skipped, formatted: countText(skipped) });
  return { said: [done, rest, why && `${why}.`].filter(Boolean).join(' ') };
}

function* pages(ids: string[]): Generator<string[]> {
  for (let start = 0; start < ids.length; start += idsPerCall) {
    yield ids.slice(start, start + idsPerCall);
  }
}
