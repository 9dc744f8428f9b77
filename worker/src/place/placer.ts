import { uuidTimeMs } from '@runlight/run-model';
import { LRUCache } from 'lru-cache';
import { nameIn } from '../operation.ts';
import type { AcceptedOperation, PlacedOperation } from '../operation.ts';
import type { ChosenPlace, KeyDirectory } from './key-directory.ts';
import { derivePlacement, idsToAsk, isOpening, isSamePlace, keyAt, ownPlace } from './placement.ts';
import type { Placed, Placement } from './placement.ts';
import type { RunMover } from './run-mover.ts';
import type { StoredKeys } from './stored-keys.ts';
import type { TraceStarts } from './trace-starts.ts';

export interface PlacerOptions {
  directory: KeyDirectory;
  stored: StoredKeys;
  traceStarts: TraceStarts;
  mover: RunMover;
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
  /**
   * Those of the operations, just stored, whose run was moved meanwhile: they may have come to its old
   * place too late to be moved with it, and are to be placed and stored again.
   */
  strayed: (placed: PlacedOperation[]) => Promise<PlacedOperation[]>;
  /** Places of the runs and traces among the ids, as far as they are known. */
  placesOf: (workspaceId: string, ids: string[]) => Promise<Map<string, Placement>>;
}

/** Traces of the last minutes; about 20 MB. */
const rememberedTraces = 100_000;

/** A worker that is storing the run's create right now has finished after this, or saw our choice. */
const secondLookMs = 1000;

const movesAtATime = 16;

type Choices = Map<string, ChosenPlace>;

