import { setTimeout as pause } from 'node:timers/promises';
import type { ClickHouseQuery } from './clickhouse.ts';
import type { ExpectedRun } from './load/plan.ts';

/** How what is stored differs from what was accepted; nothing may. */
export interface OracleReport {
  missing: number;
  /** Runs with other totals or payloads than were sent, or that have not ended. */
  wrong: number;
  /** Rows too many after FINAL. */
  duplicates: number;
}

interface Options {
  query: ClickHouseQuery;
  expected: Map<string, ExpectedRun>;
  /** Rows of earlier traces are not looked at. */
  sinceMs: number;
}

const hourMs = 3_600_000;
/** Traces of a plan start up to a minute before it is made. */
export const sinceNow = (): number => Date.now() - hourMs / 12;

const since = (ms: number) => `trace_start >= fromUnixTimestamp64Milli(${Math.floor(ms)})`;

/** Runs that have ended, of earlier plans too. */
export async function countEnded({ query, sinceMs }: Omit<Options, 'expected'>): Promise<number> {
  const [row] = await query<{ runs: string }>(
    `SELECT uniqExact(id) AS runs FROM runs WHERE ${since(sinceMs)} AND toUnixTimestamp64Micro(end_time) > 0`,
  );
  return Number(row?.runs);
}

/** Waits until so many runs have ended that all that were sent are among them; false after too long. */
export async function waitUntilStored(
  options: Options & { endedBefore: number; timeoutMs?: number },
): Promise<boolean> {
  const { expected, endedBefore, timeoutMs = 180_000 } = options;
  const deadline = performance.now() + timeoutMs;
  while (performance.now() < deadline) {
    // A store that is down for a moment is part of some suites.
    const ended = await countEnded(options).catch(() => 0);
    if (ended >= endedBefore + expected.size) return true;
    await pause(200);
  }
  return false;
}

interface RunRow {
  id: string;
  status: string;
  prompt_tokens: string;
  completion_tokens: string;
  total_tokens: string;
}

interface PayloadRow {
  id: string;
  field: string;
  crc: number;
}

/** Compares every run and payload that is stored with what was sent. */
export async function checkStored({ query, expected, sinceMs }: Options): Promise<OracleReport> {
  const runs = await query<RunRow>(
    `SELECT id, status, prompt_tokens, completion_tokens, total_tokens FROM runs FINAL WHERE ${since(sinceMs)}`,
  );
  const payloads = await query<PayloadRow>(
    `SELECT id, field, CRC32(content) AS crc FROM run_payloads FINAL WHERE ${since(sinceMs)}`,
  );
  const wrong = new Set<string>();
  const seen = new Set<string>();
  let duplicates = 0;
  for (const row of runs) {
    const wanted = expected.get(row.id);
    if (!wanted) continue;
    if (seen.has(row.id)) duplicates += 1;
    seen.add(row.id);
    if (!isSame(row, wanted)) wrong.add(row.id);
  }
  const fields = new Map<string, number>();
  for (const { id, field, crc } of payloads) {
    const wanted = expected.get(id)?.payloads[field];
    if (wanted === undefined) continue;
    if (wanted !== crc) wrong.add(id);
    fields.set(id, (fields.get(id) ?? 0) + 1);
  }
  for (const [id, { payloads: wanted }] of expected) {
    const difference = (fields.get(id) ?? 0) - Object.keys(wanted).length;
    if (difference > 0) duplicates += difference;
    if (difference < 0 && seen.has(id)) wrong.add(id);
  }
  return { missing: expected.size - seen.size, wrong: wrong.size, duplicates };
}

/** The same for a stack that was hurt: waits until nothing differs, as long as a dead worker's lease takes. */
export async function checkSettled(
  options: Options & { timeoutMs?: number },
): Promise<OracleReport> {
  const deadline = performance.now() + (options.timeoutMs ?? 120_000);
  for (;;) {
    const report = await checkStored(options);
    const isClean = report.missing + report.wrong + report.duplicates === 0;
    if (isClean || performance.now() > deadline) return report;
    await pause(2000);
  }
}

const isSame = (row: RunRow, wanted: ExpectedRun): boolean =>
  row.status === 'success' &&
  Number(row.prompt_tokens) === wanted.promptTokens &&
  Number(row.completion_tokens) === wanted.completionTokens &&
  Number(row.total_tokens) === wanted.totalTokens;
