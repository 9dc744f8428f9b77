import { sql } from '@runlight/clickhouse';
import type { Redis } from '@runlight/queue';
import { redisUnavailable } from '@runlight/queue';
import type { Logger } from '@runlight/service';
import type { WorkerMetrics } from '../worker-metrics.ts';
import type { AuditStores } from './audit-hours.ts';
import { runAudit } from './run-audit.ts';

/** The audit as a chore; of several workers one has the turn. */
export interface Auditor {
  /** Audits this hour and the last one, at most every ten minutes among all workers. */
  audit: () => Promise<void>;
  /** Audits the last hour when ClickHouse was started anew since the last call. */
  watchRestarts: () => Promise<void>;
}

export const auditEveryMs = 600_000;
const hourMs = 3_600_000;
const turnKey = 'runlight:audit:turn';

export function createAuditor(
  options: AuditStores & {
    redis: Redis;
    metrics: Pick<WorkerMetrics, 'auditDifference'>;
    log: Logger;
  },
): Auditor {
  const { clickhouse, redis, metrics, log } = options;
  let lastUptime: number | undefined;

  async function compare(since: Date, withRuns: boolean): Promise<void> {
    const report = await runAudit(options, { since, withRuns });
    metrics.auditDifference.set(report.difference);
    if (report.difference === 0) return;
    const hours = report.hours.filter(({ difference }) => difference > 0);
    const { lanes, unfolded } = report;
    log.error({ hours, lanes, unfolded }, 'the audit found a difference');
  }

  async function hasTurn(): Promise<boolean> {
    try {
      const ttlMs = auditEveryMs * 0.95;
      return (await redis.set(turnKey, '1', 'PX', ttlMs, 'NX')) === 'OK';
    } catch (error) {
      throw redisUnavailable(error);
    }
  }

  return {
    async audit() {
      if (!(await hasTurn())) return;
      const thisHourMs = Date.now() - (Date.now() % hourMs);
      await compare(new Date(thisHourMs - hourMs), false);
    },

    async watchRestarts() {
      const [uptime] = await clickhouse.rows({
        name: 'workerUptime',
        query: sql`SELECT uptime() AS seconds`,
        tenantless: true,
        row: (raw) => Number(raw['seconds']),
      });
      const wasRestarted = lastUptime !== undefined && uptime! < lastUptime;
      if (wasRestarted) {
        log.warn('the trace store was started anew; the last hour is verified');
        await compare(new Date(Date.now() - hourMs), true);
      }
      // Only now: when the audit fails it is made again.
      lastUptime = uptime;
    },
  };
}
