import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { testStores } from '@runlight/testkit';
import type { TestStores } from '@runlight/testkit';
import { Client } from 'pg';

// kysely checks queries against hand-written types; this checks the types against the database.

const typesPath = join(import.meta.dirname, '../../../packages/postgres/src/tables.ts');

let stores: TestStores<{ postgres: true }>;
before(async () => {
  stores = await testStores({ postgres: true });
});
after(() => stores.close());

interface Column {
  nullable: boolean;
  optionalOnInsert: boolean;
}
type Schema = Record<string, Record<string, Column>>;

async function schemaOfDatabase(url: string): Promise<Schema> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{
    table_name: string;
    column_name: string;
    nullable: boolean;
    optional: boolean;
  }>(`SELECT table_name, column_name, is_nullable = 'YES' AS nullable,
             column_default IS NOT NULL AS optional
      FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name NOT LIKE 'kysely%'`);
  await client.end();
  const schema: Schema = {};
  for (const { table_name, column_name, nullable, optional } of rows) {
    (schema[table_name] ??= {})[column_name] = { nullable, optionalOnInsert: optional };
  }
  return schema;
}

async function schemaOfTypes(): Promise<Schema> {
  const source = await readFile(typesPath, 'utf8');
  const bodyOf = (name: string) =>
    [
      ...(new RegExp(`interface ${name} \\{([^}]*)\\}`).exec(source)?.[1] ?? '').matchAll(
        /^\s*(\w+): (.+);$/gm,
      ),
    ].map((match): [string, string] => [match[1] ?? '', match[2] ?? '']);
  return Object.fromEntries(
    bodyOf('Tables').map(([table, type]) => [
      table,
      Object.fromEntries(
        bodyOf(type).map(([column, columnType]) => [
          column,
          {
            nullable: columnType.endsWith('| null'),
            optionalOnInsert: /^(Generated<|CreatedAt|UpdatedAt)/.test(columnType),
          },
        ]),
      ),
    ]),
  );
}

test('the table types match the migrated database', async () => {
  assert.deepEqual(await schemaOfTypes(), await schemaOfDatabase(stores.databaseUrl));
});
