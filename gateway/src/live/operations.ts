import { randomUUID } from 'node:crypto';
import type { Principal } from '@runlight/auth';
import type { RequestContext } from '@runlight/graphql';
import { AppError } from '@runlight/service';
import type { Logger } from '@runlight/service';
import { OperationTypeNode } from 'graphql';
import type { FormattedExecutionResult, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { toClientError } from '../errors.ts';
import type { GraphServer, OperationRequest } from '../http/graph-server.ts';
import type { GatewayLimits } from '../limits/limits.ts';
import { createDocumentReader } from './document-reader.ts';
import type { LiveGroups, SubscriptionRequest } from './groups.ts';
import { createOutbox } from './outbox.ts';
import type { Wire } from './outbox.ts';

/** Where one operation of a socket sends its messages. */
export interface OperationSink {
  /** The operation's id as JSON text. */
  id: string;
  wire: Wire;
  /** The operation is over by itself; its id is free again. */
  done: () => void;
  /** The reader cannot be served; the socket should close. */
  giveUp: () => void;
}

export interface RunningOperation {
  /** The client wants no more. */
  cancel: () => void;
  /** The socket has drained. */
  resume: () => void;
}

export interface SocketOperations {
  start: (request: OperationRequest, principal: Principal, sink: OperationSink) => RunningOperation;
}

/** Runs what arrives as `subscribe`: subscriptions by their groups, the rest by the HTTP pipeline. */
export function createSocketOperations({
  schema,
  graphServer,
  groups,
  limits,
  log,
}: {
  schema: GraphQLSchema;
  graphServer: GraphServer;
  groups: LiveGroups;
  limits: GatewayLimits;
  log: Logger;
}): SocketOperations {
  const reader = createDocumentReader(schema, limits);
  const over: RunningOperation = { cancel: () => {}, resume: () => {} };

  function refuse(sink: OperationSink, errors: readonly unknown[], requestId: string) {
    const shown = errors.map((error) => toClientError(error, { requestId, log }));
    sink.wire.send(errorMessage(sink.id, shown));
    sink.done();
    return over;
  }

  function runOnce(
    request: OperationRequest,
    context: Omit<RequestContext, 'signal'>,
    sink: OperationSink,
  ): RunningOperation {
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(
      () => controller.abort(new AppError('TIMEOUT', 'The operation took too long')),
      limits.operationTimeoutMs,
    );
    let cancelled = false;
    const answer = (result: FormattedExecutionResult) => {
      if (cancelled) return;
      // Refused before it was executed: an error message, which also ends the operation.
      if (result.data === undefined) sink.wire.send(errorMessage(sink.id, result.errors ?? []));
      else {
        sink.wire.send(`{"id":${sink.id},"type":"next","payload":${JSON.stringify(result)}}`);
        sink.wire.send(completeMessage(sink.id));
      }
      sink.done();
    };
    graphServer
      .run(request, { ...context, signal })
      .then(answer, (error: unknown) => {
        if (!cancelled) refuse(sink, [error], context.requestId);
      })
      .finally(() => clearTimeout(timer));
    return {
      resume: () => {},
      cancel: () => {
        cancelled = true;
        controller.abort();
      },
    };
  }

  function subscribe(
    request: SubscriptionRequest,
    sink: OperationSink,
    requestId: string,
  ): RunningOperation {
    let found: ReturnType<LiveGroups['find']>;
    try {
      found = groups.find(request);
    } catch (error) {
      return refuse(sink, [error], requestId);
    }
    const { group, position } = found;
    const outbox = createOutbox({
      id: sink.id,
      wire: sink.wire,
      maxQueued: limits.maxQueuedEvents,
      gapAfter: (eventId) => group.gapFrame(eventId),
      giveUp: sink.giveUp,
    });
    const member = {
      deliver: outbox.push,
      whenReady: outbox.whenEmpty,
      end: (errors?: GraphQLFormattedError[]) => {
        outbox.end(errors ? errorMessage(sink.id, errors) : completeMessage(sink.id));
        const emptied = outbox.whenEmpty();
        if (emptied) void emptied.then(sink.done);
        else sink.done();
      },
    };
    const leave = group.join(member, position);
    return {
      resume: outbox.flush,
      cancel: () => {
        outbox.clear();
        leave();
      },
    };
  }

  return {
    start(request, principal, sink) {
      const requestId = randomUUID();
      const read = reader.operationOf(request.query, request.operationName);
      if ('errors' in read) return refuse(sink, read.errors, requestId);
      const { document, operation } = read;
      if (operation.operation !== OperationTypeNode.SUBSCRIPTION) {
        return runOnce(request, { principal, requestId, log }, sink);
      }
      const problems = reader.problemsOf(document);
      if (problems.length > 0) return refuse(sink, problems, requestId);
      const given = request.variables ?? {};
      const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
        maxErrors: 10,
      });
      if (errors) return refuse(sink, errors, requestId);
      return subscribe({ document, operation, variables: given, principal }, sink, requestId);
    },
  };
}

const completeMessage = (id: string): string => `{"id":${id},"type":"complete"}`;

const errorMessage = (id: string, errors: readonly GraphQLFormattedError[]): string =>
  `{"id":${id},"type":"error","payload":${JSON.stringify(errors)}}`;
