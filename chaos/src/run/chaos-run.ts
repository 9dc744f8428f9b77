import { createRandom } from '@runlight/bench/src/random.ts';
import { smallDiskObstacle } from '@runlight/testkit/faults';
import { waitFor } from '@runlight/testkit';
import { describeLab } from '../lab/describe-lab.ts';
import { startLab } from '../lab/lab.ts';
import type { Lab } from '../lab/lab.ts';
import type { LabTenant } from '../lab/tenants.ts';
import type { Book } from '../load/book.ts';
import { startLoad } from '../load/load.ts';
import type { Load } from '../load/load.ts';
import { poisonName } from '../load/operations.ts';
import { missingInGraph } from '../oracle/graph.ts';
import { faultsOf, judge } from '../oracle/oracle.ts';
import { waitForQuiet } from '../oracle/quiet.ts';
import { auditDifference } from './audit.ts';
import { keepRunning } from './keeper.ts';
import { measureRecovery } from './recovery.ts';
import { inflictFaults } from './schedule.ts';

export interface ChaosOptions {
  seed: number;
  faults: number;
  /** At least so many accepted operations, however long that takes after the last fault. */
  operations: number;
  /** Operations that the store refuses, among the others. */
  poison: number;
  say: (line: string) => void;
  /** Gives up, and leaves nothing behind. */
  signal?: AbortSignal;
}

export interface ChaosReport {
  seed: number;
  faults: Map<string, number>;
  operations: number;
  runs: number;
  requests: number;
  /** Messages that senders gave up, or that were refused for good. */
  givenUp: number;
  deadLetters: number;
  /** From the end of faults to the next batch done, at most. */
  recoveryMs: number;
  ingestPeakMib: number;
  workerPeakMib: number;
  /** From the last fault to the end of all that was on its way. */
  quietMs: number;
  seconds: number;
  /** Everything that may not be; empty when the promises held. */
  broken: string[];
}

const maxIngestMib = 512;
const maxRecoveryMs = 30_000;

/** Traffic, faults, healing, and then the question whether everything that was accepted is there. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const stack = await prepare();
  const keeper = keepRunning(stack.lab);
  const { signal } = options;
  const givenUp = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
  });
  try {
    return await Promise.race([runOn(stack, options), givenUp]);
  } catch (error) {
    options.say(await describeLab(stack.lab));
    throw error;
  } finally {
    keeper.stop();
    for (const [name, times] of keeper.crashes) options.say(`${name} ended by itself ${times} ×`);
    await stack.lab.stop();
  }
}

async function runOn({ lab, tenants }: ChaosStack, options: ChaosOptions): Promise<ChaosReport> {
  const startedAtMs = performance.now();
  const load = startTraffic(lab, tenants, options);
  const recoveriesMs: number[] = [];
  const random = createRandom(options.seed);
  const poisonTimer = plantPoison(load, options);
  const onBreather = async () => {
    recoveriesMs.push(await measureRecovery(lab, 2 * maxRecoveryMs));
  };
  const faults = await inflictFaults({ ...options, lab, random, onBreather });
  clearInterval(poisonTimer);
  await lab.heal();
  await onBreather();
  await untilEnough(load, options);
  await load.finish();
  const sentAtMs = performance.now();
  await waitForQuiet(lab, load.book, 120_000);
  const quietMs = performance.now() - sentAtMs;
  return report({
    lab,
    tenants,
    load,
    faults,
    recoveryMs: Math.max(...recoveriesMs),
    quietMs,
    options,
    startedAtMs,
  });
}

interface ChaosStack {
  lab: Lab;
  tenants: LabTenant[];
}

async function prepare(): Promise<ChaosStack> {
  const withDisks = (await smallDiskObstacle()) === undefined;
  const lab = await startLab({
    ingests: 2,
    workers: 2,
    platform: true,
    leaseMs: 8000,
    disks: withDisks ? { redis: 192, journal: 64 } : {},
  });
  await refusePoison(lab);
  const tenants = await Promise.all([lab.tenant(), lab.tenant(), lab.tenant()]);
  return { lab, tenants };
}

/** From now on the store refuses what says that it is poison, for its own sake. */
async function refusePoison({ engines }: Lab): Promise<void> {
  const { origin, username, password, pathname } = new URL(engines.clickhouse.url);
  const response = await fetch(`${origin}/?database=${pathname.slice(1)}`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${username}:${password}`)}` },
    body: `ALTER TABLE run_events
      ADD CONSTRAINT no_poison CHECK position(envelope, '${poisonName}') = 0`,
  });
  if (!response.ok) throw new Error(await response.text());
}

