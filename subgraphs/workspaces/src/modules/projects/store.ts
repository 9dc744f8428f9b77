import { toJsonbText } from '@runlight/postgres';
import type { Tables } from '@runlight/postgres';
import { uuidv7 } from '@runlight/run-model';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { microseconds, timestamp } from '../../instant.ts';
import { mergeExtra } from './extra.ts';
import type { JsonObject } from './extra.ts';
import type { ProjectMapper } from './mappers.ts';

/** A project's place in a list: its value of the sorted column, then its id. */
export interface ProjectPosition {
  key: string | number;
  uuid: string;
}

/** Which projects, in which order, from where on; absent fields do not restrict. */
export interface ProjectSelection {
  nameContains: string | undefined;
  name: string | undefined;
  uuids: string[] | undefined;
  /** Entries that `extra.metadata` must contain. */
  metadata: JsonObject | undefined;
  referenceDatasetUuids: string[] | undefined;
  hasReferenceDataset: boolean | undefined;
  order: { field: 'CREATED_AT' | 'NAME'; direction: 'ASC' | 'DESC' };
  after: ProjectPosition | undefined;
}

/** What a project is made of, or changed to: absent and null fields stay as they are. */
export interface ProjectFacts {
  uuid?: string | undefined;
  name: string;
  description?: string | null | undefined;
  extra?: JsonObject | null | undefined;
  startedAtUs?: number | null | undefined;
  endedAtUs?: number | null | undefined;
  referenceDatasetUuid?: string | null | undefined;
}

export type ProjectStore = ReturnType<typeof createProjectStore>;

