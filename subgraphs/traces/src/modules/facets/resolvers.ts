import type { ClickHouse } from '@runlight/clickhouse';
import { pageSize, perRequest } from '@runlight/graphql';
import { invalidInput } from '@runlight/service';
import type { ProjectResolvers } from '../../__generated__/resolvers.ts';
import { createTenant } from '../runs/tenant.ts';
import { dayUs } from '../runs/time-windows.ts';
import { createFacetStore } from './facet-store.ts';
import { countFacets, samplingOf } from './facets.ts';

/** Time in which names of metadata are looked for. */
const namesSpanUs = 31 * dayUs;
const maxNameLength = 256;

export function createFacetsResolvers({ clickhouse }: { clickhouse: ClickHouse }) {
  const storeOf = perRequest(({ principal: { workspaceId }, signal }) =>
    createFacetStore(createTenant({ clickhouse, workspaceId, signal })),
  );

  const Project: Required<Pick<ProjectResolvers, 'facets' | 'metadataKeys'>> = {
    facets: ({ projectId }, args, context) => countFacets(storeOf(context), projectId, args),

    metadataKeys: async ({ projectId }, { contains, first }, context) => {
      const limit = pageSize(first, 100, 50);
      if (contains && (contains.length > maxNameLength || !contains.isWellFormed())) {
        throw invalidInput(`contains has at most ${maxNameLength} characters`);
      }
      const store = storeOf(context);
      const span = { fromUs: Date.now() * 1000 - namesSpanUs };
      const sampling = samplingOf(await store.rowCount(projectId, span));
      return store.metadataKeys({ projectId, span, sampling }, contains ?? undefined, limit);
    },
  };

  return { Project };
}
