import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { mountSmallDisk, smallDiskObstacle } from './small-disk.ts';

const obstacle = await smallDiskObstacle();

test('a small disk gets full and is given back', { skip: obstacle ?? false }, async (t) => {
  const parent = await mkdtemp(join(tmpdir(), 'runlight-disk-'));
  t.after(() => rm(parent, { recursive: true }));
  const disk = await mountSmallDisk(join(parent, 'disk'), 2);
  try {
    await writeFile(join(disk.dir, 'before'), Buffer.alloc(100_000));
    await disk.fill();
    await assert.rejects(writeFile(join(disk.dir, 'more'), Buffer.alloc(100_000)), {
      code: 'ENOSPC',
    });
    await disk.free();
    await writeFile(join(disk.dir, 'more'), Buffer.alloc(100_000));
    await disk.fill(500_000);
    await writeFile(join(disk.dir, 'a little'), Buffer.alloc(100_000));
    assert.ok((await disk.freeBytes()) < 500_000);
  } finally {
    await disk.unmount();
  }
  assert.deepEqual(await readdir(disk.dir), []);
});
