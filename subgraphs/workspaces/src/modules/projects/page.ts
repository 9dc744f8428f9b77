import { toStorableText } from '@runlight/auth';
import { argumentsHash, decodeCursor, encodeCursor, pageSize } from '@runlight/graphql';
import { parseUuid } from '@runlight/run-model';
import { AppError, invalidInput } from '@runlight/service';
import type { ProjectMapper } from './mappers.ts';
import type { ProjectPosition } from './store.ts';

/** No name is longer, so no longer text is part of one. */
const maxSearchLength = 256;

export interface ProjectListArgs {
  first?: number | null | undefined;
  after?: string | null | undefined;
  nameContains?: string | null | undefined;
}

/** What a page of projects is asked by, checked. Throws BAD_USER_INPUT and BAD_CURSOR. */
export function readProjectPage({ first, after, nameContains }: ProjectListArgs) {
  const search = nameContains ?? '';
  if (search.length > maxSearchLength) {
    throw invalidInput(`nameContains has at most ${maxSearchLength} characters`);
  }
  const hash = argumentsHash({ list: 'projects', search });
  return {
    size: pageSize(first),
    after: after == null ? undefined : readPosition(after, hash),
    nameContains: search === '' ? undefined : toStorableText(search),
    hash,
  };
}

function readPosition(cursor: string, hash: string): ProjectPosition {
  const [createdAt, id] = decodeCursor(cursor, hash).keys;
  const uuid = parseUuid(id);
  if (typeof createdAt !== 'number' || !Number.isSafeInteger(createdAt) || uuid === undefined) {
    throw new AppError('BAD_CURSOR', 'The cursor does not belong to this list');
  }
  return { createdAt, uuid };
}

/** A connection from one item more than the page holds; the one too many says that more follow. */
export function toProjectConnection(
  found: ProjectMapper[],
  { size, hash, after }: { size: number; hash: string; after: ProjectPosition | undefined },
) {
  const nodes = found.slice(0, size);
  const edges = nodes.map((node) => ({
    cursor: encodeCursor({ keys: [node.createdAt, node.uuid] }, hash),
    node,
  }));
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
