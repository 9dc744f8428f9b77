import type { Figure } from './figures.ts';
import { figures } from './figures.ts';

// `runs_hourly` holds the cells of whole hours of trace starts. An hour is sealed when its cells were
// worked out after the last touch of its runs (`rollup_hours`); a reader takes cells of sealed hours
// only, and reads the runs of all others.

export const hourUs = 3_600_000_000;

/** Hours since 1970: what an instant's hour is called in the tables. */
export const hourOf = (us: number): number => Math.floor(us / hourUs);

/** Figures that the cells of sealed hours hold; `traces` in rows of its own, as it does not add up. */
export const sealedFigures: ReadonlySet<Figure> = new Set(
  figures.filter((figure) => figure !== 'feedback' && figure !== 'traces'),
);

/** Row of `rollup_hours` that says: every hour that has runs is in the table. */
export const coverage = {
  workspaceId: '00000000-0000-0000-0000-000000000000',
  projectId: '00000000-0000-0000-0000-000000000000',
  hour: 0,
} as const;
