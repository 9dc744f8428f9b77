import type { Subgraph } from '@runlight/graphql';
import { isScalarType, isSpecifiedScalarType } from 'graphql';
import type { GraphQLSchema } from 'graphql';

/**
 * Lets the public schema read custom scalars as their subgraphs do. The supergraph only names them,
 * so without this a malformed literal would pass validation and fail deep inside as our own error.
 */
export function borrowScalarParsers(schema: GraphQLSchema, subgraphs: Subgraph[]): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isScalarType(type) || isSpecifiedScalarType(type)) continue;
    for (const subgraph of subgraphs) {
      const own = subgraph.schema.getType(type.name);
      if (!isScalarType(own)) continue;
      type.parseValue = own.parseValue.bind(own);
      type.parseLiteral = own.parseLiteral.bind(own);
      break;
    }
  }
}
