import { endProcess } from '../processes/identity.ts';
import { dataDirLayout } from '../stack/data-dir.ts';
import { readHolder } from '../stack/lock.ts';

/** The supervisor needs this long at most: every process has its own limit. */
const patienceMs = 120_000;

/** Stops the stack of this data folder, wherever it was started; false when none runs. */
export async function stop({ dataDir }: { dataDir: string }): Promise<boolean> {
  const holder = readHolder(dataDirLayout(dataDir).lock);
  if (!holder) return false;
  await endProcess(holder, { signal: 'SIGTERM', patienceMs });
  return true;
}
