import { subgraphTypeDefs } from '@runlight/graphql';
import type { DocumentNode } from 'graphql';
import { schemaFiles as node } from '../../subgraphs/node/src/schema-files.ts';
import { schemaFiles as traces } from '../../subgraphs/traces/src/schema-files.ts';
import { schemaFiles as workspaces } from '../../subgraphs/workspaces/src/schema-files.ts';

export interface SubgraphSource {
  name: string;
  /** A logical name; where a subgraph runs is configuration of the gateway. */
  url: string;
  typeDefs: DocumentNode;
}

/** Every subgraph of the product, by name; a new one is added here and nowhere else. */
const schemaFilesOf: Record<string, URL[]> = { node, traces, workspaces };

export function subgraphSources(): SubgraphSource[] {
  return Object.entries(schemaFilesOf).map(([name, files]) => ({
    name,
    url: `http://${name}.internal/graphql`,
    typeDefs: subgraphTypeDefs(files),
  }));
}
