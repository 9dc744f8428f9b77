import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A file system of some MiB, gone after the test; skips the test where none can be mounted. */
export async function mountSmallDisk(t: TestContext, sizeMib: number): Promise<string | undefined> {
  const dir = await mkdtemp(join(tmpdir(), 'runlight-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${sizeMib}m`, 'tmpfs', dir]);
  } catch {
    await rm(dir, { recursive: true });
    t.skip('a tmpfs cannot be mounted here');
    return undefined;
  }
  t.after(async () => {
    // Lazily: hooks run in their order, so something on it may still be open.
    await run('umount', ['-l', dir]);
    await rm(dir, { recursive: true });
  });
  return dir;
}
