import type { Tables } from '@runlight/postgres';
import { isUniqueViolation } from '@runlight/postgres';
import { uuidv7 } from '@runlight/run-model';
import { sql } from 'kysely';
import type { Kysely, Selectable } from 'kysely';
import type { Principal } from '../principal.ts';
import { hashToken } from './link-tokens.ts';
import type { TokenSealer } from './link-tokens.ts';

/** What a public link shows: a run with all below it, a trace, or a thread with all its turns. */
export type SharedObject =
  | { kind: 'run'; projectId: string; traceStartUs: number; traceId: string; runId: string }
  | { kind: 'trace'; projectId: string; traceStartUs: number; traceId: string }
  | { kind: 'thread'; projectId: string; threadId: string };

export interface ShareLink {
  id: string;
  workspaceId: string;
  object: SharedObject;
  /** undefined when it was sealed with another secret of the installation. */
  token: string | undefined;
  /** Id of the person or key. */
  createdBy: string;
  createdAtMs: number;
  expiresAtMs: number | undefined;
  revokedAtMs: number | undefined;
  /** To about a minute. */
  lastUsedAtMs: number | undefined;
}

export interface NewShareLink {
  object: SharedObject;
  token: string;
  createdBy: string;
  expiresAtMs: number | undefined;
}

/** Which links of a workspace; absent fields do not restrict. */
export interface ShareLinkSelection {
  isActive?: boolean | undefined;
  traceIds?: readonly string[] | undefined;
  thread?: { projectId: string; threadId: string } | undefined;
  after?: { createdAtMs: number; id: string } | undefined;
}

/** Links of one workspace that work at the same time. */
export const maxActiveLinks = 10_000;
const useEveryMs = 60_000;

export type ShareLinks = ReturnType<typeof createShareLinks>;

/** Public links: every call but `find` is bound to a workspace. */
export function createShareLinks({
  db,
  sealer,
  now = Date.now,
}: {
  db: Kysely<Tables>;
  sealer: TokenSealer;
  now?: () => number;
}) {
  const linkOf = (row: Row): ShareLink => ({
    id: row.id,
    workspaceId: row.workspace_id,
    object: objectOf(row),
    token: sealer.open(row.token_sealed),
    createdBy: row.created_by,
    createdAtMs: row.created_at.getTime(),
    expiresAtMs: row.expires_at?.getTime(),
    revokedAtMs: row.revoked_at?.getTime(),
    lastUsedAtMs: row.last_used_at?.getTime(),
  });
  const ofWorkspace = (workspaceId: string) =>
    db.selectFrom('share_link').selectAll().where('workspace_id', '=', workspaceId);

  return {
    /** 'taken' when the token is in use, by whomever; 'tooMany' at the limit. */
    async create(
      workspaceId: string,
      link: NewShareLink,
    ): Promise<ShareLink | 'taken' | 'tooMany'> {
      if ((await countActive(db, workspaceId, now())) >= maxActiveLinks) return 'tooMany';
      try {
        const row = await db
          .insertInto('share_link')
          .values(rowOf(workspaceId, link, sealer, now()))
          .returningAll()
          .executeTakeFirstOrThrow();
        return linkOf(row);
      } catch (error) {
        if (isUniqueViolation(error)) return 'taken';
        throw error;
      }
    },

    /** The link as it is now; the first revocation counts. undefined when the workspace has none such. */
    async revoke(workspaceId: string, id: string): Promise<ShareLink | undefined> {
      const row = await db
        .updateTable('share_link')
        .set({ revoked_at: sql<Date>`coalesce(revoked_at, ${new Date(now())})` })
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      return row && linkOf(row);
    },

    byIds: async (workspaceId: string, ids: readonly string[]): Promise<ShareLink[]> =>
      (await ofWorkspace(workspaceId).where('id', 'in', ids).execute()).map(linkOf),

    /** Newest first. */
    async list(
      workspaceId: string,
      { isActive, traceIds, thread, after }: ShareLinkSelection,
      limit: number,
    ): Promise<ShareLink[]> {
      let query = ofWorkspace(workspaceId);
      if (traceIds) query = query.where('trace_id', 'in', traceIds);
      if (thread) {
        query = query
          .where('project_id', '=', thread.projectId)
          .where('thread_id', '=', thread.threadId);
      }
      if (isActive) query = query.where(activeAt(now()));
      if (after) {
        query = query.where(
          sql<boolean>`(date_trunc('milliseconds', created_at), id) < (${new Date(after.createdAtMs)}, ${after.id}::uuid)`,
        );
      }
      const rows = await query
        .orderBy(sql`date_trunc('milliseconds', created_at)`, 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(linkOf);
    },

    /**
     * The link that works now with this token. Asked of the database each time: a revoked link ends at
     * once. Notes the use.
     */
    async find(token: string): Promise<ShareLink | undefined> {
      const nowMs = now();
      const row = await db
        .selectFrom('share_link')
        .selectAll()
        .where('token_sha256', '=', hashToken(token))
        .where(activeAt(nowMs))
        .executeTakeFirst();
      if (!row) return undefined;
      if (nowMs - (row.last_used_at?.getTime() ?? 0) > useEveryMs) {
        await db
          .updateTable('share_link')
          .set({ last_used_at: new Date(nowMs) })
          .where('id', '=', row.id)
          .execute();
      }
      return linkOf(row);
    },
  };
}

/** Who came by a link: nobody, in the link's workspace, without any permission. */
export const principalOfShare = ({ id, workspaceId }: ShareLink): Principal => ({
  id,
  kind: 'share',
  organizationId: '',
  workspaceId,
  permissions: new Set(),
});

type Row = Selectable<Tables['share_link']>;

export const isActiveLink = (
  { revokedAtMs, expiresAtMs = Infinity }: Pick<ShareLink, 'revokedAtMs' | 'expiresAtMs'>,
  nowMs: number,
): boolean => revokedAtMs === undefined && expiresAtMs > nowMs;

const activeAt = (nowMs: number) =>
  sql<boolean>`revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ${new Date(nowMs)})`;

async function countActive(db: Kysely<Tables>, workspaceId: string, nowMs: number) {
  const { count } = await db
    .selectFrom('share_link')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .where(activeAt(nowMs))
    .executeTakeFirstOrThrow();
  return count;
}

function rowOf(
  workspaceId: string,
  { object, token, createdBy, expiresAtMs }: NewShareLink,
  sealer: TokenSealer,
  nowMs: number,
) {
  return {
    id: uuidv7(),
    workspace_id: workspaceId,
    kind: object.kind,
    project_id: object.projectId,
    trace_start_us: object.kind === 'thread' ? null : object.traceStartUs,
    trace_id: object.kind === 'thread' ? null : object.traceId,
    run_id: object.kind === 'run' ? object.runId : null,
    thread_id: object.kind === 'thread' ? object.threadId : null,
    token_sha256: hashToken(token),
    token_sealed: sealer.seal(token),
    created_by: createdBy,
    created_at: new Date(nowMs),
    expires_at: expiresAtMs === undefined ? null : new Date(expiresAtMs),
    revoked_at: null,
    last_used_at: null,
  };
}

function objectOf(row: Row): SharedObject {
  const { kind, project_id: projectId } = row;
  if (kind === 'thread') return { kind, projectId, threadId: row.thread_id! };
  const place = { projectId, traceStartUs: row.trace_start_us!, traceId: row.trace_id! };
  return kind === 'run' ? { kind, ...place, runId: row.run_id! } : { kind, ...place };
}
