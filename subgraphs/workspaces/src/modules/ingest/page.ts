import { argumentsHash, pageSize } from '@runlight/graphql';
import type { WorkspaceIngestProblemsArgs } from '../../__generated__/resolvers.ts';
import { toConnection } from '../../connection.ts';
import { readPosition } from '../../position.ts';
import { readProblemFilter } from './filter.ts';
import type { IngestProblemConnectionMapper } from './mappers.ts';
import type { ProblemStore } from './store.ts';

/** A page of a workspace's problems. Throws BAD_USER_INPUT and BAD_CURSOR. */
export async function problemPage(
  store: ProblemStore,
  workspaceId: string,
  { first, after, filter: input }: WorkspaceIngestProblemsArgs,
): Promise<IngestProblemConnectionMapper> {
  const filter = readProblemFilter(workspaceId, input);
  const hash = argumentsHash({ list: 'ingestProblems', filter });
  const size = pageSize(first);
  const position = after == null ? undefined : readPosition(after, hash);
  const limit = size + 1;
  const found = await store.problems(workspaceId, { filter, after: position, limit });
  const page = { size, hash, after: position };
  const connection = toConnection(found, page, ({ lastAt, uuid }) => [lastAt, uuid]);
  return { ...connection, workspaceId, filter };
}
