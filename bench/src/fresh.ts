import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from '@runlight/run-model';
import { graph } from '@runlight/testkit/graph-request';
import { measurePlan, planOf, warmUp } from './ingest.ts';
import { sendAll } from './load/sender.ts';
import type { SendReport } from './load/sender.ts';
import { sinceNow } from './oracle.ts';
import { percentile } from './results.ts';
import type { Figure } from './results.ts';
import { startBenchStack } from './stack.ts';
import type { BenchStack } from './stack.ts';

// R4: from the 202 of a run until the GraphQL list returns it, while W1 runs at a part of what the
// machine can do.

const pollMs = 20;
const project = 'fresh';

export interface Sender {
  url: string;
  apiKey: string;
}

/** Sends single runs one after the other and waits for each in the list of its project; milliseconds. */
export async function measureFreshness(
  sender: Sender,
  { probes, isDone = () => false }: { probes: number; isDone?: () => boolean },
): Promise<number[]> {
  const delays: number[] = [];
  for (let probe = 0; probe < probes && !isDone(); probe += 1) {
    const id = uuidv7();
    await sendProbe(sender, id);
    const acceptedAt = performance.now();
    while (!(await isListed(sender, id))) {
      if (performance.now() - acceptedAt > 60_000)
        throw new Error('A run was not listed in a minute');
      await pause(pollMs);
    }
    delays.push(performance.now() - acceptedAt);
    await pause(50);
  }
  return delays;
}

async function sendProbe({ url, apiKey }: Sender, id: string): Promise<void> {
  const now = new Date().toISOString();
  const response = await fetch(`${url}/runs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': apiKey },
    body: JSON.stringify({
      id,
      name: 'probe',
      run_type: 'chain',
      session_name: project,
      start_time: now,
      end_time: now,
      inputs: { probe: id },
    }),
  });
  if (response.status !== 202) throw new Error(`The probe was answered ${response.status}`);
}

interface Listed {
  project: { runs: { nodes: { uuid: string }[] } } | null;
}

async function isListed(sender: Sender, id: string): Promise<boolean> {
  const { data } = await graph<Listed | null>(
    sender,
    'query ($name: String!) { project(name: $name) { runs(first: 25) { nodes { uuid } } } }',
    { name: project },
  );
  return data?.project?.runs.nodes.some(({ uuid }) => uuid === id) ?? false;
}

/** What the machine takes of W1 at full speed, in runs per second stored. */
export async function measureCapacity(stack: BenchStack, runs: number): Promise<number> {
  const plan = await planOf('chat', { runs, seed: 5, project: 'capacity' });
  const { storedPerSecond } = await measurePlan(stack, plan, { sinceMs: sinceNow() });
  return storedPerSecond;
}

/** Keeps W1 going at a rate until stopped. */
export async function backgroundLoad(
  sender: Sender,
  { runsPerSecond, seconds, seed }: { runsPerSecond: number; seconds: number; seed: number },
): Promise<{ stop: () => Promise<SendReport> }> {
  const runs = Math.ceil((runsPerSecond * seconds) / 100) * 100;
  const { requests } = await planOf('chat', { runs, seed, project: 'background' });
  const stopping = new AbortController();
  const requestsPerSecond = Math.max(runsPerSecond / 100, 0.2);
  const sending = sendAll({ ...sender, requests, requestsPerSecond, signal: stopping.signal });
  return {
    stop: () => {
      stopping.abort();
      return sending;
    },
  };
}

export async function measureFresh({ probes = 60, runs = 20_000, load = 0.3 } = {}): Promise<
  Figure[]
> {
  const stack = await startBenchStack();
  try {
    await warmUp(stack);
    const capacity = await measureCapacity(stack, runs);
    const runsPerSecond = capacity * load;
    const background = await backgroundLoad(stack, { runsPerSecond, seconds: 90, seed: 6 });
    await pause(2000);
    const delays = await measureFreshness(stack, { probes });
    const report = await background.stop();
    const note = `W1 at ${Math.round(runsPerSecond)} runs/s, ${load} of what was stored at full speed`;
    return [
      {
        row: 'R4',
        what: '202 to listed, p50',
        value: percentile(delays, 0.5),
        unit: 'ms',
        must: '600',
        note,
      },
      {
        row: 'R4',
        what: '202 to listed, p99',
        value: percentile(delays, 0.99),
        unit: 'ms',
        must: '1500',
        note,
      },
      { row: 'R4', what: 'probes', value: delays.length, unit: 'runs' },
      {
        row: 'R4',
        what: 'accept p99 meanwhile',
        value: percentile(report.acceptMs, 0.99),
        unit: 'ms',
      },
    ];
  } finally {
    await stack.stop();
  }
}
