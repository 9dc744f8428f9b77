import { oracleFigures } from './figures.ts';
import { measureCapacity } from './fresh.ts';
import { planOf, warmUp } from './ingest.ts';
import { sendAll } from './load/sender.ts';
import { checkStored, countEnded, sinceNow, waitUntilStored } from './oracle.ts';
import { percentile } from './results.ts';
import type { Figure } from './results.ts';
import { startBenchStack } from './stack.ts';

// R18: twice as much as can be stored, by the clock, for a minute: answers stay quick, nothing that was
// accepted is lost.

export async function measureOverload({ seconds = 60, runs = 20_000, factor = 2 } = {}): Promise<
  Figure[]
> {
  const stack = await startBenchStack();
  try {
    await warmUp(stack);
    const capacity = await measureCapacity(stack, runs);
    const sinceMs = sinceNow();
    const perSecond = capacity * factor;
    const { requests, expected } = await planOf('chat', {
      runs: Math.ceil(perSecond * seconds),
      seed: 8,
    });
    const { url, apiKey, query } = stack;
    const endedBefore = await countEnded({ query, sinceMs });
    const report = await sendAll({ url, apiKey, requests, requestsPerSecond: perSecond / 100 });
    const sentInTime = expected.size / report.seconds;
    await waitUntilStored({ query, expected, sinceMs, endedBefore, timeoutMs: 600_000 });
    const found = await checkStored({ query, expected, sinceMs });
    const note = `${Math.round(perSecond)} runs/s wanted, ${Math.round(sentInTime)} sent, ${Math.round(capacity)} stored at full speed`;
    return [
      { row: 'R18', what: 'accept p50', value: percentile(report.acceptMs, 0.5), unit: 'ms', note },
      {
        row: 'R18',
        what: 'accept p99',
        value: percentile(report.acceptMs, 0.99),
        unit: 'ms',
        must: '500',
        note,
      },
      { row: 'R18', what: 'attempts told to come again', value: report.repeats, unit: 'requests' },
      {
        row: 'R18',
        what: 'requests refused for good',
        value: report.refused,
        unit: 'requests',
        must: '0',
      },
      ...oracleFigures('R18', found),
    ];
  } finally {
    await stack.stop();
  }
}
