import {
  EnvError,
  createHealth,
  createLifecycle,
  createLogger,
  createMetrics,
  startOperatorServer,
} from '@runlight/service';
import type { Breaker } from './breaker.ts';
import { createHousekeeping } from './housekeeping.ts';
import { createJobs } from './jobs/create-jobs.ts';
import { openParts } from './parts.ts';
import { createPatience } from './retry.ts';
import { SchemaTooOld, checkSchema } from './schema-check.ts';
import { readWorkerEnv } from './env.ts';
import type { WorkerEnv } from './env.ts';
import { createWorker } from './worker.ts';

async function main(env: WorkerEnv): Promise<void> {
  const log = createLogger({ service: 'worker', level: env.logLevel });
  const lifecycle = createLifecycle({ log });
  const registry = createMetrics('worker');
  const parts = openParts({ env, log, registry });
  lifecycle.add({ name: 'connections', close: parts.close });

  const stopping = new AbortController();
  let state = 'the schema of the stores has not been checked yet';
  const health = createHealth([
    { name: 'clickhouse', check: parts.worker.probe },
    { name: 'postgres', check: parts.database.ping },
    { name: 'redis', check: parts.pingRedis },
    { name: 'storing', check: () => requireReady(state, parts.worker.breaker) },
  ]);
  const operator = await startOperatorServer({ health, metrics: registry, port: env.operatorPort });
  lifecycle.add({ name: 'operator server', close: operator.close });
  lifecycle.add({ name: 'start', close: () => stopping.abort() });

  const patience = createPatience({ log, signal: stopping.signal });
  await patience.insist('check the schema', () => checkSchema(parts.clickhouse, parts.database));
  state = 'ok';
  const worker = createWorker({ ...parts.worker, log });
  lifecycle.add({ name: 'worker', close: worker.stop });
  const housekeeping = createHousekeeping({ ...parts, log });
  lifecycle.add({ name: 'housekeeping', close: housekeeping.stop });
  const jobs = createJobs({ ...parts, registry, log });
  lifecycle.add({ name: 'jobs', close: jobs.stop });
  lifecycle.add({ name: 'readiness', close: health.startDraining });
  worker.start();
  housekeeping.start();
  jobs.start();
  log.info({ name: env.name, port: operator.port }, 'ready');
}

/** Says what storing waits for (A5). */
async function requireReady(state: string, breaker: Breaker): Promise<void> {
  if (state !== 'ok') throw new Error(state);
  const what = breaker.waitingFor();
  if (what !== undefined) throw new Error(`waiting: ${what}`);
}

try {
  await main(readWorkerEnv());
} catch (error) {
  const log = createLogger({ service: 'worker' });
  if (error instanceof EnvError || error instanceof SchemaTooOld) log.fatal(error.message);
  else log.fatal({ err: error }, 'the worker cannot start');
  process.exitCode = 1;
  // Connections that try again for ever would keep the process.
  setImmediate(() => process.exit());
}