export function createPlacer(options: PlacerOptions): Placer {
  const { directory, stored, traceStarts, mover, defaultProject, wait } = options;
  const traces = new LRUCache<string, Placement>({ max: rememberedTraces });

  function rememberTrace(
    workspaceId: string,
    { projectId, traceId, traceStartUs }: Placement,
  ): void {
    const name = nameIn(workspaceId, traceId);
    // A copy: the operation would keep the whole entry it came in.
    if (!traces.has(name)) traces.set(name, { projectId, traceId, traceStartUs });
  }

  function remembered(workspaceId: string, ids: string[]): Map<string, Placement> {
    const found = new Map<string, Placement>();
    for (const id of ids) {
      const place = traces.get(nameIn(workspaceId, id));
      if (place) found.set(id, place);
    }
    return found;
  }

  /** From near to far; each source is asked only for what the nearer ones left open. */
  async function placeIncomplete(
    workspaceId: string,
    operations: AcceptedOperation[],
    sameLot: Map<string, Placement>,
    choices: Choices,
  ): Promise<{ placed: Placed[]; waiting: AcceptedOperation[] }> {
    const placed: Placed[] = [];
    let open = operations;
    const sources = [
      () => Promise.resolve(sameLot),
      (ids: string[]) => Promise.resolve(remembered(workspaceId, ids)),
      (ids: string[]) => directory.find(workspaceId, ids),
      async (ids: string[]) => {
        const found = await directory.chosen(workspaceId, ids);
        for (const [id, choice] of found) if (!choices.has(id)) choices.set(id, choice);
        return found;
      },
      (ids: string[]) => stored.find(workspaceId, ids),
    ];
    const known = new Map<string, Placement>();
    for (const find of sources) {
      if (open.length === 0) break;
      const ids = [...new Set(open.flatMap(idsToAsk))].filter((id) => !known.has(id));
      for (const [id, place] of await find(ids)) if (!known.has(id)) known.set(id, place);
      open = open.filter((operation) => {
        const place = derivePlacement(operation, (id) =>
          isOwnGuess(operation, id, known.get(id), choices) ? undefined : known.get(id),
        );
        if (place) placed.push({ operation, place });
        return !place;
      });
    }
    return { placed, waiting: open };
  }

  /** One start for all operations of a trace that do not know it: no waiting for its root. */
  async function placeOpening(
    workspaceId: string,
    operations: (AcceptedOperation & { traceId: string; projectId: string })[],
    sameLot: Map<string, Placement>,
  ): Promise<Placed[]> {
    const near = remembered(
      workspaceId,
      operations.map(({ traceId }) => traceId),
    );
    const starts = new Map<string, number>();
    const own = new Map<string, number>();
    for (const operation of operations) {
      const { traceId } = operation;
      const place = near.get(traceId) ?? sameLot.get(traceId);
      if (place) starts.set(traceId, place.traceStartUs);
      else own.set(traceId, Math.min(ownStartUs(operation), own.get(traceId) ?? Infinity));
    }
    for (const [traceId, startUs] of await traceStarts.choose(workspaceId, own)) {
      starts.set(traceId, startUs);
    }
    return operations.map((operation) => {
      const { projectId, traceId } = operation;
      return { operation, place: { projectId, traceId, traceStartUs: starts.get(traceId)! } };
    });
  }

  /**
   * What knows its place goes there. When another one was chosen for its run before, because an update
   * had waited for it in vain, everything that is stored of the run is moved.
   */
  async function moveChosen(
    workspaceId: string,
    placed: Placed[],
    choices: Choices,
  ): Promise<Placed[]> {
    if (choices.size === 0) return placed;
    const result: Placed[] = [];
    const moves = new Map<string, () => Promise<void>>();
    for (const { operation, place } of placed) {
      const choice = choices.get(operation.runId);
      // It was moved before: a second opinion about its place comes too late.
      const isSettled = choice?.movedFrom !== undefined && !isSamePlace(choice, place);
      const to = isSettled ? choice : place;
      const from = choice && (isSamePlace(choice, to) ? choice.movedFrom : choice);
      if (from && !isSettled && !moves.has(operation.runId)) {
        const corrected = { ...to, movedFrom: from };
        moves.set(operation.runId, async () => {
          await directory.correct(workspaceId, operation.runId, corrected);
          await mover.move(keyAt(operation, from), keyAt(operation, to));
        });
        choices.set(operation.runId, corrected);
      }
      const isGuess = choice !== undefined && !choice.movedFrom && !from;
      result.push({ operation, place: to, isGuess });
    }
    // One after the other, hundreds of them would hold up everybody else for half a minute.
    const open = [...moves.values()];
    while (open.length > 0) {
      await Promise.all(open.splice(0, movesAtATime).map((move) => move()));
    }
    return result;
  }

  async function placeOfWorkspace(workspaceId: string, operations: AcceptedOperation[]) {
    const choices = await directory.chosen(workspaceId, [
      ...new Set(operations.map(({ runId }) => runId)),
    ]);
    const complete: Placed[] = [];
    const opening: (AcceptedOperation & { traceId: string; projectId: string })[] = [];
    const incomplete: AcceptedOperation[] = [];
    for (const operation of operations) {
      const place = ownPlace(operation);
      if (place) complete.push({ operation, place });
      else if (isOpening(operation)) opening.push(operation);
      else incomplete.push(operation);
    }
    const sameLot = new Map(complete.flatMap(placesOfRun));
    if (opening.length > 0) {
      const opened = await placeOpening(workspaceId, opening, sameLot);
      complete.push(...opened);
      for (const [id, place] of opened.flatMap(placesOfRun)) sameLot.set(id, place);
    }
    for (const { place } of complete) rememberTrace(workspaceId, place);
    const { placed, waiting } = await placeIncomplete(workspaceId, incomplete, sameLot, choices);
    const moved = await moveChosen(workspaceId, [...complete, ...placed], choices);
    await rememberSingles(workspaceId, moved);
    return {
      placed: moved.map(({ operation, place, isGuess = false }) => ({
        operation,
        key: keyAt(operation, place),
        isGuess,
      })),
      waiting,
    };
  }

  async function rememberSingles(workspaceId: string, placed: Placed[]): Promise<void> {
    const singles = placed.filter(({ operation }) => operation.isSingle);
    await directory.remember(
      workspaceId,
      new Map(singles.map(({ operation, place }) => [operation.runId, place])),
    );
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

  /**
   * Where the runs turned out to stand meanwhile. All of a workspace with one question: thousands of
   * updates of made-up runs must not become as many queries.
   */
  async function lookAgain(
    workspaceId: string,
    settled: PlacedOperation[],
  ): Promise<PlacedOperation[]> {
    const runIds = [...new Set(settled.map(({ operation }) => operation.runId))];
    const choices = await directory.chosen(workspaceId, runIds);
    const open = runIds.filter((runId) => !choices.get(runId)?.movedFrom);
    const found = await stored.find(workspaceId, open);
    return Promise.all(
      settled.map(async ({ operation, key }) => {
        const { runId } = operation;
        const choice = choices.get(runId);
        if (choice?.movedFrom) return { operation, key: keyAt(operation, choice) };
        const place = found.get(runId);
        if (!place || isSamePlace(place, key)) return { operation, key, isGuess: true };
        await directory.correct(workspaceId, runId, { ...place, movedFrom: key });
        return { operation, key: keyAt(operation, place) };
      }),
    );
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
      const lots = Map.groupBy(settled, ({ operation }) => operation.workspaceId);
      const again = await Promise.all(
        [...lots].map(([workspaceId, lot]) => lookAgain(workspaceId, lot)),
      );
      return again.flat();
    },

    async strayed(placed) {
      const guesses = placed.filter(({ isGuess }) => isGuess);
      const lots = Map.groupBy(guesses, ({ operation }) => operation.workspaceId);
      const strayed: PlacedOperation[] = [];
      for (const [workspaceId, lot] of lots) {
        const choices = await directory.chosen(
          workspaceId,
          lot.map(({ operation }) => operation.runId),
        );
        for (const each of lot) {
          const choice = choices.get(each.operation.runId);
          if (choice?.movedFrom && !isSamePlace(choice, each.key)) strayed.push(each);
        }
      }
      return strayed;
    },

    async placesOf(workspaceId, ids) {
      const known = remembered(workspaceId, ids);
      const unknown = () => ids.filter((id) => !known.has(id));
      for (const [id, place] of await directory.find(workspaceId, unknown())) known.set(id, place);
      for (const [id, place] of await stored.find(workspaceId, unknown())) known.set(id, place);
      return known;
    },
  };
}

