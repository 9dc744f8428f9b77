/** Which bytes an interception waits for: a request with the text, or the answer to such a request. */
export interface Wanted {
  on: 'request' | 'reply';
  /** Found wherever it stands, also across two packets; Latin-1. */
  text: string;
}

export type Action = () => void | Promise<void>;

interface Intercept extends Wanted {
  action: Action;
}

/** What one connection has seen. */
export interface Watcher {
  /** Runs what waits for these bytes of a request; resolves when they may go on. */
  request: (chunk: Buffer) => Promise<void>;
  reply: () => Promise<void>;
}

export interface Intercepts {
  /** Runs `action` once, for the first match; the bytes are held until it is done. */
  add: (wanted: Wanted, action: Action) => void;
  watch: () => Watcher;
}

export function createIntercepts(): Intercepts {
  let waiting: Intercept[] = [];

  function take(intercept: Intercept): Intercept {
    waiting = waiting.filter((other) => other !== intercept);
    return intercept;
  }

  function watch(): Watcher {
    /** The end of the request so far, as a text may be cut in two by a packet. */
    let tail = '';
    let onReply: Intercept[] = [];
    return {
      async request(chunk) {
        if (waiting.length === 0) return;
        const seen = tail + chunk.toString('latin1');
        const longest = Math.max(...waiting.map(({ text }) => text.length));
        tail = longest > 1 ? seen.slice(1 - longest) : '';
        for (const intercept of waiting.filter(({ text }) => seen.includes(text))) {
          tail = '';
          if (intercept.on === 'reply') onReply.push(take(intercept));
          else await take(intercept).action();
        }
      },
      async reply() {
        const due = onReply;
        onReply = [];
        for (const { action } of due) await action();
      },
    };
  }

  return {
    add: (wanted, action) => void waiting.push({ ...wanted, action }),
    watch,
  };
}
