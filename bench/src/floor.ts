import { randomUUID } from 'node:crypto';
import { clickHouseText } from './clickhouse.ts';
import { clickHouseCpu, spent } from './cpu-meter.ts';
import type { BenchStack } from './stack.ts';

// The floor of R1: the final rows of runs that are stored, inserted again as plain JSONEachRow into
// tables with the same columns and indexes, by a client that does nothing else.

export interface Floor {
  runsPerSecond: number;
  cpuUsPerRun: number;
}

/** Lots of a size that a patient client makes. */
const rowsPerLot = 10_000;
const tables = ['runs', 'run_payloads'] as const;

export async function measureFloor(
  stack: BenchStack,
  { sinceMs, share }: { sinceMs: number; share: number },
): Promise<Floor> {
  const { query, clickhouseUrl } = stack;
  const database = `floor_${randomUUID().replaceAll('-', '').slice(0, 8)}`;
  await query(`CREATE DATABASE ${database} ENGINE = Atomic`);
  const lots = new Map<string, string[]>();
  for (const table of tables) {
    await query(`CREATE TABLE ${database}.${table} AS ${table}`);
    const body = `SELECT * FROM ${table} FINAL
      WHERE trace_start >= fromUnixTimestamp64Milli(${Math.floor(sinceMs)}) AND sipHash64(trace_id) % ${share} = 0`;
    lots.set(table, lotsOf(await clickHouseText(clickhouseUrl, { body })));
  }
  const before = await clickHouseCpu(query);
  const startedAt = performance.now();
  await Promise.all(
    tables.map(async (table) => {
      for (const [index, body] of lots.get(table)!.entries()) {
        await clickHouseText(clickhouseUrl, {
          body,
          statement: `INSERT INTO ${database}.${table} FORMAT JSONEachRow`,
          queryId: `floorInsert_${table}-${index}-${randomUUID()}`,
          settings: { insert_deduplicate: '0', async_insert: '0' },
        });
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const use = spent(before, await clickHouseCpu(query));
  const [{ runs } = { runs: '0' }] = await query<{ runs: string }>(
    `SELECT count() AS runs FROM ${database}.runs`,
  );
  await query(`DROP DATABASE ${database} SYNC`);
  const cpuUs = [...use]
    .filter(([name]) => name.startsWith('floorInsert_'))
    .reduce((sum, [, us]) => sum + us, 0);
  return { runsPerSecond: Number(runs) / seconds, cpuUsPerRun: cpuUs / Number(runs) };
}

function lotsOf(text: string): string[] {
  const lines = text.split('\n').filter(Boolean);
  const lots: string[] = [];
  for (let start = 0; start < lines.length; start += rowsPerLot) {
    lots.push(lines.slice(start, start + rowsPerLot).join('\n'));
  }
  return lots;
}
