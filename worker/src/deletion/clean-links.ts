import type { Database } from '@runlight/postgres';
import { sql } from 'kysely';
import { anyProject, threadTombstoneId } from './tombstones.ts';
import type { Tombstones } from './tombstones.ts';

const pageSize = 500;

interface LinkRow {
  id: string;
  project_id: string | null;
  ids: (string | null)[];
  thread_id: string | null;
}

/**
 * Deletes public links to deleted runs, traces and threads, and tokens for feedback on them. Gives how many
 * went. May be repeated.
 */
export async function cleanLinks(
  { database: { db }, tombstones }: { database: Pick<Database, 'db'>; tombstones: Tombstones },
  {
    workspaceId,
    projectId,
    signal,
  }: { workspaceId: string; projectId: string | undefined; signal: AbortSignal },
): Promise<number> {
  const readPage = {
    share_link: (after: string) => sql<LinkRow>`
      SELECT id, project_id, ARRAY[run_id, trace_id] AS ids,
        CASE kind WHEN 'thread' THEN thread_id END AS thread_id
      FROM share_link WHERE workspace_id = ${workspaceId} AND id > ${after} ORDER BY id LIMIT ${pageSize}`,
    feedback_token: (after: string) => sql<LinkRow>`
      SELECT id, NULL AS project_id, ARRAY[run_id] AS ids, NULL AS thread_id
      FROM feedback_token WHERE workspace_id = ${workspaceId} AND id > ${after} ORDER BY id LIMIT ${pageSize}`,
  };
  let deleted = 0;
  for (const table of ['share_link', 'feedback_token'] as const) {
    for (let after = anyProject; ;) {
      signal.throwIfAborted();
      const { rows } = await readPage[table](after).execute(db);
      const last = rows.at(-1);
      if (!last) break;
      after = last.id;
      const gone = await goneOf(tombstones, { workspaceId, projectId }, rows);
      if (gone.length > 0) {
        await db
          .deleteFrom(table)
          .where('workspace_id', '=', workspaceId)
          .where('id', 'in', gone)
          .execute();
      }
      deleted += gone.length;
    }
  }
  return deleted;
}

async function goneOf(
  tombstones: Tombstones,
  { workspaceId, projectId }: { workspaceId: string; projectId: string | undefined },
  rows: LinkRow[],
): Promise<string[]> {
  const idsOf = ({ ids, thread_id }: LinkRow): string[] => [
    ...ids.filter((id) => id !== null),
    ...(thread_id === null ? [] : [threadTombstoneId(thread_id)]),
  ];
  const found = await tombstones.find(workspaceId, [...new Set(rows.flatMap(idsOf))]);
  const buried = Map.groupBy(found, ({ id }) => id);
  return rows
    .filter(
      (row) =>
        (projectId !== undefined && row.project_id === projectId) ||
        idsOf(row).some((id) =>
          (buried.get(id) ?? []).some(
            (tombstone) =>
              row.project_id === null ||
              tombstone.projectId === anyProject ||
              tombstone.projectId === row.project_id,
          ),
        ),
    )
    .map(({ id }) => id);
}
