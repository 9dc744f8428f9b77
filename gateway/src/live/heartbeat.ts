import type { WebSocket } from 'ws';

export interface Heartbeat {
  /** Watches a socket until it closes. */
  watch: (socket: WebSocket) => void;
  close: () => void;
}

/** Parts of the interval; a thousand pings at once would hold up the events of all sockets. */
const slots = 12;

/** Pings each socket once per interval and cuts off the ones that did not answer the ping before. */
export function createHeartbeat(intervalMs: number): Heartbeat {
  const wheel = Array.from({ length: slots }, () => new Set<WebSocket>());
  const silent = new WeakSet<WebSocket>();
  let next = 0;
  let assigned = 0;

  const timer = setInterval(() => {
    next = (next + 1) % slots;
    for (const socket of wheel[next]!) {
      if (silent.has(socket)) socket.terminate();
      else if (socket.readyState === socket.OPEN) {
        silent.add(socket);
        socket.ping();
      }
    }
  }, intervalMs / slots);
  timer.unref();

  return {
    watch(socket) {
      assigned = (assigned + 1) % slots;
      const slot = wheel[assigned]!;
      slot.add(socket);
      socket.on('pong', () => silent.delete(socket));
      socket.on('close', () => slot.delete(socket));
    },
    close: () => clearInterval(timer),
  };
}
