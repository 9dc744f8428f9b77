import type { IngestLane } from './ingest-stream.ts';

export interface LaneChooser {
  /** The lane for a batch of a workspace; counts the batch. */
  choose: (workspaceId: string, cost: number) => IngestLane;
}

/** What an operation costs a worker besides its bytes, in bytes. */
const operationCost = 2048;

/** What a batch costs a worker, roughly, in bytes. */
export const batchCost = (sizeBytes: number, operations: number): number =>
  sizeBytes + operations * operationCost;

const slotMs = 1000;
const slotCount = 10;
/** Whoever costs less than this in a window harms nobody: some 57 runs of 5 KB a second. */
const quietCost = 4 * 1024 * 1024;
/** How far above an equal share is far. */
const tolerance = 1.25;
/** In `bulk` one stays until this part of what brought one there, so as not to go to and fro. */
const hysteresis = 0.9;

interface Account {
  cost: number;
  isBulk: boolean;
}

/**
 * Puts a workspace into `bulk` while it sends far more than its share. Of the last 10 s, in slots of 1 s
 * by the monotonic clock, it knows what each workspace sent through this process (bytes + 2 KiB per
 * operation). With n workspaces that sent anything and `total` of all of them, a workspace goes to bulk
 *
 *   when it sent more than 4 MiB, and more than 1.25 × total / n or more than half of the total,
 *
 * and comes back when it is below 0.9 of that. One that is alone goes there too: it loses
 * nothing by it, since both lanes are read when one is empty, and its backlog is already out of the way
 * when a second one comes. Replicas behind a load balancer each see about the same shares.
 */
export function createLaneChooser(nowMs: () => number = () => performance.now()): LaneChooser {
  const accounts = new Map<string, Account>();
  const slots = Array.from({ length: slotCount }, () => new Map<string, number>());
  let total = 0;
  let current = Math.floor(nowMs() / slotMs);

  function forget(slot: Map<string, number>): void {
    for (const [workspaceId, cost] of slot) {
      const account = accounts.get(workspaceId)!;
      account.cost -= cost;
      total -= cost;
      if (account.cost === 0) accounts.delete(workspaceId);
    }
    slot.clear();
  }

  function advance(): Map<string, number> {
    const now = Math.floor(nowMs() / slotMs);
    for (let passed = Math.min(now - current, slotCount); passed > 0; passed -= 1) {
      forget(slots[(now - passed + 1) % slotCount]!);
    }
    current = now;
    return slots[now % slotCount]!;
  }

  return {
    choose(workspaceId, cost) {
      const slot = advance();
      slot.set(workspaceId, (slot.get(workspaceId) ?? 0) + cost);
      const account = accounts.get(workspaceId) ?? { cost: 0, isBulk: false };
      accounts.set(workspaceId, account);
      account.cost += cost;
      total += cost;
      const far = Math.min((tolerance * total) / accounts.size, total / 2);
      const limit = Math.max(quietCost, far) * (account.isBulk ? hysteresis : 1);
      account.isBulk = account.cost > limit;
      return account.isBulk ? 'bulk' : 'ordinary';
    },
  };
}
