import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClickHouse } from '@runlight/clickhouse';
import type { ClickHouse } from '@runlight/clickhouse';
import { prepareEngineDir, startReaper } from '@runlight/embedded';
import { createPostgresDatabase, migrateClickHouse, migratePostgres } from '@runlight/migrations';
import { createDatabase } from '@runlight/postgres';
import type { Database } from '@runlight/postgres';
import { createLogger } from '@runlight/service';
import type { Logger } from '@runlight/service';
import { mountSmallDisk } from '@runlight/testkit/faults';
import type { FaultProxy, SmallDisk } from '@runlight/testkit/faults';
import { startEngine } from './engines.ts';
import type { EngineName, LabEngine } from './engines.ts';
import { createLabProcess } from './lab-process.ts';
import type { LabProcess, LabProcessSpec } from './lab-process.ts';
import { createService } from './services.ts';
import type { LabService } from './services.ts';
import { createLabTenant } from './tenants.ts';
import type { LabTenant } from './tenants.ts';

export type DiskName = 'clickhouse' | 'redis' | 'journal';

export interface LabOptions {
  /** Default 1 each. */
  ingests?: number;
  workers?: number;
  /** Front door and graph; default false. */
  platform?: boolean;
  /** What lies on a small disk of its own, and its size in MiB. */
  disks?: Partial<Record<DiskName, number>>;
  /** `bundled` for the substitute that keeps nothing on disk. */
  redisServer?: string;
  /** How long a silent worker keeps its entries; default 5000. */
  leaseMs?: number;
  ingestEnv?: Record<string, string>;
}

/** The real stack, each process and each connection of it in the test's hand. */
export interface Lab {
  dir: string;
  engines: Record<EngineName, LabEngine>;
  ingests: LabService[];
  workers: LabService[];
  platform: LabService | undefined;
  /** The first of each. */
  ingest: LabService;
  worker: LabService;
  disks: Partial<Record<DiskName, SmallDisk>>;
  /** Straight to the stores. */
  database: Database;
  clickhouse: ClickHouse;
  tenant: () => Promise<LabTenant>;
  /** One more process, not started; it ends with the lab. */
  add: (spec: LabProcessSpec) => LabProcess;
  processes: () => LabProcess[];
  proxies: () => FaultProxy[];
  /** Ends every fault: networks pass, disks have room, whatever is frozen or gone runs. */
  heal: () => Promise<void>;
  stop: () => Promise<void>;
}

const authSecret = 'a-secret-of-the-lab-with-enough-characters';

