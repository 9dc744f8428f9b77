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
    provisionPostgres(order),
    migrateClickHouse({ url: order.clickhouseUrl, log }),
  ]);
  return result;
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

/** The reason at the bottom of the chain says most, and fits one line. */
function rootMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined
    ? error.message || error.name
    : `${error.message}: ${rootMessage(error.cause)}`;
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
  process.stdout.write(`${JSON.stringify({ failure: rootMessage(error) })}\n`);
  process.exitCode = 1;
}
