/** An event of a fake owner, as its subscription resolver yields it. */
export interface LoggedEvent {
  eventId: string;
  stateKey: string;
  run: { id: string; name: string; status: string; projectId: string };
}

/** A log with replay and fan-out, in memory: what the live reader of Redis is in production. */
export function createEventLog() {
  const events: LoggedEvent[] = [];
  const wakeUps = new Set<() => void>();
  let opened = 0;
  let open = 0;

  async function* read(after: string | undefined, signal: AbortSignal) {
    opened += 1;
    open += 1;
    let next =
      after === undefined ? events.length : events.findIndex(({ eventId }) => eventId > after);
    if (next < 0) next = events.length;
    try {
      while (!signal.aborted) {
        const event = events[next];
        if (event) {
          next += 1;
          yield event;
          continue;
        }
        await new Promise<void>((resolve) => {
          const wake = () => {
            wakeUps.delete(wake);
            signal.removeEventListener('abort', wake);
            resolve();
          };
          wakeUps.add(wake);
          signal.addEventListener('abort', wake);
        });
      }
    } finally {
      open -= 1;
    }
  }

  return {
    read,
    /** Streams that were ever opened, and those that still are. */
    counts: () => ({ opened, open }),
    publish(name: string, { id = `run-${events.length + 1}`, projectId = 'p1' } = {}): LoggedEvent {
      const event: LoggedEvent = {
        eventId: `${1_700_000_000_000 + events.length}-0-0`,
        stateKey: id,
        run: { id, name, status: 'PENDING', projectId },
      };
      events.push(event);
      for (const wake of wakeUps) wake();
      return event;
    },
  };
}

export type EventLog = ReturnType<typeof createEventLog>;
