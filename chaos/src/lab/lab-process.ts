import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Reaper } from '@runlight/embedded';
import { freezeProcess, giveOrder, killProcess, residentBytes } from '@runlight/testkit/faults';
import { stateOf, thawProcess } from '@runlight/testkit/faults';
import type { HookOrder } from '@runlight/testkit/faults';

export interface LabProcessSpec {
  name: string;
  command: string;
  args: string[];
  env: Record<string, string>;
  cwd?: string | undefined;
  owner?: { uid: number; gid: number } | undefined;
  /** Has the hooks of the fault kit. */
  isHooked?: boolean;
  /** Whether it can be used; may throw while it cannot. */
  isUp: () => Promise<boolean>;
  stopSignal: NodeJS.Signals;
}

/** A process that nobody but the test starts, ends and starts again. */
export interface LabProcess {
  name: string;
  /** Throws when it does not run. */
  pid: () => number;
  isRunning: () => boolean;
  /** It ran, and nobody asked it to end. */
  hasCrashed: () => boolean;
  /** Starts it, again if it ends while it starts (an engine may find its last one still there). */
  start: (options?: { timeoutMs?: number }) => Promise<void>;
  kill: () => Promise<void>;
  freeze: () => Promise<void>;
  thaw: () => void;
  isFrozen: () => Promise<boolean>;
  /** Asks it to stop; the exit code, or the signal that ended it. */
  stop: () => Promise<number | NodeJS.Signals | null>;
  /** Resolves when the present process ends, however. */
  ended: () => Promise<void>;
  order: (order: HookOrder) => Promise<void>;
  /** Most memory that any process under this name has had, as far as it was looked at. */
  peakBytes: () => Promise<number>;
  /** All it has printed since the beginning. */
  log: () => Promise<string>;
}

export function createLabProcess(
  spec: LabProcessSpec,
  { logDir, reaper }: { logDir: string; reaper: Reaper },
): LabProcess {
  const logPath = join(logDir, `${spec.name}.log`);
  let child: ChildProcess | undefined;
  let peak = 0;
  let isWanted = false;

  const isRunning = () =>
    child !== undefined && child.exitCode === null && child.signalCode === null;

  function running(): ChildProcess & { pid: number } {
    if (!child || !isRunning()) throw new Error(`${spec.name} does not run; see ${logPath}`);
    return child as ChildProcess & { pid: number };
  }

  function launch(): void {
    const output = openSync(logPath, 'a');
    const launched = spawn(spec.command, spec.args, {
      env: spec.env,
      cwd: spec.cwd,
      detached: true,
      stdio: ['ignore', output, output, ...(spec.isHooked ? (['ipc'] as const) : [])],
      ...spec.owner,
    });
    closeSync(output);
    launched.on('error', () => undefined);
    // The channel of a frozen or dying process must not keep or break the test.
    launched.channel?.unref();
    launched.unref();
    const { pid } = launched;
    if (pid !== undefined) {
      reaper.watch(pid, spec.stopSignal);
      launched.once('exit', () => reaper.forget(pid));
    }
    child = launched;
  }

  async function start({ timeoutMs = 60_000 } = {}): Promise<void> {
    const deadline = performance.now() + timeoutMs;
    while (performance.now() < deadline) {
      if (!isRunning()) launch();
      isWanted = true;
      if (isRunning() && (await spec.isUp().catch(() => false))) return;
      await pause(isRunning() ? 25 : 300);
    }
    throw new Error(`${spec.name} does not start; see ${logPath}:\n${await tail()}`);
  }

  const log = () => readFile(logPath, 'utf8').catch(() => '');
  const tail = async () => (await log()).slice(-2000);

  async function peakBytes(): Promise<number> {
    if (isRunning()) {
      const memory = await residentBytes(running().pid).catch(() => ({ peak: 0 }));
      peak = Math.max(peak, memory.peak);
    }
    return peak;
  }

  return {
    name: spec.name,
    pid: () => running().pid,
    isRunning,
    hasCrashed: () => isWanted && !isRunning(),
    start,
    async kill() {
      isWanted = false;
      await peakBytes();
      const victim = running();
      const exited = once(victim, 'exit');
      victim.ref();
      await killProcess(victim.pid);
      await exited;
    },
    freeze: () => freezeProcess(running().pid),
    thaw: () => thawProcess(running().pid),
    isFrozen: async () => isRunning() && (await stateOf(running().pid)) === 'T',
    async stop() {
      isWanted = false;
      if (!isRunning()) return child?.exitCode ?? child?.signalCode ?? null;
      await peakBytes();
      const ending = running();
      const exited = once(ending, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
      ending.ref();
      ending.kill(spec.stopSignal);
      const [code, signal] = await exited;
      return code ?? signal;
    },
    async ended() {
      if (!isRunning()) return;
      const current = running();
      current.ref();
      await once(current, 'exit');
    },
    order: (order) => giveOrder(running(), order),
    peakBytes,
    log,
  };
}
