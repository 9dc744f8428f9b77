import type { CpuUse } from './cpu-meter.ts';
import type { OracleReport } from './oracle.ts';
import type { Figure } from './results.ts';

/** Below that a share says nothing. */
const leastUs = 0.3;

/** CPU per run by what spent it, largest first. */
export function cpuFigures(what: string, use: CpuUse, runs: number): Figure[] {
  return [...use]
    .map(([name, us]) => ({ name, us: us / runs }))
    .filter(({ us }) => us >= leastUs)
    .toSorted((a, b) => b.us - a.us)
    .map(({ name, us }) => ({ row: 'CPU', what: `${what} ${name}`, value: us, unit: 'µs/run' }));
}

/** The oracle's findings as figures of a row, each of which must be 0. */
export const oracleFigures = (row: string, report: OracleReport): Figure[] =>
  Object.entries(report).map(([what, value]) => ({
    row,
    what: `oracle: ${what}`,
    value: value as number,
    unit: 'runs',
    must: '0',
  }));
