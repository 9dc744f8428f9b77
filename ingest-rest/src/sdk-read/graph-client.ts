import type { IncomingHttpHeaders } from 'node:http';
import { AppError, unavailable } from '@runlight/service';
import type { AppErrorCode } from '@runlight/service';

export type Variables = Record<string, unknown>;

/** Asks the graph in the caller's name: who may see what is decided there, not here. */
export interface GraphCaller {
  /**
   * Data of the operation, as complete as the graph gives it. Throws an AppError with the code of the
   * first error when the operation failed; errors of single fields below a list leave nulls.
   */
  ask: <T>(document: string, variables?: Variables) => Promise<T>;
  /** A file that the graph linked to, by its path on the gateway; undefined when it is gone. */
  download: (path: string) => Promise<string | undefined>;
}

interface GraphError {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string };
}

const timeoutMs = 35_000;
/** What says who is calling; nothing else of a caller's is passed on. */
const passedOn = ['x-api-key', 'authorization', 'x-tenant-id', 'x-share-token'] as const;

export type GraphClient = ReturnType<typeof createGraphClient>;

/** @param graphUrl address of the gateway's GraphQL endpoint */
export function createGraphClient({ graphUrl }: { graphUrl: string }) {
  return (headers: IncomingHttpHeaders, requestId: string): GraphCaller => {
    const own: Record<string, string> = { 'x-request-id': requestId };
    for (const name of passedOn) {
      const value = headers[name];
      if (typeof value === 'string' && value !== '') own[name] = value;
    }
    return {
      async ask<T>(document: string, variables: Variables = {}) {
        const response = await send(graphUrl, {
          method: 'POST',
          headers: { ...own, 'content-type': 'application/json' },
          body: JSON.stringify({ query: document, variables }),
        });
        const { data, errors } = (await readJson(response)) as { data?: T; errors?: GraphError[] };
        const fatal = errors?.find((error) => isFatal(error, data));
        if (fatal) throw toAppError(fatal);
        if (data === undefined || data === null) throw unavailable('The graph gave no answer');
        return data;
      },
      async download(path) {
        const response = await send(new URL(path, graphUrl).href, { headers: own });
        return response.ok ? response.text() : undefined;
      },
    };
  };
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
  } catch (error) {
    throw unavailable('The graph cannot be reached', error);
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw unavailable('The graph gave no answer', error);
  }
}

/** One that leaves nothing at the root of the answer; a broken payload of one run costs that field only. */
function isFatal({ path }: GraphError, data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return true;
  return path === undefined || path.length <= 1;
}

/** Codes of the graph's contract that are another word for one of ours (graphql.md §6). */
const otherWords: Record<string, AppErrorCode> = {
  SUBGRAPH_UNAVAILABLE: 'UNAVAILABLE',
  COST_LIMIT_EXCEEDED: 'BAD_USER_INPUT',
  UNRESOLVED_REFERENCE: 'NOT_FOUND',
};

const codes = new Set<string>([
  'BAD_USER_INPUT',
  'BAD_CURSOR',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'RATE_LIMITED',
  'PAYLOAD_TOO_LARGE',
  'UNPROCESSABLE',
  'UNAVAILABLE',
  'TIMEOUT',
] satisfies AppErrorCode[]);

function toAppError({ message, extensions }: GraphError): AppError {
  const given = extensions?.code ?? '';
  const code = Object.hasOwn(otherWords, given) ? otherWords[given]! : given;
  if (codes.has(code)) return new AppError(code as AppErrorCode, message);
  return new AppError('INTERNAL', 'The graph could not answer', { cause: new Error(code) });
}
