import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '@runlight/service';

/** Makes new, renamed and removed files of a folder survive a power cut. */
export async function syncDirectory(dir: string): Promise<void> {
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Takes a folder for this process; returns the release. Throws CONFLICT when another one has it: two
 * writers would remove each other's segments. The lock is the one that SQLite holds on a file, since
 * the system gives that back however the process ends; the file itself stays empty.
 */
export async function takeDirectory(dir: string): Promise<() => void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(dir, 'lock'));
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    const text = `The journal folder ${dir} is used by another process; each needs its own`;
    throw new AppError('CONFLICT', text, { cause: error });
  }
  return () => lock.close();
}
