import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createLogger } from '@runlight/service';
import { StartFailure } from '../failure.ts';
import { startManagedProcess } from './managed-process.ts';
import type { ProcessHost, ProcessSpec } from './managed-process.ts';
import { startReaper } from './reaper.ts';

let host: ProcessHost;
before(async () => {
  const logDir = await mkdtemp(join(tmpdir(), 'runlight-process-'));
  const log = createLogger({ service: 'test', level: 'silent' });
  host = { log, logDir, reaper: startReaper({ log }) };
});
after(async () => {
  host.reaper.close();
  await rm(host.logDir, { recursive: true });
});

/** A shell that runs `script`; ready when it has printed "ready". */
const shell = (name: string, script: string): ProcessSpec => ({
  name,
  title: 'The shell',
  command: '/bin/sh',
  args: ['-c', script],
  env: { PATH: '/usr/bin:/bin' },
  ready: ({ output, signal }) => output.waitFor('ready', signal),
  readyTimeoutMs: 5000,
  stopSignal: 'SIGTERM',
  stopTimeoutMs: 500,
});

test('a process that ends before it is ready fails the start with what it said', async () => {
  const spec = shell('fails', 'echo "FATAL: no luck today" >&2; exit 3');
  await assert.rejects(startManagedProcess(spec, host), (error) => {
    assert.ok(error instanceof StartFailure);
    assert.match(
      error.message,
      /^The shell did not start: FATAL: no luck today\. Its log: .*fails\.log$/,
    );
    return true;
  });
});

test('a missing library is named', async () => {
  const message =
    'x: error while loading shared libraries: libx.so.1: cannot open shared object file';
  const spec = shell('library', `echo "${message}" >&2; exit 127`);
  await assert.rejects(
    startManagedProcess(spec, host),
    /library libx\.so\.1 is missing; install it/,
  );
});

test('a program that does not exist fails the start', async () => {
  const spec = { ...shell('missing', ''), command: '/does/not/exist' };
  await assert.rejects(startManagedProcess(spec, host), /did not start: .*ENOENT/);
});

test('a process that never gets ready is ended and named', async () => {
  const spec = { ...shell('slow', 'exec sleep 60'), readyTimeoutMs: 200 };
  await assert.rejects(startManagedProcess(spec, host), /was not ready after 0\.2 s/);
});

test('giving up ends a start that is under way', async () => {
  const giveUp = new AbortController();
  const start = startManagedProcess(shell('given-up', 'exec sleep 60'), {
    ...host,
    signal: giveUp.signal,
  });
  giveUp.abort(new Error('stopped'));
  await assert.rejects(start, /stopped/);
});

test('a process that ends is started again until it is stopped', async () => {
  const started: number[] = [];
  let ended = 0;
  const managed = await startManagedProcess(shell('again', 'echo ready; exec sleep 60'), {
    ...host,
    onStart: (pid) => started.push(pid),
    onEnd: () => (ended += 1),
  });
  process.kill(managed.pid() ?? 0, 'SIGKILL');
  while (started.length < 2) await pause(10);
  assert.notEqual(started[0], started[1]);
  await managed.stop();
  assert.equal(ended, 2);
  await pause(50);
  assert.equal(started.length, 2);
});

test('a process that ignores its stop signal is ended by force', async () => {
  const managed = await startManagedProcess(
    shell('stubborn', `trap '' TERM; echo ready; while :; do sleep 0.05; done`),
    host,
  );
  await managed.stop();
  assert.throws(() => process.kill(managed.pid() ?? 0, 0), /ESRCH/);
});

test('what a process prints is in its log file', async () => {
  const managed = await startManagedProcess(
    shell('talks', 'echo hello; echo ready; exec sleep 60'),
    host,
  );
  await managed.stop();
  assert.equal(await readFile(join(host.logDir, 'talks.log'), 'utf8'), 'hello\nready\n');
});
