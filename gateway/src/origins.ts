import type { IncomingHttpHeaders } from 'node:http';

export interface OriginGuard {
  /** Whether a request may use its cookie: browsers name the page's origin, and it must be ours. */
  allows: (headers: IncomingHttpHeaders) => boolean;
}

/** Cookies travel with requests of any page; keys in headers do not and need no check. */
export function createOriginGuard(allowedOrigins: readonly string[]): OriginGuard {
  const allowed = new Set(allowedOrigins.map((origin) => origin.replace(/\/$/, '').toLowerCase()));
  return {
    allows: ({ origin }) => origin !== undefined && allowed.has(origin.toLowerCase()),
  };
}

/** Whether nothing but a cookie could identify the caller. */
export function reliesOnCookie(headers: IncomingHttpHeaders): boolean {
  return (
    headers.cookie !== undefined &&
    headers['x-api-key'] === undefined &&
    headers.authorization === undefined
  );
}
