import { join } from 'node:path';
import { createLogger } from '@runlight/service';
import type { StackEnv } from '../env.ts';
import { StartFailure } from '../failure.ts';
import { isFree } from '../ports.ts';
import { openLogFile } from '../processes/log-file.ts';
import { loadSecrets, prepareDataDir } from '../stack/data-dir.ts';
import { takeLock } from '../stack/lock.ts';
import { endOrphans } from '../stack/process-record.ts';
import { createStack } from '../stack/stack.ts';
import type { RunningStack, Stack } from '../stack/stack.ts';

/** Runs the default stack until SIGINT or SIGTERM; resolves when everything has stopped. */
export async function start(env: StackEnv): Promise<void> {
  const dataDir = await prepareDataDir(env.dataDir);
  const releaseLock = takeLock(dataDir.lock, { url: env.publicUrl });
  try {
    const logFile = openLogFile(join(dataDir.logs, 'supervisor.log'));
    const log = createLogger({
      service: 'supervisor',
      level: env.logLevel,
      destination: { write: (line) => logFile.write(Buffer.from(line)) },
    });
    await endOrphans(dataDir.processes, { log });
    await checkPort(env);
    const secrets = await loadSecrets(dataDir);
    await runUntilSignal(createStack({ env, dataDir, secrets, log }), env);
  } finally {
    releaseLock();
  }
}

async function runUntilSignal(stack: Stack, env: StackEnv): Promise<void> {
  const signal = Promise.withResolvers<void>();
  // Stays registered: a second signal must not cut the stopping short.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, signal.resolve);
  const started = stack.start();
  try {
    const stopped = signal.promise.then(() => undefined);
    const running = await Promise.race([started, stopped]);
    if (running) say(welcome(running, env));
    await stopped;
  } finally {
    await stack.stop();
  }
}

function welcome({ signInLink, createdApiKey, notices }: RunningStack, env: StackEnv): string[] {
  return [
    `Runlight is ready at ${env.publicUrl}`,
    `Sign in (works once, within a day): ${signInLink}`,
    ...(createdApiKey === undefined ? [] : [`API key (shown only now): ${createdApiKey}`]),
    ...notices.map((notice) => `Note: ${notice}`),
  ];
}

function say(lines: string[]): void {
  // Whoever read our output may be gone (`npm start | head`); the stack runs on.
  process.stdout.on('error', () => undefined);
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function checkPort({ host, port }: StackEnv): Promise<void> {
  try {
    if (await isFree(port, host)) return;
  } catch (error) {
    const reason = (error as Error).message;
    throw new StartFailure(
      `Cannot listen on ${host}, port ${port}: ${reason}. HOST and PORT choose others`,
      error,
    );
  }
  throw new StartFailure(
    `Port ${port} is in use. Stop the program that uses it, or choose another port: ` +
      `PORT=${port + 1} npm start`,
  );
}
