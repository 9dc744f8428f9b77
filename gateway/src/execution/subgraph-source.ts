import type { GraphQLDataSource } from '@apollo/gateway';
import type { RequestContext, Subgraph } from '@runlight/graphql';
import { AppError } from '@runlight/service';
import { execute, parse } from 'graphql';
import type { DocumentNode, ExecutionResult } from 'graphql';

/** Set on the context of one live event: what the owner's part of the plan answers. */
export const primaryAnswer = Symbol('primaryAnswer');

export interface PrimaryAnswer {
  subgraph: string;
  /** The text of the plan's first fetch. */
  operation: string;
  result: ExecutionResult;
}

export type ExecutionContext = RequestContext & { [primaryAnswer]?: PrimaryAnswer };

/** Distinct texts kept per subgraph; planner documents are few unless clients inline literals. */
const maxDocuments = 2000;

/**
 * Executes a subgraph's schema in this process. The stock data source parses and validates every
 * fetch, which costs more than twice as much per request; the planner's documents are valid.
 */
export function createSubgraphSource({ name, schema }: Subgraph): GraphQLDataSource {
  const documents = new Map<string, DocumentNode>();

  function documentOf(text: string): DocumentNode {
    const known = documents.get(text);
    if (known) return known;
    const document = parse(text, { noLocation: true });
    if (documents.size >= maxDocuments) documents.delete(documents.keys().next().value!);
    documents.set(text, document);
    return document;
  }

  return {
    async process({ request, context }) {
      const text = request.query ?? '';
      const answer = (context as ExecutionContext)[primaryAnswer];
      const result: ExecutionResult =
        answer && answer.subgraph === name && answer.operation === text
          ? answer.result
          : await withinDeadline(
              execute({
                schema,
                document: documentOf(text),
                variableValues: request.variables ?? {},
                operationName: request.operationName ?? null,
                contextValue: context,
              }),
              (context as Partial<RequestContext>).signal,
            );
      // The gateway's response type predates read-only results; it merges `data` into its own object.
      return result as Awaited<ReturnType<GraphQLDataSource['process']>>;
    },
  };
}

/** Gives up waiting when the request's signal aborts; the stores hear of it by the same signal. */
async function withinDeadline<T>(
  work: T | Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  if (!signal || !(work instanceof Promise)) return work;
  let stopListening = () => {};
  const aborted = new Promise<never>((_, reject) => {
    const onAbort = () => reject(abortError(signal));
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    stopListening = () => signal.removeEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    stopListening();
  }
}

function abortError(signal: AbortSignal): AppError {
  const reason: unknown = signal.reason;
  return reason instanceof AppError
    ? reason
    : new AppError('TIMEOUT', 'The operation took too long', { cause: reason });
}
