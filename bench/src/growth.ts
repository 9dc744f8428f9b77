import { measurePlan, planOf, warmUp } from './ingest.ts';
import { sinceNow } from './oracle.ts';
import type { Figure } from './results.ts';
import { startBenchStack } from './stack.ts';
import type { BenchStack } from './stack.ts';

// R13: does ingest keep its pace when the store grows? The store is filled by copying what was ingested,
// inside ClickHouse, under new ids and over the last month.

const monthSeconds = 30 * 86_400;
const runsPerStep = 100_000;

/** Copies the runs of the store until it holds so many. */
async function fill({ query }: BenchStack, stored: number): Promise<void> {
  const [{ runs } = { runs: '1' }] = await query<{ runs: string }>(
    'SELECT count() AS runs FROM runs FINAL',
  );
  await query('CREATE TABLE seed_runs ENGINE = Memory AS SELECT * FROM runs FINAL');
  await query('CREATE TABLE seed_payloads ENGINE = Memory AS SELECT * FROM run_payloads FINAL');
  const copiesPerStep = Math.max(1, Math.floor(runsPerStep / Number(runs)));
  const moved = `now64(6, 'UTC') - toIntervalSecond(sipHash64(trace_id, number) % ${monthSeconds})`;
  const ids = ['trace_id', 'id'].map(
    (column) => `reinterpretAsUUID(sipHash128(${column}, number)) AS ${column}`,
  );
  const copies = Math.ceil(stored / Number(runs));
  for (let from = 0; from < copies; from += copiesPerStep) {
    const numbers = `numbers(${from}, ${Math.min(copiesPerStep, copies - from)}) AS copies`;
    for (const [seed, table] of [
      ['seed_runs', 'runs'],
      ['seed_payloads', 'run_payloads'],
    ] as const) {
      await query(`INSERT INTO ${table} SELECT * EXCEPT (number) REPLACE (${moved} AS trace_start, ${ids.join(', ')})
        FROM ${seed} CROSS JOIN ${numbers} SETTINGS max_insert_threads = 1, max_partitions_per_insert_block = 0`);
    }
  }
  for (const table of ['seed_runs', 'seed_payloads']) await query(`DROP TABLE ${table} SYNC`);
  await settle(query);
}

/** Waits for the merges of what was filled in: they are not part of what is measured. */
async function settle(query: BenchStack['query']): Promise<void> {
  for (let quiet = 0; quiet < 5;) {
    const [{ merges } = { merges: '0' }] = await query<{ merges: string }>(
      "SELECT count() AS merges FROM system.merges WHERE database = 'runlight'",
    );
    quiet = Number(merges) === 0 ? quiet + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

export async function measureGrowth({ stored = 1_000_000, runs = 20_000 } = {}): Promise<Figure[]> {
  const small = 100_000;
  const stack = await startBenchStack();
  const rate = async (seed: number) => {
    const plan = await planOf('chat', { runs, seed });
    const measured = await measurePlan(stack, plan, { sinceMs: sinceNow() });
    let cpuUs = 0;
    for (const us of measured.processes.values()) cpuUs += us;
    return { perSecond: measured.storedPerSecond, cpuUs: cpuUs / plan.expected.size };
  };
  try {
    await warmUp(stack);
    await rate(11);
    await fill(stack, small);
    const atSmall = await rate(12);
    await stack.query('TRUNCATE TABLE runs');
    await stack.query('TRUNCATE TABLE run_payloads');
    await rate(13);
    await fill(stack, stored);
    const atLarge = await rate(14);
    return [
      {
        row: 'R13',
        what: `runs/s with ${small} runs stored`,
        value: atSmall.perSecond,
        unit: 'runs/s',
      },
      {
        row: 'R13',
        what: `runs/s with ${stored} runs stored`,
        value: atLarge.perSecond,
        unit: 'runs/s',
      },
      {
        row: 'R13',
        what: 'rate at the larger ÷ at the smaller',
        value: atLarge.perSecond / atSmall.perSecond,
        unit: '',
        must: '0.80',
      },
      {
        row: 'R13',
        what: 'CPU per run at the smaller ÷ at the larger',
        value: atSmall.cpuUs / atLarge.cpuUs,
        unit: '',
      },
    ];
  } finally {
    await stack.stop();
  }
}
