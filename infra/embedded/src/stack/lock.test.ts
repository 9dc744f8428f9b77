import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { identify } from '../processes/identity.ts';
import { readHolder, takeLock } from './lock.ts';

const url = 'http://localhost:4000';

async function lockPath(t: TestContext): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'runlight-lock-'));
  t.after(() => rm(dir, { recursive: true }));
  return join(dir, 'supervisor.json');
}

test('lets one in and leaves nothing behind', async (t) => {
  const path = await lockPath(t);
  const release = takeLock(path, { url });
  assert.equal(readHolder(path)?.pid, process.pid);
  assert.throws(
    () => takeLock(path, { url }),
    /already runs with this data folder: http.*npm run stop/,
  );
  release();
  assert.equal(readHolder(path), undefined);
  assert.deepEqual(await readdir(join(path, '..')), []);
});

test('takes over from a process that is gone, even when its id is in use again', async (t) => {
  const path = await lockPath(t);
  const stranger = { ...identify(process.pid), startedAt: 'another boot:1', url };
  await writeFile(path, JSON.stringify(stranger));
  assert.equal(readHolder(path), undefined);
  takeLock(path, { url })();
});

test('takes over a file that a crash cut short', async (t) => {
  const path = await lockPath(t);
  await writeFile(path, '{"pid":');
  takeLock(path, { url })();
});
