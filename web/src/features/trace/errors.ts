import { CombinedGraphQLErrors } from '@apollo/client/errors';

export interface ErrorWords {
  title: string;
  /** What the server said, where that helps. */
  text: string;
  requestId: string | undefined;
}

/** An error for people: what happened, whose turn it is, and the id to quote. */
export function errorWords(error: unknown): ErrorWords {
  if (CombinedGraphQLErrors.is(error)) {
    const [first] = error.errors;
    const extensions = first?.extensions ?? {};
    const requestId = extensions['requestId'] ?? extensions['request_id'];
    return {
      title: 'The server could not answer',
      text: first?.message ?? 'No reason was given.',
      requestId: typeof requestId === 'string' ? requestId : undefined,
    };
  }
  const text = error instanceof Error ? error.message : String(error);
  return { title: 'The server could not be reached', text, requestId: undefined };
}
