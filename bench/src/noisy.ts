import { setTimeout as pause } from 'node:timers/promises';
import { backgroundLoad, measureCapacity, measureFreshness } from './fresh.ts';
import { warmUp } from './ingest.ts';
import { percentile } from './results.ts';
import type { Figure } from './results.ts';
import { startBenchStack } from './stack.ts';
import { createBenchTenant } from './tenants.ts';

// R19: W5. How much longer does a quiet tenant wait for its runs while a noisy one sends at 80 % of what
// the machine takes, and eighteen others at 1 % each?

const others = 18;

export async function measureNoisy({ probes = 40, runs = 20_000, seconds = 60 } = {}): Promise<
  Figure[]
> {
  const stack = await startBenchStack();
  try {
    await warmUp(stack);
    const capacity = await measureCapacity(stack, runs);
    const { url, databaseUrl } = stack;
    const quiet = { url, apiKey: (await createBenchTenant(databaseUrl)).apiKey };
    const alone = await measureFreshness(quiet, { probes });

    const shares = [0.8, ...Array.from({ length: others }, () => 0.01)];
    const loads = [];
    for (const [index, share] of shares.entries()) {
      const { apiKey } = await createBenchTenant(databaseUrl);
      const runsPerSecond = capacity * share;
      loads.push(
        await backgroundLoad({ url, apiKey }, { runsPerSecond, seconds, seed: 20 + index }),
      );
    }
    await pause(5000);
    const amongOthers = await measureFreshness(quiet, { probes });
    await Promise.all(loads.map((load) => load.stop()));
    const note = `noisy tenant at ${Math.round(capacity * 0.8)} runs/s`;
    const [p99Alone, p99] = [percentile(alone, 0.99), percentile(amongOthers, 0.99)];
    return [
      {
        row: 'R19',
        what: 'quiet tenant alone, fresh p50',
        value: percentile(alone, 0.5),
        unit: 'ms',
      },
      { row: 'R19', what: 'quiet tenant alone, fresh p99', value: p99Alone, unit: 'ms' },
      {
        row: 'R19',
        what: 'beside a noisy one, fresh p50',
        value: percentile(amongOthers, 0.5),
        unit: 'ms',
        note,
      },
      { row: 'R19', what: 'beside a noisy one, fresh p99', value: p99, unit: 'ms', note },
      { row: 'R19', what: 'p99 beside ÷ alone', value: p99 / p99Alone, unit: '', must: '3' },
    ];
  } finally {
    await stack.stop();
  }
}
