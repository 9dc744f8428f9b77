import { uuidTimeMs } from '@runlight/run-model';
import { LRUCache } from 'lru-cache';
import { nameIn } from '../operation.ts';
import type { AcceptedOperation, PlacedOperation } from '../operation.ts';
import type { KeyDirectory } from './key-directory.ts';
import { derivePlacement, idsToAsk, isComplete, keyAt } from './placement.ts';
import type { Placement } from './placement.ts';
import type { StoredKeys } from './stored-keys.ts';

export interface PlacerOptions {
  directory: KeyDirectory;
  stored: StoredKeys;
  /** The project of a run that names none and never will. */
  defaultProject: (workspaceId: string) => Promise<string>;
  wait: (ms: number) => Promise<void>;
}

export interface Placer {
  /** Places what can be placed; the others should be tried again when more is stored. */
  place: (
    operations: AcceptedOperation[],
  ) => Promise<{ placed: PlacedOperation[]; waiting: AcceptedOperation[] }>;
  /** Chooses a place for operations that waited in vain, the same for everything that follows. */
  settle: (operations: AcceptedOperation[]) => Promise<PlacedOperation[]>;
}

/** Traces of the last minutes; about 20 MB. */
const rememberedTraces = 100_000;

/** A worker that is storing the run's create right now has finished after this, or saw our choice. */
const secondLookMs = 1000;

export function createPlacer({ directory, stored, defaultProject, wait }: PlacerOptions): Placer {
  const traces = new LRUCache<string, Placement>({ max: rememberedTraces });

  function rememberTrace(
    workspaceId: string,
    { projectId, traceId, traceStartUs }: Placement,
  ): void {
    const name = nameIn(workspaceId, traceId);
    // A copy: the operation would keep the whole entry it came in.
    if (!traces.has(name)) traces.set(name, { projectId, traceId, traceStartUs });
  }

  async function placeIncomplete(
    workspaceId: string,
    operations: AcceptedOperation[],
    sameLot: Map<string, Placement>,
  ) {
    const placed: PlacedOperation[] = [];
    let open = operations;
    // From near to far; each source is asked only for what the nearer ones left open.
    const sources = [
      () => Promise.resolve(sameLot),
      (ids: string[]) => Promise.resolve(remembered(workspaceId, ids)),
      (ids: string[]) => directory.find(workspaceId, ids),
      (ids: string[]) => directory.chosen(workspaceId, ids),
      (ids: string[]) => stored.find(workspaceId, ids),
    ];
    const known = new Map<string, Placement>();
    for (const find of sources) {
      if (open.length === 0) break;
      const ids = [...new Set(open.flatMap(idsToAsk))].filter((id) => !known.has(id));
      for (const [id, place] of await find(ids)) if (!known.has(id)) known.set(id, place);
      open = open.filter((operation) => {
        const place = derivePlacement(operation, (id) => known.get(id));
        if (place) placed.push({ operation, key: keyAt(operation, place) });
        return !place;
      });
    }
    return { placed, waiting: open };
  }

  function remembered(workspaceId: string, ids: string[]): Map<string, Placement> {
    const found = new Map<string, Placement>();
    for (const id of ids) {
      const place = traces.get(nameIn(workspaceId, id));
      if (place) found.set(id, place);
    }
    return found;
  }

  /** What says its own place goes there, unless the worker chose another one for the run before. */
  async function placeComplete(
    workspaceId: string,
    operations: (AcceptedOperation & Placement)[],
  ): Promise<PlacedOperation[]> {
    const runIds = operations.map(({ runId }) => runId);
    const chosen = await directory.chosen(workspaceId, runIds);
    return operations.map((operation) => {
      rememberTrace(workspaceId, operation);
      return { operation, key: keyAt(operation, chosen.get(operation.runId) ?? operation) };
    });
  }

  async function placeOfWorkspace(workspaceId: string, operations: AcceptedOperation[]) {
    const complete = operations.filter(isComplete);
    const placed = await placeComplete(workspaceId, complete);
    let waiting: AcceptedOperation[] = [];
    if (complete.length < operations.length) {
      const incomplete = operations.filter((operation) => !isComplete(operation));
      const sameLot = new Map(placed.flatMap(({ key }) => placesOf(key)));
      const result = await placeIncomplete(workspaceId, incomplete, sameLot);
      placed.push(...result.placed);
      waiting = result.waiting;
    }
    await rememberSingles(workspaceId, placed);
    return { placed, waiting };
  }

  async function rememberSingles(workspaceId: string, placed: PlacedOperation[]): Promise<void> {
    const singles = placed.filter(({ operation }) => operation.isSingle);
    await directory.remember(workspaceId, new Map(singles.map(({ key }) => [key.runId, key])));
  }

  async function settleOne(operation: AcceptedOperation): Promise<PlacedOperation> {
    const { workspaceId, runId } = operation;
    const traceId = operation.traceId ?? runId;
    const chosen = await directory.choose(workspaceId, runId, {
      projectId: operation.projectId ?? (await defaultProject(workspaceId)),
      traceId,
      traceStartUs: operation.traceStartUs ?? likelyStartUs(operation, traceId),
    });
    return { operation, key: keyAt(operation, chosen) };
  }

  return {
    async place(operations) {
      const lots = Map.groupBy(operations, ({ workspaceId }) => workspaceId);
      const results = await Promise.all(
        [...lots].map(([workspaceId, lot]) => placeOfWorkspace(workspaceId, lot)),
      );
      return {
        placed: results.flatMap(({ placed }) => placed),
        waiting: results.flatMap(({ waiting }) => waiting),
      };
    },

    async settle(operations) {
      const settled = await Promise.all(operations.map(settleOne));
      // First say where, then look again: whoever stores the create either sees our choice or is seen.
      await wait(secondLookMs);
      return Promise.all(
        settled.map(async (placed) => {
          const { workspaceId, runId } = placed.operation;
          const found = (await stored.find(workspaceId, [runId])).get(runId);
          if (!found || isSamePlace(found, placed.key)) return placed;
          await directory.withdraw(workspaceId, runId);
          return { operation: placed.operation, key: keyAt(placed.operation, found) };
        }),
      );
    },
  };
}

/** A placed run answers for itself and for its trace. */
function placesOf(key: Placement & { runId: string }): [string, Placement][] {
  return [
    [key.traceId, key],
    [key.runId, key],
  ];
}

const isSamePlace = (a: Placement, b: Placement) =>
  a.projectId === b.projectId && a.traceId === b.traceId && a.traceStartUs === b.traceStartUs;

/** Near the time of the run, so that lists over a time range find it. */
function likelyStartUs({ envelope, acceptedAtMs }: AcceptedOperation, traceId: string): number {
  const idMs = uuidTimeMs(traceId);
  const isPlausible = idMs !== undefined && Math.abs(idMs - acceptedAtMs) < 366 * 86_400_000;
  return envelope.startTimeUs ?? (isPlausible ? idMs * 1000 : acceptedAtMs * 1000);
}
