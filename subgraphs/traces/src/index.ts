import type { ClickHouse } from '@runlight/clickhouse';
import { createSubgraph } from '@runlight/graphql';
import type { Subgraph } from '@runlight/graphql';
import type { FileLinks, ObjectStore } from '@runlight/objects';
import type { Logger } from '@runlight/service';
import { createLiveResolvers } from './modules/live/resolvers.ts';
import type { Projects } from './modules/live/resolvers.ts';
import type { LiveSource } from './modules/live/run-stream.ts';
import { createReads } from './modules/runs/reads.ts';
import { createRunsResolvers } from './modules/runs/resolvers.ts';
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
}

/** Runs, traces and their live events; every read is bound to the principal's workspace. */
export function createTracesSubgraph({
  clickhouse,
  objects,
  links,
  live,
  log,
  projects,
}: TracesOptions): Subgraph {
  return createSubgraph({
    name: 'traces',
    schemaFiles,
    resolvers: [
      createRunsResolvers(createReads({ clickhouse, objects, links })),
      createLiveResolvers({ live, log, projects }),
    ],
  });
}
