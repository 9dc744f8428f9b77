import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { envVariables, readIngestEnv } from './env.ts';

it('.env.example has a line for each variable, and no other', () => {
  const example = readFileSync(join(import.meta.dirname, '..', '.env.example'), 'utf8');
  const names = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  assert.deepEqual(new Set(names), new Set(envVariables));
});

it('names every problem at once', () => {
  assert.throws(
    () => readIngestEnv({ INGEST_PORT: 'x' }),
    /INGEST_PORT[^]*DATABASE_URL[^]*REDIS_URL/,
  );
});
