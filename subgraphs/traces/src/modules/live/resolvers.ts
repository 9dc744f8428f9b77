import { scopedUuid } from '@runlight/graphql';
import type { RequestContext } from '@runlight/graphql';
import { matchesFilter, needsStore, parseUuid } from '@runlight/run-model';
import type { LiveRunEntry } from '@runlight/run-model';
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

type RunEvent = RunChangedMapper | RunEventsGapMapper;

/** Knows which projects a workspace has. */
export interface Projects {
  exists: (workspaceId: string, projectId: string) => Promise<boolean>;
}

export function createLiveResolvers({
  live,
  log,
  projects,
}: {
  live: LiveSource;
  log: Logger;
  projects?: Projects | undefined;
}) {
  const states = createRunStates();

  function changeOf({ eventId, event }: LiveRunEntry): RunChangedMapper | undefined {
    const state = states.merge(event);
    if (!state) return undefined;
    const run = liveRun(event.key, state);
    return { eventId, stateKey: event.key.runId, run, isStored: state.isStored };
  }

  async function open(
    { principal: { workspaceId }, signal }: RequestContext,
    { projectId: id, after }: { projectId: string; after?: string | null | undefined },
    isWanted: (change: RunChangedMapper) => boolean,
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
        return change && isWanted(change) ? change : undefined;
      },
      gap: (eventId) => ({ eventId, run: null }),
      onFailure: (error) => log.warn({ err: error, projectId }, 'live events broke off'),
    });
  }

  const Subscription: SubscriptionResolvers = {
    runEvents: {
      subscribe: (_, args, context) => {
        const filter = readRunFilter(args.filter);
        if (needsStore(filter)) throw invalidInput('Live events cannot be filtered by content yet');
        return open(context, args, ({ run }) => matchesFilter(filter, filterSubject(run)));
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
  };

  const RunEvent: RunEventResolvers = {
    __resolveType: (event) => (event.run ? 'RunChanged' : 'RunEventsGap'),
  };

  return { Subscription, RunEvent };
}

/** Throws BAD_USER_INPUT for what is not an event's id. */
function readEventId(after: string | null | undefined): string | undefined {
  if (after === null || after === undefined || after === '') return undefined;
  if (!/^\d{1,16}-\d{1,20}(-\d{1,10})?$/.test(after)) {
    throw invalidInput('after is the eventId of an earlier event');
  }
  return after;
}
