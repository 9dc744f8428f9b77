import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@runlight/service';
import { StartFailure, explainSystemError } from '../failure.ts';
import { openLogFile } from './log-file.ts';
import type { LogFile } from './log-file.ts';
import { createProcessOutput } from './output.ts';
import type { ProcessOutput } from './output.ts';
import type { Reaper } from './reaper.ts';
import { createRestartDelays } from './restart-delays.ts';

export interface ProcessSpec {
  /** Name of the log file and in log fields. */
  name: string;
  /** For sentences to people. */
  title: string;
  command: string;
  args: string[];
  env: Record<string, string>;
  cwd?: string;
  /** Runs as somebody else; only root may ask for it. */
  owner?: { uid: number; gid: number } | undefined;
  /** Resolves when the process can be used; rejects with the reason of `signal` when that aborts. */
  ready: (context: { output: ProcessOutput; signal: AbortSignal }) => Promise<void>;
  /** Default 60 000. */
  readyTimeoutMs?: number;
  stopSignal: NodeJS.Signals;
  /** Then it is ended by force. */
  stopTimeoutMs: number;
}

/** What processes need from the supervisor around them. */
export interface ProcessHost {
  log: Logger;
  logDir: string;
  reaper: Reaper;
  /** Gives up on processes that are not ready yet. */
  signal?: AbortSignal;
  onStart?: (pid: number) => void;
  onEnd?: (pid: number) => void;
}

export interface ManagedProcess {
  name: string;
  pid: () => number | undefined;
  stop: () => Promise<void>;
}

interface Launch {
  child: ChildProcess;
  output: ProcessOutput;
  /** Resolves when the process is gone; never rejects. */
  ended: Promise<string>;
}

/**
 * Starts a process and resolves when it is ready; from then on starts it again whenever it ends,
 * at once the first time and with growing pauses after. Throws StartFailure when the first start
 * does not get ready.
 */
export async function startManagedProcess(
  spec: ProcessSpec,
  host: ProcessHost,
): Promise<ManagedProcess> {
  const log = host.log.child({ process: spec.name });
  const logPath = join(host.logDir, `${spec.name}.log`);
  const logFile = openLogFile(logPath, { log });
  const stopping = new AbortController();
  let current = launch(spec, host, logFile);

  try {
    await becomeReady(spec, current, host.signal ?? stopping.signal);
  } catch (error) {
    await end(spec, current);
    logFile.close();
    throw describeFailure(spec, { error, output: current.output, logPath });
  }
  log.info({ pid: current.child.pid }, 'process is ready');

  async function keepRunning(): Promise<void> {
    const delays = createRestartDelays();
    while (!stopping.signal.aborted) {
      const reason = await current.ended;
      if (stopping.signal.aborted) return;
      const delayMs = delays.next();
      log.warn({ reason, delayMs }, 'process ended and is started again');
      await pause(delayMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      current = launch(spec, host, logFile);
      await restarted(current);
    }
  }

  async function restarted(next: Launch): Promise<void> {
    try {
      await becomeReady(spec, next, stopping.signal);
      log.info({ pid: next.child.pid }, 'process is ready again');
    } catch (error) {
      if (stopping.signal.aborted) return;
      log.warn({ err: error }, 'process did not get ready');
      await end(spec, next);
    }
  }

  const running = keepRunning();
  return {
    name: spec.name,
    pid: () => current.child.pid,
    stop: async () => {
      stopping.abort(new Error('stopping'));
      await end(spec, current);
      await running;
      logFile.close();
    },
  };
}

function launch(spec: ProcessSpec, host: ProcessHost, logFile: LogFile): Launch {
  const child = spawn(spec.command, spec.args, {
    cwd: spec.cwd,
    env: spec.env,
    // A session of its own: Ctrl-C in the terminal reaches the supervisor alone, which then stops
    // everything in order.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...spec.owner,
  });
  const output = createProcessOutput();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      logFile.write(chunk);
      output.push(chunk);
    });
  }
  const { pid } = child;
  if (pid !== undefined) {
    host.reaper.watch(pid, spec.stopSignal);
    host.onStart?.(pid);
  }
  const ended = endOf(child).finally(() => {
    if (pid === undefined) return;
    host.reaper.forget(pid);
    host.onEnd?.(pid);
  });
  return { child, output, ended };
}

/** Why it ended. Without a pid it never started, which is an `error` event instead of an `exit`. */
async function endOf(child: ChildProcess): Promise<string> {
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    return signal ?? `exit code ${code}`;
  } catch (error) {
    return (error as Error).message;
  }
}

async function becomeReady(spec: ProcessSpec, launched: Launch, stop: AbortSignal): Promise<void> {
  const attempt = new AbortController();
  const timeoutMs = spec.readyTimeoutMs ?? 60_000;
  const timer = setTimeout(
    () => attempt.abort(new Error(`it was not ready after ${timeoutMs / 1000} s`)),
    timeoutMs,
  );
  void launched.ended.then((reason) => attempt.abort(new Error(`it ended: ${reason}`)));
  const signal = AbortSignal.any([attempt.signal, stop]);
  try {
    await spec.ready({ output: launched.output, signal });
  } finally {
    clearTimeout(timer);
    attempt.abort();
  }
}

async function end(spec: ProcessSpec, { child, ended }: Launch): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill(spec.stopSignal);
  const force = setTimeout(() => child.kill('SIGKILL'), spec.stopTimeoutMs);
  await ended;
  clearTimeout(force);
}

function describeFailure(
  spec: ProcessSpec,
  { error, output, logPath }: { error: unknown; output: ProcessOutput; logPath: string },
): StartFailure {
  const tail = output.tail();
  const said = tellingLine(tail);
  const spawnError = error instanceof Error ? error.message : String(error);
  const reason = explainSystemError(`${tail}\n${spawnError}`) ?? (said || spawnError);
  return new StartFailure(`${spec.title} did not start: ${reason}. Its log: ${logPath}`, error);
}

/** The line that most likely says why: the first that names an error, else the last. */
function tellingLine(tail: string): string {
  const lines = tail
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('Node.js v'));
  const naming = lines.find((line) =>
    /^(\w*Error\b|Code: \d|.*Exception\b|.*\b(FATAL|PANIC):)/.test(line),
  );
  return (naming ?? lines.at(-1) ?? '').trim().slice(0, 300);
}
