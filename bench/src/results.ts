import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/** One measured figure; bench/README.md says what each row is. */
export interface Figure {
  row: string;
  what: string;
  value: number;
  unit: string;
  /** The targets of the row, as text. */
  must?: string;
  note?: string;
}

/** Percentile of unsorted samples, nearest rank. */
export function percentile(samples: number[], fraction: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * fraction) - 1)] ?? Number.NaN;
}

/** Prints the figures as a table and records them with the machine they were measured on. */
export async function record(name: string, figures: Figure[]): Promise<void> {
  console.table(
    figures.map(({ row, what, value, unit, must }) => ({
      row,
      what,
      value: `${round(value)} ${unit}`,
      must,
    })),
  );
  const folder = join(import.meta.dirname, '..', 'results');
  await mkdir(folder, { recursive: true });
  const machine = {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryBytes: totalmem(),
    node: process.version,
  };
  const file = join(folder, `${name}.json`);
  await writeFile(
    file,
    `${JSON.stringify({ measuredAt: new Date().toISOString(), machine, figures: figures.map((figure) => ({ ...figure, value: round(figure.value) })) }, null, 2)}\n`,
  );
  console.log(`Recorded in bench/results/${name}.json`);
}

const round = (value: number) => Math.round(value * 100) / 100;
