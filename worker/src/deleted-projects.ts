import type { Database } from '@runlight/postgres';

/** Which projects are gone for good. */
export interface DeletedProjects {
  /** Those of the projects that were deleted. Always asked anew: a late answer would bring runs back. */
  among: (projectIds: string[]) => Promise<Set<string>>;
}

export function createDeletedProjects({ db }: Pick<Database, 'db'>): DeletedProjects {
  return {
    async among(projectIds) {
      if (projectIds.length === 0) return new Set();
      const rows = await db
        .selectFrom('project_tombstone')
        .select('project_id')
        .where('project_id', 'in', projectIds)
        .execute();
      return new Set(rows.map(({ project_id }) => project_id));
    },
  };
}
