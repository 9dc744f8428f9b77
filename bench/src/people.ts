import { setTimeout as pause } from 'node:timers/promises';
import { graph } from '@runlight/testkit/graph-request';
import { fillStore } from './fill.ts';
import { backgroundLoad, measureCapacity } from './fresh.ts';
import { measurePlan, planOf } from './ingest.ts';
import { sinceNow } from './oracle.ts';
import { createRandom } from './random.ts';
import { reads } from './reads/operations.ts';
import { sampleStore } from './reads/sample.ts';
import type { Sample } from './reads/sample.ts';
import { sizes } from './reads.ts';
import type { Size } from './reads.ts';
import { percentile } from './results.ts';
import type { Figure } from './results.ts';
import { startBenchStack } from './stack.ts';
import type { BenchStack } from './stack.ts';

// R16, workload W6: people who list, filter, open and search, on an idle machine and while W1 comes in at
// 30 % of what the machine takes.

export interface PeopleOptions {
  size?: Size;
  people?: number;
  seconds?: number;
  load?: number;
}

export async function measurePeople({
  size = 'S',
  people = 20,
  seconds = 30,
  load = 0.3,
}: PeopleOptions = {}): Promise<Figure[]> {
  const stack = await startBenchStack();
  try {
    const plan = await planOf('chat', { runs: 8000, seed: 41 });
    await measurePlan(stack, plan, { sinceMs: sinceNow() });
    const capacity = await measureCapacity(stack, 20_000);
    await fillStore(stack, sizes[size]);
    const sample = await sampleStore(stack);
    await work(stack, sample, { people, seconds: 5 });
    const idle = await work(stack, sample, { people, seconds });
    const runsPerSecond = capacity * load;
    const ingest = await backgroundLoad(stack, { runsPerSecond, seconds: seconds + 10, seed: 42 });
    await pause(3000);
    const busy = await work(stack, sample, { people, seconds });
    await ingest.stop();
    return figuresOf({ idle, busy, runsPerSecond, people, size });
  } finally {
    await stack.stop();
  }
}

/** Each person reads, looks at it for a while, reads on; milliseconds of each answer. */
async function work(
  stack: BenchStack,
  sample: Sample,
  { people, seconds }: { people: number; seconds: number },
): Promise<number[]> {
  const until = performance.now() + seconds * 1000;
  const times: number[] = [];
  const person = async (seed: number) => {
    const random = createRandom(seed);
    while (performance.now() < until) {
      const read = random.pick(reads);
      const startedAt = performance.now();
      const { errors } = await graph<unknown>(stack, read.document, read.variables(sample, random));
      if (errors) throw new Error(`${read.name}: ${errors[0]!.message}`);
      times.push(performance.now() - startedAt);
      await pause(random.between(500, 1500));
    }
  };
  await Promise.all(Array.from({ length: people }, (_, index) => person(100 + index)));
  return times;
}

function figuresOf(options: {
  idle: number[];
  busy: number[];
  runsPerSecond: number;
  people: number;
  size: Size;
}): Figure[] {
  const { idle, busy, runsPerSecond, people, size } = options;
  const note = `${people} people, ${size} runs stored, ${Math.round(runsPerSecond)} runs/s coming in`;
  const p99 = (times: number[]) => percentile(times, 0.99);
  return [
    {
      row: 'R16',
      what: 'p99 with ingest at 30 % ÷ idle',
      value: p99(busy) / p99(idle),
      unit: '',
      must: '3',
      note,
    },
    { row: 'R16', what: 'idle, p50', value: percentile(idle, 0.5), unit: 'ms' },
    { row: 'R16', what: 'idle, p99', value: p99(idle), unit: 'ms' },
    { row: 'R16', what: 'with ingest, p50', value: percentile(busy, 0.5), unit: 'ms' },
    { row: 'R16', what: 'with ingest, p99', value: p99(busy), unit: 'ms' },
    { row: 'R16', what: 'answers', value: idle.length + busy.length, unit: 'answers' },
  ];
}
