import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { uuidv7 } from '@runlight/run-model';
import { createLogger } from '@runlight/service';
import { openJournal } from '../src/journal/journal.ts';
import type { Journal, JournalOptions } from '../src/journal/journal.ts';
import { smallDisk, unmount } from './support/small-disk.ts';

const log = createLogger({ service: 'test', level: 'silent' });

async function newDir(t: TestContext): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'runlight-journal-'));
  t.after(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

const openAt = (dir: string, options: Partial<JournalOptions> = {}) =>
  openJournal({ dir, maxBytes: 1 << 30, log, ...options });

/** Ids and contents of all records, oldest first. */
async function contentOf(journal: Journal): Promise<(readonly [string, string])[]> {
  const all: (readonly [string, string])[] = [];
  for (const segment of journal.segments()) {
    const records = await journal.read(segment, 0);
    all.push(...records.map(({ batchId, bytes }) => [batchId, bytes.toString()] as const));
  }
  return all;
}

const segmentFiles = async (dir: string) =>
  (await readdir(dir)).filter((file) => /\.(open|sealed)$/.test(file)).toSorted();

test('what was appended is there after a restart, oldest first, over several segments', async (t) => {
  const dir = await newDir(t);
  const first = await openAt(dir, { segmentBytes: 2000 });
  const written: [string, string][] = Array.from({ length: 50 }, (_, index) => [
    uuidv7(),
    `batch ${index} ${'x'.repeat(150)}`,
  ]);
  for (const [id, content] of written) await first.append(id, Buffer.from(content));
  assert.deepEqual(await contentOf(first), written);
  assert.equal(first.usage().records, 50);
  assert.ok(first.usage().oldestAgeMs < 60_000);
  await first.close();

  const second = await openAt(dir, { segmentBytes: 2000 });
  assert.ok(second.segments().length > 3);
  assert.deepEqual(await contentOf(second), written);
  await second.append(uuidv7(), Buffer.from('newer'));
  assert.equal((await contentOf(second)).at(-1)?.[1], 'newer');
  for (const segment of [...second.segments()].slice(0, -1)) await second.remove(segment);
  assert.deepEqual(second.usage().records, 1);
  await second.close();
  assert.equal((await segmentFiles(dir)).length, 1);
});

test('requests that come together share a sync', async (t) => {
  const dir = await newDir(t);
  const journal = await openAt(dir);
  const ids = Array.from({ length: 500 }, () => uuidv7());
  await Promise.all(ids.map((id) => journal.append(id, Buffer.from(id))));
  assert.deepEqual(
    (await contentOf(journal)).map(([id]) => id),
    ids,
  );
  await journal.close();
});

test('the folder belongs to one process, and is free again however that ends', async (t) => {
  const dir = await newDir(t);
  const script = `
    const { openJournal } = await import(${JSON.stringify(join(import.meta.dirname, '../src/journal/journal.ts'))});
    await openJournal({ dir: ${JSON.stringify(dir)}, maxBytes: 1e6, log: console });
    console.log('open');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  await assert.rejects(openAt(dir), { code: 'CONFLICT' });
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
  const journal = await openAt(dir);
  await assert.rejects(openAt(dir), { code: 'CONFLICT' });
  await journal.close();
});

test('a full journal refuses and takes again when a segment is gone (D8)', async (t) => {
  const journal = await openAt(await newDir(t), { maxBytes: 3000, segmentBytes: 1000 });
  const append = () => journal.append(uuidv7(), Buffer.alloc(900));
  for (let index = 0; index < 3; index += 1) await append();
  await assert.rejects(append(), { code: 'UNAVAILABLE' });
  assert.ok(journal.usage().bytes <= 3000);
  await journal.remove(journal.segments()[0]!);
  await append();
  await journal.close();
});

test('one that holds its part is refused, and others are not (A2)', async (t) => {
  const journal = await openAt(await newDir(t), { maxBytes: 4000, segmentBytes: 1000 });
  const append = (name: string) =>
    journal.append(uuidv7(), Buffer.alloc(900), { name, maxBytes: 2000 });
  await append('noisy');
  await append('noisy');
  await assert.rejects(append('noisy'), { code: 'UNAVAILABLE' });
  await append('quiet');
  await journal.remove(journal.segments()[0]!);
  await append('noisy');
  await journal.close();
});

test('damaged records go to quarantine once, and the others stay (F23)', async (t) => {
  const dir = await newDir(t);
  const journal = await openAt(dir);
  const ids = [uuidv7(), uuidv7(), uuidv7()];
  for (const id of ids) await journal.append(id, Buffer.from(`content of ${id}`));
  await journal.close();
  const [file] = await segmentFiles(dir);
  const bytes = await readFile(join(dir, file!));
  const at = bytes.indexOf(`content of ${ids[1]}`);
  bytes[at] = bytes[at]! ^ 4;
  await writeFile(join(dir, file!), bytes);

  for (const times of [1, 2]) {
    let found = 0;
    const again = await openAt(dir, { onDamage: (ranges) => (found += ranges.length) });
    assert.deepEqual(
      (await contentOf(again)).map(([id]) => id),
      [ids[0], ids[2]],
    );
    assert.equal(found, 1, `reported once, opened for the ${times}. time`);
    if (times === 2) await again.remove(again.segments()[0]!);
    await again.close();
  }
  const kept = await readdir(join(dir, 'quarantine'));
  assert.equal(kept.length, 1);
  const content = await readFile(join(dir, 'quarantine', kept[0]!));
  assert.ok(bytes.includes(content) && content.includes(ids[1]!.slice(1)));
  assert.deepEqual(await segmentFiles(dir), []);
});

test('a tail that was not finished is kept aside, and the journal goes on in a new segment', async (t) => {
  const dir = await newDir(t);
  const journal = await openAt(dir);
  await journal.append(uuidv7(), Buffer.from('whole'));
  // As a crash leaves it: the name still says that it is written to.
  const [file] = await segmentFiles(dir);
  await appendFile(join(dir, file!), 'half a rec');
  const copy = await newDir(t);
  await writeFile(join(copy, file!), await readFile(join(dir, file!)));
  await journal.close();

  const again = await openAt(copy);
  await again.append(uuidv7(), Buffer.from('new'));
  assert.deepEqual(
    (await contentOf(again)).map(([, content]) => content),
    ['whole', 'new'],
  );
  assert.deepEqual(
    (await segmentFiles(copy)).map((name) => name.split('.')[1]),
    ['sealed', 'open'],
  );
  const [tail] = await readdir(join(copy, 'quarantine'));
  assert.equal(await readFile(join(copy, 'quarantine', tail!), 'utf8'), 'half a rec');
  await again.close();
});

test('a full disk refuses, keeps what was acknowledged, and works again with space (D9, F22)', async (t) => {
  const disk = await smallDisk(t, 2);
  if (!disk) return;
  const dir = join(disk.dir, 'journal');
  const journal = await openAt(dir, { segmentBytes: 512 * 1024 });
  const acknowledged: string[] = [];
  let refused = 0;
  for (let round = 0; round < 40; round += 1) {
    const ids = Array.from({ length: 4 }, () => uuidv7());
    const results = await Promise.allSettled(
      ids.map((id) => journal.append(id, Buffer.alloc(30_000, id))),
    );
    for (const [index, { status }] of results.entries()) {
      if (status === 'fulfilled') acknowledged.push(ids[index]!);
      else refused += 1;
    }
  }
  assert.ok(refused > 0 && acknowledged.length > 20);
  await assert.rejects(journal.probe(), { code: 'ENOSPC' });
  assert.deepEqual(
    (await contentOf(journal)).map(([id]) => id),
    acknowledged,
  );
  for (let count = 0; count < 3; count += 1) await journal.remove(journal.segments()[0]!);
  await journal.probe();
  const late = uuidv7();
  await journal.append(late, Buffer.from('late'));
  const expected = (await contentOf(journal)).map(([id]) => id);
  assert.equal(expected.at(-1), late);
  await journal.close();

  const again = await openAt(dir);
  assert.deepEqual(
    (await contentOf(again)).map(([id]) => id),
    expected,
  );
  assert.ok(!(await readdir(dir)).includes('quarantine'), 'nothing was left half written');
  await again.close();
  await unmount(disk);
});
