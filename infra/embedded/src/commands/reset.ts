import { existsSync } from 'node:fs';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { dataDirLayout } from '../stack/data-dir.ts';

/** Whether there is anything that a reset would remove. */
export function hasData(dataDir: string): boolean {
  return removable(dataDir).some((path) => existsSync(path));
}

/**
 * Removes everything that a stack has made in the folder, and the folder when nothing else is in it:
 * RUNLIGHT_DATA_DIR may by mistake name a folder with other things.
 */
export async function reset({ dataDir }: { dataDir: string }): Promise<void> {
  for (const path of removable(dataDir)) await rm(path, { recursive: true, force: true });
  const left = existsSync(dataDir) ? await readdir(dataDir) : undefined;
  if (left?.length === 0) await rmdir(dataDir);
}

function removable(dataDir: string): string[] {
  const { root: _root, ...paths } = dataDirLayout(dataDir);
  return Object.values(paths);
}
