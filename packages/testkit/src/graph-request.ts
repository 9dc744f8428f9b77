import type { Stack } from './default-stack.ts';

interface GraphAnswer<T> {
  data: T;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** One GraphQL request with the stack's API key, as an outside client sends it. */
export async function graph<T>(
  stack: Pick<Stack, 'url' | 'apiKey'>,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<GraphAnswer<T>> {
  const response = await fetch(`${stack.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': stack.apiKey },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as GraphAnswer<T>;
}
