import { once } from 'node:events';
import { WebSocket } from 'ws';

interface RawMessage {
  type: string;
  id?: string;
  payload?: unknown;
}

/** A socket that sends exactly what a test wants, for the protocol itself. */
export async function openSocket(
  url: string,
  {
    protocol = 'graphql-transport-ws',
    headers = {},
  }: { protocol?: string; headers?: Record<string, string> } = {},
) {
  const socket = new WebSocket(url, protocol, { headers });
  const queue: RawMessage[] = [];
  let wake = () => {};
  socket.on('message', (data: Buffer) => {
    queue.push(JSON.parse(data.toString()) as RawMessage);
    wake();
  });
  const closed = once(socket, 'close').then(([code, reason]: unknown[]) => ({
    code: code as number,
    reason: String(reason),
  }));
  await once(socket, 'open');

  return {
    socket,
    /** Code and reason of the server's close. */
    closed,
    send: (message: unknown) =>
      socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    /** The next message of the server. */
    async next(): Promise<RawMessage> {
      while (queue.length === 0) {
        await new Promise<void>((resolve, reject) => {
          wake = resolve;
          void closed.then(({ code }) => reject(new Error(`closed with ${code}`)));
        });
      }
      return queue.shift()!;
    },
    waiting: () => queue.length,
    close: () => socket.terminate(),
  };
}

export type RawSocket = Awaited<ReturnType<typeof openSocket>>;

/** A socket that has been let in. */
export async function openAcknowledged(url: string, apiKey = 'key'): Promise<RawSocket> {
  const socket = await openSocket(url);
  socket.send({ type: 'connection_init', payload: { apiKey } });
  const message = await socket.next();
  if (message.type !== 'connection_ack') throw new Error(`got ${message.type}`);
  return socket;
}

export const subscribeMessage = (
  id: string,
  query: string,
  variables?: Record<string, unknown>,
) => ({
  id,
  type: 'subscribe',
  payload: { query, ...(variables ? { variables } : {}) },
});
