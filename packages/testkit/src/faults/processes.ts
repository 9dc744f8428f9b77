import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { waitFor } from '../wait-for.ts';

const run = promisify(execFile);

/** As `kill -9`: no process can defend itself or clean up. Resolves when it no longer runs. */
export async function killProcess(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  await waitFor(async () => !/^[A-Y]/.test((await stateOf(pid)) ?? 'Z'), {
    timeoutMs: 10_000,
    what: `process ${pid} to be gone`,
  });
}

/** Stops it in the middle of whatever it does; resolves when it stands still. */
export async function freezeProcess(pid: number): Promise<void> {
  process.kill(pid, 'SIGSTOP');
  await waitFor(async () => (await stateOf(pid)) === 'T', {
    timeoutMs: 5000,
    what: `process ${pid} to stand still`,
  });
}

export function thawProcess(pid: number): void {
  process.kill(pid, 'SIGCONT');
}

/** The letter of ps: R running, S sleeping, T stopped, Z dead …; undefined without such a process. */
export async function stateOf(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold blanks and parentheses of its own.
    return stat.slice(stat.lastIndexOf(')') + 2)[0];
  } catch {
    return undefined;
  }
}

/** Memory of a process now, and the most it ever had. Throws when it is gone. */
export async function residentBytes(pid: number): Promise<{ now: number; peak: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kib = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]);
  return { now: kib('VmRSS') * 1024, peak: kib('VmHWM') * 1024 };
}

/** How many files and sockets the process may have open from now on; what is open stays open. */
export async function limitOpenFiles(pid: number, soft: number): Promise<void> {
  await run('prlimit', ['--pid', String(pid), `--nofile=${soft}:`]);
}

/** The present soft limit on open files. */
export async function openFileLimit(pid: number): Promise<number> {
  const limits = await readFile(`/proc/${pid}/limits`, 'utf8');
  return Number(/^Max open files\s+(\d+)/m.exec(limits)?.[1]);
}

/** How many files and sockets the process has open. */
export const openFiles = async (pid: number): Promise<number> =>
  (await readdir(`/proc/${pid}/fd`)).length;
