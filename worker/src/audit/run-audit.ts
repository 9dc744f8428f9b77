import type { Redis } from '@runlight/queue';
import { auditHours, countUnfolded } from './audit-hours.ts';
import type { AuditStores, AuditedHour } from './audit-hours.ts';
import { readQueueState } from './queue-state.ts';
import type { LaneState } from './queue-state.ts';

export interface AuditReport {
  hours: AuditedHour[];
  lanes: LaneState[];
  /** Runs that have events but no row. */
  unfolded: number;
  /** Sum of all differences; 0 is right. */
  difference: number;
}

/** Work that is being stored looks like a difference for so long, while there is any. */
const settlingMs = 5 * 60_000;

/**
 * One audit (§2.9): ledger against stored operations by workspace and hour, events against runs, queue
 * against what workers hold. Writes `ingest_audit`.
 */
export async function runAudit(
  stores: AuditStores & { redis: Redis },
  options: { since: Date; now?: Date; withRuns?: boolean },
): Promise<AuditReport> {
  const { now = new Date(), withRuns = true } = options;
  // Whole hours: the beginning of one must not be taken for all of it.
  const since = new Date(options.since.getTime() - (options.since.getTime() % 3_600_000));
  const lanes = await readQueueState(stores.redis);
  const isQuiet = lanes.every(({ entries }) => entries === 0);
  const hours = await auditHours(stores, { since, now });
  const until = isQuiet ? now : new Date(now.getTime() - settlingMs);
  let unfolded = 0;
  for (const workspaceId of new Set(withRuns ? hours.map((hour) => hour.workspaceId) : [])) {
    unfolded += await countUnfolded(stores.clickhouse, workspaceId, { since, until });
  }
  await writeHours(stores, hours, now);
  const inLimbo = lanes.reduce((sum, lane) => sum + Math.abs(lane.inLimbo), 0);
  const missing = hours.reduce((sum, hour) => sum + hour.difference, 0);
  return { hours, lanes, unfolded, difference: missing + unfolded + inLimbo };
}

async function writeHours(
  { database: { db } }: AuditStores,
  hours: AuditedHour[],
  now: Date,
): Promise<void> {
  if (hours.length === 0) return;
  await db
    .insertInto('ingest_audit')
    .values(
      hours.map(({ workspaceId, hour, recorded, stored }) => ({
        workspace_id: workspaceId,
        hour,
        recorded,
        stored,
        checked_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'hour']).doUpdateSet((row) => ({
        recorded: row.ref('excluded.recorded'),
        stored: row.ref('excluded.stored'),
        checked_at: row.ref('excluded.checked_at'),
      })),
    )
    .execute();
}
