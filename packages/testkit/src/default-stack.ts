import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, waitFor } from './index.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** The default stack, started as a newcomer starts it, on a port and data folder of its own. */
export interface Stack {
  url: string;
  apiKey: string;
  signInLink: string;
  dataDir: string;
  process: ChildProcess;
  /** Everything printed so far. */
  output: () => string;
  /** All processes of the stack: pid and command line, supervisor included. */
  processes: () => Promise<StackProcess[]>;
  /** Lines of level error in the logs of all processes. */
  errorLines: () => Promise<string[]>;
  stop: () => Promise<void>;
}

export interface StackProcess {
  pid: number;
  command: string;
}

export async function startStack(env: Record<string, string> = {}): Promise<Stack> {
  const dataDir = await mkdtemp(join(tmpdir(), 'runlight e2e '));
  const port = await freePort();
  const apiKey = `e2e_${crypto.randomUUID().replaceAll('-', '')}`;
  const child = spawn(process.execPath, [join(root, 'infra/embedded/src/cli.ts'), 'start'], {
    cwd: root,
    env: {
      ...process.env,
      // As the npm script has it.
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/runlight-compiled'),
      PORT: String(port),
      INGEST_OTLP_GRPC_PORT: '0',
      RUNLIGHT_DATA_DIR: dataDir,
      RUNLIGHT_BOOTSTRAP_API_KEY: apiKey,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));

  const link = /https?:\/\/\S+\/sign-in\?token=\S+/;
  await waitFor(
    () => {
      if (child.exitCode !== null) throw new Error(`The stack ended at start:\n${output}`);
      return link.test(output);
    },
    { timeoutMs: 90_000, what: `the sign-in link in the output of npm start` },
  ).catch((error: unknown) => {
    child.kill('SIGTERM');
    throw new Error(`${String(error)}\n${output}`);
  });

  return {
    url: `http://localhost:${port}`,
    apiKey,
    signInLink: link.exec(output)![0],
    dataDir,
    process: child,
    output: () => output,
    processes: () => descendants(child.pid!),
    errorLines: () => errorLines(join(dataDir, 'logs')),
    stop: async () => {
      if (child.exitCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await ended;
      }
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The process and everything below it, from /proc. */
export async function descendants(rootPid: number): Promise<StackProcess[]> {
  const all = new Map<number, { parent: number; command: string }>();
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = await readFile(`/proc/${entry}/stat`, 'utf8');
      const command = (await readFile(`/proc/${entry}/cmdline`, 'utf8'))
        .replaceAll('\0', ' ')
        .trim();
      // The name in parentheses may hold blanks; the fields after it may not.
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      all.set(Number(entry), { parent, command });
    } catch {
      // The process ended while we looked.
    }
  }
  const wanted = new Set([rootPid]);
  for (let grew = true; grew;) {
    grew = false;
    for (const [pid, { parent }] of all) {
      if (wanted.has(parent) && !wanted.has(pid)) {
        wanted.add(pid);
        grew = true;
      }
    }
  }
  return [...wanted]
    .filter((pid) => all.has(pid))
    .map((pid) => ({ pid, command: all.get(pid)!.command }));
}

async function errorLines(logDir: string): Promise<string[]> {
  const found: string[] = [];
  for (const file of await readdir(logDir)) {
    const text = await readFile(join(logDir, file), 'utf8');
    for (const line of text.split('\n')) {
      if (/"level":"(error|fatal)"|<Error>|<Fatal>|\b(ERROR|FATAL|PANIC):/.test(line)) {
        found.push(`${file}: ${line}`);
      }
    }
  }
  return found;
}
