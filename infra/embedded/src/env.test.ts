import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { envVariables, readStackEnv, repositoryRoot } from './env.ts';

test('every variable has a line in .env.example', async () => {
  const text = await readFile(join(import.meta.dirname, '..', '.env.example'), 'utf8');
  const documented = [...text.matchAll(/^(\w+)=/gm)].map(([, name = '']) => name);
  assert.deepEqual(documented.toSorted(), envVariables.toSorted());
});

test('an empty environment gives the default stack', () => {
  const env = readStackEnv({});
  assert.equal(env.publicUrl, 'http://localhost:4000');
  assert.equal(env.host, '127.0.0.1');
  assert.equal(env.dataDir, join(repositoryRoot, '.data'));
});

test('reports every problem at once', () => {
  assert.throws(
    () => readStackEnv({ PORT: 'x', RUNLIGHT_BOOTSTRAP_API_KEY: 'short', DATABASE_URL: 'no' }),
    /PORT[\s\S]*RUNLIGHT_BOOTSTRAP_API_KEY[\s\S]*DATABASE_URL/,
  );
});
