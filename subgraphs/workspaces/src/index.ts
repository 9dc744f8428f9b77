import type { FeedbackTokens } from '@runlight/auth';
import { createSubgraph } from '@runlight/graphql';
import type { Subgraph } from '@runlight/graphql';
import type { Database, NotificationListener } from '@runlight/postgres';
import type { Redis } from '@runlight/queue';
import { createApiKeysModule } from './modules/api-keys/resolvers.ts';
import { createDashboardsModule } from './modules/dashboards/resolvers.ts';
import type { FileLinks } from '@runlight/objects';
import { createFeedbackConfigsModule } from './modules/feedback-configs/resolvers.ts';
import { createFeedbackTokensModule } from './modules/feedback-tokens/resolvers.ts';
import { createIngestModule } from './modules/ingest/resolvers.ts';
import { createJobsModule } from './modules/jobs/resolvers.ts';
import { createPricesModule } from './modules/prices/resolvers.ts';
import { createProjectsModule } from './modules/projects/resolvers.ts';
import { createSavedViewsModule } from './modules/saved-views/resolvers.ts';
import { createRetentionModule } from './modules/retention/resolvers.ts';
import { createWorkspacesModule } from './modules/workspaces/resolvers.ts';
import { createLoaders } from './loaders.ts';
import { schemaFiles } from './schema-files.ts';

export { ingestProblemChannel } from './modules/ingest/problem-events.ts';

export interface WorkspacesSubgraphOptions {
  database: Pick<Database, 'db'>;
  /** Hears the database's channel `ingest_problem`; without it there are no subscriptions. */
  problemListener?: NotificationListener;
  /** Where workers say how far they are behind; without it the lag is not known. */
  redis?: Pick<Redis, 'hmget'>;
  /** Makes links to exported files; without it there are none. */
  links?: FileLinks;
  /** Single-use tokens for feedback; with `publicUrl`, or there are none. */
  feedbackTokens?: FeedbackTokens;
  /** Where browsers reach us. */
  publicUrl?: string;
}

/** Organizations, workspaces, projects, people, API keys and the ingest inbox, from Postgres. */
export function createWorkspacesSubgraph({
  database,
  problemListener,
  redis,
  links,
  feedbackTokens,
  publicUrl,
}: WorkspacesSubgraphOptions): Subgraph {
  const { db } = database;
  const loaders = createLoaders(db);
  return createSubgraph({
    name: 'workspaces',
    schemaFiles,
    resolvers: [
      createWorkspacesModule({ db, loaders }),
      createProjectsModule({ db, loaders }),
      createApiKeysModule({ db, loaders }),
      createPricesModule({ db, loaders }),
      createSavedViewsModule({ db, loaders }),
      createDashboardsModule({ db, loaders }),
      createJobsModule({ db, loaders, links }),
      createRetentionModule({ db, loaders }),
      createFeedbackConfigsModule({ db }),
      createFeedbackTokensModule({ tokens: feedbackTokens, publicUrl }),
      createIngestModule({ db, loaders, problemListener, redis }),
    ],
  });
}
