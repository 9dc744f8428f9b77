import { unavailable } from '@runlight/service';

/**
 * Bounds how many messages of gRPC are on their way into memory: the library collects all of one, up to
 * three times its size, before anybody can count it against the process's budget.
 */
export interface MessageSlots {
  /**
   * Waits for a slot; the answer gives it back, once. Throws UNAVAILABLE when too many of the workspace
   * wait already.
   */
  take: (workspaceId: string) => Promise<() => void>;
}

export const messageSlotLimits = {
  slots: 4,
  /** A workspace that sends slowly leaves room for the others. */
  slotsPerWorkspace: 2,
  waitingPerWorkspace: 64,
} as const;

interface Turn {
  workspaceId: string;
  begin: () => void;
}

export function createMessageSlots(): MessageSlots {
  const held = new Map<string, number>();
  const line: Turn[] = [];
  let used = 0;

  const mayBegin = ({ workspaceId }: Pick<Turn, 'workspaceId'>): boolean =>
    used < messageSlotLimits.slots &&
    (held.get(workspaceId) ?? 0) < messageSlotLimits.slotsPerWorkspace;

  function hold(workspaceId: string): () => void {
    used += 1;
    held.set(workspaceId, (held.get(workspaceId) ?? 0) + 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      used -= 1;
      const left = held.get(workspaceId)! - 1;
      if (left === 0) held.delete(workspaceId);
      else held.set(workspaceId, left);
      const next = line.findIndex(mayBegin);
      if (next !== -1) line.splice(next, 1)[0]!.begin();
    };
  }

  return {
    async take(workspaceId) {
      if (mayBegin({ workspaceId })) return hold(workspaceId);
      const waiting = line.filter((turn) => turn.workspaceId === workspaceId).length;
      if (waiting >= messageSlotLimits.waitingPerWorkspace) {
        throw unavailable('Too many messages are being received at the moment; send them again');
      }
      return new Promise((resolve) => {
        line.push({ workspaceId, begin: () => resolve(hold(workspaceId)) });
      });
    },
  };
}
