/** How much of the journal one workspace may take, as long as there are others. */
const largestShare = 0.75;
/** A workspace counts as there so long after its last batch. */
const memoryMs = 600_000;

export interface JournalShare {
  /** What a workspace may hold; counts that it is there. */
  of: (workspaceId: string) => { name: string; maxBytes: number };
}

/**
 * Keeps one workspace from filling the journal for all while Redis is away (A2): a quarter is left to the
 * others. A workspace that is alone has all of it. Remembers two workspaces, which is enough to know
 * whether any one has company.
 */
export function createJournalShare(
  maxJournalBytes: number,
  nowMs: () => number = () => performance.now(),
): JournalShare {
  let newest = { workspaceId: '', atMs: -Infinity };
  let other = newest;

  return {
    of(workspaceId) {
      const atMs = nowMs();
      if (newest.workspaceId !== workspaceId) other = newest;
      newest = { workspaceId, atMs };
      const hasCompany = atMs - other.atMs < memoryMs;
      return {
        name: workspaceId,
        maxBytes: hasCompany ? maxJournalBytes * largestShare : maxJournalBytes,
      };
    },
  };
}
