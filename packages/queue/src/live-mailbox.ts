import type { LiveRunEntry } from '@runlight/run-model';

export interface LiveGap {
  gap: true;
  /** Events up to here are lost; what follows is after it. */
  eventId: string;
}

/** What waits for one subscriber: bounded, so that one who does not read costs nobody memory. */
export interface Mailbox {
  push: (entries: LiveRunEntry[]) => void;
  pushGap: (eventId: string) => void;
  /** Waits for the next lot; undefined once the signal has fired. */
  take: () => Promise<(LiveRunEntry | LiveGap)[] | undefined>;
}

/** `maxLots` counts messages: a message holds up to 256 events and is shared by all subscribers. */
export function createMailbox(signal: AbortSignal, maxLots = 256): Mailbox {
  let lots: (LiveRunEntry | LiveGap)[][] = [];
  let wake: () => void = () => undefined;
  signal.addEventListener('abort', () => wake(), { once: true });

  return {
    push(entries) {
      const last = entries.at(-1);
      if (!last) return;
      if (lots.length >= maxLots) lots = [[{ gap: true, eventId: last.eventId }]];
      else lots.push(entries);
      wake();
    },
    pushGap(eventId) {
      lots = [[{ gap: true, eventId }]];
      wake();
    },
    async take() {
      while (!signal.aborted) {
        const lot = lots.shift();
        if (lot) return lot;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return undefined;
    },
  };
}
