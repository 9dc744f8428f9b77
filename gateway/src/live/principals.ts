import type { Principal } from '@runlight/auth';
import { CloseCode } from 'graphql-ws';
import type { Logger } from '@runlight/service';
import type { Connection, ConnectionParts } from './connection.ts';
import { credentialsKey } from './credentials.ts';
import type { Credentials } from './credentials.ts';

/** Undefined for callers who are nobody; throws when that cannot be said at the moment. */
export type Authenticate = (credentials: Credentials) => Promise<Principal | undefined>;

interface Holder {
  credentials: Credentials;
  principal: Principal;
  connections: Set<Connection>;
}

export interface SocketPrincipals {
  admit: (credentials: Credentials, connection: Connection) => ReturnType<ConnectionParts['admit']>;
  close: () => void;
}

/**
 * Who holds the open sockets: a bound per principal, and a look-up again and again, so that a revoked
 * key or an ended session loses its sockets within seconds.
 */
export function createSocketPrincipals({
  authenticate,
  maxSocketsPerPrincipal,
  recheckIntervalMs,
  log,
}: {
  authenticate: Authenticate;
  maxSocketsPerPrincipal: number;
  recheckIntervalMs: number;
  log: Logger;
}): SocketPrincipals {
  const holders = new Map<string, Holder>();
  const sockets = new Map<string, number>();

  async function recheck(holder: Holder): Promise<void> {
    const now = await authenticate(holder.credentials);
    if (now && hasSameRights(now, holder.principal)) return;
    // 4403 lets the client connect again with what it may do now.
    for (const connection of holder.connections) connection.close(CloseCode.Forbidden, 'Forbidden');
  }

  const timer = setInterval(() => {
    for (const holder of holders.values()) {
      // While nobody can be looked up, sockets stay: an outage is not a revocation.
      recheck(holder).catch((error: unknown) =>
        log.debug({ err: error }, 'the holder of a socket could not be looked up'),
      );
    }
  }, recheckIntervalMs);
  timer.unref();

  function hold(
    credentials: Credentials,
    principal: Principal,
    connection: Connection,
  ): () => void {
    const key = credentialsKey(credentials);
    const holder = holders.get(key) ?? { credentials, principal, connections: new Set() };
    holders.set(key, holder);
    holder.connections.add(connection);
    return () => {
      holder.connections.delete(connection);
      if (holder.connections.size === 0) holders.delete(key);
    };
  }

  return {
    async admit(credentials, connection) {
      const principal = await authenticate(credentials);
      if (!principal) return 'refused';
      const owner = `${principal.kind}:${principal.id}`;
      const open = sockets.get(owner) ?? 0;
      if (open >= maxSocketsPerPrincipal) return 'tooMany';
      sockets.set(owner, open + 1);
      const release = hold(credentials, principal, connection);
      return {
        principal,
        leave: () => {
          release();
          const left = (sockets.get(owner) ?? 1) - 1;
          if (left > 0) sockets.set(owner, left);
          else sockets.delete(owner);
        },
      };
    },
    close: () => clearInterval(timer),
  };
}

function hasSameRights(a: Principal, b: Principal): boolean {
  return (
    a.id === b.id &&
    a.workspaceId === b.workspaceId &&
    a.permissions.size === b.permissions.size &&
    [...a.permissions].every((permission) => b.permissions.has(permission))
  );
}
