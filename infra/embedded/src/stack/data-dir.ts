import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareEngineDir } from '../engines/engine.ts';
import { StartFailure, explainSystemError } from '../failure.ts';

/** Where things are in a data folder. */
export interface DataDir {
  root: string;
  logs: string;
  clickhouse: string;
  postgres: string;
  redis: string;
  /** Accepted batches that are not in Redis, or that Redis may forget. */
  journal: string;
  /** The platform's, for feedback that people give. */
  feedbackJournal: string;
  /** Attachments and large payloads. */
  objects: string;
  secrets: string;
  /** Who runs this folder. */
  lock: string;
  /** Which processes it has started. */
  processes: string;
}

export function dataDirLayout(root: string): DataDir {
  return {
    root,
    logs: join(root, 'logs'),
    clickhouse: join(root, 'clickhouse'),
    postgres: join(root, 'postgres'),
    redis: join(root, 'redis'),
    journal: join(root, 'journal'),
    feedbackJournal: join(root, 'journal-feedback'),
    objects: join(root, 'objects'),
    secrets: join(root, 'secrets.json'),
    lock: join(root, 'supervisor.json'),
    processes: join(root, 'processes.json'),
  };
}

const neededMib = 200;

/** Makes the folder ready to be used; throws StartFailure with what stands in the way. */
export async function prepareDataDir(root: string): Promise<DataDir> {
  const layout = dataDirLayout(root);
  try {
    await prepareEngineDir(root);
    await mkdir(layout.logs, { recursive: true, mode: 0o700 });
    const { bavail, bsize } = await statfs(root);
    const freeMib = Math.floor((bavail * bsize) / 1024 / 1024);
    if (freeMib < neededMib) {
      throw new StartFailure(
        `The disk is full: ${freeMib} MiB are free in ${root} and ${neededMib} are needed. ` +
          'Free some space, or set RUNLIGHT_DATA_DIR to a folder on another disk',
      );
    }
    return layout;
  } catch (error) {
    if (error instanceof StartFailure) throw error;
    const said = (error as Error).message;
    const reason = explainSystemError(said) ?? said;
    throw new StartFailure(
      `The data folder ${root} cannot be used: ${reason}. RUNLIGHT_DATA_DIR chooses another`,
      error,
    );
  }
}

export interface Secrets {
  clickhousePassword: string;
  postgresPassword: string;
  redisPassword: string;
  /** Signs session cookies. */
  authSecret: string;
}

/** Passwords of the engines, made on the first start; only the owner may read the file. */
export async function loadSecrets({ secrets: path, postgres }: DataDir): Promise<Secrets> {
  if (existsSync(path)) return JSON.parse(await readFile(path, 'utf8')) as Secrets;
  if (existsSync(postgres)) {
    throw new StartFailure(
      `${path} is missing, and without it the data beside it cannot be opened. ` +
        'Put it back, or start afresh with "npm run reset"',
    );
  }
  const random = () => randomBytes(24).toString('base64url');
  const secrets: Secrets = {
    clickhousePassword: random(),
    postgresPassword: random(),
    redisPassword: random(),
    authSecret: randomBytes(32).toString('base64url'),
  };
  await writeDurably(path, `${JSON.stringify(secrets, undefined, 2)}\n`);
  return secrets;
}

/** Either the whole file is there afterwards, or what was there before. */
async function writeDurably(path: string, text: string): Promise<void> {
  const draft = `${path}.new`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}
