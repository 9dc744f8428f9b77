import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { freePort, waitFor } from '@runlight/testkit';
import { descendants } from '@runlight/testkit/default-stack';
import type { StackProcess } from '@runlight/testkit/default-stack';
import { runCli } from './support/cli.ts';
import type { CliRun } from './support/cli.ts';

// The default stack as a whole, on one data folder with a space in its name. The tests follow one
// another: each leaves the stack as the next one expects it.

let dataDir: string;
let port: number;
let env: Record<string, string>;
let running: CliRun;

before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'runlight supervisor '));
  port = await freePort();
  env = { PORT: String(port), RUNLIGHT_DATA_DIR: dataDir, INGEST_OTLP_GRPC_PORT: '0' };
});
after(async () => {
  if (running.child.exitCode === null) {
    running.child.kill('SIGTERM');
    await running.ended;
  }
  await rm(dataDir, { recursive: true, force: true });
});

async function startStack(): Promise<void> {
  running = runCli(['start'], env);
  await waitFor(
    () => {
      assert.equal(running.child.exitCode, null, running.output());
      return running.output().includes('/sign-in?token=');
    },
    { timeoutMs: 60_000, what: 'the stack to start' },
  );
}

const isReady = () =>
  fetch(`http://127.0.0.1:${port}/ready`).then(
    ({ status }) => status === 200,
    () => false,
  );

const processes = () => descendants(running.child.pid ?? 0);

const isAlive = async ({ pid, command }: StackProcess) =>
  (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''))
    .replaceAll('\0', ' ')
    .trim()
    .startsWith(command);

async function waitUntilGone(gone: StackProcess[]): Promise<void> {
  await waitFor(async () => !(await Promise.all(gone.map(isAlive))).some(Boolean), {
    timeoutMs: 15_000,
    what: 'every process of the stack to be gone',
  });
}

test('starts from nothing and prints address, sign-in link and API key', async () => {
  await startStack();
  assert.ok(await isReady());
  const output = running.output();
  assert.match(output, new RegExp(`http://localhost:${port}\\b`));
  assert.match(output, /API key .*: \S{16,}/);
  assert.ok(output.trim().split('\n').length <= 4, output);
});

test('keeps its secrets to itself', async () => {
  const { mode } = await stat(join(dataDir, 'secrets.json'));
  assert.equal(mode & 0o777, 0o600);
  const secrets = Object.values(
    JSON.parse(await readFile(join(dataDir, 'secrets.json'), 'utf8')) as Record<string, string>,
  );
  const places = (await processes()).map(({ command }) => command);
  for (const file of await readdir(join(dataDir, 'logs'))) {
    places.push(await readFile(join(dataDir, 'logs', file), 'utf8'));
  }
  for (const secret of secrets) assert.ok(!places.some((text) => text.includes(secret)));
});

test('refuses a second start on the same data, in one line', async () => {
  const second = runCli(['start'], { ...env, PORT: String(await freePort()) });
  assert.equal(await second.ended, 1);
  assert.match(second.output(), /^Runlight: .*already runs.*npm run stop.*\n$/);
  assert.ok(await isReady());
});

for (const [name, command] of [
  ['ingest', /ingest-rest\/src\/index\.ts/],
  ['platform', /embedded\/src\/platform/],
] as const) {
  test(`starts ${name} again after kill -9`, async () => {
    const victim = (await processes()).find((process) => command.test(process.command));
    assert.ok(victim);
    process.kill(victim.pid, 'SIGKILL');
    await waitUntilGone([victim]);
    const found = async () =>
      (await processes()).some((process) => command.test(process.command)) && (await isReady());
    await waitFor(found, { timeoutMs: 15_000, what: `${name} to be back` });
  });
}

test('survives the loss of the shell that would end everything', async () => {
  const reaper = async () =>
    (await processes()).find(({ command }) => command.includes('runlight-reaper'));
  const victim = await reaper();
  assert.ok(victim);
  process.kill(victim.pid, 'SIGKILL');
  await waitFor(async () => ((await reaper())?.pid ?? victim.pid) !== victim.pid, {
    timeoutMs: 5000,
    what: 'the shell to be back',
  });
});

test('leaves no process behind after kill -9 of the supervisor', async () => {
  const all = await processes();
  assert.ok(all.length > 6, JSON.stringify(all));
  running.child.kill('SIGKILL');
  await running.ended;
  await waitUntilGone(all);
});

test('starts again on what a crash left behind', async () => {
  // As if another process had taken over the id that Postgres had, which happens in containers.
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
  const remains = await readFile(pidFile, 'utf8').catch(() => undefined);
  if (remains !== undefined) {
    await writeFile(pidFile, remains.replace(/^\d+/, String(process.pid)));
  }
  await startStack();
  assert.ok(await isReady());
  assert.ok(!running.output().includes('API key'), 'the key is shown on the first start only');
});

test('npm run stop ends everything, in order', async () => {
  const all = await processes();
  const stopped = runCli(['stop'], env);
  assert.equal(await stopped.ended, 0);
  assert.equal(await running.ended, 0);
  await waitUntilGone(all);
  const log = await readFile(join(dataDir, 'logs', 'supervisor.log'), 'utf8');
  const order = [...log.matchAll(/"process":"(\w+)","msg":"process stopped"/g)].map(
    ([, name]) => name,
  );
  assert.deepEqual(order.slice(-6), [
    'platform',
    'ingest',
    'worker',
    'redis',
    'postgres',
    'clickhouse',
  ]);
  const again = runCli(['stop'], env);
  assert.equal(await again.ended, 0);
  assert.match(again.output(), /Nothing runs/);
});

test('says what to do when the port is in use', async () => {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  const refused = runCli(['start'], env);
  assert.equal(await refused.ended, 1);
  assert.match(refused.output(), new RegExp(`^Runlight: Port ${port} is in use.*PORT=.*\n$`));
  server.close();
});

test('says what to do when its secrets are lost', async () => {
  const path = join(dataDir, 'secrets.json');
  const secrets = await readFile(path);
  await rm(path);
  const refused = runCli(['start'], env);
  assert.equal(await refused.ended, 1);
  assert.match(refused.output(), /^Runlight: .*secrets\.json is missing.*npm run reset.*\n$/);
  await writeFile(path, secrets);
});

test('npm run reset asks, and with --yes removes what is ours and nothing else', async () => {
  const foreign = join(dataDir, 'notes.txt');
  await writeFile(foreign, 'mine');
  // Made with the first file that is sent.
  await mkdir(join(dataDir, 'objects', 'of-a-workspace'), { recursive: true });
  const asking = runCli(['reset'], env);
  assert.equal(await asking.ended, 1);
  assert.match(asking.output(), /--yes/);
  const confirmed = runCli(['reset', '--yes'], env);
  assert.equal(await confirmed.ended, 0);
  assert.deepEqual(await readdir(dataDir), ['notes.txt']);
});

test('stops in the middle of a start', async () => {
  running = runCli(['start'], env);
  const engine = async () =>
    (await processes()).some(({ command }) => command.includes('clickhouse-child'));
  await waitFor(engine, { timeoutMs: 20_000, what: 'the first engine to be started' });
  const all = await processes();
  running.child.kill('SIGTERM');
  assert.equal(await running.ended, 0);
  assert.equal(running.output(), '');
  await waitUntilGone(all);
});
