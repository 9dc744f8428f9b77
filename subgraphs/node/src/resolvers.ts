import type { Principal } from '@runlight/auth';
import { decodeGlobalId } from '@runlight/graphql';
import type { GlobalId } from '@runlight/graphql';
import { invalidInput, notFound } from '@runlight/service';
import type { QueryResolvers } from './__generated__/resolvers.ts';

const maxIds = 100;

export function createResolvers() {
  const Query: QueryResolvers = {
    node: (_root, { id }, { principal }) => stubOf(id, principal),
    nodes: (_root, { ids }, { principal }) => {
      if (ids.length > maxIds) throw invalidInput(`nodes takes at most ${maxIds} ids`);
      // Promises, so that one bad id is the error of its own place in the list.
      return ids.map(async (id) => stubOf(id, principal));
    },
  };
  return { Query };
}

/** Throws NOT_FOUND for what is no id, and for one that names another workspace. */
function stubOf(id: string, principal: Principal) {
  const key = decodeGlobalId(id);
  if (!key || (workspaceOf(key) ?? principal.workspaceId) !== principal.workspaceId) {
    throw notFound('Object');
  }
  return { __typename: key.type, id };
}

/** The workspace within the id, for types that have it there. */
function workspaceOf(key: GlobalId): string | undefined {
  if (key.type === 'Run') return key.key.workspaceId;
  return 'workspaceId' in key ? key.workspaceId : undefined;
}
