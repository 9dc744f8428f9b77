import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { mountSmallDisk, smallDiskObstacle } from '@runlight/testkit/faults';
import type { SmallDisk } from '@runlight/testkit/faults';

/** A small disk that is gone after the test; undefined, and the test skipped, where there is none. */
export async function smallDisk(t: TestContext, sizeMib: number): Promise<SmallDisk | undefined> {
  const obstacle = await smallDiskObstacle();
  if (obstacle !== undefined) {
    t.skip(obstacle);
    return undefined;
  }
  const dir = await mkdtemp(join(tmpdir(), 'runlight-disk-'));
  return mountSmallDisk(dir, sizeMib);
}

/** After everything on it is closed. */
export async function unmount(disk: SmallDisk): Promise<void> {
  await disk.unmount();
  await rm(disk.dir, { recursive: true });
}
