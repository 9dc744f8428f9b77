import type { FeedbackConfigDirectory, ShareLinks } from '@runlight/auth';
import type { ClickHouse } from '@runlight/clickhouse';
import { createSubgraph } from '@runlight/graphql';
import type { Subgraph } from '@runlight/graphql';
import type { FileLinks, ObjectStore } from '@runlight/objects';
import type { Logger } from '@runlight/service';
import type { FeedbackQueue } from './modules/feedback/feedback-writer.ts';
import { createCostResolvers } from './modules/cost/resolvers.ts';
import { createFeedbackResolvers } from './modules/feedback/resolvers.ts';
import { createFacetsResolvers } from './modules/facets/resolvers.ts';
import { createLiveResolvers } from './modules/live/resolvers.ts';
import type { Projects } from './modules/live/resolvers.ts';
import type { LiveSource } from './modules/live/run-stream.ts';
import { createMetricsResolvers } from './modules/metrics/resolvers.ts';
import { createMetricsTickResolvers } from './modules/metrics/tick-resolvers.ts';
import { createReads } from './modules/runs/reads.ts';
import { createRunsResolvers } from './modules/runs/resolvers.ts';
import {
  SharedRunConnection,
  SharedTrace,
  createSharedRun,
} from './modules/sharing/public-fields.ts';
import { createSharingResolvers } from './modules/sharing/resolvers.ts';
import { createThreadsResolvers } from './modules/threads/resolvers.ts';
import { createUsersResolvers } from './modules/users/resolvers.ts';
import { schemaFiles } from './schema-files.ts';

export interface TracesOptions {
  clickhouse: ClickHouse;
  /** Where attachments and large payloads are. */
  objects: ObjectStore;
  /** Signs what callers may download. */
  links: FileLinks;
  /** The live reader of packages/queue. */
  live: LiveSource;
  log: Logger;
  /**
   * Refuses subscriptions to projects that the workspace does not have. Without it they are answered
   * with silence, as live events are kept by workspace and project.
   */
  projects?: Projects;
  /** Takes feedback that people give; without it there is none to give. */
  feedbackQueue?: FeedbackQueue;
  /** Enforced scales of feedback; without it every score is taken. */
  feedbackConfigs?: FeedbackConfigDirectory;
  /** Public links; without them there is no sharing. */
  shareLinks?: ShareLinks;
}

/** Runs, traces and their live events; every read is bound to the principal's workspace. */
export function createTracesSubgraph({
  clickhouse,
  objects,
  links,
  live,
  log,
  projects,
  feedbackQueue,
  feedbackConfigs,
  shareLinks,
}: TracesOptions): Subgraph {
  const readsOf = createReads({ clickhouse, objects, links, shareLinks });
  return createSubgraph({
    name: 'traces',
    schemaFiles,
    resolvers: [
      createRunsResolvers(readsOf),
      createFeedbackResolvers({
        readsOf,
        queue: feedbackQueue,
        projects,
        configs: feedbackConfigs,
      }),
      createSharingResolvers({ readsOf, links: shareLinks }),
      { SharedTrace, SharedRunConnection, SharedRun: createSharedRun(readsOf) },
      createMetricsResolvers({ clickhouse }),
      createCostResolvers(readsOf),
      createThreadsResolvers({ readsOf, clickhouse }),
      createUsersResolvers({ clickhouse }),
      createFacetsResolvers({ clickhouse }),
      createLiveResolvers({ clickhouse, live, log, projects }),
      createMetricsTickResolvers({ live, log, projects }),
    ],
  });
}
