// Starts a Postgres in the folder given, prints its process id and waits to be killed.
import { createLogger } from '@runlight/service';
import {
  enginePort,
  prepareEngineDir,
  preparePostgres,
  startManagedProcess,
  startReaper,
} from '../../src/index.ts';

const dir = process.argv[2] ?? '';
await prepareEngineDir(dir);
const log = createLogger({ service: 'orphan-maker', level: 'silent' });
const engine = await preparePostgres({
  dir: `${dir}/postgres`,
  port: await enginePort(),
  password: 'a-test-password',
});
const managed = await startManagedProcess(engine.process, {
  log,
  logDir: dir,
  reaper: startReaper({ log }),
});
process.stdout.write(String(managed.pid()));
