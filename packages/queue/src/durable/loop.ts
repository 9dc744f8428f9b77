export interface Loop {
  /** The next turn begins at once, or right after the one that is under way. */
  wake: () => void;
  /** Resolves when the turn that is under way has ended; no other follows. */
  stop: () => Promise<void>;
}

/**
 * Takes one turn after another, the first at once; each says how many milliseconds later the next one
 * is due, if nobody wakes it before. A turn must not throw.
 */
export function createLoop(turn: () => Promise<number>): Loop {
  const stopped = new AbortController();
  let isAwake = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    let pauseMs = 0;
    do {
      isAwake = false;
      pauseMs = await turn();
    } while (isAwake && !stopped.signal.aborted);
    running = undefined;
    if (stopped.signal.aborted) return;
    timer = setTimeout(start, pauseMs);
    timer.unref();
  }

  function start(): void {
    clearTimeout(timer);
    running ??= run();
  }

  start();
  return {
    wake() {
      isAwake = true;
      if (!stopped.signal.aborted && !running) start();
    },
    async stop() {
      stopped.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
