import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A process that is still the same one after process ids were used again. */
export interface ProcessIdentity {
  pid: number;
  /** When it started, in whatever the system counts by; compared only for equality. */
  startedAt: string;
}

/** Undefined when there is no such process. */
export function identify(pid: number): ProcessIdentity | undefined {
  const startedAt = process.platform === 'linux' ? startOnLinux(pid) : startByPs(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

export function isAlive(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.startedAt === identity.startedAt;
}

function startOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name in parentheses may hold blanks; the fields after it may not.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // Dead, only not yet collected by its parent.
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    // Ticks since boot: the same number on another boot is another process.
    return `${bootId()}:${fields[19]}`;
  } catch {
    // There is no such process.
    return undefined;
  }
}

const bootId = () => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();

function startByPs(pid: number): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return line.trim() || undefined;
  } catch {
    // `ps` ends with 1 when there is no such process.
    return undefined;
  }
}

/** Asks a process to end and, after `patienceMs`, makes it. */
export async function endProcess(
  identity: ProcessIdentity,
  { signal, patienceMs }: { signal: NodeJS.Signals; patienceMs: number },
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  send(identity, signal);
  while (isAlive(identity)) {
    if (Date.now() > deadline) send(identity, 'SIGKILL');
    await pause(20);
  }
}

function send(identity: ProcessIdentity, signal: NodeJS.Signals): void {
  if (!isAlive(identity)) return;
  try {
    process.kill(identity.pid, signal);
  } catch (error) {
    // It ended between the two lines; anything else, such as a process of another user, is real.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The command line of a process; empty when there is none. */
export function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    }
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    // There is no such process.
    return '';
  }
}
