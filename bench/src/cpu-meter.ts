import { readFile } from 'node:fs/promises';
import type { ClickHouseQuery } from './clickhouse.ts';
import type { BenchStack } from './stack.ts';

// Where the CPU goes: wall clock says little on a shared machine, CPU time says the same on any.

/** CPU microseconds by what spent them. */
export type CpuUse = Map<string, number>;

/** Clock ticks of `/proc/<pid>/stat` per second; fixed by the kernel's interface. */
const ticksPerSecond = 100;

/** CPU time so far of each kind of process of the stack, and of this one (the generator). */
export async function processCpu(stack: BenchStack): Promise<CpuUse> {
  const use: CpuUse = new Map();
  for (const { pid, command } of await stack.processes()) {
    add(use, processName(command), await cpuOf(pid));
  }
  const { user, system } = process.cpuUsage();
  use.set('generator', user + system);
  return use;
}

async function cpuOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name in parentheses may hold blanks; utime and stime are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond) * 1e6;
}

/** What a process of the stack is, by its command line. */
export function processName(command: string): string {
  if (/postgres/.test(command)) return 'postgres';
  const known = /(clickhouse|redis-server|valkey|ingest-rest|worker|platform|cli\.ts)/.exec(
    command,
  );
  const name = known?.[1];
  if (name === 'cli.ts') return 'supervisor';
  return name === 'redis-server' || name === 'valkey' ? 'redis' : (name ?? command.slice(0, 40));
}

/** CPU time so far inside ClickHouse by kind of query and merged table, from its own logs. */
export async function clickHouseCpu(query: ClickHouseQuery): Promise<CpuUse> {
  await query('SYSTEM FLUSH LOGS');
  const queries = await query<CpuRow>(`
    SELECT extract(query_id, '^([A-Za-z_]{4,})-') AS name, sum(ProfileEvents['OSCPUVirtualTimeMicroseconds']) AS us
    FROM system.query_log WHERE type > 1 GROUP BY name`);
  const parts = await query<CpuRow>(`
    SELECT concat('merge ', table) AS name, sum(ProfileEvents['OSCPUVirtualTimeMicroseconds']) AS us
    FROM system.part_log WHERE event_type = 'MergeParts' AND database != 'system' GROUP BY name`);
  const use: CpuUse = new Map();
  for (const { name, us } of [...queries, ...parts]) add(use, name || 'other queries', Number(us));
  return use;
}

interface CpuRow {
  name: string;
  us: string;
}

/** What was spent between two readings. */
export function spent(before: CpuUse, after: CpuUse): CpuUse {
  return new Map([...after].map(([name, us]) => [name, us - (before.get(name) ?? 0)]));
}

function add(use: CpuUse, name: string, us: number): void {
  use.set(name, (use.get(name) ?? 0) + us);
}
