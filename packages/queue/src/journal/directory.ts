import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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

/** Either the whole file is there afterwards, or what was there before. */
export async function writeFileDurably(dir: string, file: string, bytes: Buffer): Promise<void> {
  const draft = join(dir, `${file}.new`);
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, join(dir, file));
  await syncDirectory(dir);
}

/**
 * Takes a folder for this process; returns the release. Throws CONFLICT when another one has it: two
 * writers would remove each other's segments. The lock is the one that SQLite holds on a file, since
 * the system gives that back however the process ends; the file itself stays empty.
 */
export async function takeDirectory(dir: string): Promise<() => void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await syncDirectory(dirname(dir));
  const lock = new DatabaseSync(join(dir, 'lock'));
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    const text = `The journal folder ${dir} is used by another process; each needs its own`;
    throw new AppError('CONFLICT', text, { cause: error });
  }
  return () => lock.close();
}
