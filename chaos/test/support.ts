import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRandom } from '@runlight/bench/src/random.ts';
import { sql, uuid } from '@runlight/clickhouse';
import { waitFor } from '@runlight/testkit';
import { describeLab } from '../src/lab/describe-lab.ts';
import type { Lab } from '../src/lab/lab.ts';
import type { LabService } from '../src/lab/services.ts';
import type { LabTenant } from '../src/lab/tenants.ts';
import { encodeMultipart } from '../src/load/encode.ts';
import type { Load } from '../src/load/load.ts';
import { newRun, runPart } from '../src/load/operations.ts';
import type { Attempt, Sender } from '../src/load/sender.ts';
import { faultsOf, judge } from '../src/oracle/oracle.ts';
import type { Verdict } from '../src/oracle/oracle.ts';
import { waitForQuiet } from '../src/oracle/quiet.ts';
import { measureRecovery } from '../src/run/recovery.ts';

/** Why the matrix cannot run here; `skip` of its tests. Never in CI. */
export const obstacle = () => missing('redis-server', ['redis-server', 'valkey-server']);

export const nginxObstacle = () => missing('nginx', ['nginx']);

function missing(package_: string, programs: string[]): string | false {
  const look = programs.map((program) => `command -v ${program}`).join(' || ');
  try {
    execFileSync('sh', ['-c', look], { env: { PATH: `${process.env['PATH']}:/usr/sbin` } });
    return false;
  } catch {
    if (process.env['CI']) return false;
    return `no ${package_} here (Debian: apt-get install ${package_})`;
  }
}

/** Ends the faults and the load, waits until all is quiet and holds the stores against the book. */
export async function assertNothingLost(
  lab: Lab,
  load: Load,
  { quietMs = 60_000 } = {},
): Promise<Verdict> {
  await lab.heal();
  await load.finish();
  await waitForQuiet(lab, load.book, quietMs).catch(withDescription(lab));
  const verdict = await judge(lab, load.book);
  assert.deepEqual(faultsOf(verdict), []);
  assert.ok(verdict.runs > 0, 'something was sent');
  return verdict;
}

/** Adds to an error what the processes said, before the lab is gone. */
const withDescription =
  (lab: Lab) =>
  async (error: unknown): Promise<never> => {
    throw new Error(`${String(error)}\n${await describeLab(lab)}`);
  };

const random = createRandom(7);

/** Sends one run that has ended, in one message; resolves with its id once it is accepted. */
export async function sendRun(sender: Sender, tenant: LabTenant): Promise<string> {
  const record = newRun({
    random,
    workspaceId: tenant.workspaceId,
    project: 'single runs',
    parent: undefined,
    isPoison: false,
  });
  const parts = [runPart(record, 0, 'x'), runPart(record, 2, 'x')];
  const sent = await sender.send({ ...encodeMultipart(parts, []), key: tenant.key });
  assert.equal(sent.outcome, 'accepted', JSON.stringify(sent));
  return record.id;
}

/** Rows of a run as a reader sees them. */
export const rowsOf = ({ clickhouse }: Lab, { workspaceId }: LabTenant, runId: string) =>
  clickhouse.rows({
    name: 'labRun',
    query: sql`SELECT status, total_tokens FROM runs FINAL
      WHERE workspace_id = ${uuid(workspaceId)} AND id = ${uuid(runId)}`,
    row: (raw) => ({ status: String(raw['status']), tokens: Number(raw['total_tokens']) }),
  });

/** Waits until the run can be read, ended; the time that took. */
export async function untilStored(
  lab: Lab,
  tenant: LabTenant,
  runId: string,
  timeoutMs: number,
): Promise<number> {
  const startedAtMs = performance.now();
  await waitFor(
    async () => {
      const rows = await rowsOf(lab, tenant, runId).catch(() => []);
      return rows.some(({ status }) => status === 'success');
    },
    { timeoutMs, what: `run ${runId} to be stored` },
  );
  return performance.now() - startedAtMs;
}

/** Waits until one more batch is done than now; the time that took. */
export const untilStoring = (lab: Lab, timeoutMs: number): Promise<number> =>
  measureRecovery(lab, timeoutMs).catch(withDescription(lab));

/** Waits for a state of readiness, as a load balancer sees it. */
export const untilReady = (service: LabService, ready: boolean, timeoutMs = 15_000) =>
  waitFor(async () => (await service.readiness())?.ready === ready, {
    timeoutMs,
    what: `${service.name} to be ${ready ? 'ready' : 'not ready'}`,
  });

/** Waits for so many more accepted operations. */
export function untilAccepted({ book }: Load, more: number, timeoutMs = 30_000): Promise<void> {
  const goal = book.operations + more;
  return waitFor(() => book.operations >= goal, { timeoutMs, what: `${more} more operations` });
}

/** Times of accepted requests, begun since an instant of `performance.now`. */
export function acceptTimes(attempts: readonly Attempt[], sinceMs: number): number[] {
  return attempts
    .filter(({ startedAtMs, result }) => startedAtMs >= sinceMs && result === 202)
    .map(({ elapsedMs }) => elapsedMs)
    .sort((a, b) => a - b);
}

export const percentile = (sorted: number[], ratio: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * ratio))] ?? NaN;

export const resultsSince = (attempts: readonly Attempt[], sinceMs: number) =>
  new Set(attempts.filter(({ startedAtMs }) => startedAtMs >= sinceMs).map(({ result }) => result));

/** Longest time in which no request got another answer than a 5xx, or none at all. */
export function longestRefusalMs(attempts: readonly Attempt[], sinceMs: number): number {
  const answers = attempts
    .map(({ startedAtMs, elapsedMs, result }) => ({ atMs: startedAtMs + elapsedMs, result }))
    .filter(({ atMs }) => atMs >= sinceMs)
    .sort((a, b) => a.atMs - b.atMs);
  let longest = 0;
  let refusedSince: number | undefined;
  for (const { atMs, result } of answers) {
    const isRefused = typeof result === 'string' || result >= 500;
    if (isRefused) refusedSince ??= atMs;
    else refusedSince = undefined;
    if (refusedSince !== undefined) longest = Math.max(longest, atMs - refusedSince);
  }
  return longest;
}
