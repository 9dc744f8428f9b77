import { setTimeout as pause } from 'node:timers/promises';
import { processName } from './cpu-meter.ts';
import { oracleFigures } from './figures.ts';
import { planOf, warmUp } from './ingest.ts';
import { sendAll } from './load/sender.ts';
import { checkSettled, sinceNow, waitUntilStored } from './oracle.ts';
import type { Figure } from './results.ts';
import { startBenchStack } from './stack.ts';
import type { BenchStack } from './stack.ts';

// R17: W4. W1 with repeated requests and updates before their creates, while each process of the stack in
// turn is killed; whatever was accepted must be stored as it was sent, once.

const victims = ['worker', 'ingest-rest', 'clickhouse', 'redis', 'postgres', 'platform'] as const;

/** Kills one process of the stack, by its own id; the supervisor starts it again. */
async function kill(stack: BenchStack, victim: string): Promise<boolean> {
  const found = (await stack.processes()).find(
    // Of Postgres only the first process is ours to end; the others follow it.
    ({ command }) => processName(command) === victim && !/postgres:/.test(command),
  );
  if (!found) return false;
  process.kill(found.pid, 'SIGKILL');
  return true;
}

export async function measureChaos({ runs = 20_000, seconds = 60, seed = 4 } = {}): Promise<
  Figure[]
> {
  const stack = await startBenchStack();
  try {
    await warmUp(stack);
    const sinceMs = sinceNow();
    const plan = await planOf('chat', { runs, seed, disorder: 0.05 });
    const { requests, expected } = plan;
    const sending = sendAll({
      url: stack.url,
      apiKey: stack.apiKey,
      requests,
      requestsPerSecond: requests.length / seconds,
    });
    let killed = 0;
    for (const victim of victims) {
      await pause((seconds * 1000) / (victims.length + 1));
      if (await kill(stack, victim)) killed += 1;
    }
    const report = await sending;
    const { query } = stack;
    await waitUntilStored({ query, expected, sinceMs, endedBefore: 0 });
    const found = await checkSettled({ query, expected, sinceMs });
    return [
      { row: 'R17', what: 'runs accepted', value: expected.size, unit: 'runs', note: 'W4' },
      {
        row: 'R17',
        what: 'requests, repeated ones included',
        value: requests.length,
        unit: 'requests',
      },
      { row: 'R17', what: 'attempts without a yes', value: report.repeats, unit: 'requests' },
      {
        row: 'R17',
        what: 'requests refused for good',
        value: report.refused,
        unit: 'requests',
        must: '0',
      },
      { row: 'R17', what: 'processes killed', value: killed, unit: 'processes', must: '6' },
      ...oracleFigures('R17', found),
    ];
  } finally {
    await stack.stop();
  }
}
