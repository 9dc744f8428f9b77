import type { Database } from '@runlight/postgres';
import { sql } from 'kysely';

export interface Retention {
  workspaceId: string;
  projectId: string;
  /** Undefined is for ever. */
  days: number | undefined;
}

/** How long projects keep runs now: one, all of a workspace, or, without a workspace, all that forget. */
export async function readRetentions(
  { db }: Pick<Database, 'db'>,
  { workspaceId, projectId }: { workspaceId?: string; projectId?: string | undefined },
): Promise<Retention[]> {
  const days = sql`CASE WHEN NOT keeps_forever
    THEN coalesce(project.retention_days, workspace.retention_days) END`;
  const { rows } = await sql<{ workspace_id: string; id: string; days: number | null }>`
    SELECT project.workspace_id, project.id, ${days} AS days
    FROM project JOIN workspace ON workspace.id = project.workspace_id
    WHERE ${workspaceId === undefined ? sql`${days} IS NOT NULL` : sql`workspace.id = ${workspaceId}`}
      AND ${projectId === undefined ? sql`true` : sql`project.id = ${projectId}`}
    ORDER BY project.id`.execute(db);
  return rows.map((row) => ({
    workspaceId: row.workspace_id,
    projectId: row.id,
    days: row.days ?? undefined,
  }));
}
