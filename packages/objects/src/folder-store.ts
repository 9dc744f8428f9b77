import { createReadStream } from 'node:fs';
import type { Stats } from 'node:fs';
import { access, constants, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { isAppError, unavailable } from '@runlight/service';
import { refreshAfterMs } from './object-store.ts';
import type { ByteRange, ObjectStore, ObjectStream } from './object-store.ts';

const incomingFolder = '.incoming';
/** Nobody writes this long: such a file is what a killed process left behind. */
const abandonedAfterMs = 60 * 60_000;
const maxRememberedFolders = 100_000;

/**
 * Objects as files below a folder, which several processes of one machine may share. A file appears under its key only
 * whole and synced: it is written to `.incoming` first and then renamed.
 */
export function createFolderStore(folder: string, now: () => number = Date.now): ObjectStore {
  const root = resolve(folder);
  const incoming = join(root, incomingFolder);
  const folders = createDurableFolders(root);

  const pathOf = (key: string): string => join(root, key);

  async function write(path: string, bytes: Uint8Array): Promise<void> {
    const found = await fileStats(path);
    if (found?.size === bytes.byteLength) {
      if (now() - found.mtimeMs > refreshAfterMs) await makeYoung(path, now());
      // Another process may have renamed it a moment ago and not have synced the folder yet.
      await syncFolder(dirname(path));
      return;
    }
    await folders.ensure(dirname(path));
    await folders.ensure(incoming);
    const temporary = join(incoming, randomUUID());
    try {
      await writeSynced(temporary, bytes);
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => {});
      folders.forget();
      throw error;
    }
    await syncFolder(dirname(path));
  }

  // Tidiness only: what cannot be read now is looked at on the next start.
  const sweep = removeAbandoned(incoming).catch(() => {});

  return {
    put: (key, bytes) => guarded(() => write(pathOf(key), bytes)),
    get: (key, range) => guarded(() => readBytes(pathOf(key), range)),
    stream: (key, range) => guarded(() => streamFile(pathOf(key), range)),
    size: (key) => guarded(async () => (await fileStats(pathOf(key)))?.size),
    remove: (keys) =>
      guarded(async () => {
        for (const path of keys.map(pathOf)) await rm(path, { force: true });
      }),
    ping: () =>
      guarded(async () => {
        await mkdir(incoming, { recursive: true });
        await access(incoming, constants.R_OK | constants.W_OK | constants.X_OK);
      }),
    close: () => sweep,
  };
}

/** Makes folders whose existence is on disk; remembers which, since there are few and they stay. */
function createDurableFolders(root: string) {
  const known = new Set<string>();

  async function ensure(folder: string): Promise<void> {
    if (known.has(folder)) return;
    if (folder !== root) await ensure(dirname(folder));
    const created = await mkdir(folder, { recursive: true });
    // What lies above the root is the operator's and may not be readable for us.
    if (created !== undefined || folder !== root) await syncFolder(dirname(folder));
    remember(folder);
  }

  function remember(folder: string): void {
    if (known.size >= maxRememberedFolders) known.clear();
    known.add(folder);
  }

  return { ensure, forget: () => known.clear() };
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o640);
  try {
    await file.writeFile(bytes);
    await file.datasync();
  } finally {
    await file.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readBytes(path: string, range?: ByteRange): Promise<Buffer | undefined> {
  const file = await openExisting(path);
  if (!file) return undefined;
  try {
    if (!range) return await file.readFile();
    const { size } = await file.stat();
    const length = Math.max(0, Math.min(range.end, size) - range.start);
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await file.read(buffer, 0, length, range.start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function streamFile(path: string, range?: ByteRange): Promise<ObjectStream | undefined> {
  const sizeBytes = (await fileStats(path))?.size;
  if (sizeBytes === undefined) return undefined;
  if (range && range.end <= range.start) return { body: Readable.from([]), sizeBytes };
  const body = createReadStream(path, range ? { start: range.start, end: range.end - 1 } : {});
  return { body, sizeBytes };
}

async function openExisting(path: string): Promise<FileHandle | undefined> {
  return open(path, 'r').catch(undefinedWhenMissing);
}

async function fileStats(path: string): Promise<Stats | undefined> {
  const found = await stat(path).catch(undefinedWhenMissing);
  return found?.isFile() ? found : undefined;
}

async function makeYoung(path: string, nowMs: number): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.utimes(nowMs / 1000, nowMs / 1000);
    await file.sync();
  } finally {
    await file.close();
  }
}

function undefinedWhenMissing(error: unknown): undefined {
  if (codeOf(error) === 'ENOENT') return undefined;
  throw error;
}

async function removeAbandoned(incoming: string): Promise<void> {
  const names = await readdir(incoming);
  for (const name of names) {
    const path = join(incoming, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > abandonedAfterMs) await rm(path, { force: true });
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

async function guarded<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (isAppError(error)) throw error;
    // The system's message quotes the path, and with it the workspace; the code says all an operator needs.
    throw unavailable(`The object store does not work (${codeOf(error) ?? 'unknown'})`);
  }
}
