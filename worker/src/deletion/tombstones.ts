import { sql, text, uuid, uuids } from '@runlight/clickhouse';
import type { ClickHouse } from '@runlight/clickhouse';
import type { Database } from '@runlight/postgres';
import { formatUuid } from '@runlight/run-model';
import { createHash } from 'node:crypto';
import type { DeletionScope } from './scope.ts';

export interface Tombstone {
  id: string;
  projectId: string;
  kind: 'run' | 'feedback' | 'thread';
  deletedAtMs: number;
}

export interface Tombstones {
  /** Those of a workspace with one of the ids. Always asked anew: a late answer would bring runs back. */
  find: (workspaceId: string, ids: readonly string[]) => Promise<Tombstone[]>;
  /** Buries the targets of a deletion and their feedback, before anything of them is deleted. */
  bury: (scope: DeletionScope) => Promise<void>;
  /** Buries ids that are named, stored or not. */
  buryNamed: (
    workspaceId: string,
    projectId: string | undefined,
    ids: readonly { id: string; kind: Tombstone['kind'] }[],
  ) => Promise<void>;
}

/** Stands for any project. */
export const anyProject = '00000000-0000-0000-0000-000000000000';
const idsPerQuery = 2000;
const longWrite = { max_execution_time: 1800, max_memory_usage: '4000000000' };

/** The id under which a thread is buried. */
export function threadTombstoneId(threadId: string): string {
  const bytes = createHash('sha256').update(threadId).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return formatUuid(bytes);
}

export function createTombstones({
  clickhouse,
  database: { db },
}: {
  clickhouse: ClickHouse;
  database: Pick<Database, 'db'>;
}): Tombstones {
  /** First of all: from then on workers ask. */
  async function mark(workspaceId: string): Promise<void> {
    await db
      .insertInto('deletion_mark')
      .values({ workspace_id: workspaceId })
      .onConflict((conflict) => conflict.column('workspace_id').doNothing())
      .execute();
  }

  return {
    async find(workspaceId, ids) {
      const found: Tombstone[] = [];
      for (let start = 0; start < ids.length; start += idsPerQuery) {
        const some = ids.slice(start, start + idsPerQuery);
        const rows = await clickhouse.rows({
          name: 'workerTombstones',
          query: sql`SELECT id, project_id, kind, toUnixTimestamp64Milli(max(deleted_at)) AS deleted_ms
            FROM run_tombstones WHERE workspace_id = ${uuid(workspaceId)} AND id IN ${uuids(some)}
            GROUP BY id, project_id, kind`,
          row: readTombstone,
        });
        found.push(...rows);
      }
      return found;
    },

    async bury(scope) {
      const { workspaceId } = scope;
      await mark(workspaceId);
      await clickhouse.command({
        name: 'deletionBuryRuns',
        query: sql`INSERT INTO run_tombstones (workspace_id, id, project_id, kind)
          SELECT DISTINCT workspace_id, id, project_id, 'run' FROM deletion_targets
          WHERE workspace_id = ${uuid(workspaceId)} AND job_id = ${uuid(scope.jobId)}`,
        settings: longWrite,
      });
      await clickhouse.command({
        name: 'deletionBuryFeedback',
        query: sql`INSERT INTO run_tombstones (workspace_id, id, project_id, kind)
          SELECT DISTINCT workspace_id, id, ${uuid(anyProject)}, 'feedback' FROM feedback
          WHERE ${scope.ofFeedback()}`,
        settings: longWrite,
      });
    },

    async buryNamed(workspaceId, projectId, ids) {
      await mark(workspaceId);
      for (const [kind, some] of Map.groupBy(ids, (each) => each.kind)) {
        await clickhouse.command({
          name: 'deletionBuryNamed',
          query: sql`INSERT INTO run_tombstones (workspace_id, id, project_id, kind)
            SELECT ${uuid(workspaceId)}, arrayJoin(${uuids(some.map(({ id }) => id))}),
              ${uuid(projectId ?? anyProject)}, ${text(kind)}`,
        });
      }
    },
  };
}

const readTombstone = (raw: Record<string, unknown>): Tombstone => ({
  id: raw['id'] as string,
  projectId: raw['project_id'] as string,
  kind: raw['kind'] as Tombstone['kind'],
  deletedAtMs: Number(raw['deleted_ms']),
});
