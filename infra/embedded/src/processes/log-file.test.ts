import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openLogFile } from './log-file.ts';

test('keeps the newest output within bounds', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'runlight-log-'));
  t.after(() => rm(dir, { recursive: true }));
  const path = join(dir, 'x.log');
  const file = openLogFile(path, { maxBytes: 100 });
  for (let line = 0; line < 50; line += 1) file.write(Buffer.from(`line ${line}\n`));
  file.close();
  assert.ok((await stat(path)).size <= 100);
  assert.ok((await stat(`${path}.1`)).size <= 100);
  assert.match(await readFile(path, 'utf8'), /line 49\n$/);
  assert.equal((await stat(path)).mode & 0o777, 0o600);
});

test('goes on where it was', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'runlight-log-'));
  t.after(() => rm(dir, { recursive: true }));
  const path = join(dir, 'x.log');
  for (const text of ['one\n', 'two\n']) {
    const file = openLogFile(path);
    file.write(Buffer.from(text));
    file.close();
  }
  assert.equal(await readFile(path, 'utf8'), 'one\ntwo\n');
});
