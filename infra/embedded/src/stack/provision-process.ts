import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { compileCacheEnv } from '../compile-cache.ts';
import { StartFailure } from '../failure.ts';
import { openLogFile } from '../processes/log-file.ts';
import type { ProcessHost } from '../processes/managed-process.ts';
import type { ProvisionOrder, ProvisionResult } from './provision-contract.ts';

export interface Provisioner {
  run: (order: ProvisionOrder) => Promise<ProvisionResult>;
  /** Ends it when there will be no order. */
  cancel: () => void;
}

/** Starts `provision.ts`, which waits for its order. */
export function startProvisioner({ logDir, log, reaper }: ProcessHost): Provisioner {
  const script = join(import.meta.dirname, '..', 'provision.ts');
  const child = spawn(process.execPath, [script], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, ...compileCacheEnv },
  });
  const logFile = openLogFile(join(logDir, 'provision.log'), { log });
  child.stderr.on('data', (chunk: Buffer) => logFile.write(chunk));
  child.stdin.on('error', ({ message }) => log.debug({ message }, 'provision does not listen'));
  const { pid } = child;
  if (pid !== undefined) reaper.watch(pid, 'SIGTERM');
  const answer = text(child.stdout);
  const closed = once(child, 'close').finally(() => {
    if (pid !== undefined) reaper.forget(pid);
    logFile.close();
  });
  // Looked at in `run`; a provisioner that is cancelled concerns nobody.
  for (const promise of [answer, closed]) promise.catch(() => undefined);

  return {
    async run(order) {
      child.stdin.end(`${JSON.stringify(order)}\n`);
      await closed;
      const result = parseAnswer(await answer);
      if ('failure' in result) {
        throw new StartFailure(
          `The databases cannot be made ready: ${result.failure}. Its log: ${join(logDir, 'provision.log')}`,
        );
      }
      return result;
    },
    cancel: () => void child.kill('SIGTERM'),
  };
}

function parseAnswer(line: string): ProvisionResult | { failure: string } {
  if (line.trim() === '') return { failure: 'the process ended without an answer' };
  return JSON.parse(line) as ProvisionResult | { failure: string };
}
