import { StartFailure } from '../failure.ts';
import { endProcess } from '../processes/identity.ts';
import { dataDirLayout } from '../stack/data-dir.ts';
import { readHolder } from '../stack/lock.ts';

/** The supervisor needs this long at most: every process has its own limit. */
const patienceMs = 120_000;

/** Stops the stack of this data folder, wherever it was started; false when none runs. */
export async function stop({ dataDir }: { dataDir: string }): Promise<boolean> {
  const holder = readHolder(dataDirLayout(dataDir).lock);
  if (!holder) return false;
  try {
    await endProcess(holder, { signal: 'SIGTERM', patienceMs });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
    throw new StartFailure(
      `Process ${holder.pid} belongs to another user; stop it as that user`,
      error,
    );
  }
  return true;
}
