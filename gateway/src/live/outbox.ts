/** An event as it goes to subscribers: serialised once, shared by all of them. */
export interface Frame {
  eventId: string | undefined;
  stateKey: string | undefined;
  /** The execution result as JSON text. */
  payload: string;
}

export interface Wire {
  /** Whether the socket's buffer is full. */
  isFull: () => boolean;
  send: (text: string) => void;
}

export interface Outbox {
  push: (frame: Frame) => void;
  /** Sends what waits until the socket is full again; call it when the socket has drained. */
  flush: () => void;
  /** Sends the closing message after everything that waits; later frames are dropped. */
  end: (message: string) => void;
  /** Resolves when nothing waits, at once in the usual case. */
  whenEmpty: () => Promise<void> | undefined;
  /** Drops everything. */
  clear: () => void;
}

/**
 * The bounded queue between events and a socket that may not keep up. Only the newest state of a
 * thing waits. When the queue overflows it is replaced by one gap event, after which the client reads
 * its list again; a reader that does not even take that is given up.
 */
export function createOutbox({
  id,
  wire,
  maxQueued,
  gapAfter,
  giveUp,
}: {
  /** The subscription's id as JSON text. */
  id: string;
  wire: Wire;
  maxQueued: number;
  /** The gap event that stands for everything up to this one. */
  gapAfter: (eventId: string) => Promise<Frame>;
  /** The reader overflowed its queue again without taking the gap event. */
  giveUp: () => void;
}): Outbox {
  const head = `{"id":${id},"type":"next","payload":`;
  let queue: Frame[] = [];
  let gap: 'none' | 'beingMade' | 'waiting' = 'none';
  let ending: string | undefined;
  let emptied: (() => void) | undefined;
  let closed = false;

  const send = (frame: Frame) => wire.send(`${head}${frame.payload}}`);

  function drop(): void {
    closed = true;
    queue = [];
    ending = undefined;
    emptied?.();
  }

  function abandon(): void {
    if (closed) return;
    drop();
    giveUp();
  }

  function overflow(): void {
    if (gap !== 'none') return abandon();
    gap = 'beingMade';
    const newest = queue.findLast(({ eventId }) => eventId !== undefined)?.eventId ?? '';
    queue = [];
    void gapAfter(newest).then(
      (frame) => {
        if (closed) return;
        gap = 'waiting';
        queue.unshift(frame);
        flush();
      },
      // Without a gap event the client could not know that it missed something.
      () => abandon(),
    );
  }

  function enqueue(frame: Frame): void {
    if (frame.stateKey !== undefined) {
      const older = queue.findIndex(({ stateKey }) => stateKey === frame.stateKey);
      if (older >= 0) queue.splice(older, 1);
    }
    queue.push(frame);
    if (queue.length > maxQueued) overflow();
  }

  function flush(): void {
    // What waits came after the gap; a client ignores events older than the last it saw.
    if (gap === 'beingMade') return;
    let sent = 0;
    while (sent < queue.length && !wire.isFull()) {
      send(queue[sent]!);
      sent += 1;
    }
    if (sent > 0) {
      queue = queue.slice(sent);
      gap = 'none';
    }
    if (queue.length > 0) return;
    if (ending !== undefined) {
      wire.send(ending);
      ending = undefined;
    }
    emptied?.();
    emptied = undefined;
  }

  return {
    push(frame) {
      if (closed || ending !== undefined) return;
      if (queue.length === 0 && gap === 'none' && !wire.isFull()) send(frame);
      else enqueue(frame);
    },
    flush,
    end(message) {
      if (closed || ending !== undefined) return;
      if (queue.length === 0 && gap === 'none') wire.send(message);
      else ending = message;
    },
    whenEmpty() {
      if (closed || (queue.length === 0 && gap === 'none')) return undefined;
      return new Promise((resolve) => (emptied = resolve));
    },
    clear: drop,
  };
}
