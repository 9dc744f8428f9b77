import type { Principal } from '@runlight/auth';
import type { Logger } from '@runlight/service';

/**
 * What a resolver may use besides its parent and arguments. One object per client request, shared by
 * all fetches of that request in all subgraphs of the process, hence one set of loaders.
 */
export interface RequestContext {
  principal: Principal;
  requestId: string;
  log: Logger;
  /** Aborted when the client goes away or the deadline passes. */
  signal: AbortSignal;
}

/**
 * Makes something once for each request and drops it with the request, e.g. a set of DataLoaders:
 * `const loaders = perRequest((context) => createLoaders(store, context))`.
 */
export function perRequest<T>(
  create: (context: RequestContext) => T,
): (context: RequestContext) => T {
  const made = new WeakMap<RequestContext, T>();
  return (context) => {
    const known = made.get(context);
    if (known !== undefined) return known;
    const fresh = create(context);
    made.set(context, fresh);
    return fresh;
  };
}
