import { createSubgraph } from '@runlight/graphql';
import type { Subgraph } from '@runlight/graphql';
import type { Database } from '@runlight/postgres';
import { createApiKeysModule } from './modules/api-keys/resolvers.ts';
import { createProjectsModule } from './modules/projects/resolvers.ts';
import { createWorkspacesModule } from './modules/workspaces/resolvers.ts';
import { createLoaders } from './loaders.ts';
import { schemaFiles } from './schema-files.ts';

export interface WorkspacesSubgraphOptions {
  database: Pick<Database, 'db'>;
}

/** Organizations, workspaces, projects, people and API keys, from Postgres. */
export function createWorkspacesSubgraph({ database }: WorkspacesSubgraphOptions): Subgraph {
  const { db } = database;
  const loaders = createLoaders(db);
  return createSubgraph({
    name: 'workspaces',
    schemaFiles,
    resolvers: [
      createWorkspacesModule({ db, loaders }),
      createProjectsModule({ db, loaders }),
      createApiKeysModule({ db, loaders }),
    ],
  });
}
