import type { PageInfo } from '../../__generated__/resolvers.ts';
import type { ConnectionMapper } from './mappers.ts';

// The parts of a page that every list has.

export const edgesOf = <T>({ nodes, cursorOf }: ConnectionMapper<T>) =>
  nodes.map((node) => ({ cursor: cursorOf(node), node }));

export function pageInfoOf<T>({ nodes, hasNextPage, cursorOf }: ConnectionMapper<T>): PageInfo {
  const [first, last] = [nodes[0], nodes.at(-1)];
  return {
    hasNextPage,
    hasPreviousPage: false,
    startCursor: first === undefined ? null : cursorOf(first),
    endCursor: last === undefined ? null : cursorOf(last),
  };
}