export function createProjectStore(db: Kysely<Tables>) {
  const selectProjects = (workspaceId: string) =>
    db
      .selectFrom('project')
      .select((row) => [
        'id as uuid',
        'workspace_id as workspaceId',
        'name',
        'description',
        microseconds(row.ref('created_at')).as('createdAt'),
        microseconds(sql<Date>`coalesce(started_at, created_at)`).as('startedAt'),
        microseconds(row.ref('ended_at')).as('endedAt'),
        'extra',
        'reference_dataset_id as referenceDatasetUuid',
      ])
      .where('workspace_id', '=', workspaceId);

  return {
    /** The project of exactly this name, or undefined. */
    projectByName: (workspaceId: string, name: string): Promise<ProjectMapper | undefined> =>
      selectProjects(workspaceId).where('name', '=', name).executeTakeFirst(),

    /** Those of the ids that the workspace has, in no order. */
    projectsByIds: (workspaceId: string, ids: readonly string[]): Promise<ProjectMapper[]> =>
      selectProjects(workspaceId).where('id', 'in', ids).execute(),

    /** Up to `limit` projects of the selection in its order. */
    projects: (
      workspaceId: string,
      selection: ProjectSelection,
      limit: number,
    ): Promise<ProjectMapper[]> => {
      const { field, direction } = selection.order;
      const column = field === 'NAME' ? sql`name COLLATE "C"` : sql`created_at`;
      const way = direction === 'ASC' ? 'asc' : 'desc';
      return selectProjects(workspaceId)
        .where(matches(selection))
        .where(behind(selection))
        .orderBy(column, way)
        .orderBy('id', way)
        .limit(limit)
        .execute();
    },

    /** The new project, or undefined when its name or id is taken; ids of deleted projects stay so. */
    async createProject(
      workspaceId: string,
      facts: ProjectFacts,
    ): Promise<ProjectMapper | undefined> {
      const { uuid = uuidv7(), name, startedAtUs, endedAtUs } = facts;
      if (facts.uuid !== undefined && (await isBuried(db, uuid))) return undefined;
      const created = await db
        .insertInto('project')
        .values({
          id: uuid,
          workspace_id: workspaceId,
          name,
          description: facts.description ?? null,
          extra: facts.extra ? jsonb(facts.extra) : null,
          started_at: startedAtUs == null ? null : timestamp(startedAtUs),
          ended_at: endedAtUs == null ? null : timestamp(endedAtUs),
          reference_dataset_id: facts.referenceDatasetUuid ?? null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      return created && selectProjects(workspaceId).where('id', '=', uuid).executeTakeFirst();
    },

    /**
     * The changed project; undefined when the workspace has none of this id. Throws the database's
     * unique violation for the name of another project.
     */
    updateProject: (
      workspaceId: string,
      uuid: string,
      { description, extra, endedAtUs, ...facts }: Partial<ProjectFacts>,
    ): Promise<ProjectMapper | undefined> =>
      db.transaction().execute(async (transaction) => {
        const known = await transaction
          .selectFrom('project')
          .select('extra')
          .where('workspace_id', '=', workspaceId)
          .where('id', '=', uuid)
          .forUpdate()
          .executeTakeFirst();
        if (!known) return undefined;
        const changes = {
          ...(facts.name !== undefined && { name: facts.name }),
          ...(description != null && { description }),
          ...(extra && { extra: jsonb(mergeExtra(known.extra, extra)) }),
          ...(endedAtUs != null && { ended_at: timestamp(endedAtUs) }),
        };
        if (Object.keys(changes).length > 0) {
          await transaction
            .updateTable('project')
            .set(changes)
            .where('workspace_id', '=', workspaceId)
            .where('id', '=', uuid)
            .execute();
        }
        return createProjectStore(transaction).projectById(workspaceId, uuid);
      }),

    projectById: (workspaceId: string, uuid: string): Promise<ProjectMapper | undefined> =>
      selectProjects(workspaceId).where('id', '=', uuid).executeTakeFirst(),
  };
}

/** As a parameter: the driver would send a NUL inside, which the column refuses. */
const jsonb = (value: JsonObject) => sql<JsonObject>`${toJsonbText(value)}::jsonb`;

/** Whether the id was a project's that is gone: what is sent to it would be dropped (D6). */
async function isBuried(db: Kysely<Tables>, uuid: string): Promise<boolean> {
  const grave = await db
    .selectFrom('project_tombstone')
    .select('project_id')
    .where('project_id', '=', uuid)
    .executeTakeFirst();
  return grave !== undefined;
}

function matches(selection: ProjectSelection) {
  const { nameContains, name, uuids, metadata, referenceDatasetUuids, hasReferenceDataset } =
    selection;
  const conditions = [
    // strpos and not ILIKE: nothing in the text is a pattern. The collation knows letters beyond
    // ASCII whatever the database was created with.
    nameContains !== undefined &&
      sql`strpos(lower(name COLLATE "pg_c_utf8"), lower(${nameContains} COLLATE "pg_c_utf8")) > 0`,
    name !== undefined && sql`name = ${name}`,
    uuids && sql`id = ANY(${uuids}::uuid[])`,
    metadata && sql`coalesce(extra->'metadata', '{}') @> ${toJsonbText(metadata)}::jsonb`,
    referenceDatasetUuids && sql`reference_dataset_id = ANY(${referenceDatasetUuids}::uuid[])`,
    hasReferenceDataset !== undefined &&
      sql`(reference_dataset_id IS NOT NULL) = ${hasReferenceDataset}`,
  ].filter((condition) => condition !== false && condition !== undefined);
  return sql<boolean>`(${sql.join([sql`true`, ...conditions], sql` AND `)})`;
}

function behind({ after, order }: ProjectSelection) {
  if (!after) return sql<boolean>`true`;
  const column = order.field === 'NAME' ? sql`name COLLATE "C"` : sql`created_at`;
  const key = order.field === 'NAME' ? sql`${after.key}` : timestamp(after.key as number);
  const isBehind = order.direction === 'ASC' ? sql`>` : sql`<`;
  return sql<boolean>`(${column}, id) ${isBehind} (${key}, ${after.uuid}::uuid)`;
}
