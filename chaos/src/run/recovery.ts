import { describeLab } from '../lab/describe-lab.ts';
import type { Lab } from '../lab/lab.ts';

/** How long it takes, after a fault is over, until something is stored again (D10). */
export interface RecoveryWatch {
  /** From now on all is well again. */
  healed: () => void;
  stop: () => Promise<{ longestMs: number; measured: number }>;
}

/** After so long without anything stored, the reason is worth a look. */
const tellingMs = 20_000;

export function watchRecovery(lab: Lab, say: (line: string) => void): RecoveryWatch {
  const { database } = lab;
  let isTold = false;
  let healedAtMs: number | undefined;
  let recordedThen: number | undefined;
  let recorded = 0;
  let longestMs = 0;
  let measured = 0;
  const stopping = new AbortController();

  async function look(): Promise<void> {
    const { batches } = await database.db
      .selectFrom('ingest_ledger')
      .select(({ fn }) => fn.countAll<string>().as('batches'))
      .executeTakeFirstOrThrow();
    recorded = Number(batches);
    if (healedAtMs === undefined) return;
    recordedThen ??= recorded;
    const waitedMs = performance.now() - healedAtMs;
    if (recorded === recordedThen) {
      if (waitedMs > tellingMs && !isTold) {
        isTold = true;
        say(`nothing was stored for ${Math.round(waitedMs)} ms:\n${await describeLab(lab)}`);
      }
      return;
    }
    if (isTold) say(`it goes on after ${Math.round(waitedMs)} ms`);
    isTold = false;
    longestMs = Math.max(longestMs, waitedMs);
    measured += 1;
    healedAtMs = undefined;
  }

  const watching = (async () => {
    while (!stopping.signal.aborted) {
      // Postgres may be what is away.
      await look().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  })();

  return {
    healed() {
      // While the last fault's recovery is not seen yet, its clock runs on: the worse of the two.
      if (healedAtMs !== undefined) return;
      healedAtMs = performance.now();
      recordedThen = undefined;
    },
    async stop() {
      stopping.abort();
      await watching;
      // One that never came counts for as long as it was waited for.
      if (healedAtMs !== undefined) longestMs = Math.max(longestMs, performance.now() - healedAtMs);
      return { longestMs, measured };
    },
  };
}
