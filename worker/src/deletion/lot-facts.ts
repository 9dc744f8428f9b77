import type { Database } from '@runlight/postgres';
import { sql } from 'kysely';

/** What must be known of projects and workspaces before anything of them is stored. */
export interface LotFacts {
  deletedProjects: Map<string, DeletedProject>;
  /** Workspaces of which runs were ever deleted. */
  withTombstones: Set<string>;
  /** Days that runs of a project are kept; those that are kept for ever are missing. */
  keepDays: Map<string, number>;
}

export interface DeletedProject {
  /** Undefined for those deleted before names were kept. */
  name: string | undefined;
  deletedAtMs: number;
}

/** Always asked anew: a late answer would bring runs back. */
export type ReadLotFacts = (projectIds: string[], workspaceIds: string[]) => Promise<LotFacts>;

/** One statement a lot, by keys. */
export function createLotFacts({ db }: Pick<Database, 'db'>): ReadLotFacts {
  return async (projectIds, workspaceIds) => {
    const facts: LotFacts = {
      deletedProjects: new Map(),
      withTombstones: new Set(),
      keepDays: new Map(),
    };
    if (workspaceIds.length === 0) return facts;
    const { rows } = await sql<FactRow>`
      SELECT 'deleted' AS fact, project_id AS id, name, deleted_at AS at, NULL::integer AS days
        FROM project_tombstone WHERE project_id = ANY(${projectIds}::uuid[])
      UNION ALL
      SELECT 'marked', workspace_id, NULL, marked_at, NULL
        FROM deletion_mark WHERE workspace_id = ANY(${workspaceIds}::uuid[])
      UNION ALL
      SELECT 'kept', project.id, NULL, NULL, coalesce(project.retention_days, workspace.retention_days)
        FROM project JOIN workspace ON workspace.id = project.workspace_id
        WHERE project.id = ANY(${projectIds}::uuid[]) AND NOT keeps_forever
          AND coalesce(project.retention_days, workspace.retention_days) IS NOT NULL`.execute(db);
    for (const { fact, id, name, at, days } of rows) {
      if (fact === 'deleted') {
        facts.deletedProjects.set(id, { name: name ?? undefined, deletedAtMs: at.getTime() });
      } else if (fact === 'marked') facts.withTombstones.add(id);
      else facts.keepDays.set(id, days);
    }
    return facts;
  };
}

interface FactRow {
  fact: 'deleted' | 'marked' | 'kept';
  id: string;
  name: string | null;
  at: Date;
  days: number;
}
