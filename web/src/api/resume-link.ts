import { ApolloLink } from '@apollo/client/link';
import { tap } from 'rxjs';

/**
 * Makes resubscription gapless. After a broken socket `graphql-ws` sends the very payload object of the
 * first time again; so each event writes its `eventId` into `variables.after` of that object, and the
 * server replays from there.
 */
export function createResumeLink(): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const variables: Record<string, unknown> = operation.variables;
    return forward(operation).pipe(
      tap((result) => {
        const eventId = eventIdOf(result.data);
        if (eventId !== undefined) variables['after'] = eventId;
      }),
    );
  });
}

/** The `eventId` of the one root field of a subscription's answer. */
function eventIdOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  for (const event of Object.values(data)) {
    const eventId: unknown = (event as { eventId?: unknown } | null)?.eventId;
    if (typeof eventId === 'string') return eventId;
  }
  return undefined;
}
