// Makes the stores ready for the services: databases, migrations, owner, API key, sign-in link. A
// process of its own that ends, so that the supervisor stays small. Started early, it loads its code
// while the engines start; one line on standard input then says where they are.
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { bootstrap, createSignIn } from '@runlight/auth';
import { createPostgresDatabase, migrateClickHouse, migratePostgres } from '@runlight/migrations';
import { createDatabase } from '@runlight/postgres';
import { createLogger } from '@runlight/service';
import type { ProvisionOrder, ProvisionResult } from './stack/provision-contract.ts';

// Standard output is for the result alone.
const log = createLogger({ service: 'provision', destination: process.stderr });

async function provision(order: ProvisionOrder): Promise<ProvisionResult> {
  const [result] = await Promise.all([
    named('Postgres', provisionPostgres(order)),
    named('ClickHouse', migrateClickHouse({ url: order.clickhouseUrl, log })),
  ]);
  return result;
}

/** Says whose error it is: "connection refused" alone helps nobody. */
async function named<T>(name: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new Error(name, { cause: error });
  }
}

async function provisionPostgres(order: ProvisionOrder): Promise<ProvisionResult> {
  const { databaseUrl: url, publicUrl, authSecret, apiKey } = order;
  if (order.createDatabase) await createPostgresDatabase({ url });
  await migratePostgres({ url, log });
  const database = createDatabase({ url, log, applicationName: 'provision', maxConnections: 2 });
  try {
    const { db } = database;
    const { createdApiKey } = await bootstrap({ db, apiKey, log });
    const signIn = createSignIn({ db, baseUrl: publicUrl, secret: authSecret, log });
    const signInLink = await signIn.createSignInLink();
    return { signInLink, ...(createdApiKey === undefined ? {} : { createdApiKey }) };
  } finally {
    await database.close();
  }
}

/** The messages of an error and its causes in one line: the last says most. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  const own = (error.message || code || error.name).replaceAll(/\s+/g, ' ').slice(0, 300);
  return error.cause === undefined ? own : `${own}: ${describe(error.cause)}`;
}

const input = createInterface({ input: process.stdin });
const [line] = (await once(input, 'line')) as [string];
input.close();
process.stdin.destroy();
try {
  const result = await provision(JSON.parse(line) as ProvisionOrder);
  process.stdout.write(`${JSON.stringify(result)}\n`);
} catch (error) {
  log.error({ err: error }, 'the stores cannot be made ready');
  process.stdout.write(`${JSON.stringify({ failure: describe(error) })}\n`);
  process.exitCode = 1;
}
