import { createBell } from './bell.ts';

/** Open while something that storing needs does not answer: nothing new is read then. */
export interface Breaker {
  /** What is waited for; undefined while it is closed. */
  waitingFor: () => string | undefined;
  /** Opens until the returned function is called. */
  open: (what: string) => () => void;
  /** Waits until it is closed, or the signal says to stop. */
  untilClosed: (signal: AbortSignal) => Promise<void>;
}

/** @param onChange called with whether it is open */
export function createBreaker(onChange: (isOpen: boolean) => void = () => undefined): Breaker {
  const bell = createBell();
  const troubles = new Set<{ what: string }>();
  return {
    waitingFor: () => troubles.values().next().value?.what,

    open(what) {
      const trouble = { what };
      troubles.add(trouble);
      onChange(true);
      return () => {
        troubles.delete(trouble);
        if (troubles.size > 0) return;
        onChange(false);
        bell.ring();
      };
    },

    async untilClosed(signal) {
      signal.addEventListener('abort', bell.ring);
      try {
        while (troubles.size > 0 && !signal.aborted) await bell.heard();
      } finally {
        signal.removeEventListener('abort', bell.ring);
      }
    },
  };
}
