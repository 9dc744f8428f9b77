import { instantUs, sql, uuid } from '@runlight/clickhouse';
import type { ClickHouse, Sql } from '@runlight/clickhouse';
import type { Database } from '@runlight/postgres';
import { redisUnavailable } from '@runlight/queue';
import type { Redis } from '@runlight/queue';
import { uuidv7 } from '@runlight/run-model';
import type { Logger } from '@runlight/service';
import { sql as postgresSql } from 'kysely';
import { deletedTables } from '../deletion/delete-rows.ts';
import { cutoffMs } from './expiry.ts';
import { readRetentions } from './retentions.ts';
import type { Retention } from './retentions.ts';

export interface NightlyOptions {
  clickhouse: ClickHouse;
  database: Pick<Database, 'db'>;
  redis: Redis;
  log: Logger;
}

/** In the small hours of most of Europe and the Americas; UTC. */
const nightHour = 3;
const turnKey = 'runlight:nightly';

/** Once a night, by one worker: expired runs get a job, and deleted rows leave the disk. */
export async function doNightly(options: NightlyOptions, now: Date = new Date()): Promise<boolean> {
  if (now.getUTCHours() < nightHour || !(await hasTurn(options.redis, now))) return false;
  const jobs = await deleteExpired(options, now);
  const tables = await applyDeletedMasks(options.clickhouse);
  options.log.info({ jobs, tables }, 'nightly work was begun');
  return true;
}

async function hasTurn(redis: Redis, now: Date): Promise<boolean> {
  try {
    const key = `${turnKey}:${now.toISOString().slice(0, 10)}`;
    return (await redis.set(key, '1', 'EX', 2 * 86_400, 'NX')) === 'OK';
  } catch (error) {
    throw redisUnavailable(error);
  }
}

/** Makes a job for every project with runs older than it keeps them, one at a time; gives how many. */
export async function deleteExpired(
  { clickhouse, database }: Pick<NightlyOptions, 'clickhouse' | 'database'>,
  now: Date,
): Promise<number> {
  let jobs = 0;
  for (const retention of await readRetentions(database, {})) {
    const before = new Date(cutoffMs(retention.days!, now.getTime()));
    if (!(await hasRunsBefore(clickhouse, retention, before))) continue;
    jobs += (await enqueue(database, retention, before)) ? 1 : 0;
  }
  return jobs;
}

async function hasRunsBefore(
  clickhouse: ClickHouse,
  { workspaceId, projectId }: Retention,
  before: Date,
): Promise<boolean> {
  const rows = await clickhouse.rows({
    name: 'retentionHasExpired',
    query: sql`SELECT 1 FROM runs WHERE workspace_id = ${uuid(workspaceId)}
      AND project_id = ${uuid(projectId)} AND trace_start < ${instantUs(before.getTime() * 1000)} LIMIT 1`,
    row: () => true,
  });
  return rows.length > 0;
}

/** Unless one of the project is open already. */
async function enqueue(
  { db }: Pick<Database, 'db'>,
  { workspaceId, projectId }: Retention,
  before: Date,
): Promise<boolean> {
  const input = { scope: 'expired', projectId, before: before.toISOString() };
  const { numAffectedRows = 0n } = await postgresSql`
    INSERT INTO job (id, workspace_id, kind, input, created_by)
    SELECT ${uuidv7()}, ${workspaceId}, 'DELETION', ${JSON.stringify(input)}::jsonb, 'system'
    WHERE NOT EXISTS (
      SELECT FROM job WHERE workspace_id = ${workspaceId} AND kind = 'DELETION'
        AND state IN ('QUEUED', 'RUNNING') AND input->>'scope' = 'expired'
        AND input->>'projectId' = ${projectId})`.execute(db);
  return numAffectedRows > 0n;
}

const applyMask: Record<string, Sql> = {
  feedback_events: sql`ALTER TABLE feedback_events APPLY DELETED MASK`,
  feedback: sql`ALTER TABLE feedback APPLY DELETED MASK`,
  run_payloads: sql`ALTER TABLE run_payloads APPLY DELETED MASK`,
  run_events: sql`ALTER TABLE run_events APPLY DELETED MASK`,
  runs: sql`ALTER TABLE runs APPLY DELETED MASK`,
} satisfies Record<(typeof deletedTables)[number], Sql>;

/** Deleted rows are only hidden until their part is written again: that is begun here. Gives which tables. */
export async function applyDeletedMasks(clickhouse: ClickHouse): Promise<string[]> {
  const masked = await clickhouse.rows({
    name: 'nightlyMaskedTables',
    query: sql`SELECT DISTINCT table FROM system.parts
      WHERE database = currentDatabase() AND active AND has_lightweight_delete`,
    tenantless: true,
    row: (raw) => raw['table'] as string,
  });
  const tables = deletedTables.filter((table) => masked.includes(table));
  for (const table of tables) {
    await clickhouse.command({
      name: 'nightlyApplyDeletedMask',
      query: applyMask[table]!,
      tenantless: true,
      settings: { mutations_sync: '0' },
    });
  }
  return tables;
}
