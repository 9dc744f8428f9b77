/** What one process has printed; the end of it is kept to explain a failure. */
export interface ProcessOutput {
  /** Resolves when the text has appeared; rejects when `signal` aborts. */
  waitFor: (text: string, signal: AbortSignal) => Promise<void>;
  /** The last 8 KiB. */
  tail: () => string;
}

const keptCharacters = 8192;

export function createProcessOutput(): ProcessOutput & { push: (chunk: Buffer) => void } {
  let tail = '';
  const waiters = new Set<() => void>();

  return {
    push(chunk) {
      tail = (tail + chunk.toString('utf8')).slice(-keptCharacters);
      for (const look of waiters) look();
    },
    tail: () => tail,
    waitFor: (text, signal) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!tail.includes(text)) return;
          waiters.delete(look);
          resolve();
        };
        signal.addEventListener('abort', () => {
          waiters.delete(look);
          reject(signal.reason as Error);
        });
        waiters.add(look);
        look();
      }),
  };
}
