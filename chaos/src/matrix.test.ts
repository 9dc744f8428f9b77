import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..', '..');
const readme = readFileSync(join(root, 'chaos', 'README.md'), 'utf8');

interface Row {
  id: string;
  files: string[];
}

const rows: Row[] = readme
  .split('\n')
  .filter((line) => /^\| F\d+ /.test(line))
  .map((line) => {
    const [, id = '', , ...files] = line.split('|').map((cell) => cell.trim());
    return { id, files: files.flatMap((cell) => cell.match(/[\w./-]+\.test\.ts/g) ?? []) };
  });

test('the matrix names every row of the write path', () => {
  const wanted = [...Array.from({ length: 29 }, (_, index) => `F${index + 1}`), 'F33', 'F34'];
  assert.deepEqual(
    rows.map(({ id }) => id),
    wanted,
  );
});

for (const { id, files } of rows) {
  test(`${id} is in the name of a test of each of its files`, () => {
    assert.ok(files.length > 0);
    for (const file of files) {
      const source = readFileSync(join(root, file), 'utf8');
      const named = new RegExp(String.raw`(test|describe)\(\s*(['"\`])[^\n]*\b${id}\b[^\n]*\2,`);
      assert.match(source, named, `${file} has a test of ${id}`);
    }
  });
}
