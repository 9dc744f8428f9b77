import { settle } from './fill.ts';
import { measurePlan, planOf } from './ingest.ts';
import type { Workload } from './ingest.ts';
import { sinceNow } from './oracle.ts';
import type { Figure } from './results.ts';
import { startBenchStack } from './stack.ts';
import type { BenchStack } from './stack.ts';

// R14: what stored runs take on disk, text index included, against the JSON that was sent.

const tables = ['runs', 'run_payloads', 'run_events'] as const;
const musts: Record<Workload, string> = { chat: '0.55', agent: '0.35' };

export async function measureDisk({ runs = 40_000 } = {}): Promise<Figure[]> {
  const stack = await startBenchStack();
  try {
    return [
      ...(await measureWorkload(stack, 'chat', runs)),
      ...(await measureWorkload(stack, 'agent', Math.ceil(runs / 10))),
    ];
  } finally {
    await stack.stop();
  }
}

async function measureWorkload(
  stack: BenchStack,
  workload: Workload,
  runs: number,
): Promise<Figure[]> {
  const { query } = stack;
  for (const table of tables) await query(`TRUNCATE TABLE ${table}`);
  const plan = await planOf(workload, { runs, seed: 31 });
  await measurePlan(stack, plan, { sinceMs: sinceNow() });
  // Where the store comes to by itself, given time.
  for (const table of tables) await query(`OPTIMIZE TABLE ${table} FINAL`);
  await settle(query);
  const parts = await query<{ table: string; bytes: string }>(
    `SELECT table, sum(bytes_on_disk) AS bytes FROM system.parts
     WHERE active AND database = 'runlight' AND table IN ('${tables.join("', '")}') GROUP BY table`,
  );
  const total = parts.reduce((sum, { bytes }) => sum + Number(bytes), 0);
  const name = workload === 'chat' ? 'W1' : 'W2';
  return [
    {
      row: 'R14',
      what: `${name}: disk ÷ raw JSON`,
      value: total / plan.rawBytes,
      unit: '',
      must: musts[workload],
    },
    { row: 'R14', what: `${name}: raw JSON per run`, value: plan.rawBytes / runs, unit: 'B' },
    ...parts.map(({ table, bytes }) => ({
      row: 'R14',
      what: `${name}: ${table} per run`,
      value: Number(bytes) / runs,
      unit: 'B',
    })),
  ];
}
