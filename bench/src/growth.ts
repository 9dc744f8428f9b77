import { fillStore } from './fill.ts';
import { measurePlan, planOf, warmUp } from './ingest.ts';
import { sinceNow } from './oracle.ts';
import type { Figure } from './results.ts';
import { startBenchStack } from './stack.ts';

// R13: does ingest keep its pace when the store grows?

export async function measureGrowth({ stored = 1_000_000, runs = 20_000 } = {}): Promise<Figure[]> {
  const small = 100_000;
  const stack = await startBenchStack();
  const rate = async (seed: number) => {
    const plan = await planOf('chat', { runs, seed });
    const measured = await measurePlan(stack, plan, { sinceMs: sinceNow() });
    let cpuUs = 0;
    for (const us of measured.processes.values()) cpuUs += us;
    return { perSecond: measured.storedPerSecond, cpuUs: cpuUs / plan.expected.size };
  };
  try {
    await warmUp(stack);
    await rate(11);
    await fillStore(stack, small);
    const atSmall = await rate(12);
    await stack.query('TRUNCATE TABLE runs');
    await stack.query('TRUNCATE TABLE run_payloads');
    await rate(13);
    await fillStore(stack, stored);
    const atLarge = await rate(14);
    return [
      {
        row: 'R13',
        what: `runs/s with ${small} runs stored`,
        value: atSmall.perSecond,
        unit: 'runs/s',
      },
      {
        row: 'R13',
        what: `runs/s with ${stored} runs stored`,
        value: atLarge.perSecond,
        unit: 'runs/s',
      },
      {
        row: 'R13',
        what: 'rate at the larger ÷ at the smaller',
        value: atLarge.perSecond / atSmall.perSecond,
        unit: '',
        must: '0.80',
      },
      {
        row: 'R13',
        what: 'CPU per run at the smaller ÷ at the larger',
        value: atSmall.cpuUs / atLarge.cpuUs,
        unit: '',
      },
    ];
  } finally {
    await stack.stop();
  }
}
