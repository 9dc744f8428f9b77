import { compileOwnPrices } from '@runlight/pricing';
import type { OwnPrice, OwnPrices } from '@runlight/pricing';
import type { Database, ModelPriceTable } from '@runlight/postgres';
import type { Selectable } from 'kysely';

/** Prices that workspaces set themselves. */
export interface OwnPriceDirectory {
  /** Of each of the workspaces. May throw UNAVAILABLE, never guesses. */
  of: (workspaceIds: Iterable<string>) => Promise<ReadonlyMap<string, OwnPrices>>;
}

/**
 * Less than the time after which a new price begins to be known (`priceDelayMs` of the workspaces
 * subgraph): no run that should have it is stored without it.
 */
const keptMs = 4000;
/** A workspace has a few; versions of them pile up slowly. */
const maxVersions = 5000;

export function createOwnPriceDirectory(
  { db }: Pick<Database, 'db'>,
  now: () => number = Date.now,
): OwnPriceDirectory {
  const kept = new Map<string, { prices: OwnPrices; untilMs: number }>();

  async function load(workspaceIds: string[]): Promise<void> {
    const untilMs = now() + keptMs;
    const rows = await db
      .selectFrom('model_price')
      .selectAll()
      .where('workspace_id', 'in', workspaceIds)
      .orderBy('known_from', 'desc')
      .limit(maxVersions)
      .execute();
    const byWorkspace = Map.groupBy(rows, (row) => row.workspace_id);
    for (const workspaceId of workspaceIds) {
      const prices = compileOwnPrices((byWorkspace.get(workspaceId) ?? []).map(readPrice));
      kept.set(workspaceId, { prices, untilMs });
    }
  }

  return {
    async of(workspaceIds) {
      const wanted = [...new Set(workspaceIds)];
      for (const [id, { untilMs }] of kept) if (untilMs <= now()) kept.delete(id);
      const missing = wanted.filter((id) => !kept.has(id));
      if (missing.length > 0) await load(missing);
      return new Map(wanted.map((id) => [id, kept.get(id)!.prices]));
    },
  };
}

function readPrice(row: Selectable<ModelPriceTable>): OwnPrice {
  return {
    name: row.name,
    pattern: row.pattern,
    rates: row.rates,
    from: row.effective_from?.toISOString() ?? null,
    knownFrom: row.known_from.toISOString(),
    ...(row.provider === null ? {} : { provider: row.provider }),
    ...(row.known_until === null ? {} : { knownUntil: row.known_until.toISOString() }),
  };
}
