import { STATUS_CODES } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Logger } from '@runlight/service';
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, handleProtocols } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { GatewayLimits } from '../limits/limits.ts';
import { reliesOnCookie } from '../origins.ts';
import type { OriginGuard } from '../origins.ts';
import { openConnection, restartCode } from './connection.ts';
import type { Connection } from './connection.ts';
import { credentialsOf } from './credentials.ts';
import { createHeartbeat } from './heartbeat.ts';
import type { SocketOperations } from './operations.ts';
import { createSocketPrincipals } from './principals.ts';
import type { Authenticate } from './principals.ts';

export interface SocketServer {
  /** For the `upgrade` event of an HTTP server. */
  handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  openSockets: () => number;
  /** Refuses new sockets and closes all with 1012, upon which clients connect again elsewhere. */
  close: () => Promise<void>;
}

export function createSocketServer({
  path,
  operations,
  authenticate,
  origins,
  limits,
  log,
}: {
  path: string;
  operations: SocketOperations;
  authenticate: Authenticate;
  origins: OriginGuard;
  limits: GatewayLimits;
  log: Logger;
}): SocketServer {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.maxMessageBytes,
    handleProtocols: (protocols) => handleProtocols(protocols),
  });
  const principals = createSocketPrincipals({ authenticate, log, ...limits });
  const heartbeat = createHeartbeat(limits.pingIntervalMs);
  const connections = new Map<WebSocket, Connection>();
  let isClosing = false;

  function accept(socket: WebSocket, transport: Socket, headers: IncomingMessage['headers']): void {
    if (socket.protocol !== GRAPHQL_TRANSPORT_WS_PROTOCOL) {
      return socket.close(CloseCode.SubprotocolNotAcceptable, 'Subprotocol not acceptable');
    }
    const kept = credentialsOf(headers, undefined).headers;
    const connection = openConnection(socket, transport, {
      operations,
      limits,
      log,
      admit: (params, connection) => principals.admit(credentialsOf(kept, params), connection),
    });
    connections.set(socket, connection);
    heartbeat.watch(socket);
    const life = setTimeout(() => {
      connection.close(restartCode, 'The socket has lived long enough');
    }, limits.socketLifeMs);
    life.unref();
    socket.on('close', () => {
      clearTimeout(life);
      connections.delete(socket);
    });
  }

  return {
    handleUpgrade(request, socket, head) {
      socket.on('error', () => {});
      if (request.url?.split('?')[0] !== path) return refuseUpgrade(socket, 404);
      if (isClosing) return refuseUpgrade(socket, 503);
      // CORS does not cover the handshake: any page may open a socket with the reader's cookie.
      if (reliesOnCookie(request.headers) && !origins.allows(request.headers)) {
        return refuseUpgrade(socket, 403);
      }
      const { headers } = request;
      server.handleUpgrade(request, socket, head, (webSocket) =>
        accept(webSocket, socket as Socket, headers),
      );
    },
    openSockets: () => connections.size,
    async close() {
      isClosing = true;
      principals.close();
      heartbeat.close();
      const closed = [...connections.keys()].map(
        (socket) => new Promise((resolve) => socket.once('close', resolve)),
      );
      for (const connection of connections.values())
        connection.close(restartCode, 'Service restart');
      await Promise.all(closed);
      server.close();
    },
  };
}

function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
    () => socket.destroy(),
  );
}
