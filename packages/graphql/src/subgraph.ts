import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { enforceAccess } from './access.ts';
import { scalarResolvers } from './scalars.ts';

/** A subgraph as the gateway and the composition see it. */
export interface Subgraph {
  /** Logical name, also in the supergraph. */
  name: string;
  /** Executable, with access checks in place. */
  schema: GraphQLSchema;
}

/** The schema text that composition reads: shared definitions, then the modules' own files. */
export function subgraphTypeDefs(schemaFiles: URL[]): DocumentNode {
  const shared = new URL('../schema/shared.graphql', import.meta.url);
  return parse(
    [shared, ...schemaFiles].map((file) => readFileSync(fileURLToPath(file), 'utf8')).join('\n'),
  );
}

type Resolvers = NonNullable<
  Exclude<Parameters<typeof buildSubgraphSchema>[0], DocumentNode> extends (infer Item)[]
    ? Extract<Item, { typeDefs: DocumentNode }> extends { resolvers?: infer R }
      ? R
      : never
    : never
>;

/** Builds a subgraph from its schema files and resolvers; scalars and `@access` are added here. */
export function createSubgraph({
  name,
  schemaFiles,
  resolvers,
}: {
  name: string;
  schemaFiles: URL[];
  /** Resolver maps of the modules; generated types have checked them. */
  resolvers: object[];
}): Subgraph {
  const typeDefs = subgraphTypeDefs(schemaFiles);
  const merged: Record<string, object> = { ...scalarResolvers };
  for (const map of resolvers) {
    for (const [type, fields] of Object.entries(map as Record<string, object>)) {
      merged[type] = { ...merged[type], ...fields };
    }
  }
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: merged as Resolvers }]);
  enforceAccess(schema);
  return { name, schema };
}
