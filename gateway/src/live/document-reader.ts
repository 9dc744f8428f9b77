import { GraphQLError, getOperationAST, parse, specifiedRules, validate } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { documentLimits } from '../limits/document-limits.ts';
import type { GatewayLimits } from '../limits/limits.ts';

export type ReadDocument =
  | { errors: readonly GraphQLError[] }
  | { document: DocumentNode; operation: OperationDefinitionNode };

export interface DocumentReader {
  /** Which operation a text holds; syntax only. */
  operationOf: (query: string, operationName: string | undefined) => ReadDocument;
  /** The errors of a document; an empty list when it is valid. */
  problemsOf: (document: DocumentNode) => readonly GraphQLError[];
}

/** After a restart all clients send the same few texts at once. */
const maxKept = 500;

/** Reads documents of sockets with the same limits as those of HTTP requests. */
export function createDocumentReader(schema: GraphQLSchema, limits: GatewayLimits): DocumentReader {
  const parsed = new Map<string, DocumentNode>();
  const valid = new WeakSet<DocumentNode>();
  const rules = [...specifiedRules, documentLimits(limits)];

  function documentOf(query: string): DocumentNode {
    const known = parsed.get(query);
    if (known) return known;
    const document = parse(query, { maxTokens: limits.maxTokens });
    if (parsed.size >= maxKept) parsed.delete(parsed.keys().next().value!);
    parsed.set(query, document);
    return document;
  }

  return {
    operationOf(query, operationName) {
      try {
        const document = documentOf(query);
        const operation = getOperationAST(document, operationName);
        return operation
          ? { document, operation }
          : { errors: [badInput('Name one of the operations in operationName')] };
      } catch (error) {
        return { errors: [badInput(error instanceof Error ? error.message : 'Not a document')] };
      }
    },

    problemsOf(document) {
      if (valid.has(document)) return [];
      try {
        const errors = validate(schema, document, rules, { maxErrors: 10 });
        if (errors.length === 0) valid.add(document);
        return errors.map(({ message, nodes }) => badInput(message, nodes));
      } catch {
        // graphql-js throws here, instead of reporting, when `@skip` or `@include` with a variable
        // stands at the root of a subscription.
        return [badInput('The root of a subscription takes no @skip or @include')];
      }
    },
  };
}

function badInput(message: string, nodes?: GraphQLError['nodes']): GraphQLError {
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
