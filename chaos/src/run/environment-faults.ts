import { redisCommand } from '@runlight/testkit';
import type { FaultProxy, ProxyMode } from '@runlight/testkit/faults';
import type { EngineName } from '../lab/engines.ts';
import type { DiskName, Lab } from '../lab/lab.ts';
import { forAWhile } from './fault.ts';
import type { Fault } from './fault.ts';

const modes: ProxyMode[] = [
  { kind: 'refuse' },
  { kind: 'blackhole' },
  { kind: 'slow', delayMs: 200 },
  { kind: 'cut-reply' },
  { kind: 'cut-after', bytes: 700 },
  { kind: 'half-open' },
  { kind: 'garbage' },
];

const ways: [name: string, pick: (lab: Lab) => FaultProxy][] = [
  ['ingest to Redis', (lab) => lab.engines.redis.ofIngest],
  ['ingest to Postgres', (lab) => lab.engines.postgres.ofIngest],
  ['the workers to Redis', (lab) => lab.engines.redis.ofWorkers],
  ['the workers to Postgres', (lab) => lab.engines.postgres.ofWorkers],
  ['the workers to ClickHouse', (lab) => lab.engines.clickhouse.ofWorkers],
];

export const networkFaults: Fault[] = ways.flatMap(([name, pick]) =>
  modes.map((mode) => ({
    name: `${mode.kind} from ${name}`,
    inflict: (lab: Lab) => pick(lab).set(mode),
    lasts: forAWhile,
    end: (lab: Lab) => pick(lab).set({ kind: 'pass' }),
  })),
);

/** As the stack starts it. */
const maxMemoryBytes = 256 << 20;

const redisFull: Fault = {
  name: 'Redis at maxmemory',
  inflict: (lab) => setMaxMemory(lab, 1),
  lasts: forAWhile,
  end: (lab) => setMaxMemory(lab, maxMemoryBytes),
};

/** When it does not run it has nothing to set, and starts with its own setting. */
async function setMaxMemory(lab: Lab, bytes: number): Promise<void> {
  const { url, process } = lab.engines.redis;
  if (!process.isRunning() || (await process.isFrozen())) return;
  await redisCommand(url, ['CONFIG', 'SET', 'maxmemory', String(bytes)]).catch(() => undefined);
}

const diskFull = (name: DiskName, engine?: EngineName): Fault => ({
  name: `the disk of ${engine ?? name} is full`,
  inflict: async (lab) => lab.disks[name]?.fill(),
  lasts: forAWhile,
  async end(lab) {
    await lab.disks[name]?.free();
    // An engine may have ended for it.
    const process = engine && lab.engines[engine].process;
    if (process && !process.isRunning()) await process.start();
  },
});

export const storeFaults: Fault[] = [redisFull];
export const diskFaults: Fault[] = [diskFull('redis', 'redis'), diskFull('journal')];
