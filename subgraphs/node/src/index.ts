import { createSubgraph } from '@runlight/graphql';
import type { Subgraph } from '@runlight/graphql';
import { createResolvers } from './resolvers.ts';
import { schemaFiles } from './schema-files.ts';

/** `Query.node` and `Query.nodes`: says which type an id is of; the type's owner does the rest. */
export function createNodeSubgraph(): Subgraph {
  return createSubgraph({ name: 'node', schemaFiles, resolvers: [createResolvers()] });
}
