import { pathToFileURL } from 'node:url';
import type { Logger } from '@runlight/service';
import { prepareClickHouse } from '../engines/clickhouse.ts';
import type { Engine } from '../engines/engine.ts';
import { preparePostgres } from '../engines/postgres.ts';
import { prepareRedis } from '../engines/redis.ts';
import type { StackEnv } from '../env.ts';
import { enginePort } from '../ports.ts';
import { startManagedProcess } from '../processes/managed-process.ts';
import type { ManagedProcess, ProcessHost } from '../processes/managed-process.ts';
import { startReaper } from '../processes/reaper.ts';
import type { DataDir, Secrets } from './data-dir.ts';
import { allOrFirstFailure } from './all-settled.ts';
import { chooseGrpcPort } from './grpc-port.ts';
import { createProcessRecord } from './process-record.ts';
import type { ProvisionResult } from './provision-contract.ts';
import { startProvisioner } from './provision-process.ts';
import type { Provisioner } from './provision-process.ts';
import { serviceSpecs } from './services.ts';
import type { StoreUrls } from './services.ts';

export interface RunningStack extends ProvisionResult {
  /** What the person at the terminal should know. */
  notices: string[];
}

export interface Stack {
  /** Resolves when the front door is open; throws StartFailure. Call `stop` after it in any case. */
  start: () => Promise<RunningStack>;
  /** Ends everything that was started, the last first; also in the middle of a start. */
  stop: () => Promise<void>;
}

export interface StackOptions {
  env: StackEnv;
  dataDir: DataDir;
  secrets: Secrets;
  log: Logger;
}

interface Stores {
  urls: StoreUrls;
  notices: string[];
}

/** Engines, services and what they need of each other. */
export function createStack(options: StackOptions): Stack {
  const { env, dataDir, secrets, log } = options;
  const stopping = new AbortController();
  const reaper = startReaper({ log });
  const record = createProcessRecord(dataDir.processes, { log });
  const host: ProcessHost = {
    log,
    logDir: dataDir.logs,
    reaper,
    signal: stopping.signal,
    onStart: record.add,
    onEnd: record.remove,
  };
  // By place and not as they get ready: the order of stopping must not depend on luck.
  const running: (ManagedProcess | undefined)[] = [];
  let starting: Promise<RunningStack> | undefined;

  async function startStores(): Promise<Stores> {
    const prepared = engines(options).map(async ({ external, prepare }, place) => {
      if (external !== undefined) return { url: external, notice: undefined };
      const engine = await prepare();
      running[place] = await startManagedProcess(engine.process, host);
      return engine;
    });
    const [clickhouse, postgres, redis] = await allOrFirstFailure(prepared);
    const notices = redis?.notice === undefined ? [] : [redis.notice];
    return {
      urls: {
        clickhouse: clickhouse?.url ?? '',
        postgres: postgres?.url ?? '',
        redis: redis?.url ?? '',
        objects: env.objectStoreUrl ?? pathToFileURL(dataDir.objects).href,
      },
      notices,
    };
  }

  /** The notice, if there is one to give. */
  async function startServices(urls: StoreUrls): Promise<string[]> {
    const grpc = await chooseGrpcPort(env.otlpGrpcPort);
    const ports = {
      ingest: await enginePort(),
      workerOperator: await enginePort(),
      otlpGrpc: grpc.port,
    };
    const specs = serviceSpecs({
      env,
      urls,
      journalDir: dataDir.journal,
      feedbackJournalDir: dataDir.feedbackJournal,
      authSecret: secrets.authSecret,
      ports,
    });
    const firstPlace = running.length;
    await allOrFirstFailure(
      specs.map(async (spec, index) => {
        running[firstPlace + index] = await startManagedProcess(spec, host);
      }),
    );
    return grpc.notices;
  }

  async function startAll(provisioner: Provisioner): Promise<RunningStack> {
    const { urls, notices } = await startStores();
    const provisioned = await provisioner.run({
      clickhouseUrl: urls.clickhouse,
      databaseUrl: urls.postgres,
      createDatabase: env.external.postgres === undefined,
      publicUrl: env.publicUrl,
      authSecret: secrets.authSecret,
      ...(env.bootstrapApiKey === undefined ? {} : { apiKey: env.bootstrapApiKey }),
    });
    notices.push(...(await startServices(urls)));
    return { ...provisioned, notices };
  }

  return {
    start() {
      const provisioner = startProvisioner(host);
      stopping.signal.addEventListener('abort', provisioner.cancel);
      starting = startAll(provisioner).finally(provisioner.cancel);
      return starting;
    },
    async stop() {
      stopping.abort(new Error('stopped'));
      // Its failure is the business of whoever called `start`.
      await starting?.catch(() => undefined);
      for (const managed of running.toReversed()) {
        await managed?.stop();
        if (managed) log.info({ process: managed.name }, 'process stopped');
      }
      reaper.close();
    },
  };
}

/** ClickHouse, Postgres, Redis: where somebody else runs one, or how to make ours ready. */
function engines({ env, dataDir, secrets }: StackOptions) {
  const own = async (dir: string, password: string) => ({
    dir,
    password,
    port: await enginePort(),
  });
  const all: { external: string | undefined; prepare: () => Promise<Engine> }[] = [
    {
      external: env.external.clickhouse,
      prepare: async () =>
        prepareClickHouse({
          ...(await own(dataDir.clickhouse, secrets.clickhousePassword)),
          logsQueries: env.logsQueries,
        }),
    },
    {
      external: env.external.postgres,
      prepare: async () => preparePostgres(await own(dataDir.postgres, secrets.postgresPassword)),
    },
    {
      external: env.external.redis,
      prepare: async () =>
        prepareRedis({
          ...(await own(dataDir.redis, secrets.redisPassword)),
          server: env.redisServer,
        }),
    },
  ];
  return all;
}