function startTraffic(lab: Lab, tenants: LabTenant[], { seed }: ChaosOptions): Load {
  let turn = 0;
  const doors = () => [lab.platform!.url, ...lab.ingests.map(({ url }) => url)];
  return startLoad({
    tenants,
    seed,
    clients: 6,
    pauseMs: 120,
    feedback: true,
    // As a load balancer would, but without looking whether anybody is at home.
    url: () => doors()[(turn += 1) % 3]!,
    maxAttempts: 12,
    timeoutMs: 15_000,
  });
}

function plantPoison(load: Load, { poison }: ChaosOptions): NodeJS.Timeout {
  let left = poison;
  return setInterval(() => {
    if (left <= 0) return;
    left -= 1;
    load.plantPoison();
  }, 2000);
}

async function untilEnough({ book }: Load, { operations, say }: ChaosOptions): Promise<void> {
  if (book.operations < operations) say(`${book.operations} operations so far; waiting for more`);
  await waitFor(() => book.operations >= operations, {
    timeoutMs: 3_600_000,
    what: `${operations} operations`,
  });
}

interface Findings {
  lab: Lab;
  tenants: LabTenant[];
  load: Load;
  faults: Map<string, number>;
  recoveryMs: number;
  quietMs: number;
  options: ChaosOptions;
  startedAtMs: number;
}

async function report(findings: Findings): Promise<ChaosReport> {
  const { lab, tenants, load, recoveryMs, options } = findings;
  const { book } = load;
  const verdict = await judge(lab, book);
  const broken = faultsOf(verdict);
  const check = (holds: boolean, sentence: string) => void (holds || broken.push(sentence));
  const unseen = await missingInGraph(lab, { book, tenants, sample: 300 });
  check(
    unseen.length === 0,
    `${unseen.length} runs are not in the graph: ${unseen.slice(0, 5).join(', ')}`,
  );
  const difference = await auditDifference(lab);
  check(difference === 0, `the audit finds a difference of ${difference}`);
  const ingestPeakMib = await peakMib(lab.ingests);
  check(
    ingestPeakMib <= maxIngestMib,
    `ingest had ${ingestPeakMib} MiB, more than ${maxIngestMib}`,
  );
  check(recoveryMs <= maxRecoveryMs, `after faults nothing was stored for ${recoveryMs} ms`);
  check(book.refused.size === 0, `requests were refused: ${JSON.stringify([...book.refused])}`);
  return {
    seed: options.seed,
    faults: findings.faults,
    operations: book.operations,
    runs: verdict.runs,
    requests: load.sender.attempts.length,
    givenUp: book.givenUp,
    deadLetters: poisonOf(book),
    recoveryMs: Math.round(recoveryMs),
    ingestPeakMib,
    workerPeakMib: await peakMib(lab.workers),
    quietMs: Math.round(findings.quietMs),
    seconds: Math.round((performance.now() - findings.startedAtMs) / 1000),
    broken,
  };
}

const poisonOf = ({ runs }: Book): number =>
  [...runs.values()].filter(({ isPoison, accepted }) => isPoison && accepted.size > 0).length;

async function peakMib(services: { peakBytes: () => Promise<number> }[]): Promise<number> {
  const peaks = await Promise.all(services.map((service) => service.peakBytes()));
  return Math.round(Math.max(...peaks) / 2 ** 20);
}

/** For people and logs. */
export function describeReport(report: ChaosReport): string {
  const count = [...report.faults.values()].reduce((sum, times) => sum + times, 0);
  const kinds = [...report.faults].map(
    ([name, times]) => `  ${String(times).padStart(3)} × ${name}`,
  );
  return [
    `seed ${report.seed}: ${count} faults, ${report.operations} operations accepted in ${report.requests} requests, ${report.runs} runs, ${report.seconds} s`,
    `given up by senders ${report.givenUp}, dead letters ${report.deadLetters} (all planted)`,
    `first batch after a fault: ${report.recoveryMs} ms at most; quiet after ${report.quietMs} ms`,
    `memory: ingest ${report.ingestPeakMib} MiB, worker ${report.workerPeakMib} MiB at most`,
    ...kinds.sort().reverse(),
    report.broken.length === 0
      ? 'lost 0, stale 0, duplicated 0, totals exact, audit difference 0'
      : `BROKEN:\n${report.broken.map((sentence) => `  ${sentence}`).join('\n')}`,
  ].join('\n');
}
