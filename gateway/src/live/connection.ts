import type { Socket } from 'node:net';
import type { Principal } from '@runlight/auth';
import type { Logger } from '@runlight/service';
import { CloseCode, MessageType, parseMessage } from 'graphql-ws';
import type { Message, SubscribeMessage } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { GatewayLimits } from '../limits/limits.ts';
import type { RunningOperation, SocketOperations } from './operations.ts';
import type { Wire } from './outbox.ts';

/** Close codes beside those of the protocol; clients connect again after these. */
export const restartCode = 1012;
export const tryAgainCode = 1013;

/** Refused subscriptions on one socket before it is closed. */
const maxRefusals = 100;

export interface ConnectionParts {
  operations: SocketOperations;
  limits: GatewayLimits;
  log: Logger;
  /**
   * Who the `connection_init` payload belongs to and how to give its place back. `refused` closes with
   * 4403; `tooMany` with 4429. Throws when that cannot be said now.
   */
  admit: (
    params: Record<string, unknown> | undefined,
    connection: Connection,
  ) => Promise<{ principal: Principal; leave: () => void } | 'refused' | 'tooMany'>;
}

/** One socket that speaks graphql-transport-ws. */
export interface Connection {
  close: (code: number, reason: string) => void;
}

/**
 * The server's side of the protocol. Written here and not taken from graphql-ws because that awaits
 * several promises and serialises once per frame and socket; frames of a group are shared text.
 */
export function openConnection(
  socket: WebSocket,
  transport: Socket,
  { operations, limits, log, admit }: ConnectionParts,
): Connection {
  const running = new Map<string, RunningOperation>();
  let state: 'new' | 'initialising' | 'open' | 'closed' = 'new';
  let principal: Principal | undefined;
  let leave = () => {};
  let refusals = 0;
  const initTimer = setTimeout(() => {
    connection.close(
      CloseCode.ConnectionInitialisationTimeout,
      'Connection initialisation timeout',
    );
  }, limits.connectionInitTimeoutMs);

  const wire: Wire = {
    isFull: () => transport.writableNeedDrain,
    send: (text) => socket.send(text),
  };

  const connection: Connection = {
    close(code, reason) {
      if (state === 'closed') return;
      tearDown();
      socket.close(code, reason);
      // A peer that does not answer the closing handshake, or never reads, is cut off.
      setTimeout(() => socket.terminate(), 2000).unref();
    },
  };

  function tearDown(): void {
    state = 'closed';
    clearTimeout(initTimer);
    for (const operation of running.values()) operation.cancel();
    running.clear();
    leave();
  }

  async function initialise(params: Record<string, unknown> | undefined): Promise<void> {
    if (state !== 'new') {
      return connection.close(
        CloseCode.TooManyInitialisationRequests,
        'Too many initialisation requests',
      );
    }
    state = 'initialising';
    clearTimeout(initTimer);
    const admitted = await admit(params, connection).catch((error: unknown) => {
      log.warn({ err: error }, 'a socket could not be authenticated');
      return undefined;
    });
    if (isClosed()) {
      if (typeof admitted === 'object') admitted.leave();
      return;
    }
    if (admitted === undefined) return connection.close(tryAgainCode, 'Try again later');
    if (admitted === 'refused') return connection.close(CloseCode.Forbidden, 'Forbidden');
    if (admitted === 'tooMany') {
      return connection.close(CloseCode.TooManyInitialisationRequests, 'Too many sockets');
    }
    ({ principal, leave } = admitted);
    state = 'open';
    wire.send('{"type":"connection_ack"}');
  }

  // A function, as the compiler does not see that an await lets the state change.
  const isClosed = () => state === 'closed';

  function subscribe({ id, payload }: SubscribeMessage): void {
    if (!principal) return connection.close(CloseCode.Unauthorized, 'Unauthorized');
    if (running.has(id)) {
      const reason =
        id.length < 60 ? `Subscriber for ${id} already exists` : 'Duplicate subscriber';
      return connection.close(CloseCode.SubscriberAlreadyExists, reason);
    }
    if (running.size >= limits.maxSubscriptionsPerSocket) return refuseSubscription(id);
    let isOver = false;
    let operation: RunningOperation | undefined = undefined;
    operation = operations.start(
      {
        query: payload.query,
        operationName: payload.operationName ?? undefined,
        variables: payload.variables ?? undefined,
      },
      principal,
      {
        id: JSON.stringify(id),
        wire,
        done: () => {
          isOver = true;
          // The client may have ended this one and used the id again.
          if (running.get(id) === operation) running.delete(id);
        },
        giveUp: () => connection.close(tryAgainCode, 'The events are read too slowly'),
      },
    );
    if (!isOver) running.set(id, operation);
  }

  function refuseSubscription(id: string): void {
    refusals += 1;
    if (refusals > maxRefusals)
      return connection.close(CloseCode.BadRequest, 'Too many subscriptions');
    const message = `At most ${limits.maxSubscriptionsPerSocket} operations per socket`;
    const errors = [{ message, extensions: { code: 'RATE_LIMITED' } }];
    wire.send(JSON.stringify({ id, type: MessageType.Error, payload: errors }));
  }

  function receive(message: Message): void {
    switch (message.type) {
      case MessageType.ConnectionInit:
        return void initialise(message.payload ?? undefined);
      case MessageType.Ping: {
        const { payload } = message;
        return wire.send(
          JSON.stringify({ type: MessageType.Pong, ...(payload ? { payload } : {}) }),
        );
      }
      case MessageType.Pong:
        return;
      case MessageType.Subscribe:
        return subscribe(message);
      case MessageType.Complete:
        running.get(message.id)?.cancel();
        running.delete(message.id);
        return;
      default:
        // Messages that only a server sends.
        connection.close(CloseCode.BadRequest, 'Invalid message received');
    }
  }

  socket.on('message', (data: Buffer) => {
    if (state === 'closed') return;
    let message: Message;
    try {
      message = parseMessage(data.toString());
    } catch {
      return connection.close(CloseCode.BadRequest, 'Invalid message received');
    }
    receive(message);
  });
  // Errors of a socket (a reset, a message that is too large) end in `close`, which cleans up.
  socket.on('error', () => {});
  socket.on('close', () => {
    if (state !== 'closed') tearDown();
  });
  transport.on('drain', () => {
    for (const operation of running.values()) operation.resume();
  });
  return connection;
}
