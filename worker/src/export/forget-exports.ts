import { isKeyOf } from '@runlight/objects';
import type { ObjectStore } from '@runlight/objects';
import type { Database } from '@runlight/postgres';
import { sql } from 'kysely';

/** So long the files of an export can be downloaded. */
export const exportDays = 7;
const rowsPerStep = 20;

interface ExportRow {
  id: string;
  workspace_id: string;
  files: { key?: string }[] | null;
  partial: { key?: string }[] | null;
  pending: string | null;
}

/**
 * Deletes the files of exports that ended seven days ago, and of those that failed or were cancelled; gives
 * of how many. Jobs stay, without their files.
 */
export async function forgetExports({
  database: { db },
  objects,
}: {
  database: Pick<Database, 'db'>;
  objects: ObjectStore;
}): Promise<number> {
  for (let forgotten = 0; ;) {
    const { rows } = await sql<ExportRow>`
      SELECT id, workspace_id, result->'files' AS files, progress->'files' AS partial,
        progress->>'pending' AS pending
      FROM job WHERE kind = 'EXPORT' AND progress ? 'files' AND (
        (state = 'SUCCEEDED' AND finished_at < now() - ${exportDays} * interval '1 day')
        OR state IN ('FAILED', 'CANCELLED'))
      LIMIT ${rowsPerStep}`.execute(db);
    if (rows.length === 0) return forgotten;
    for (const row of rows) {
      const listed = [...(row.files ?? []), ...(row.partial ?? [])].flatMap(({ key }) => key ?? []);
      const keys = new Set([...listed, ...(row.pending === null ? [] : [row.pending])]);
      await objects.remove([...keys].filter((key) => isKeyOf(row.workspace_id, key)));
      await sql`UPDATE job SET progress = progress - 'files' - 'pending',
          result = CASE WHEN result IS NOT NULL THEN jsonb_set(result, '{files}', '[]') END
        WHERE id = ${row.id}`.execute(db);
    }
    forgotten += rows.length;
  }
}
