import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartFailure } from './failure.ts';

// Below the range from which systems take ports for outgoing connections: while an engine is being
// restarted, its port must not go to a connection of somebody else.
const firstPort = 20_000;
const lastPort = 32_000;

/** A loopback port that nobody listens on now, different from all that were given out before. */
export async function enginePort(): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = firstPort + Math.floor(Math.random() * (lastPort - firstPort));
    if (!given.has(port) && (await isFree(port, '127.0.0.1'))) {
      given.add(port);
      return port;
    }
  }
  throw new StartFailure(`no free port between ${firstPort} and ${lastPort} on 127.0.0.1`);
}

const given = new Set<number>();

/** Whether this process could listen there; throws for reasons other than that the port is taken. */
export async function isFree(port: number, host: string): Promise<boolean> {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  } finally {
    server.close();
  }
}
