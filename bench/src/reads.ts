import { createClickHouse } from '@runlight/clickhouse';
import { createLogger } from '@runlight/service';
import { graph } from '@runlight/testkit/graph-request';
import { fillStore } from './fill.ts';
import { measurePlan, planOf } from './ingest.ts';
import { sinceNow } from './oracle.ts';
import { createRandom } from './random.ts';
import { percentile } from './results.ts';
import type { Figure } from './results.ts';
import { sampleStore } from './reads/sample.ts';
import type { Sample } from './reads/sample.ts';
import { reads } from './reads/operations.ts';
import type { Read } from './reads/operations.ts';
import { listAlone } from './reads/list-alone.ts';
import { startBenchStack } from './stack.ts';
import type { BenchStack } from './stack.ts';

// R10, R11, R12: what people read, through GraphQL as a client asks, with many runs stored; the same list
// as SQL alone; and how much slower it all is than with few.

export const sizes = { S: 100_000, M: 1_000_000, L: 10_000_000 } as const;
export type Size = keyof typeof sizes;

const seedRuns = 8000;
const warmUps = 8;

export interface ReadOptions {
  size?: Size;
  /** Times that each operation is measured. */
  probes?: number;
}

export async function measureReads({ size = 'M', probes = 60 }: ReadOptions = {}): Promise<
  Figure[]
> {
  const stack = await startBenchStack();
  try {
    const plan = await planOf('chat', { runs: seedRuns, seed: 21 });
    await measurePlan(stack, plan, { sinceMs: sinceNow() });
    await fillStore(stack, sizes.S);
    const small = await measureSize(stack, probes);
    if (size === 'S') return readFigures('S', small);
    await fillStore(stack, sizes[size]);
    const large = await measureSize(stack, probes);
    return [
      ...readFigures('S', small),
      ...readFigures(size, large),
      ...growthFigures(size, small, large),
    ];
  } finally {
    await stack.stop();
  }
}

interface Measured {
  /** Milliseconds of each probe, by operation. */
  times: Map<Read, number[]>;
  listAloneMs: number[];
}

async function measureSize(stack: BenchStack, probes: number): Promise<Measured> {
  const sample = await sampleStore(stack);
  const times = new Map<Read, number[]>();
  for (const read of reads) times.set(read, await measureRead(stack, read, sample, probes));
  const clickhouse = createClickHouse({
    url: stack.clickhouseUrl,
    log: createLogger({ service: 'bench', level: 'silent' }),
    applicationName: 'bench',
  });
  try {
    return { times, listAloneMs: await listAlone(clickhouse, sample, probes + warmUps) };
  } finally {
    await clickhouse.close();
  }
}

async function measureRead(
  stack: BenchStack,
  read: Read,
  sample: Sample,
  probes: number,
): Promise<number[]> {
  const random = createRandom(7);
  const times: number[] = [];
  for (let probe = 0; probe < probes + warmUps; probe += 1) {
    const variables = read.variables(sample, random);
    const startedAt = performance.now();
    const { data, errors } = await graph<unknown>(stack, read.document, variables);
    const took = performance.now() - startedAt;
    if (errors) throw new Error(`${read.name}: ${errors[0]!.message}`);
    if (read.isEmpty(data)) throw new Error(`${read.name} found nothing: it measures nothing`);
    if (probe >= warmUps) times.push(took);
  }
  return times;
}

function readFigures(size: Size, { times, listAloneMs }: Measured): Figure[] {
  const figures = [...times].flatMap(([{ name, mustMs }, ms]) => [
    {
      row: 'R11',
      what: `${name}, ${size}, p50`,
      value: percentile(ms, 0.5),
      unit: 'ms',
      must: `${mustMs[0]} ms`,
    },
    {
      row: 'R11',
      what: `${name}, ${size}, p99`,
      value: percentile(ms, 0.99),
      unit: 'ms',
      must: `${mustMs[1]} ms`,
    },
  ]);
  const list = [...times].find(([{ name }]) => name === 'list 24 h')![1];
  return [
    ...figures,
    {
      row: 'R10',
      what: `list 24 h through GraphQL ÷ its SQL alone, ${size}, p50`,
      value: percentile(list, 0.5) / percentile(listAloneMs, 0.5),
      unit: '',
      must: '2.5',
    },
    {
      row: 'R10',
      what: `the list's SQL alone, ${size}, p50`,
      value: percentile(listAloneMs, 0.5),
      unit: 'ms',
    },
  ];
}

function growthFigures(size: Size, small: Measured, large: Measured): Figure[] {
  return [...small.times].map(([read, ms]) => ({
    row: 'R12',
    what: `${read.name}: p50 at ${size} ÷ at S`,
    value: percentile(large.times.get(read)!, 0.5) / percentile(ms, 0.5),
    unit: '',
    must: String(read.mustGrow),
  }));
}
