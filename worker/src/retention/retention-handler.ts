import { sql, text, uuid } from '@runlight/clickhouse';
import type { ClickHouse, Sql } from '@runlight/clickhouse';
import type { Database } from '@runlight/postgres';
import { invalidInput, z } from '@runlight/service';
import { mutationsDone } from '../deletion/delete-rows.ts';
import type { JobHandler, RunningJob } from '../jobs/job-handler.ts';
import { expirySql } from './expiry.ts';
import { readRetentions } from './retentions.ts';

const tables = ['run_payloads', 'run_events', 'runs'] as const;
const names: Record<(typeof tables)[number], Sql> = {
  run_payloads: sql`run_payloads`,
  run_events: sql`run_events`,
  runs: sql`runs`,
};
const inputSchema = z.object({ projectId: z.uuid().optional() });
const doneSchema = z.object({ done: z.array(z.string()).default([]) });

/**
 * Writes the end of stored rows anew after somebody changed how long they are kept; a project that keeps
 * runs longer from now on must not lose them by what was written before.
 */
export function createRetentionHandler(options: {
  clickhouse: ClickHouse;
  database: Pick<Database, 'db'>;
}): JobHandler {
  return {
    kind: 'RETENTION',
    async run(job) {
      const input = inputSchema.safeParse(job.input);
      if (!input.success) throw invalidInput('This release cannot read whose retention it is');
      const { workspaceId } = job;
      const done = new Set(doneSchema.parse(job.progress).done);
      const projects = await readRetentions(options.database, { workspaceId, ...input.data });
      for (const { projectId, days } of projects) {
        if (done.has(projectId)) continue;
        for (const table of tables) {
          await rewrite(options.clickhouse, job, { table, projectId, days });
        }
        done.add(projectId);
        await job.report({ phase: 'rewriting', done: [...done], total: projects.length });
      }
      return { projects: projects.length };
    },
  };
}

async function rewrite(
  clickhouse: ClickHouse,
  job: RunningJob,
  {
    table,
    projectId,
    days,
  }: { table: (typeof tables)[number]; projectId: string; days: number | undefined },
): Promise<void> {
  await clickhouse.command({
    name: 'retentionRewrite',
    query: sql`ALTER TABLE ${names[table]} UPDATE expires_at = ${expirySql(days)}
      WHERE workspace_id = ${uuid(job.workspaceId)} AND project_id = ${uuid(projectId)}
        AND expires_at != ${expirySql(days)} AND ${text(job.id)} != ''`,
    settings: { mutations_sync: '0' },
    signal: job.signal,
  });
  await mutationsDone(clickhouse, job, table);
}
