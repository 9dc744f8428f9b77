import type { IncomingHttpHeaders } from 'node:http';

/** What a caller presented; enough to look its principal up again while a socket is open. */
export interface Credentials {
  headers: IncomingHttpHeaders;
  connectionParams?: Record<string, unknown> | undefined;
}

const headerNames = ['x-api-key', 'authorization', 'cookie', 'x-tenant-id'] as const;
const paramNames = ['apiKey', 'authorization', 'workspaceId'] as const;

/** Only what authentication reads, so that an open socket does not keep a whole request alive. */
export function credentialsOf(
  headers: IncomingHttpHeaders,
  params: Record<string, unknown> | undefined,
): Credentials {
  const kept: IncomingHttpHeaders = {};
  for (const name of headerNames) {
    const value = headers[name];
    if (typeof value === 'string') kept[name] = value;
  }
  const connectionParams: Record<string, unknown> = {};
  for (const name of paramNames) {
    const value = params?.[name];
    if (typeof value === 'string') connectionParams[name] = value;
  }
  return { headers: kept, connectionParams };
}

/** Equal for callers that presented the same. */
export function credentialsKey({ headers, connectionParams }: Credentials): string {
  return JSON.stringify([
    headerNames.map((name) => headers[name] ?? null),
    paramNames.map((name) => connectionParams?.[name] ?? null),
  ]);
}
