import type { LiveRunEvent } from '@runlight/run-model';
import { liveKeys, liveLogLimits } from './live-log.ts';
import { redisUnavailable } from './redis.ts';
import type { Redis } from './redis.ts';
import { loadScript, runScript } from './script.ts';

export interface LiveProject {
  workspaceId: string;
  projectId: string;
}

export interface LivePublisher {
  /**
   * The items whose projects somebody watches, or did within the last minutes: events of others need
   * not even be made. Keeps their order, and that of the calls.
   */
  watched: <T>(items: readonly T[], projectOf: (item: T) => LiveProject) => Promise<T[]>;
  /** Appends events to the logs of their projects and tells subscribers; keeps their order. */
  publish: (events: LiveRunEvent[]) => Promise<void>;
}

const publishScript = loadScript('publish-live');

export function createLivePublisher(redis: Redis): LivePublisher {
  async function append(events: LiveRunEvent[]): Promise<void> {
    const { workspaceId, projectId } = events[0]!.key;
    const keys = liveKeys(workspaceId, projectId);
    await runScript(
      redis,
      publishScript,
      [keys.log, keys.size],
      [
        keys.channel,
        // As bytes: the driver would join a text with the rest of the command and encode it again.
        Buffer.from(JSON.stringify(events)),
        events.length,
        liveLogLimits.events,
        liveLogLimits.bytes,
        liveLogLimits.idleSeconds,
      ],
    );
  }

  const isWatched = async ({ workspaceId, projectId }: LiveProject): Promise<boolean> =>
    (await redis.exists(liveKeys(workspaceId, projectId).watched)) === 1;

  return {
    async watched(items, projectOf) {
      const projects = new Map(items.map((item) => [projectOf(item).projectId, projectOf(item)]));
      try {
        const answers = await Promise.all([...projects.values()].map(isWatched));
        const ids = new Set([...projects.keys()].filter((_, index) => answers[index]));
        return ids.size === 0 ? [] : items.filter((item) => ids.has(projectOf(item).projectId));
      } catch (error) {
        throw redisUnavailable(error);
      }
    },

    async publish(events) {
      try {
        // Commands of one connection keep their order, so that of a run is kept too.
        await Promise.all(entriesOf(events).map(append));
      } catch (error) {
        throw redisUnavailable(error);
      }
    },
  };
}

function entriesOf(events: LiveRunEvent[]): LiveRunEvent[][] {
  const byProject = Map.groupBy(
    events,
    ({ key }) => `${key.workspaceId}:${key.projectId}` as const,
  );
  const entries: LiveRunEvent[][] = [];
  for (const ofProject of byProject.values()) {
    for (let start = 0; start < ofProject.length; start += liveLogLimits.eventsPerEntry) {
      entries.push(ofProject.slice(start, start + liveLogLimits.eventsPerEntry));
    }
  }
  return entries;
}
