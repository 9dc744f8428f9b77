import assert from 'node:assert/strict';
import { test } from 'node:test';
import { empty, int, join, list, render, sql, text, uuid, uuids } from './sql.ts';
import type { Sql } from './sql.ts';

const id = '01890000-0000-7000-8000-000000000001';

test('values become numbered parameters, in the order of the text', () => {
  const condition = sql`workspace_id = ${uuid(id)} AND name = ${text("o'clock")}`;
  assert.deepEqual(render(sql`SELECT ${int(1)} FROM runs WHERE ${condition} LIMIT ${int(5)}`), {
    text: 'SELECT {p1:Int64} FROM runs WHERE workspace_id = {p2:UUID} AND name = {p3:String} LIMIT {p4:Int64}',
    parameters: { p1: '1', p2: id, p3: "o'clock", p4: '5' },
  });
});

test('fragments are joined, lists are put in parentheses, an empty list holds nothing', () => {
  assert.equal(render(join([sql`a`, sql`b`], sql` AND `)).text, 'a AND b');
  assert.equal(render(join([])).text, '');
  assert.equal(render(sql`x IN ${list([int(1), int(2)])}`).text, 'x IN ({p1:Int64}, {p2:Int64})');
  assert.equal(render(sql`x IN ${list([])}`).text, 'x IN (NULL)');
  assert.deepEqual(render(uuids([id])).parameters, { p1: [id] });
  assert.equal(render(sql`a${empty}b`).text, 'ab');
});

test('text cannot become part of a query, not even dressed as a fragment', () => {
  const forged = { texts: ['1; DROP TABLE runs'], parameters: [] } as Sql;
  assert.throws(() => sql`SELECT ${forged}`, /constants and bound parameters/);
  assert.throws(() => sql`SELECT ${'1' as unknown as Sql}`, /constants and bound parameters/);
});

test('numbers that are not whole are refused before they are sent', () => {
  assert.throws(() => int(1.5));
  assert.throws(() => int(2 ** 60));
});
