import type { Tables } from '@runlight/postgres';
import { sql } from 'kysely';
import type { Kysely, RawBuilder } from 'kysely';
import { microseconds, timestamp } from '../../instant.ts';
import type { Position } from '../../position.ts';
import type { ProblemFilter } from './filter.ts';
import type { IngestProblemMapper } from './mappers.ts';

/** Counting stops here, and no statement changes more rows. */
export const maxCounted = 10_000;

/** Reasons of dead letters that hold an operation; others hold damaged bytes, or nothing. */
export const replayableCodes = ['refused', 'lethal'];

/** What is kept of what was sent. */
export interface KeptBytes {
  uuid: string;
  kind: IngestProblemMapper['kind'];
  bytes: Buffer;
}

/** Refusals and dead letters of one workspace as one list. */
export function createProblemStore(db: Kysely<Tables>) {
  /** The rows of each table in one shape. */
  const tablesOf = (workspaceId: string): RawBuilder<unknown>[] => [
    sql`(
      SELECT 'REJECTED' AS kind, id, workspace_id, code, reason AS words, key_id, sdk, run_id, part,
             NULL::uuid AS batch_id, least(occurrences, 2147483647)::integer AS occurrences,
             NULL::integer AS attempts, first_at, last_at, NULL::timestamptz AS replay_requested_at
      FROM ingest_rejection WHERE workspace_id = ${workspaceId}::uuid
    ) AS rejection`,
    sql`(
      SELECT 'DEAD' AS kind, id, workspace_id, reason AS code, detail AS words, key_id, sdk, run_id,
             NULL::text AS part, batch_id, 1 AS occurrences, attempts, first_attempt_at AS first_at,
             last_attempt_at AS last_at, replay_requested_at
      FROM ingest_dead_letter WHERE workspace_id = ${workspaceId}::uuid
    ) AS letter`,
  ];

  /** The first rows of both tables; each is read by its index no further than the limit. */
  const problemsOf = (
    workspaceId: string,
    conditions: RawBuilder<unknown>,
    limit: number,
  ): RawBuilder<unknown> => {
    const arms = tablesOf(workspaceId).map(
      (table) => sql`(
        SELECT * FROM ${table} WHERE ${conditions} ORDER BY last_at DESC, id DESC LIMIT ${limit}
      )`,
    );
    return sql`(${sql.join(arms, sql` UNION ALL `)}) AS problem`;
  };

  async function select(
    workspaceId: string,
    conditions: RawBuilder<unknown>,
    limit: number,
  ): Promise<IngestProblemMapper[]> {
    const { rows } = await sql<IngestProblemMapper>`
      SELECT kind, id AS uuid, workspace_id AS "workspaceId", code, words, key_id AS "keyId",
             sdk AS "userAgent", run_id AS "runUuid", part, batch_id AS "batchUuid", occurrences,
             attempts, ${microseconds(sql.ref<Date>('first_at'))} AS "firstAt",
             ${microseconds(sql.ref<Date>('last_at'))} AS "lastAt",
             ${microseconds(sql.ref<Date | null>('replay_requested_at'))} AS "replayRequestedAt"
      FROM ${problemsOf(workspaceId, conditions, limit)}
      ORDER BY last_at DESC, id DESC LIMIT ${limit}`.execute(db);
    return rows;
  }

  /** Deletes from one table what the conditions name; gives the ids. */
  async function purgeFrom(
    table: 'ingest_rejection' | 'ingest_dead_letter',
    workspaceId: string,
    ids: RawBuilder<unknown>,
  ): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      DELETE FROM ${sql.table(table)} WHERE workspace_id = ${workspaceId}::uuid AND id IN (${ids})
      RETURNING id`.execute(db);
    return rows.map(({ id }) => id);
  }

  return {
    /** Up to `limit` problems after the position, the last seen first. */
    problems: (
      workspaceId: string,
      {
        filter,
        after,
        limit,
      }: { filter: ProblemFilter; after?: Position | undefined; limit: number },
    ): Promise<IngestProblemMapper[]> => {
      const conditions = conditionsOf(filter);
      if (after) {
        conditions.push(sql`(last_at, id) < (${timestamp(after.atUs)}, ${after.uuid}::uuid)`);
      }
      return select(workspaceId, all(conditions), limit);
    },

    /** How many there are, counted up to one more than `maxCounted`. */
    async count(workspaceId: string, filter: ProblemFilter): Promise<number> {
      const { rows } = await sql<{ count: number }>`
        SELECT least(count(*), ${maxCounted + 1}) AS count
        FROM ${problemsOf(workspaceId, all(conditionsOf(filter)), maxCounted + 1)}`.execute(db);
      return rows[0]!.count;
    },

    /** Those of the ids that the workspace has, in no order. */
    problemsByIds: (workspaceId: string, ids: readonly string[]): Promise<IngestProblemMapper[]> =>
      select(workspaceId, sql`id = ANY(${[...ids]}::uuid[])`, ids.length),

    /** What is kept of those of the ids that the workspace has, in no order. */
    async keptBytes(workspaceId: string, ids: readonly string[]): Promise<KeptBytes[]> {
      const { rows } = await sql<KeptBytes>`
        SELECT id AS uuid, 'REJECTED' AS kind, sample AS bytes FROM ingest_rejection
        WHERE workspace_id = ${workspaceId}::uuid AND id = ANY(${[...ids]}::uuid[])
        UNION ALL
        SELECT id, 'DEAD', operation FROM ingest_dead_letter
        WHERE workspace_id = ${workspaceId}::uuid AND id = ANY(${[...ids]}::uuid[])`.execute(db);
      return rows;
    },

    /** Asks for letters to be stored again; gives how many wait for that now. `by` is for the log. */
    async requestReplay(workspaceId: string, ids: readonly string[], by: string): Promise<number> {
      const { numAffectedRows } = await sql`
        UPDATE ingest_dead_letter
        SET replay_requested_at = coalesce(replay_requested_at, now()), replay_requested_by = ${by}
        WHERE workspace_id = ${workspaceId}::uuid AND id = ANY(${[...ids]}::uuid[])
          AND reason = ANY(${replayableCodes}::text[])`.execute(db);
      return Number(numAffectedRows ?? 0n);
    },

    /** As `requestReplay`, for up to `maxCounted` letters of a filter that nobody has asked for yet. */
    async requestReplayOfAll(
      workspaceId: string,
      filter: ProblemFilter,
      by: string,
    ): Promise<number> {
      const wanted = conditionsOf({ ...filter, canReplay: true, isReplayRequested: false });
      const { numAffectedRows } = await sql`
        UPDATE ingest_dead_letter SET replay_requested_at = now(), replay_requested_by = ${by}
        WHERE workspace_id = ${workspaceId}::uuid AND id IN (
          SELECT id FROM ${problemsOf(workspaceId, all(wanted), maxCounted)}
        )`.execute(db);
      return Number(numAffectedRows ?? 0n);
    },

    /** Deletes those of the ids that the workspace has; gives their ids. */
    async purge(workspaceId: string, ids: readonly string[]): Promise<string[]> {
      const these = sql`SELECT unnest(${[...ids]}::uuid[])`;
      return [
        ...(await purgeFrom('ingest_rejection', workspaceId, these)),
        ...(await purgeFrom('ingest_dead_letter', workspaceId, these)),
      ];
    },

    /** Deletes up to `maxCounted` problems of a filter; gives how many. */
    async purgeAll(workspaceId: string, filter: ProblemFilter): Promise<number> {
      let purged = 0;
      for (const [kind, table] of tables) {
        if (filter.kind !== undefined && filter.kind !== kind) continue;
        const wanted = [...conditionsOf(filter), sql`kind = ${kind}`];
        const ids = sql`SELECT id FROM ${problemsOf(workspaceId, all(wanted), maxCounted - purged)}`;
        purged += (await purgeFrom(table, workspaceId, ids)).length;
      }
      return purged;
    },
  };
}

export type ProblemStore = ReturnType<typeof createProblemStore>;

const tables = [
  ['REJECTED', 'ingest_rejection'],
  ['DEAD', 'ingest_dead_letter'],
] as const;

const isReplayable = sql`(kind = 'DEAD' AND code = ANY(${replayableCodes}::text[]))`;

const all = (conditions: RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` AND `);

function conditionsOf(filter: ProblemFilter): RawBuilder<unknown>[] {
  const { kind, canReplay, isReplayRequested, code, keyId, runUuid, contains, sinceUs, untilUs } =
    filter;
  const conditions: RawBuilder<unknown>[] = [];
  if (kind !== undefined) conditions.push(sql`kind = ${kind}`);
  if (canReplay !== undefined) conditions.push(canReplay ? isReplayable : sql`NOT ${isReplayable}`);
  if (isReplayRequested === true) conditions.push(sql`replay_requested_at IS NOT NULL`);
  if (isReplayRequested === false) conditions.push(sql`replay_requested_at IS NULL`);
  if (code !== undefined) conditions.push(sql`code = ${code}`);
  if (keyId !== undefined) conditions.push(sql`key_id = ${keyId}::uuid`);
  if (runUuid !== undefined) conditions.push(sql`run_id = ${runUuid}::uuid`);
  if (contains !== undefined) {
    // strpos and not ILIKE: nothing in the text is a pattern.
    conditions.push(sql`strpos(lower(concat_ws(' ', code, words, sdk) COLLATE "pg_c_utf8"),
                               lower(${contains} COLLATE "pg_c_utf8")) > 0`);
  }
  if (sinceUs !== undefined) conditions.push(sql`last_at >= ${timestamp(sinceUs)}`);
  if (untilUs !== undefined) conditions.push(sql`last_at <= ${timestamp(untilUs)}`);
  return conditions;
}
