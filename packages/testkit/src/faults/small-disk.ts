import { execFile } from 'node:child_process';
import { chmod, mkdir, open, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A file system of a few MiB that can be filled up. */
export interface SmallDisk {
  dir: string;
  freeBytes: () => Promise<number>;
  /** Takes all space that is left, but for so many bytes. */
  fill: (butBytes?: number) => Promise<void>;
  /** Gives the space back. */
  free: () => Promise<void>;
  /** Whatever uses it must be gone. */
  unmount: () => Promise<void>;
}

/**
 * Why small disks cannot be made here; undefined where they can. Only root may mount, and not in every
 * container. In CI as root they must work: there a reason is thrown instead of skipping tests for good.
 */
export async function smallDiskObstacle(): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return 'mounting a small disk needs root';
  try {
    const disk = await mountSmallDisk(join(tmpdir(), `runlight-disk-${crypto.randomUUID()}`), 1);
    await disk.unmount();
    await rm(disk.dir, { recursive: true });
    return undefined;
  } catch (error) {
    if (process.env['CI']) throw error;
    return `mounting is not permitted here: ${(error as Error).message.trim()}`;
  }
}

/** Mounts a tmpfs at the folder, which is made. Others may pass through it: Postgres is not root. */
export async function mountSmallDisk(dir: string, sizeMib: number): Promise<SmallDisk> {
  await mkdir(dir, { recursive: true });
  await run('mount', ['-t', 'tmpfs', '-o', `size=${sizeMib}m`, 'tmpfs', dir]);
  await chmod(dir, 0o711);
  const ballast = join(dir, 'ballast');
  const freeBytes = async () => {
    const { bavail, bsize } = await statfs(dir);
    return bavail * bsize;
  };
  return {
    dir,
    freeBytes,
    async fill(butBytes = 0) {
      const file = await open(ballast, 'a');
      try {
        // Others may write meanwhile, so until nothing is left.
        for (let left = await freeBytes(); left > butBytes; left = await freeBytes()) {
          await file.write(Buffer.alloc(Math.min(left - butBytes, 1 << 20)));
        }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      } finally {
        await file.close();
      }
    },
    free: () => rm(ballast, { force: true }),
    unmount: async () => void (await run('umount', [dir])),
  };
}