/**
 * A create need not go where its own early update was put for want of something better, if it says
 * what is better.
 */
function isOwnGuess(
  { kind, runId, envelope }: AcceptedOperation,
  id: string,
  place: Placement | undefined,
  choices: Choices,
): boolean {
  if (kind !== 'create' || id !== runId || !place) return false;
  const choice = choices.get(runId);
  const saysMore = typeof envelope.parentRunId === 'string';
  return saysMore && choice !== undefined && !choice.movedFrom && isSamePlace(choice, place);
}

/** A placed run answers for itself and for its trace. */
function placesOfRun({ operation, place }: Placed): [string, Placement][] {
  return [
    [place.traceId, place],
    [operation.runId, place],
  ];
}

const ownStartUs = ({ envelope, acceptedAtMs }: AcceptedOperation): number =>
  envelope.startTimeUs ?? acceptedAtMs * 1000;

/** Near the time of the run, so that lists over a time range find it. */
function likelyStartUs({ envelope, acceptedAtMs }: AcceptedOperation, traceId: string): number {
  const idMs = uuidTimeMs(traceId);
  const isPlausible = idMs !== undefined && Math.abs(idMs - acceptedAtMs) < 366 * 86_400_000;
  return envelope.startTimeUs ?? (isPlausible ? idMs * 1000 : acceptedAtMs * 1000);
}
