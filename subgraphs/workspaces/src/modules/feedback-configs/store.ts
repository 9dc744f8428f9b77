import { toJsonbText } from '@runlight/postgres';
import type { Tables } from '@runlight/postgres';
import type { FeedbackScale } from '@runlight/run-model';
import { sql } from 'kysely';
import type { Kysely, Selectable } from 'kysely';
import type { FeedbackConfigMapper } from './mappers.ts';

/** Of one workspace. */
export const maxConfigs = 500;

export interface ConfigSelection {
  keys?: readonly string[] | null | undefined;
  nameContains?: string | null | undefined;
  isEnforced?: boolean | null | undefined;
}

export interface ConfigFacts {
  scale: FeedbackScale;
  isLowerScoreBetter: boolean | null;
  isEnforced: boolean;
}

export function createFeedbackConfigStore(db: Kysely<Tables>) {
  const ofWorkspace = (workspaceId: string) =>
    db.selectFrom('feedback_config').selectAll().where('workspace_id', '=', workspaceId);

  return {
    /** By key. */
    async list(
      workspaceId: string,
      { keys, nameContains, isEnforced }: ConfigSelection,
    ): Promise<FeedbackConfigMapper[]> {
      let query = ofWorkspace(workspaceId);
      if (keys) query = query.where('feedback_key', 'in', keys.length > 0 ? keys : ['']);
      if (nameContains) {
        const pattern = nameContains.replaceAll(/[\\%_]/g, String.raw`\$&`);
        query = query.where('feedback_key', 'ilike', `%${pattern}%`);
      }
      if (isEnforced !== null && isEnforced !== undefined) {
        query = query.where('is_enforced', '=', isEnforced);
      }
      const rows = await query.orderBy('feedback_key').limit(maxConfigs).execute();
      return rows.map(configOf);
    },

    async find(workspaceId: string, key: string): Promise<FeedbackConfigMapper | undefined> {
      const row = await ofWorkspace(workspaceId).where('feedback_key', '=', key).executeTakeFirst();
      return row && configOf(row);
    },

    async count(workspaceId: string): Promise<number> {
      const { count } = await db
        .selectFrom('feedback_config')
        .select((row) => row.fn.countAll<number>().as('count'))
        .where('workspace_id', '=', workspaceId)
        .executeTakeFirstOrThrow();
      return count;
    },

    /** undefined when the key has a scale already. */
    async create(
      workspaceId: string,
      key: string,
      facts: ConfigFacts,
    ): Promise<FeedbackConfigMapper | undefined> {
      const row = await db
        .insertInto('feedback_config')
        .values({ workspace_id: workspaceId, feedback_key: key, ...columnsOf(facts) })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst();
      return row && configOf(row);
    },

    async update(
      workspaceId: string,
      key: string,
      facts: ConfigFacts,
    ): Promise<FeedbackConfigMapper | undefined> {
      const row = await db
        .updateTable('feedback_config')
        .set({ ...columnsOf(facts), modified_at: new Date() })
        .where('workspace_id', '=', workspaceId)
        .where('feedback_key', '=', key)
        .returningAll()
        .executeTakeFirst();
      return row && configOf(row);
    },

    async remove(workspaceId: string, key: string): Promise<boolean> {
      const row = await db
        .deleteFrom('feedback_config')
        .where('workspace_id', '=', workspaceId)
        .where('feedback_key', '=', key)
        .returning('feedback_key')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

const columnsOf = ({ scale, isLowerScoreBetter, isEnforced }: ConfigFacts) => ({
  scale: sql<Record<string, unknown>>`${toJsonbText(scale)}::jsonb`,
  is_lower_score_better: isLowerScoreBetter,
  is_enforced: isEnforced,
});

const configOf = (row: Selectable<Tables['feedback_config']>): FeedbackConfigMapper => ({
  key: row.feedback_key,
  scale: row.scale as unknown as FeedbackScale,
  isLowerScoreBetter: row.is_lower_score_better,
  isEnforced: row.is_enforced,
  createdAt: row.created_at.getTime() * 1000,
  modifiedAt: row.modified_at.getTime() * 1000,
});
