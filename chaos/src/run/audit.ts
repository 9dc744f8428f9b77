import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Lab } from '../lab/lab.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..', '..');

/** What the product's own audit finds missing. */
export async function auditDifference({ engines }: Pick<Lab, 'engines'>): Promise<number> {
  const { stdout } = await run(process.execPath, [join(root, 'worker/src/audit.ts')], {
    env: {
      ...process.env,
      CLICKHOUSE_URL: engines.clickhouse.url,
      DATABASE_URL: engines.postgres.url,
      REDIS_URL: engines.redis.url,
    },
  }).catch((error: { stdout?: string; stderr?: string }) => {
    // It exits with 1 when it finds a difference, and says which.
    if (error.stdout) return { stdout: error.stdout };
    throw new Error(`The audit could not be made: ${error.stderr}`);
  });
  return (JSON.parse(stdout) as { difference: number }).difference;
}
