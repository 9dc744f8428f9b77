import type { RunMapper } from './mappers.ts';
import type { Reads } from './reads.ts';

/** Ids of the runs above, outermost first. */
export async function ancestorsOf(
  reads: Reads,
  { key, parentRunId, dottedOrder, isLive }: RunMapper,
): Promise<string[]> {
  const named = idsInOrder(dottedOrder).slice(0, -1);
  if (parentRunId === null || named.at(-1) === parentRunId) return named;
  // OpenTelemetry: the order says no more than when it started, so that parents are followed.
  if (isLive) return [parentRunId];
  const parents = await reads.load.parents.load(key);
  return runsAbove(parents ?? new Map<string, string>(), parentRunId);
}

/** `<time>Z<uuid>` per level. */
const idsInOrder = (dottedOrder: string): string[] =>
  dottedOrder === '' ? [] : dottedOrder.split('.').map((segment) => segment.slice(-36));

/** Parents by id may form a ring; each run is above another once. */
function runsAbove(parents: Map<string, string>, parentId: string): string[] {
  const above = new Set<string>();
  for (let id: string | undefined = parentId; id !== undefined && !above.has(id);) {
    above.add(id);
    id = parents.get(id);
  }
  return [...above].toReversed();
}
