/** Lets calls run side by side, or one of them alone; in the order in which they come. */
export interface Gate {
  shared: <T>(call: () => Promise<T>) => Promise<T>;
  /** Runs while nothing else does. */
  alone: <T>(call: () => Promise<T>) => Promise<T>;
}

interface Waiter {
  isAlone: boolean;
  enter: () => void;
}

export function createGate(): Gate {
  const queue: Waiter[] = [];
  let running = 0;
  let isAlone = false;

  function admit(): void {
    for (let next = queue[0]; next; next = queue[0]) {
      if (isAlone || (next.isAlone && running > 0)) return;
      queue.shift();
      running += 1;
      isAlone = next.isAlone;
      next.enter();
    }
  }

  async function pass<T>(wantsToBeAlone: boolean, call: () => Promise<T>): Promise<T> {
    await new Promise<void>((enter) => {
      queue.push({ isAlone: wantsToBeAlone, enter });
      admit();
    });
    try {
      return await call();
    } finally {
      running -= 1;
      isAlone = false;
      admit();
    }
  }

  return {
    shared: (call) => pass(false, call),
    alone: (call) => pass(true, call),
  };
}
