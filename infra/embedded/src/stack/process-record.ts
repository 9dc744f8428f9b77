import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Logger } from '@runlight/service';
import { endProcess, identify, isAlive } from '../processes/identity.ts';
import type { ProcessIdentity } from '../processes/identity.ts';

/** Which processes were started from a data folder, on disk, so that the next start finds orphans. */
export interface ProcessRecord {
  add: (pid: number) => void;
  remove: (pid: number) => void;
}

export function createProcessRecord(path: string, { log }: { log: Logger }): ProcessRecord {
  const known = new Map<number, ProcessIdentity>();

  function save(): void {
    try {
      writeFileSync(`${path}.new`, JSON.stringify([...known.values()]), { mode: 0o600 });
      renameSync(`${path}.new`, path);
    } catch (error) {
      // On a full disk: the reaper still ends them.
      log.warn({ err: error }, 'the list of processes cannot be written');
    }
  }

  return {
    add(pid) {
      const identity = identify(pid);
      if (!identity) return;
      known.set(pid, identity);
      save();
    },
    remove(pid) {
      if (known.delete(pid)) save();
    },
  };
}

/** Ends what an earlier supervisor left behind. They have no work to finish for anybody. */
export async function endOrphans(path: string, { log }: { log: Logger }): Promise<void> {
  const orphans = readRecord(path).filter(isAlive);
  if (orphans.length === 0) return;
  log.warn({ pids: orphans.map(({ pid }) => pid) }, 'ending processes of an earlier start');
  // Postgres takes SIGINT for "now", and the others end by it too.
  const now = { signal: 'SIGINT', patienceMs: 1500 } as const;
  await Promise.all(orphans.map((orphan) => endProcess(orphan, now)));
}

function readRecord(path: string): ProcessIdentity[] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity[];
  } catch {
    // There is none, or it was cut short.
    return [];
  }
}
