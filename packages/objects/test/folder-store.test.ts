import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createLogger } from '@runlight/service';
import { mountSmallDisk, smallDiskObstacle } from '@runlight/testkit/faults';
import { blobKey, createObjectStore } from '../src/index.ts';
import type { ObjectStore } from '../src/index.ts';
import { describeObjectStore } from './object-store-contract.ts';

const log = createLogger({ service: 'test', level: 'silent' });
const openStore = (folder: string): ObjectStore =>
  createObjectStore({ url: pathToFileURL(folder).href, log });
const workspaceId = randomUUID();
const keyFor = (content: string | Uint8Array): string =>
  blobKey(workspaceId, createHash('sha256').update(content).digest('hex'));

const obstacle = await smallDiskObstacle();

describe('the folder store', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'runlight-objects-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  describeObjectStore(() => openStore(join(folder, 'contract')));

  it('shows a file under its key only whole: nothing is left beside it', async () => {
    const root = join(folder, 'whole');
    const store = openStore(root);
    const key = keyFor('whole');
    await store.put(key, Buffer.from('whole'));
    assert.equal(await readFile(join(root, key), 'utf8'), 'whole');
    assert.deepEqual(await readdir(join(root, '.incoming')), []);
  });

  it('writes a file again whose size is wrong', async () => {
    const root = join(folder, 'damaged');
    const store = openStore(root);
    const key = keyFor('damaged');
    await store.put(key, Buffer.from('damaged'));
    await writeFile(join(root, key), 'dam');
    await store.put(key, Buffer.from('damaged'));
    assert.equal(String(await store.get(key)), 'damaged');
  });

  it('works on after its folder was removed under it', async () => {
    const root = join(folder, 'removed');
    const store = openStore(root);
    await store.put(keyFor('a'), Buffer.from('a'));
    await rm(root, { recursive: true });
    const key = keyFor('b');
    await store.put(key, Buffer.from('b')).catch(() => {});
    await store.put(key, Buffer.from('b'));
    assert.equal(String(await store.get(key)), 'b');
  });

  it('makes an old object young when it is put again, so that no sweep takes it', async () => {
    const root = join(folder, 'old');
    const store = openStore(root);
    const key = keyFor('old');
    await store.put(key, Buffer.from('old'));
    const { ino } = await stat(join(root, key));
    const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60_000);
    await utimes(join(root, key), daysAgo(6), daysAgo(6));
    await store.put(key, Buffer.from('old'));
    assert.ok((await stat(join(root, key))).mtime < daysAgo(5));
    await utimes(join(root, key), daysAgo(8), daysAgo(8));
    await store.put(key, Buffer.from('old'));
    const young = await stat(join(root, key));
    assert.ok(young.mtime > daysAgo(1));
    assert.equal(young.ino, ino);
  });

  it('removes what a killed process left behind, and nothing that is being written', async () => {
    const root = join(folder, 'abandoned');
    await mkdir(join(root, '.incoming'), { recursive: true });
    await writeFile(join(root, '.incoming', 'old'), 'x');
    await writeFile(join(root, '.incoming', 'young'), 'x');
    const yesterday = new Date(Date.now() - 24 * 60 * 60_000);
    await utimes(join(root, '.incoming', 'old'), yesterday, yesterday);
    const store = openStore(root);
    await store.close();
    assert.deepEqual(await readdir(join(root, '.incoming')), ['young']);
  });

  it('a folder that refuses is UNAVAILABLE and retryable, and the message names no path', async () => {
    const root = join(folder, 'refused');
    await writeFile(root, 'a file where the folder should be');
    const store = openStore(root);
    const refused = { code: 'UNAVAILABLE', retryable: true, message: /\((ENOTDIR|EEXIST)\)$/ };
    await assert.rejects(store.put(keyFor('x'), Buffer.from('x')), refused);
    await assert.rejects(store.ping(), refused);
  });

  it(
    'a full disk is UNAVAILABLE, leaves nothing behind, and works again with room',
    { skip: obstacle ?? false },
    async () => {
      const disk = await mountSmallDisk(join(folder, 'small'), 2);
      try {
        const store = openStore(join(disk.dir, 'objects'));
        const content = randomBytes(300_000);
        const key = keyFor(content);
        await store.put(keyFor('small'), Buffer.from('small'));
        await disk.fill(100_000);
        await assert.rejects(store.put(key, content), {
          code: 'UNAVAILABLE',
          retryable: true,
          message: /ENOSPC/,
        });
        assert.equal(await store.get(key), undefined);
        assert.deepEqual(await readdir(join(disk.dir, 'objects', '.incoming')), []);
        assert.equal(String(await store.get(keyFor('small'))), 'small');
        await disk.free();
        await store.put(key, content);
        assert.deepEqual(await store.get(key), content);
      } finally {
        await disk.unmount();
      }
    },
  );
});
