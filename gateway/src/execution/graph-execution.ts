import { ApolloGateway } from '@apollo/gateway';
import type { RequestContext, Subgraph } from '@runlight/graphql';
import { invariant } from '@runlight/service';
import type { Logger } from '@runlight/service';
import { createSourceEventStream, execute } from 'graphql';
import type {
  DocumentNode,
  ExecutionResult,
  GraphQLError,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import { keepGatewayOffline } from './env.ts';
import { gapAnswer } from './gap-answer.ts';
import { createLivePlans } from './live-plan.ts';
import type { LivePlan } from './live-plan.ts';
import { createPlanCache } from './plan-cache.ts';
import { borrowScalarParsers } from './scalars.ts';
import { createSubgraphSource, primaryAnswer } from './subgraph-source.ts';
import type { ExecutionContext } from './subgraph-source.ts';

export type Variables = Record<string, unknown>;

/** A validated operation. */
export interface GraphRequest {
  document: DocumentNode;
  operationName?: string | undefined;
  variables: Variables;
  /** Identifies the document in the plan cache. */
  queryHash: string;
}

/** What the owner of a subscription published, or the fact that events were lost. */
export type SourceEvent = { published: unknown } | { lostUntil: string };

/** A planned subscription (see live-plan.ts) that can be opened at any position, any number of times. */
export interface LiveOperation {
  plan: LivePlan;
  /** The owner's events; `context.signal` ends them. Errors are those of the owner's refusal. */
  open: (
    variables: Variables,
    context: RequestContext,
  ) => Promise<AsyncIterable<unknown> | { errors: readonly GraphQLError[] }>;
  /** What a client sees of one event, entities of other subgraphs included. */
  resultOf: (
    event: SourceEvent,
    variables: Variables,
    context: RequestContext,
  ) => Promise<ExecutionResult>;
  release: () => void;
}

/**
 * All there is of Apollo's gateway in this product. Another gateway that runs the composed supergraph
 * could stand here (graphql.md §14).
 */
export interface GraphExecution {
  /** The public schema. */
  schema: GraphQLSchema;
  execute: (request: GraphRequest, context: RequestContext) => Promise<ExecutionResult>;
  /** Plans a validated subscription. Throws when it cannot be planned. */
  subscribe: (document: DocumentNode, operation: OperationDefinitionNode) => LiveOperation;
  stop: () => Promise<void>;
}

export async function createGraphExecution({
  supergraphSdl,
  subgraphs,
  log,
}: {
  supergraphSdl: string;
  subgraphs: Subgraph[];
  log: Logger;
}): Promise<GraphExecution> {
  keepGatewayOffline();
  const cache = createPlanCache();
  const byName = new Map(subgraphs.map((subgraph) => [subgraph.name, subgraph]));
  const find = (name: string): Subgraph => {
    const subgraph = byName.get(name);
    invariant(subgraph, `the supergraph's subgraph ${name} runs in this process`);
    return subgraph;
  };
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: quietLogger(log),
    queryPlannerConfig: { cache },
    buildService: ({ name }) => createSubgraphSource(find(name)),
    __exposeQueryPlanExperimental: false,
  });
  const { schema, executor } = await gateway.load();
  borrowScalarParsers(schema, subgraphs);
  const plans = createLivePlans({ supergraphSdl, cache });

  async function run(
    { document, operationName, variables, queryHash }: GraphRequest,
    context: ExecutionContext,
  ): Promise<ExecutionResult> {
    const result = await executor({
      request: { variables, ...(operationName === undefined ? {} : { operationName }) },
      document,
      queryHash,
      context,
      schema,
      metrics: {},
      // Read by none of the gateway's code that runs here.
      ...({ cache: undefined, source: '', operationName: operationName ?? null } as object),
    } as unknown as Parameters<typeof executor>[0]);
    return result as ExecutionResult;
  }

  return {
    schema,
    execute: run,
    subscribe(document, operation) {
      const plan = plans.acquire(document, operation);
      const owner = find(plan.primary.serviceName);
      return createLiveOperation({ plan, owner, run, release: () => plans.release(plan) });
    },
    stop: () => gateway.stop(),
  };
}

function createLiveOperation({
  plan,
  owner,
  run,
  release,
}: {
  plan: LivePlan;
  owner: Subgraph;
  run: (request: GraphRequest, context: ExecutionContext) => Promise<ExecutionResult>;
  release: () => void;
}): LiveOperation {
  const { schema } = owner;
  const document = plan.primaryDocument;
  const variablesOfPrimary = (variables: Variables) =>
    Object.fromEntries(
      (plan.primary.variableUsages ?? []).flatMap((name) =>
        variables[name] === undefined ? [] : [[name, variables[name]]],
      ),
    );

  return {
    plan,
    release,
    async open(variables, context) {
      const stream = await createSourceEventStream({
        schema,
        document,
        variableValues: variablesOfPrimary(variables),
        contextValue: context,
      });
      return 'errors' in stream
        ? { errors: stream.errors ?? [] }
        : (stream as AsyncIterable<unknown>);
    },
    async resultOf(event, variables, context) {
      const result: ExecutionResult =
        'lostUntil' in event
          ? { data: gapAnswer(schema, document, event.lostUntil) ?? null }
          : await execute({
              schema,
              document,
              rootValue: event.published,
              variableValues: variablesOfPrimary(variables),
              contextValue: context,
            });
      const { serviceName: subgraph, operation } = plan.primary;
      const eventContext: ExecutionContext = {
        ...context,
        [primaryAnswer]: { subgraph, operation, result },
      };
      return run({ document: plan.document, variables, queryHash: plan.cacheKey }, eventContext);
    },
  };
}

/** The gateway reports its own start at `info`; in our log that is detail. */
function quietLogger(log: Logger) {
  return {
    debug: (message: string) => log.trace(message),
    info: (message: string) => log.debug(message),
    warn: (message: string) => log.warn(message),
    error: (message: string) => log.error(message),
  };
}