export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const dir = await mkdtemp(join(tmpdir(), 'runlight-lab-'));
  await prepareEngineDir(dir);
  const logDir = join(dir, 'logs');
  await mkdir(logDir);
  const log = createLogger({ service: 'lab', level: 'silent' });
  const reaper = startReaper({ log });
  const host = { logDir, reaper };
  const disks = await mountDisks(dir, options.disks ?? {});

  const engine = (name: EngineName) => startEngine(name, { dir, log, host }, options.redisServer);
  const [clickhouse, postgres, redis] = await Promise.all([
    engine('clickhouse'),
    engine('postgres'),
    engine('redis'),
  ]);
  const engines = { clickhouse, postgres, redis };
  await migrate(engines, log);
  const services = await createServices({ dir, engines, host, options });
  await Promise.all(services.all.map((service) => service.start()));
  const stores = openStores(engines, log);

  const added: LabProcess[] = [];
  const processes = () => [
    ...added,
    ...Object.values(engines).map((engine) => engine.process),
    ...services.all,
  ];
  const proxies = () =>
    Object.values(engines).flatMap(({ ofIngest, ofWorkers }) => [ofIngest, ofWorkers]);

  return {
    dir,
    engines,
    ...services,
    ingest: services.ingests[0]!,
    worker: services.workers[0]!,
    disks,
    ...stores,
    tenant: () => createLabTenant(stores.database),
    add(spec) {
      const process = createLabProcess(spec, host);
      added.push(process);
      return process;
    },
    processes,
    proxies,
    async heal() {
      for (const disk of Object.values(disks)) await disk.free();
      await Promise.all(proxies().map((proxy) => proxy.set({ kind: 'pass' })));
      for (const each of processes()) if (await each.isFrozen()) each.thaw();
      // Engines first: a service that starts looks for them.
      await Promise.all(Object.values(engines).map((engine) => restart(engine.process)));
      await Promise.all(services.all.map(restart));
    },
    async stop() {
      await Promise.all([stores.database.close(), stores.clickhouse.close()]);
      for (const each of added) await each.stop();
      for (const each of processes()) if (each.isRunning()) await each.kill();
      await Promise.all(proxies().map((proxy) => proxy.close()));
      reaper.close();
      for (const disk of Object.values(disks)) await disk.unmount();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function restart(process: LabProcess): Promise<void> {
  if (!process.isRunning()) await process.start();
}

async function mountDisks(
  dir: string,
  sizes: Partial<Record<DiskName, number>>,
): Promise<Partial<Record<DiskName, SmallDisk>>> {
  const disks: Partial<Record<DiskName, SmallDisk>> = {};
  for (const [name, sizeMib] of Object.entries(sizes)) {
    disks[name as DiskName] = await mountSmallDisk(join(dir, name), sizeMib);
  }
  return disks;
}

async function migrate({ clickhouse, postgres }: Lab['engines'], log: Logger): Promise<void> {
  await createPostgresDatabase({ url: postgres.url });
  await Promise.all([
    migratePostgres({ url: postgres.url, log }),
    migrateClickHouse({ url: clickhouse.url, log }),
  ]);
}

function openStores(
  { clickhouse, postgres }: Lab['engines'],
  log: Logger,
): Pick<Lab, 'database' | 'clickhouse'> {
  return {
    database: createDatabase({ url: postgres.url, log, applicationName: 'lab' }),
    clickhouse: createClickHouse({
      url: clickhouse.url,
      log,
      applicationName: 'lab',
      requestTimeoutMs: 60_000,
    }),
  };
}

interface ServicesPlan {
  dir: string;
  engines: Lab['engines'];
  host: Parameters<typeof createService>[0]['host'];
  options: LabOptions;
}

async function createServices(plan: ServicesPlan) {
  const { ingests: ingestCount = 1, workers: workerCount = 1, platform } = plan.options;
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const ingests = await Promise.all(numbers(ingestCount).map((number) => ingest(plan, number)));
  const workers = await Promise.all(numbers(workerCount).map((number) => worker(plan, number)));
  const door = platform ? await frontDoor(plan, ingests[0]!.url) : undefined;
  return {
    ingests,
    workers,
    platform: door,
    all: [...workers, ...ingests, ...(door ? [door] : [])],
  };
}

const journalDir = (dir: string, name: string) => join(dir, 'journal', name);
const objectStore = (dir: string) => ({ OBJECT_STORE_URL: `file://${join(dir, 'objects')}` });

function ingest({ dir, engines, host, options }: ServicesPlan, number: number) {
  const name = `ingest-${number}`;
  return createService({
    name,
    script: 'ingest-rest/src/index.ts',
    host,
    env: (port) => ({
      ...objectStore(dir),
      INGEST_PORT: String(port),
      INGEST_OTLP_GRPC_PORT: 'off',
      INGEST_DRAIN_DELAY_MS: '0',
      INGEST_JOURNAL_DIR: journalDir(dir, name),
      // Quotas have tests of their own; here they would hide what we want to see.
      INGEST_RUNS_PER_SECOND: '0',
      INGEST_BYTES_PER_SECOND: '0',
      INGEST_CALLS_PER_MINUTE: '0',
      DATABASE_URL: engines.postgres.ofIngest.via(engines.postgres.url),
      REDIS_URL: engines.redis.ofIngest.via(engines.redis.url),
      ...options.ingestEnv,
    }),
  });
}

function worker({ dir, engines, host, options }: ServicesPlan, number: number) {
  const name = `worker-${number}`;
  return createService({
    name,
    script: 'worker/src/index.ts',
    host,
    env: (port) => ({
      ...objectStore(dir),
      WORKER_NAME: name,
      // Short, so that a test sees a takeover.
      WORKER_LEASE_MS: String(options.leaseMs ?? 5000),
      WORKER_OPERATOR_PORT: String(port),
      CLICKHOUSE_URL: engines.clickhouse.ofWorkers.via(engines.clickhouse.url),
      DATABASE_URL: engines.postgres.ofWorkers.via(engines.postgres.url),
      REDIS_URL: engines.redis.ofWorkers.via(engines.redis.url),
    }),
  });
}

function frontDoor({ dir, engines, host }: ServicesPlan, ingestUrl: string) {
  return createService({
    name: 'platform',
    script: 'infra/embedded/src/platform.ts',
    host,
    env: (port) => ({
      ...objectStore(dir),
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      INGEST_URL: ingestUrl,
      CLICKHOUSE_URL: engines.clickhouse.url,
      DATABASE_URL: engines.postgres.url,
      REDIS_URL: engines.redis.url,
      FEEDBACK_JOURNAL_DIR: journalDir(dir, 'platform'),
      AUTH_SECRET: authSecret,
    }),
  });
}
