import { composeServices } from '@apollo/composition';
import { composeServices as composeBySecondLibrary } from '@theguild/federation-composition';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { missingAccess, missingDescriptions, nonNullReferences } from './checks.ts';
import { oneOfInputs, restoreOneOf } from './one-of.ts';
import type { SubgraphSource } from './subgraphs.ts';

export interface ComposedGraph {
  /** What the gateway runs. */
  supergraphSdl: string;
  /** The public schema, sorted; what clients and code generation read. */
  schemaSdl: string;
}

/** Thrown with every problem at once. */
export class CompositionError extends Error {
  constructor(problems: string[]) {
    super(`The graph does not compose:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'CompositionError';
  }
}

/** Composes the subgraphs and holds them to the rules of the graph; throws CompositionError. */
export function composeGraph(sources: SubgraphSource[]): ComposedGraph {
  const composed = composeServices(sources);
  if (composed.errors) throw new CompositionError(composed.errors.map(({ message }) => message));
  const publicSchema = lexicographicSortSchema(composed.schema.toAPISchema().toGraphQLJSSchema());
  const oneOf = oneOfInputs(sources.map(({ typeDefs }) => typeDefs));
  const problems = [
    ...composed.hints
      .filter(({ definition }) => definition.level.name === 'WARN')
      .map(({ definition, message }) => `${definition.code}: ${message}`),
    ...secondOpinion(sources),
    ...missingDescriptions(publicSchema).map((at) => `${at} has no description`),
    ...missingAccess(composed.supergraphSdl).map((at) => `${at} has neither @access nor @public`),
    ...nonNullReferences(sources).map(
      (at) => `${at} refers to an entity of another subgraph and must be nullable`,
    ),
  ];
  if (problems.length > 0) throw new CompositionError(problems);
  return {
    supergraphSdl: withFinalNewline(restoreOneOf(composed.supergraphSdl, oneOf)),
    schemaSdl: withFinalNewline(restoreOneOf(printSchema(publicSchema), oneOf)),
  };
}

/** Errors of a second, independent composition library. Its output is never run. */
function secondOpinion(sources: SubgraphSource[]): string[] {
  const { errors = [] } = composeBySecondLibrary(sources);
  return errors.map(({ message }) => `second composition library: ${message}`);
}

const withFinalNewline = (text: string): string => `${text.trimEnd()}\n`;
