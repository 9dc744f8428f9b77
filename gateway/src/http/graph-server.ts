import { ApolloServer, HeaderMap } from '@apollo/server';
import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { RequestContext } from '@runlight/graphql';
import type { Logger } from '@runlight/service';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { FormattedExecutionResult } from 'graphql';
import { toClientError, toClientResult } from '../errors.ts';
import type { GraphExecution } from '../execution/graph-execution.ts';
import { documentLimits } from '../limits/document-limits.ts';
import type { GatewayLimits } from '../limits/limits.ts';

type Server = ApolloServer<RequestContext>;
type GatewayOption = NonNullable<ConstructorParameters<typeof ApolloServer>[0]['gateway']>;

type GatewayExecutor = NonNullable<Awaited<ReturnType<GatewayOption['load']>>['executor']>;

/** An operation as it stands in a request. */
export interface OperationRequest {
  query: string;
  operationName?: string | undefined;
  variables?: Record<string, unknown> | undefined;
}

export interface GraphServer {
  /** One HTTP request, as Apollo Server answers it. */
  answerHttp: (
    request: Parameters<Server['executeHTTPGraphQLRequest']>[0]['httpGraphQLRequest'],
    context: RequestContext,
  ) => ReturnType<Server['executeHTTPGraphQLRequest']>;
  /** A query or mutation from a socket, through the same pipeline. */
  run: (request: OperationRequest, context: RequestContext) => Promise<FormattedExecutionResult>;
  stop: () => Promise<void>;
}

/** Parsing, validation, limits and masking of queries and mutations, over HTTP and sockets alike. */
export async function createGraphServer({
  execution,
  limits,
  log,
}: {
  execution: GraphExecution;
  limits: GatewayLimits;
  log: Logger;
}): Promise<GraphServer> {
  const server = new ApolloServer<RequestContext>({
    gateway: asGateway(execution),
    logger: quietLogger(log),
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    maxRecursiveSelections: true,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.maxTokens },
    validationRules: [documentLimits(limits)],
    validationOptions: { maxErrors: 10 },
    // For requests that are refused before they are an operation; `clientResults` does the others.
    formatError: (error) => toClientError(error),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      admission(),
      clientResults(),
    ],
  });
  await server.start();

  return {
    answerHttp: (httpGraphQLRequest, context) =>
      server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => context }),
    async run({ query, operationName, variables }, context) {
      const { body } = await server.executeOperation(
        {
          query,
          ...(operationName === undefined ? {} : { operationName }),
          ...(variables === undefined ? {} : { variables }),
        },
        { contextValue: context },
      );
      if (body.kind !== 'single') throw new Error('No operation is answered in parts');
      return body.singleResult;
    },
    stop: () => server.stop(),
  };
}

/** Apollo Server asks a gateway for a schema and an executor; ours is behind `GraphExecution`. */
function asGateway(execution: GraphExecution): GatewayOption {
  type SchemaListener = Parameters<GatewayOption['onSchemaLoadOrUpdate'] & object>[0];
  const listeners: SchemaListener[] = [];
  return {
    onSchemaLoadOrUpdate(listener) {
      listeners.push(listener);
      return () => {};
    },
    async load() {
      for (const listen of listeners)
        listen({ apiSchema: execution.schema, coreSupergraphSdl: '' });
      return {
        schema: execution.schema,
        executor: async ({ document, request, queryHash, context }) => {
          const result = await execution.execute(
            {
              document,
              operationName: request.operationName,
              variables: request.variables ?? {},
              queryHash,
            },
            context as RequestContext,
          );
          return result as Awaited<ReturnType<GatewayExecutor>>;
        },
      };
    },
    stop: () => execution.stop(),
  };
}

const refuse = (message: string, status: number, headers?: [string, string][]): GraphQLError =>
  new GraphQLError(message, {
    extensions: { code: 'BAD_USER_INPUT', http: { status, headers: new HeaderMap(headers) } },
  });

/**
 * What is refused between validation and planning. The cost rule and the budgets of the identity
 * issue belong here: they see the operation, its variables and the principal.
 */
function admission(): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ operation }) => {
        if (!operation) throw refuse('Name one of the operations in operationName', 400);
        if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
          throw refuse('Subscriptions are served over WebSocket (graphql-transport-ws)', 400);
        }
      },
    }),
  };
}

/** Turns what the pipeline made into what a client sees, and says with the status that all failed. */
function clientResults(): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async (requestContext) => {
        const { response, contextValue } = requestContext;
        if (response.body.kind !== 'single') return;
        const { singleResult } = response.body;
        // The errors of the pipeline still have their causes, the formatted ones do not.
        const errors = requestContext.errors ?? singleResult.errors;
        const result = toClientResult(
          { ...singleResult, ...(errors ? { errors } : {}) } as FormattedExecutionResult,
          contextValue,
        );
        response.body.singleResult = result;
        markTotalFailure(response.http, result);
      },
    }),
  };
}

const statusOfTotalFailure: Record<string, number> = {
  UNAUTHENTICATED: 401,
  RATE_LIMITED: 429,
  SUBGRAPH_UNAVAILABLE: 503,
  TIMEOUT: 503,
};

/** No data at all because of overload, limits or authentication is not a 200. */
function markTotalFailure(
  http: GraphQLRequestContext<RequestContext>['response']['http'],
  { data, errors }: FormattedExecutionResult,
): void {
  if (data !== null && data !== undefined) return;
  const code = errors?.[0]?.extensions?.['code'];
  const status = typeof code === 'string' ? statusOfTotalFailure[code] : undefined;
  if (status === undefined) return;
  http.status = status;
  if (status === 429 || status === 503) http.headers.set('retry-after', '5');
}

function quietLogger(log: Logger) {
  return {
    debug: (message: string) => log.trace(message),
    info: (message: string) => log.debug(message),
    warn: (message: string) => log.warn(message),
    error: (message: string) => log.error(message),
  };
}
