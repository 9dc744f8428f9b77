import type { BenchStack } from './stack.ts';

// Fills the store by copying what was ingested, inside ClickHouse: millions of runs in minutes, which the
// queue would take hours for. A copy is a whole trace at another time of the last month: ids, parents,
// times and order agree as those of a sent trace do.

const monthSeconds = 30 * 86_400;
const runsPerStep = 100_000;

const nil = `toUUID('00000000-0000-0000-0000-000000000000')`;
const stampOf = (time: string) => `formatDateTime(${time}, '%Y%m%dT%H%i%S%fZ')`;

/** What stands in the columns of a copy, as SQL; `nowUs` is one instant for all tables. */
function copiedColumns(nowUs: number) {
  const agoSeconds = `(sipHash64(original.trace_id, number) % ${monthSeconds})`;
  const traceStart = `(fromUnixTimestamp64Micro(${nowUs}, 'UTC') - toIntervalSecond(${agoSeconds}))`;
  const shift = `toIntervalMicrosecond(toUnixTimestamp64Micro(${traceStart}) - toUnixTimestamp64Micro(original.trace_start))`;
  /** A version 7 UUID of the copy of a run: its time and a hash of what it was. */
  const id = (column: string): string => {
    const ms = `leftPad(lower(hex(toUInt64(toUnixTimestamp64Milli(${traceStart})))), 12, '0')`;
    const hash = `lower(hex(sipHash128(original.${column}, number)))`;
    const parts = [
      `substring(${ms}, 1, 8)`,
      `substring(${ms}, 9, 4)`,
      `concat('7', substring(${hash}, 1, 3))`,
      `concat('8', substring(${hash}, 5, 3))`,
      `substring(${hash}, 9, 12)`,
    ];
    return `toUUID(concat(${parts.join(", '-', ")}))`;
  };
  const keys = { trace_start: traceStart, trace_id: id('trace_id'), id: id('id') };
  const startTime = `(original.start_time + ${shift})`;
  const rootOrder = `concat(${stampOf(traceStart)}, toString(${id('trace_id')}))`;
  const runs = {
    ...keys,
    start_time: startTime,
    end_time: `if(toUnixTimestamp64Micro(original.end_time) = 0, original.end_time, original.end_time + ${shift})`,
    parent_run_id: `if(original.parent_run_id = ${nil}, ${nil}, ${id('parent_run_id')})`,
    // Conversations do not grow with the store.
    thread_id: `if(original.thread_id = '', '', concat(original.thread_id, '-', toString(number)))`,
    // Of a tree of two levels, which the chat workload is.
    dotted_order: `if(original.is_root = 1, ${rootOrder}, concat(${rootOrder}, '.', ${stampOf(startTime)}, toString(${id('id')})))`,
  };
  return { runs, run_payloads: keys };
}

const tables = ['runs', 'run_payloads'] as const;
const mostSeeds = 4000;

/** Copies the stored runs of the chat workload until the store holds so many in all. */
export async function fillStore(
  { query }: Pick<BenchStack, 'query'>,
  stored: number,
): Promise<void> {
  const number = async (statement: string) => Number((await query<{ n: string }>(statement))[0]?.n);
  const runs = await number('SELECT count() AS n FROM runs FINAL');
  const sample = Math.max(1, Math.floor(runs / mostSeeds));
  for (const table of tables) {
    await query(`CREATE TABLE seed_${table} ENGINE = Memory AS SELECT * FROM ${table} FINAL
      WHERE sipHash64(trace_id) % ${sample} = 0`);
  }
  const seeds = await number('SELECT count() AS n FROM seed_runs');
  const copies = Math.max(0, Math.ceil((stored - runs) / seeds));
  const copiesPerStep = Math.max(1, Math.floor(runsPerStep / seeds));
  const columns = copiedColumns(Date.now() * 1000);
  for (let from = 0; from < copies; from += copiesPerStep) {
    // From the number of runs on: copies of an earlier filling have other numbers.
    const numbers = `numbers(${runs + from}, ${Math.min(copiesPerStep, copies - from)})`;
    for (const table of tables) await query(copyStatement(table, columns[table], numbers));
  }
  for (const table of tables) await query(`DROP TABLE seed_${table} SYNC`);
  await settle(query);
}

function copyStatement(table: string, columns: Record<string, string>, numbers: string): string {
  const replaced = Object.entries(columns)
    .map(([column, expression]) => `${expression} AS ${column}`)
    .join(', ');
  return `INSERT INTO ${table} SELECT * EXCEPT (number) REPLACE (${replaced})
    FROM (SELECT seed.*, number FROM seed_${table} AS seed CROSS JOIN ${numbers} AS copies) AS original
    SETTINGS max_insert_threads = 1, max_partitions_per_insert_block = 0`;
}

/** Waits for the merges of what was filled in: they are not part of what is measured. */
export async function settle(query: BenchStack['query']): Promise<void> {
  for (let quiet = 0; quiet < 5;) {
    const [{ merges } = { merges: '0' }] = await query<{ merges: string }>(
      "SELECT count() AS merges FROM system.merges WHERE database = 'runlight'",
    );
    quiet = Number(merges) === 0 ? quiet + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
