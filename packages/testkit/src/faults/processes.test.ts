import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { giveOrder, hookArgs } from './hooks/hooked-process.ts';
import {
  freezeProcess,
  killProcess,
  limitOpenFiles,
  openFileLimit,
  residentBytes,
  stateOf,
  thawProcess,
} from './processes.ts';

/** A process that says a line whenever it is told one, with the time on its clock. */
async function talker(t: TestContext, args: string[] = []): Promise<ChildProcess> {
  const script = `
    process.stdin.on('data', () => console.log(Date.now(), new Date().toISOString()));
    console.log('ready');`;
  const child = spawn(process.execPath, [...args, '-e', script], {
    stdio: ['pipe', 'pipe', 'inherit', ...(args.length > 0 ? (['ipc'] as const) : [])],
  });
  t.after(() => void child.kill('SIGKILL'));
  await once(child.stdout!, 'data');
  return child;
}

async function clockOf(child: ChildProcess): Promise<{ nowMs: number; dateMs: number }> {
  child.stdin!.write('x');
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  const [nowMs, date] = line.toString().trim().split(' ');
  return { nowMs: Number(nowMs), dateMs: Date.parse(date!) };
}

test('a frozen process does nothing until it is thawed', async (t) => {
  const child = await talker(t);
  await freezeProcess(child.pid!);
  assert.equal(await stateOf(child.pid!), 'T');
  let answered = false;
  const answer = clockOf(child).then(() => (answered = true));
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(answered, false);
  thawProcess(child.pid!);
  await answer;
});

test('a killed process is gone when the call returns', async (t) => {
  const child = await talker(t);
  const exited = once(child, 'exit');
  await killProcess(child.pid!);
  assert.ok(['Z', undefined].includes(await stateOf(child.pid!)));
  assert.deepEqual(await exited, [null, 'SIGKILL']);
  await assert.rejects(residentBytes(child.pid!), /ENOENT/);
});

test('memory is what the kernel says', async (t) => {
  const { now, peak } = await residentBytes((await talker(t)).pid!);
  assert.ok(now > 10 << 20 && now < 1 << 30, String(now));
  assert.ok(peak >= now);
});

test('a limit on open files can be set and lifted while the process runs', async (t) => {
  const child = await talker(t);
  const before = await openFileLimit(child.pid!);
  await limitOpenFiles(child.pid!, 20);
  assert.equal(await openFileLimit(child.pid!), 20);
  await limitOpenFiles(child.pid!, before);
  assert.equal(await openFileLimit(child.pid!), before);
});

test('hooks block the event loop for as long as was asked', async (t) => {
  const child = await talker(t, hookArgs);
  const startedAt = performance.now();
  const blocked = giveOrder(child, { kind: 'block', ms: 300 });
  await clockOf(child);
  assert.ok(performance.now() - startedAt >= 290);
  await blocked;
});

test('hooks shift the clock, also that of new dates, and leave the rest of Date alone', async (t) => {
  const child = await talker(t, hookArgs);
  await giveOrder(child, { kind: 'shift-clock', ms: -3_600_000 });
  const { nowMs, dateMs } = await clockOf(child);
  assert.ok(Math.abs(Date.now() - 3_600_000 - nowMs) < 5000);
  assert.ok(Math.abs(nowMs - dateMs) < 1000);
});

test('hooks do not keep a process alive', async (t) => {
  const child = spawn(process.execPath, [...hookArgs, '-e', ''], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  t.after(() => void child.kill('SIGKILL'));
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});
