import { isAppError } from '@runlight/service';
import type { Logger } from '@runlight/service';
import { GraphQLError, Kind } from 'graphql';
import type { ExecutionResult, FormattedExecutionResult, GraphQLFormattedError } from 'graphql';

/** Codes that clients may rely on (graphql.md §6). */
const contractCodes = new Set([
  'BAD_USER_INPUT',
  'BAD_CURSOR',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'RATE_LIMITED',
  'COST_LIMIT_EXCEEDED',
  'PERSISTED_DOCUMENT_REQUIRED',
  'PERSISTED_DOCUMENT_NOT_FOUND',
  'SUBGRAPH_UNAVAILABLE',
  'TIMEOUT',
  'UNRESOLVED_REFERENCE',
  'SCHEMA_CHANGED',
  'SUBSCRIPTION_GAP',
  'INTERNAL',
]);

/** Codes of libraries and of other edges, in the words of the contract. */
const translated: Record<string, string> = {
  UNAVAILABLE: 'SUBGRAPH_UNAVAILABLE',
  GRAPHQL_PARSE_FAILED: 'BAD_USER_INPUT',
  GRAPHQL_VALIDATION_FAILED: 'BAD_USER_INPUT',
  BAD_REQUEST: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_FOUND: 'BAD_USER_INPUT',
  PAYLOAD_TOO_LARGE: 'BAD_USER_INPUT',
  UNSUPPORTED_MEDIA_TYPE: 'BAD_USER_INPUT',
  UNPROCESSABLE: 'BAD_USER_INPUT',
};

export interface ErrorContext {
  requestId?: string;
  /** Where the details of unexpected errors go. */
  log?: Logger;
}

/**
 * The one place where an error becomes what a client sees, over HTTP and over the socket. Known codes
 * pass with their message; everything else becomes INTERNAL with a request id, and its details go to
 * the log. Names of subgraphs, stacks and their answers never pass.
 */
export function toClientError(error: unknown, context: ErrorContext = {}): GraphQLFormattedError {
  const code = clientCode(error);
  const { path, locations } = whereabouts(error);
  if (code === 'INTERNAL') {
    context.log?.error(
      { err: originOf(error), requestId: context.requestId, path: path?.join('.') },
      'unexpected error while answering an operation',
    );
  }
  return {
    message: code === 'INTERNAL' ? 'Something went wrong on our side' : messageOf(error),
    ...(locations?.length ? { locations } : {}),
    ...(path ? { path } : {}),
    extensions: {
      code,
      ...(context.requestId === undefined ? {} : { requestId: context.requestId }),
    },
  };
}

/** An execution result as the client sees it: errors translated, nulled references reported. */
export function toClientResult(
  result: ExecutionResult | FormattedExecutionResult,
  context: ErrorContext,
): FormattedExecutionResult {
  const { valueCompletion, ...extensions } = result.extensions ?? {};
  const errors = [
    ...(result.errors ?? []).map((error) => toClientError(error, context)),
    ...unresolvedReferences(valueCompletion, context),
  ];
  return {
    ...(errors.length > 0 ? { errors } : {}),
    ...(result.data === undefined ? {} : { data: result.data }),
    ...(Object.keys(extensions).length > 0 ? { extensions } : {}),
  };
}

/** The gateway reports non-null fields it had to null only in an extension; we make them errors. */
function unresolvedReferences(
  entries: unknown,
  { requestId }: ErrorContext,
): GraphQLFormattedError[] {
  if (!Array.isArray(entries)) return [];
  return entries.map((entry: unknown) => {
    const { path } = whereabouts(entry);
    const isLookUp = path?.[0] === 'node' || path?.[0] === 'nodes';
    return {
      message: isLookUp ? 'Object not found' : 'A referenced object no longer exists',
      ...(path ? { path } : {}),
      extensions: {
        code: isLookUp ? 'NOT_FOUND' : 'UNRESOLVED_REFERENCE',
        ...(requestId === undefined ? {} : { requestId }),
      },
    };
  });
}

function clientCode(error: unknown): string {
  const code = isAppError(error) ? error.code : extensionCode(error);
  if (code === undefined) return isCoercionError(error) ? 'BAD_USER_INPUT' : 'INTERNAL';
  const word = translated[code] ?? code;
  return contractCodes.has(word) ? word : 'INTERNAL';
}

function extensionCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('extensions' in error)) return undefined;
  const code = (error.extensions as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** graphql-js gives errors of variables no code; they are about the definition of a variable. */
function isCoercionError(error: unknown): boolean {
  return error instanceof GraphQLError && error.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION;
}

/**
 * Without the names of near misses, which would tell an outsider about hidden fields, and without the value
 * of a variable: it may be a secret or a megabyte, and messages end up in logs of callers.
 */
function messageOf(error: unknown): string {
  if (isCoercionError(error)) return coercionMessage(error as GraphQLError);
  const message = (error as { message?: unknown } | null)?.message;
  return typeof message === 'string' ? message.replace(/ ?Did you mean .+\?$/s, '') : 'Error';
}

function coercionMessage({ message }: GraphQLError): string {
  const name = /^Variable "\$(\w+)" got invalid value /.exec(message)?.[1];
  if (name === undefined) return message;
  // These name fields and types of the schema only.
  const place = / at "([\w.[\]]+)"; /.exec(message)?.[1] ?? name;
  const expected = expectation.exec(message)?.[1];
  return `Variable "$${name}" got an invalid value at "${place}"${expected ? `; ${expected}` : ''}`;
}

const expectation =
  /; (Expected (?:non-nullable )?type "[\w![\]]+"|Field "\w+" (?:of required type "[\w![\]]+" was not provided|is not defined by type "\w+"))/;

function whereabouts(error: unknown): Pick<GraphQLFormattedError, 'path' | 'locations'> {
  if (typeof error !== 'object' || error === null) return {};
  const { path, locations } = error as GraphQLFormattedError;
  return { ...(path ? { path } : {}), ...(locations ? { locations } : {}) };
}

/** The error at the bottom of GraphQL's wrapping: its stack is the one that helps. */
function originOf(error: unknown): unknown {
  let origin = error;
  while (origin instanceof GraphQLError && origin.originalError) origin = origin.originalError;
  return origin;
}
