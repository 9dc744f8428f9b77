import { createInterface } from 'node:readline/promises';
import { EnvError } from '@runlight/service';
import { hasData, reset } from './commands/reset.ts';
import { start } from './commands/start.ts';
import { stop } from './commands/stop.ts';
import { readStackEnv } from './env.ts';
import { StartFailure } from './failure.ts';

/** Runs one command and leaves the exit code in `process.exitCode`. */
export async function main(args: string[]): Promise<void> {
  try {
    await run(args);
  } catch (error) {
    // Reasons we know are one line; anything else is a defect of ours and needs its stack.
    const known = error instanceof StartFailure || error instanceof EnvError;
    console.error(known ? `Runlight: ${error.message}` : error);
    process.exitCode = 1;
  }
}

async function run([command = 'start', ...options]: string[]): Promise<void> {
  const env = readStackEnv();
  switch (command) {
    case 'start':
      return start(env);
    case 'stop':
      console.log((await stop(env)) ? 'Stopped.' : `Nothing runs with ${env.dataDir}.`);
      return undefined;
    case 'reset':
      return confirmAndReset(env, options.includes('--yes'));
    default:
      throw new StartFailure(`Unknown command "${command}"; there are start, stop and reset`);
  }
}

async function confirmAndReset(env: { dataDir: string }, confirmed: boolean): Promise<void> {
  if (!hasData(env.dataDir)) {
    console.log(`There is nothing to remove in ${env.dataDir}.`);
    return;
  }
  if (!confirmed && !(await asksYes(`Remove all runs, projects and keys in ${env.dataDir}?`))) {
    throw new StartFailure('Nothing was removed');
  }
  await stop(env);
  await reset(env);
  console.log('Removed.');
}

async function asksYes(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new StartFailure(
      'Nobody can answer here; to remove all data say: npm run reset -- --yes',
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}
