/** Wakes whoever waits for something to change. */
export interface Bell {
  ring: () => void;
  /** Until the next ring, or for so long at most. */
  heard: (ms?: number) => Promise<void>;
}

export function createBell(): Bell {
  let sleepers: (() => void)[] = [];
  return {
    ring() {
      const woken = sleepers;
      sleepers = [];
      for (const wake of woken) wake();
    },
    heard: (ms) =>
      new Promise((resolve) => {
        const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
        sleepers.push(() => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
}
