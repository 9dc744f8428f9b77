import type { ClickHouse } from '@runlight/clickhouse';
import { scopedUuid } from '@runlight/graphql';
import type { RequestContext } from '@runlight/graphql';
import { allOf, conjuncts, matchesFilter, needsStore, parseUuid } from '@runlight/run-model';
import type { LiveRunEntry, RunFilter } from '@runlight/run-model';
import { invalidInput, notFound } from '@runlight/service';
import type { Logger } from '@runlight/service';
import type { RunEventResolvers, SubscriptionResolvers } from '../../__generated__/resolvers.ts';
import { readRunFilter } from '../filter/filter-input.ts';
import { filterSubject } from '../runs/run-row.ts';
import { liveRun } from './live-run.ts';
import type { RunChangedMapper, RunEventsGapMapper } from './mappers.ts';
import { createRunStates } from './run-states.ts';
import { createRunStream } from './run-stream.ts';
import type { LiveSource } from './run-stream.ts';
import { createStoreFilter, findInStore } from './store-filter.ts';
import type { StoreFilter } from './store-filter.ts';

type RunEvent = RunChangedMapper | RunEventsGapMapper;

/** Knows which projects a workspace has. */
export interface Projects {
  exists: (workspaceId: string, projectId: string) => Promise<boolean>;
}

export function createLiveResolvers({
  clickhouse,
  live,
  log,
  projects,
}: {
  /** For conditions that events cannot answer. */
  clickhouse: ClickHouse;
  live: LiveSource;
  log: Logger;
  projects?: Projects | undefined;
}) {
  const states = createRunStates();
  const stored = createStoreFilter(findInStore(clickhouse));

  function changeOf({ eventId, event }: LiveRunEntry): RunChangedMapper | undefined {
    const state = states.merge(event);
    if (!state) return undefined;
    const run = liveRun(event.key, state);
    return { eventId, stateKey: event.key.runId, run, isStored: state.isStored };
  }

  async function open(
    { principal: { workspaceId }, signal }: RequestContext,
    { projectId: id, after }: { projectId: string; after?: string | null | undefined },
    isWanted: IsWanted,
  ): Promise<AsyncIterableIterator<RunEvent>> {
    const projectId = scopedUuid('Project', workspaceId, id);
    if (!projectId || (projects && !(await projects.exists(workspaceId, projectId)))) {
      throw notFound('Project');
    }
    return createRunStream<RunEvent>({
      source: live,
      workspaceId,
      projectId,
      after: readEventId(after),
      signal,
      contentOf: (entry) => {
        const change = changeOf(entry);
        if (!change) return undefined;
        const wanted = isWanted(change, entry.event.stage === 'stored');
        if (wanted instanceof Promise) return wanted.then((isMatch) => pick(isMatch, change));
        return pick(wanted, change);
      },
      gap: (eventId) => ({ eventId, run: null }),
      onFailure: (error) => log.warn({ err: error, projectId }, 'live events broke off'),
    });
  }

  const Subscription: Omit<SubscriptionResolvers, 'metricsTick'> = {
    runEvents: {
      subscribe: (_, args, context) => {
        return open(context, args, matcherOf(readRunFilter(args.filter), stored));
      },
      resolve: (event: RunEvent) => event,
    },
    traceEvents: {
      subscribe: (_, args, context) => {
        const traceId = parseUuid(args.traceUuid);
        if (!traceId) throw invalidInput('traceUuid is the UUID of a trace');
        return open(context, args, ({ run }) => run.key.traceId === traceId);
      },
      resolve: (event: RunEvent) => event,
    },
    threadEvents: {
      subscribe: (_, args, context) => {
        const { threadId } = args;
        if (threadId === '') throw invalidInput('threadId is the name of a thread');
        return open(context, args, ({ run }) => run.threadId === threadId);
      },
      resolve: (event: RunEvent) => event,
    },
  };

  const RunEvent: RunEventResolvers = {
    __resolveType: (event) => (event.run ? 'RunChanged' : 'RunEventsGap'),
  };

  return { Subscription, RunEvent };
}

/** Of a change, and whether the store has this state of the run. */
type IsWanted = (change: RunChangedMapper, isStored: boolean) => boolean | Promise<boolean>;

const pick = <T>(isWanted: boolean, content: T): T | undefined => (isWanted ? content : undefined);

/**
 * What the event itself can answer is answered first, and of every state. The rest is asked of the store, which
 * knows only what is stored: hints wait for the stored event that follows.
 */
function matcherOf(filter: RunFilter, stored: StoreFilter): IsWanted {
  const parts = conjuncts(filter);
  const here = allOf(parts.filter((part) => !needsStore(part)));
  const there = parts.filter(needsStore);
  return ({ run }, isStored) => {
    if (there.length > 0 && !isStored) return false;
    if (!matchesFilter(here, filterSubject(run))) return false;
    return there.length === 0 || stored.matches(allOf(there), run.key);
  };
}

/** Throws BAD_USER_INPUT for what is not an event's id. */
export function readEventId(after: string | null | undefined): string | undefined {
  if (after === null || after === undefined || after === '') return undefined;
  if (!/^\d{1,16}-\d{1,20}(-\d{1,10})?$/.test(after)) {
    throw invalidInput('after is the eventId of an earlier event');
  }
  return after;
}
