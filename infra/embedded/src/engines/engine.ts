import { chmod, mkdir } from 'node:fs/promises';
import type { ProcessSpec } from '../processes/managed-process.ts';

/** An engine with its files in place, ready to be started. */
export interface Engine {
  /** What the services connect to, credentials included. */
  url: string;
  process: ProcessSpec;
  /** Something the person at the terminal should know. */
  notice?: string;
}

export interface EngineOptions {
  /** Folder of this engine's data; created when it is missing. */
  dir: string;
  port: number;
  password: string;
}

/** The user name and database that we create in every engine that has such things. */
export const engineUser = 'runlight';
export const engineDatabase = 'runlight';

/** Programs of the system and nothing of the caller's environment. */
export const engineEnv: Record<string, string> = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/**
 * Makes a folder that holds engines. As root, others may pass through it (not look into it):
 * Postgres runs as somebody else and has its data inside.
 */
export async function prepareEngineDir(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  if (process.getuid?.() === 0) await chmod(dir, 0o711);
}
