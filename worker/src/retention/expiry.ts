import { int, sql } from '@runlight/clickhouse';
import type { Sql } from '@runlight/clickhouse';

/** `expires_at` of what is kept for ever: the last day that a Date holds (2149-06-06). */
export const noExpiryDay = 65_535;

const dayUs = 86_400_000_000;
/**
 * Expired runs are deleted by a nightly job, with their feedback and files and with a receipt. The rows'
 * own end comes later, for when that job has not run.
 */
const graceDays = 14;

/** The day on which a run's rows go by themselves, in days since 1970; without `keepDays`, never. */
export const expiryDayOf = (traceStartUs: number, keepDays: number | undefined): number =>
  keepDays === undefined
    ? noExpiryDay
    : Math.max(0, Math.min(noExpiryDay, Math.floor(traceStartUs / dayUs) + keepDays + graceDays));

/** The same in SQL, of a row with `trace_start`. */
export const expirySql = (keepDays: number | undefined): Sql =>
  keepDays === undefined
    ? sql`toDate(${int(noExpiryDay)})`
    : sql`toDate(least(toInt64(${int(noExpiryDay)}), toInt64(toDate32(trace_start)) + ${int(keepDays + graceDays)}))`;

/** Traces that began before this have expired, in milliseconds; whole days in UTC. */
export const cutoffMs = (keepDays: number, nowMs: number): number =>
  (Math.floor(nowMs / 86_400_000) - keepDays) * 86_400_000;
