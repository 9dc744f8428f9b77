import { encodeCursor } from '@runlight/graphql';

/** A page that was asked for: how many, from where, and the hash of the other arguments. */
export interface PageRequest<Position> {
  size: number;
  after: Position | undefined;
  hash: string;
}

/** A connection from one item more than the page holds; the one too many says that more follow. */
export function toConnection<T>(
  found: readonly T[],
  { size, hash, after }: PageRequest<unknown>,
  keysOf: (item: T) => (string | number)[],
) {
  const nodes = found.slice(0, size);
  const edges = nodes.map((node) => ({ cursor: encodeCursor({ keys: keysOf(node) }, hash), node }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: found.length > size,
      hasPreviousPage: after !== undefined,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
