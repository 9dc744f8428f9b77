import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { StartFailure } from '../failure.ts';
import { identify, isAlive } from '../processes/identity.ts';
import type { ProcessIdentity } from '../processes/identity.ts';

/** Whoever runs a data folder. */
export interface Holder extends ProcessIdentity {
  url: string;
}

/** The living holder of the folder. */
export function readHolder(path: string): Holder | undefined {
  const holder = parse(readText(path));
  return holder !== undefined && isAlive(holder) ? holder : undefined;
}

/**
 * Makes this process the one that runs the folder, or throws StartFailure. A holder that died, by
 * whatever means, does not count. Returns the release.
 */
export function takeLock(path: string, { url }: { url: string }): () => void {
  const self = identify(process.pid);
  if (!self) throw new Error('this process cannot see itself');
  const mine = JSON.stringify({ ...self, url } satisfies Holder);
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      if (linked(draft, path)) {
        return () => {
          if (readText(path) === mine) rmSync(path, { force: true });
        };
      }
      const seen = readText(path);
      const holder = parse(seen);
      if (holder && isAlive(holder)) throw alreadyRunning(holder);
      removeStale(path, { seen, aside: `${draft}.stale` });
    }
    throw new StartFailure(`The lock ${path} keeps changing hands; try again`);
  } finally {
    rmSync(draft, { force: true });
  }
}

function alreadyRunning({ url, pid }: Holder): StartFailure {
  return new StartFailure(
    `Runlight already runs with this data folder: ${url} (process ${pid}). ` +
      'Stop it with "npm run stop", or set RUNLIGHT_DATA_DIR and PORT for a second one',
  );
}

/** Creates the lock in one step; false when it exists. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Moved aside rather than removed: of several starters only one gets hold of the file, and if it was
 * a new one by then, it goes back.
 */
function removeStale(
  path: string,
  { seen, aside }: { seen: string | undefined; aside: string },
): void {
  try {
    renameSync(path, aside);
    if (readText(aside) !== seen) linked(aside, path);
    rmSync(aside, { force: true });
  } catch (error) {
    // Another starter was faster.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function parse(text: string | undefined): Holder | undefined {
  try {
    return JSON.parse(text ?? '') as Holder;
  } catch {
    // Cut short by a crash: nobody holds it.
    return undefined;
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Nobody has made it.
    return undefined;
  }
}
