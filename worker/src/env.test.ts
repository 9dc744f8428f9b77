import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { EnvError } from '@runlight/service';
import { readWorkerEnv } from './env.ts';

const example = readFileSync(join(import.meta.dirname, '..', '.env.example'), 'utf8');
const variables = Object.fromEntries(
  example
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);

test('the example names every variable, and is valid', () => {
  const source = readFileSync(join(import.meta.dirname, 'env.ts'), 'utf8');
  const names = new Set(source.match(/\b[A-Z]+_[A-Z_]+\b/g));
  assert.deepEqual(new Set(Object.keys(variables)), names);
  assert.equal(readWorkerEnv(variables).name, 'worker-1');
});

test('a worker without a name takes one that no other replica on its host can have', () => {
  const nameOn = (port: string) =>
    readWorkerEnv({ ...variables, WORKER_NAME: '', WORKER_OPERATOR_PORT: port }).name;
  assert.equal(nameOn('4002'), `${hostname()}-4002`);
  assert.notEqual(nameOn('4002'), nameOn('4003'));
});

test('every problem is told at once', () => {
  assert.throws(
    () => readWorkerEnv({}),
    (error: unknown) =>
      error instanceof EnvError &&
      /CLICKHOUSE_URL[^]*DATABASE_URL[^]*REDIS_URL/.test(error.message),
  );
});
