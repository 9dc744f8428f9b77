import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { freePort, testStores, waitFor } from '@runlight/testkit';
import type { TestStores } from '@runlight/testkit';
import { descendants } from '@runlight/testkit/default-stack';
import { runCli } from './support/cli.ts';

let stores: TestStores<{ clickhouse: true; postgres: true; redis: true }>;
before(async () => {
  stores = await testStores({ clickhouse: true, postgres: true, redis: true });
});
after(() => stores.close());

test('uses the engines whose addresses are set and starts none', async (t) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'runlight external '));
  t.after(() => rm(dataDir, { recursive: true, force: true }));
  const running = runCli(['start'], {
    PORT: String(await freePort()),
    RUNLIGHT_DATA_DIR: dataDir,
    CLICKHOUSE_URL: stores.clickhouseUrl,
    DATABASE_URL: stores.databaseUrl,
    REDIS_URL: stores.redisUrl,
  });
  t.after(async () => {
    running.child.kill('SIGTERM');
    await running.ended;
  });
  await waitFor(
    () => {
      assert.equal(running.child.exitCode, null, running.output());
      return running.output().includes('/sign-in?token=');
    },
    { timeoutMs: 60_000, what: 'the stack to start' },
  );
  const commands = (await descendants(running.child.pid ?? 0)).map(({ command }) => command);
  assert.ok(commands.some((command) => command.includes('worker/src/index.ts')));
  assert.ok(!commands.some((command) => /clickhouse|postgres|redis-server/.test(command)));
  assert.deepEqual((await readdir(dataDir)).toSorted(), [
    'journal',
    'journal-feedback',
    'logs',
    'processes.json',
    'secrets.json',
    'supervisor.json',
  ]);
});

test('says which database cannot be reached, in one line', async (t) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'runlight external '));
  t.after(() => rm(dataDir, { recursive: true, force: true }));
  const nobody = await freePort();
  const refused = runCli(['start'], {
    PORT: String(await freePort()),
    RUNLIGHT_DATA_DIR: dataDir,
    CLICKHOUSE_URL: stores.clickhouseUrl,
    DATABASE_URL: `postgres://runlight:secret@127.0.0.1:${nobody}/runlight`,
    REDIS_URL: stores.redisUrl,
  });
  assert.equal(await refused.ended, 1);
  assert.match(
    refused.output(),
    new RegExp(`^Runlight: .*Postgres.*ECONNREFUSED 127\\.0\\.0\\.1:${nobody}.*\n$`),
  );
  assert.ok(!refused.output().includes('secret'));
});
