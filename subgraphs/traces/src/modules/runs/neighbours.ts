import type { RunNeighboursArgs } from '../../__generated__/resolvers.ts';
import { readRunFilter } from '../filter/filter-input.ts';
import { listRuns } from './list-runs.ts';
import type { RunMapper } from './mappers.ts';
import type { Reads } from './reads.ts';
import { spanOfList } from './time-windows.ts';
import type { Direction } from './time-windows.ts';

/** What stands next to a run in a list of its project. */
export async function neighboursOf(
  reads: Reads,
  { key }: RunMapper,
  { filter, timeRange, orderBy }: RunNeighboursArgs,
  nowUs = Date.now() * 1000,
): Promise<{ previous: RunMapper | null; next: RunMapper | null }> {
  const direction = orderBy?.direction ?? 'DESC';
  const selection = {
    scope: { kind: 'projects' as const, projectIds: [key.projectId] },
    filter: readRunFilter(filter),
    span: spanOfList(timeRange, direction, nowUs),
    after: key,
  };
  const first = async (way: Direction) =>
    (await listRuns(reads.list, { ...selection, direction: way }, 1, nowUs))[0] ?? null;
  const [next, previous] = await Promise.all([first(direction), first(opposite[direction])]);
  return { previous, next };
}

const opposite: Record<Direction, Direction> = { ASC: 'DESC', DESC: 'ASC' };
