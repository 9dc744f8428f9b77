import { useState } from 'react';
import type { ListedProblem } from './use-inbox.ts';

const none: ReadonlySet<string> = new Set();

/** Which rows are ticked, and whether all that match are meant, also those not loaded. */
export function useSelection(problems: readonly ListedProblem[]) {
  const [ticked, setTicked] = useState(none);
  const [isAll, setIsAll] = useState(false);
  // What has left the list is not meant any more.
  const chosen = problems.filter(({ id }) => ticked.has(id));

  return {
    chosen,
    isAll: isAll && chosen.length === problems.length,
    has: (id: string) => ticked.has(id),
    areAllTicked: problems.length > 0 && chosen.length === problems.length,
    toggle(id: string): void {
      setIsAll(false);
      setTicked((now) => {
        const next = new Set(now);
        if (!next.delete(id)) next.add(id);
        return next;
      });
    },
    toggleAll(): void {
      setIsAll(false);
      setTicked(chosen.length === problems.length ? none : new Set(problems.map(({ id }) => id)));
    },
    meanAll: () => setIsAll(true),
    clear(): void {
      setIsAll(false);
      setTicked(none);
    },
  };
}

export type Selection = ReturnType<typeof useSelection>;
