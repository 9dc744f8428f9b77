import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StartFailure } from '../failure.ts';
import type { ProcessSpec } from '../processes/managed-process.ts';

// Postgres refuses to run as root. Started by root, it runs as the user `nobody`, who needs no
// account, or as whoever owns the data already.

export interface Owner {
  uid: number;
  gid: number;
}

const nobody: Owner = { uid: 65_534, gid: 65_534 };

/** Undefined when we are not root and Postgres simply runs as we do. */
export async function unprivilegedOwner(dir: string): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  if (!existsSync(dir)) return nobody;
  const { uid, gid } = await stat(dir);
  return uid === 0 ? nobody : { uid, gid };
}

type Launch = Pick<ProcessSpec, 'command' | 'args' | 'owner'>;

/**
 * How to start a program as `owner`. Where that user may not even pass through the folders on the
 * way (a clone in root's home), the program keeps one capability of root's: to read past them.
 */
export async function launchAs(
  owner: Owner | undefined,
  { command, args, dir }: { command: string; args: string[]; dir: string },
): Promise<Launch> {
  if (!owner) return { command, args };
  if ((await canReach(command, owner)) && (await canReach(dir, owner))) {
    return { command, args, owner };
  }
  const capability = await passingCapability();
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));
  if (capability === undefined || setpriv === undefined) {
    throw new StartFailure(
      `Postgres does not run as root, and the user "nobody" may not enter ${dirname(dir)}. ` +
        'Start as an ordinary user, or move the folder to a place that everybody may enter',
    );
  }
  const only = `-all,+${capability}`;
  const as = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'];
  const with_ = [`--inh-caps=${only}`, `--ambient-caps=${only}`, `--bounding-set=${only}`];
  // Without the securebit, access(2) would answer as if the capability were not there.
  const bits = ['--securebits=+no_setuid_fixup', '--no-new-privs'];
  return { command: setpriv, args: [...as, ...with_, ...bits, command, ...args] };
}

/** Whether the user may pass through every folder above `path`. */
async function canReach(path: string, { uid, gid }: Owner): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const entry = await stat(folder);
    const mask = entry.uid === uid ? 0o100 : entry.gid === gid ? 0o010 : 0o001;
    if ((entry.mode & mask) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** The weakest capability that does it and that we hold; containers often lack the first. */
async function passingCapability(): Promise<'dac_read_search' | 'dac_override' | undefined> {
  if (process.platform !== 'linux') return undefined;
  const status = await readFile('/proc/self/status', 'utf8');
  const held = BigInt(`0x${/^CapEff:\s+([0-9a-f]+)/m.exec(status)?.[1] ?? '0'}`);
  if ((held & (1n << 2n)) !== 0n) return 'dac_read_search';
  if ((held & (1n << 1n)) !== 0n) return 'dac_override';
  return undefined;
}
