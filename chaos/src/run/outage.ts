import { setTimeout as pause } from 'node:timers/promises';
import { waitFor } from '@runlight/testkit';
import { startLab } from '../lab/lab.ts';
import { startLoad } from '../load/load.ts';
import { faultsOf, judge } from '../oracle/oracle.ts';
import { backlogOf, waitForQuiet } from '../oracle/quiet.ts';

export interface OutageOptions {
  seed: number;
  awaySeconds: number;
  say: (line: string) => void;
}

/** 100 runs a second in two operations each, of 5 KB. */
const clients = 5;
const batchSize = 20;
const pauseMs = 480;

/**
 * The trace store is away while 100 runs a second of 5 KB come in (D7): all is accepted, nothing is lost,
 * and the backlog of 300 s is gone within 100 s. Gives what did not hold.
 */
export async function runOutage({ seed, awaySeconds, say }: OutageOptions): Promise<string[]> {
  const broken: string[] = [];
  const lab = await startLab({ workers: 2, leaseMs: 60_000 });
  try {
    const tenants = await Promise.all([lab.tenant(), lab.tenant()]);
    const load = startLoad({
      tenants,
      seed,
      clients,
      batchSize,
      pauseMs,
      paddingBytes: 2500,
      url: () => lab.ingest.url,
    });
    await pause(3000);
    const before = load.book.operations;
    await lab.engines.clickhouse.process.kill();
    say(`the trace store is away for ${awaySeconds} s`);
    await pause(awaySeconds * 1000);
    const backlog = load.book.operations - before;
    const rate = backlog / awaySeconds;
    say(`${backlog} operations wait (${Math.round(rate)} a second)`);
    await lab.engines.clickhouse.process.start();
    const backAtMs = performance.now();
    const { queued, journaled } = await backlogOf(lab);
    await waitFor(async () => (await backlogOf(lab)).queued < (queued + journaled) / 50, {
      timeoutMs: awaySeconds * 1000,
      what: 'the backlog to go',
    });
    const seconds = (performance.now() - backAtMs) / 1000;
    say(`the backlog was gone after ${seconds.toFixed(1)} s`);
    if (seconds > awaySeconds / 3) broken.push(`the backlog took ${seconds} s, more than a third`);
    if (load.book.givenUp > 0) broken.push(`${load.book.givenUp} messages were not accepted`);
    await load.finish();
    await waitForQuiet(lab, load.book, 300_000);
    broken.push(...faultsOf(await judge(lab, load.book)));
    return broken;
  } finally {
    await lab.stop();
  }
}
