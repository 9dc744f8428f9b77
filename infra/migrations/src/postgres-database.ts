import { Client, DatabaseError, escapeIdentifier } from 'pg';

/**
 * Creates the database named in the URL when the server does not have it, optionally as a copy of
 * another. Asks through the `postgres` database: a refused connection would look like an error in
 * the server's log.
 */
export async function createPostgresDatabase({
  url,
  template,
}: {
  url: string;
  template?: string;
}): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  await withMaintenance(url, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount !== 0) return;
    const copy = template === undefined ? '' : ` TEMPLATE ${escapeIdentifier(template)}`;
    await client.query(`CREATE DATABASE ${escapeIdentifier(name)}${copy}`).catch(ignoreExisting);
  });
}

/** Removes the database named in the URL, ending its connections. */
export async function dropPostgresDatabase({ url }: { url: string }): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  await withMaintenance(url, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
  });
}

async function withMaintenance(url: string, use: (client: Client) => Promise<void>): Promise<void> {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  const client = new Client({
    connectionString: maintenance.href,
    application_name: 'runlight-migrations',
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}

/** Two starters at once: `duplicate_database`, or its row was seen first. */
function ignoreExisting(error: unknown): void {
  const codes = ['42P04', '23505'];
  if (!(error instanceof DatabaseError) || !codes.includes(error.code ?? '')) throw error;
}
