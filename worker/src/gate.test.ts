import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGate } from './gate.ts';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test('calls run side by side, one that must be alone waits for them and holds up those after it', async () => {
  const gate = createGate();
  const log: string[] = [];
  const call = (name: string) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const run = async () => {
      log.push(`+${name}`);
      await promise;
      log.push(`-${name}`);
    };
    return { run, end: resolve };
  };
  const [a, b, c, d] = [call('a'), call('b'), call('c'), call('d')];
  const all = [gate.shared(a.run), gate.shared(b.run), gate.alone(c.run), gate.shared(d.run)];
  await turn();
  assert.deepEqual(log, ['+a', '+b']);
  a.end();
  await turn();
  assert.deepEqual(log, ['+a', '+b', '-a']);
  b.end();
  await turn();
  assert.deepEqual(log.slice(3), ['-b', '+c']);
  c.end();
  d.end();
  await Promise.all(all);
  assert.deepEqual(log.slice(5), ['-c', '+d', '-d']);
});

test('a call that fails lets the next one in', async () => {
  const gate = createGate();
  await assert.rejects(
    gate.alone(() => Promise.reject(new Error('failed'))),
    /failed/,
  );
  assert.equal(await gate.shared(() => Promise.resolve(1)), 1);
});
