import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Redis } from './redis.ts';

export interface Script {
  source: string;
  sha1: string;
}

/** A Lua file of `lua/`; its header says what it takes and why it must be atomic. */
export function loadScript(name: string): Script {
  const source = readFileSync(join(import.meta.dirname, 'lua', `${name}.lua`), 'utf8');
  return { source, sha1: createHash('sha1').update(source).digest('hex') };
}

export async function runScript(
  redis: Redis,
  { source, sha1 }: Script,
  keys: string[],
  args: (string | number | Buffer)[],
): Promise<unknown> {
  try {
    return await redis.evalsha(sha1, keys.length, ...keys, ...args);
  } catch (error) {
    // Redis forgets scripts when it restarts.
    if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
    return await redis.eval(source, keys.length, ...keys, ...args);
  }
}
