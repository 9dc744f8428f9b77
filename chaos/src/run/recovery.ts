import { waitFor } from '@runlight/testkit';
import type { Lab } from '../lab/lab.ts';

/** How long it takes, now that no fault is left, until something is stored again (D10); at most `timeoutMs`. */
export async function measureRecovery({ database }: Lab, timeoutMs: number): Promise<number> {
  const startedAtMs = performance.now();
  const recorded = async () => {
    const { batches } = await database.db
      .selectFrom('ingest_ledger')
      .select(({ fn }) => fn.countAll<string>().as('batches'))
      .executeTakeFirstOrThrow();
    return Number(batches);
  };
  const before = await recorded();
  await waitFor(async () => (await recorded()) > before, { timeoutMs, what: 'a batch to be done' });
  return performance.now() - startedAtMs;
}
