/** A page of a connection. */
export interface GraphPage<T> {
  nodes: T[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const graphPage = 100;

/**
 * Items `offset` to `offset + limit` of a list that the graph pages by cursor. What lies before is walked
 * over, which costs a request for each hundred.
 */
export async function sliceOf<T>(
  page: (args: { first: number; after: string | undefined }) => Promise<GraphPage<T>>,
  { offset, limit }: { offset: number; limit: number },
): Promise<T[]> {
  const items: T[] = [];
  const end = offset + limit;
  let seen = 0;
  let after: string | undefined;
  while (seen < end) {
    const { nodes, pageInfo } = await page({ first: Math.min(end - seen, graphPage), after });
    items.push(...nodes.slice(Math.max(offset - seen, 0)));
    seen += nodes.length;
    if (!pageInfo.hasNextPage || pageInfo.endCursor === null) break;
    after = pageInfo.endCursor;
  }
  return items;
}
