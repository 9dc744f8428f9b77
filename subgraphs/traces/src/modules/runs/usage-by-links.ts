/** A run of a tree: its parent and what it reports, if anything. */
export interface LinkedRun<T> {
  id: string;
  parentId: string;
  reported: T | undefined;
}

/** Deeper than any trace; ends rings of parents. */
const maxDepth = 512;

/**
 * What is reported below each target, by its id: a run counts for every run above it up to the nearest
 * that reports itself.
 */
export function sumBelow<T>(
  runs: readonly LinkedRun<T>[],
  targets: ReadonlySet<string>,
  add: (a: T, b: T) => T,
): Map<string, T> {
  const byId = new Map(runs.map((run) => [run.id, run]));
  const sums = new Map<string, T>();
  for (const { id, reported } of runs) {
    if (reported === undefined) continue;
    for (const above of runsAbove(byId, id)) {
      if (above.reported !== undefined) break;
      if (!targets.has(above.id)) continue;
      const known = sums.get(above.id);
      sums.set(above.id, known === undefined ? reported : add(known, reported));
    }
  }
  return sums;
}

/** What a whole trace reports: of the topmost reporting runs. */
export function sumOfTopmost<T>(
  runs: readonly LinkedRun<T>[],
  add: (a: T, b: T) => T,
): T | undefined {
  const byId = new Map(runs.map((run) => [run.id, run]));
  let sum: T | undefined;
  for (const { id, reported } of runs) {
    if (reported === undefined) continue;
    const isBelowAnother = runsAbove(byId, id).some((above) => above.reported !== undefined);
    if (!isBelowAnother) sum = sum === undefined ? reported : add(sum, reported);
  }
  return sum;
}

/** From the nearest up; a run is above nothing twice. */
function runsAbove<T>(byId: Map<string, LinkedRun<T>>, id: string): LinkedRun<T>[] {
  const above: LinkedRun<T>[] = [];
  for (let run = byId.get(id); above.length < maxDepth;) {
    run = run && byId.get(run.parentId);
    if (!run || run.id === id || above.includes(run)) break;
    above.push(run);
  }
  return above;
}
