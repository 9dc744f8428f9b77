import type { Tables } from '@runlight/postgres';
import { isUniqueViolation } from '@runlight/postgres';
import { uuidv7 } from '@runlight/run-model';
import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import { microseconds, timestamp } from '../../instant.ts';
import type { ModelPriceMapper } from './mappers.ts';

/** Prices of one workspace at a time. */
export const maxPrices = 200;
/** Versions of them, ended ones included: workers read them all. */
const maxVersions = 4000;

/**
 * How long after a change it begins to count: longer than a worker remembers prices (`own-prices.ts` of the
 * worker), so that every worker gives a run the same price whenever it looks at it.
 */
const priceDelayMs = 5000;
const soon = sql<Date>`now() + ${priceDelayMs} * interval '1 millisecond'`;

/** What a price says. */
export interface PriceDefinition {
  name: string;
  pattern: string;
  provider: string | null;
  rates: Readonly<Record<string, number>>;
  /** Microseconds since 1970. */
  from: number | null;
}

export type SavedPrice =
  { price: ModelPriceMapper } | { problem: 'too_many' | 'same_name' | 'missing' };

export function createPriceStore(db: Kysely<Tables>) {
  const selectPrices = (workspaceId: string, from: Kysely<Tables> = db) =>
    from
      .selectFrom('model_price')
      .select((row) => [
        'id as uuid',
        'workspace_id as workspaceId',
        'name',
        'pattern',
        'provider',
        'rates as ratesBySubtype',
        microseconds(row.ref('effective_from')).as('from'),
        microseconds(row.ref('known_from')).as('knownSince'),
        'created_by as creator',
      ])
      .where('workspace_id', '=', workspaceId)
      .where('known_until', 'is', null);

  /** Changes in one workspace happen one after the other, or two could pass the limit. */
  const changing = (
    workspaceId: string,
    change: (transaction: Transaction<Tables>) => Promise<SavedPrice>,
  ): Promise<SavedPrice> =>
    db
      .transaction()
      .execute(async (transaction) => {
        await transaction
          .selectFrom('workspace')
          .select('id')
          .where('id', '=', workspaceId)
          .forNoKeyUpdate()
          .execute();
        return change(transaction);
      })
      .catch((error: unknown): SavedPrice => {
        if (isUniqueViolation(error)) return { problem: 'same_name' };
        throw error;
      });

  async function insert(
    transaction: Transaction<Tables>,
    workspaceId: string,
    version: PriceDefinition & { uuid: string; creator: string },
  ): Promise<SavedPrice> {
    const { name, pattern, provider, rates, from, uuid, creator } = version;
    await transaction
      .insertInto('model_price')
      .values({
        version_id: uuidv7(),
        id: uuid,
        workspace_id: workspaceId,
        name,
        pattern,
        provider,
        rates: JSON.stringify(rates),
        effective_from: from === null ? null : timestamp(from),
        known_from: soon,
        known_until: null,
        created_by: creator,
      })
      .execute();
    const price = await selectPrices(workspaceId, transaction)
      .where('id', '=', uuid)
      .executeTakeFirstOrThrow();
    return { price };
  }

  const end = (transaction: Transaction<Tables>, workspaceId: string, uuid: string) =>
    transaction
      .updateTable('model_price')
      .set({ known_until: soon })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', uuid)
      .where('known_until', 'is', null)
      .execute();

  return {
    /** By name. */
    prices: (workspaceId: string): Promise<ModelPriceMapper[]> =>
      selectPrices(workspaceId)
        .orderBy('name')
        .orderBy('effective_from')
        .limit(maxPrices)
        .execute(),

    /** Those of the ids that the workspace has, in no order. */
    pricesByIds: (workspaceId: string, ids: readonly string[]): Promise<ModelPriceMapper[]> =>
      selectPrices(workspaceId).where('id', 'in', ids).execute(),

    create: (workspaceId: string, definition: PriceDefinition, creator: string) =>
      changing(workspaceId, async (transaction) => {
        const counts = await countPrices(transaction, workspaceId);
        if (counts.current >= maxPrices || counts.versions >= maxVersions)
          return { problem: 'too_many' };
        return insert(transaction, workspaceId, { ...definition, uuid: uuidv7(), creator });
      }),

    /** The old version stays for the runs that were accepted while it counted. */
    change: (workspaceId: string, uuid: string, definition: PriceDefinition, creator: string) =>
      changing(workspaceId, async (transaction) => {
        const { versions } = await countPrices(transaction, workspaceId);
        if (versions >= maxVersions) return { problem: 'too_many' };
        await end(transaction, workspaceId, uuid);
        return insert(transaction, workspaceId, { ...definition, uuid, creator });
      }),

    remove: (workspaceId: string, uuid: string) =>
      changing(workspaceId, async (transaction) => {
        const price = await selectPrices(workspaceId, transaction)
          .where('id', '=', uuid)
          .executeTakeFirst();
        if (!price) return { problem: 'missing' };
        await end(transaction, workspaceId, uuid);
        return { price };
      }),
  };
}

const countPrices = (transaction: Transaction<Tables>, workspaceId: string) =>
  transaction
    .selectFrom('model_price')
    .select((row) => [
      row.fn.countAll<number>().as('versions'),
      sql<number>`count(*) FILTER (WHERE known_until IS NULL)`.as('current'),
    ])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow();
