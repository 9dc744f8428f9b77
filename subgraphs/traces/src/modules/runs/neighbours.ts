import type { RunNeighboursArgs } from '../../__generated__/resolvers.ts';
import { listRuns } from './list-runs.ts';
import type { RunMapper } from './mappers.ts';
import { absent } from './measured-store.ts';
import type { Measure } from './measured-store.ts';
import { refuseLong } from './measured.ts';
import { readList } from './read-list.ts';
import type { Reads } from './reads.ts';
import { latencyMs } from './run-row.ts';
import type { Direction } from './time-windows.ts';

/** What stands next to a run in a list of its project. */
export async function neighboursOf(
  reads: Reads,
  run: RunMapper,
  args: RunNeighboursArgs,
  nowUs = Date.now() * 1000,
): Promise<{ previous: RunMapper | null; next: RunMapper | null }> {
  const { key } = run;
  const scope = { kind: 'projects' as const, projectIds: [key.projectId] };
  const list = readList(reads, 'runs', scope, args, nowUs);
  const { field, selection } = list;
  const firstBehind = async (direction: Direction): Promise<RunMapper | null> => {
    if (field === 'STARTED_AT') {
      const [found] = await listRuns(reads.list, { ...selection, direction, after: key }, 1, nowUs);
      return found ?? null;
    }
    refuseLong(list);
    const listDirection = selection.direction;
    const after = { ...key, value: measureOf(run, field) ?? absent(listDirection) };
    const behind = { ...selection, measure: field, listDirection, direction, after };
    const [found] = await reads.measured.runs({ ...behind, asOfUs: undefined }, 1);
    return (found && (await reads.load.run.load(found.key))) ?? null;
  };
  const { direction } = selection;
  const [next, previous] = await Promise.all([
    firstBehind(direction),
    firstBehind(opposite[direction]),
  ]);
  return { previous, next };
}

const opposite: Record<Direction, Direction> = { ASC: 'DESC', DESC: 'ASC' };

/** As the store measures a run, in its units. */
function measureOf(run: RunMapper, measure: Measure): number | undefined {
  switch (measure) {
    case 'LATENCY': {
      const ms = latencyMs(run);
      return ms === undefined ? undefined : Math.round(ms * 1000);
    }
    case 'TOTAL_TOKENS':
      return run.usage?.total;
    case 'TOTAL_COST':
      return run.costUsd;
  }
}
