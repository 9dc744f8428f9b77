import { graph } from '@runlight/testkit/graph-request';
import { clickHouseCpu, processCpu, spent } from './cpu-meter.ts';
import type { CpuUse } from './cpu-meter.ts';
import { cpuFigures, oracleFigures } from './figures.ts';
import { measureFloor } from './floor.ts';
import { agentTrace } from './load/agent.ts';
import { chatTrace } from './load/chat.ts';
import { makePlan } from './load/plan.ts';
import type { Plan } from './load/plan.ts';
import { createRandom } from './random.ts';
import { sendAll } from './load/sender.ts';
import { checkStored, countEnded, sinceNow, waitUntilStored } from './oracle.ts';
import type { Figure } from './results.ts';
import { startBenchStack } from './stack.ts';
import type { BenchStack } from './stack.ts';

// R1 and R2: a workload from HTTP to queryable on the default stack, generator included in the machine's
// load, against a plain insert of the same rows; and where the CPU of each run goes.

export type Workload = 'chat' | 'agent';

export interface IngestOptions {
  runs?: number;
  workload?: Workload;
  connections?: number;
  seed?: number;
}

/** Runs that are sent before anything is measured: for compilers, caches and connections. */
const warmUpRuns = 6000;
const floorRuns = 20_000;

export function planOf(
  workload: Workload,
  options: { runs: number; seed: number; project?: string; disorder?: number },
): Promise<Plan> {
  const { runs, seed, project = 'bench', disorder = 0 } = options;
  const random = createRandom(seed);
  const makeTrace = workload === 'chat' ? chatTrace : agentTrace;
  // Requests of about the same size: SDKs flush by bytes.
  const runsPerRequest = workload === 'chat' ? 100 : 20;
  const trace = (startMs: number) => makeTrace(random, project, startMs);
  return makePlan({ runs, trace, random, runsPerRequest, disorder });
}

export interface Measured {
  acceptedPerSecond: number;
  storedPerSecond: number;
  refused: number;
  /** Attempts that were told to come again. */
  repeats: number;
  processes: CpuUse;
  clickhouse: CpuUse;
}

/** Sends a plan as fast as it is taken and waits until all of it can be queried. */
export async function measurePlan(
  stack: BenchStack,
  plan: Plan,
  { connections = 4, sinceMs }: { connections?: number; sinceMs: number },
): Promise<Measured> {
  const { query } = stack;
  const endedBefore = await countEnded({ query, sinceMs });
  const [processesBefore, clickhouseBefore] = [await processCpu(stack), await clickHouseCpu(query)];
  const startedAt = performance.now();
  const { url, apiKey } = stack;
  const report = await sendAll({ url, apiKey, requests: plan.requests, connections });
  const { expected } = plan;
  const stored = await waitUntilStored({ query, expected, sinceMs, endedBefore });
  if (!stored) throw new Error('The runs were not stored in time');
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    acceptedPerSecond: expected.size / report.seconds,
    storedPerSecond: expected.size / seconds,
    refused: report.refused,
    repeats: report.repeats,
    processes: spent(processesBefore, await processCpu(stack)),
    clickhouse: spent(clickhouseBefore, await clickHouseCpu(query)),
  };
}

/** Sends and stores runs that nothing is measured of. */
export async function warmUp(stack: BenchStack, project = 'warm-up'): Promise<void> {
  const plan = await planOf('chat', { runs: warmUpRuns, seed: 99, project });
  await measurePlan(stack, plan, { sinceMs: sinceNow() });
  await stack.query('TRUNCATE TABLE runs');
  await stack.query('TRUNCATE TABLE run_payloads');
  await stack.query('TRUNCATE TABLE run_events');
}

export async function measureIngest(options: IngestOptions = {}): Promise<Figure[]> {
  const { runs = 100_000, workload = 'chat', connections = 4, seed = 1 } = options;
  const name = workload === 'chat' ? 'W1' : 'W2';
  const stack = await startBenchStack();
  try {
    await warmUp(stack);
    const sinceMs = sinceNow();
    const plan = await planOf(workload, { runs, seed });
    const sent = plan.expected.size;
    const measured = await measurePlan(stack, plan, { connections, sinceMs });
    const report = await checkStored({ query: stack.query, expected: plan.expected, sinceMs });
    const unread = await unreadable(stack, plan);
    const floor = await measureFloor(stack, { sinceMs, share: Math.ceil(sent / floorRuns) });
    return [
      ...rateFigures(name, measured, floor.runsPerSecond),
      ...costFigures(measured, sent, floor.cpuUsPerRun),
      figure('R2', 'runs sent', sent, 'runs', `${connections} connections, zstd`),
      figure('R2', 'raw bytes per run', plan.rawBytes / sent, 'B'),
      { ...figure('R2', 'requests refused for good', measured.refused, 'requests'), must: '0' },
      figure('R2', 'attempts told to come again', measured.repeats, 'requests'),
      { ...figure('R2', 'sampled runs the graph does not show', unread, 'runs'), must: '0' },
      ...oracleFigures('R2', report),
      ...cpuFigures('process', measured.processes, sent),
      ...cpuFigures('ClickHouse', measured.clickhouse, sent),
    ];
  } finally {
    await stack.stop();
  }
}

function rateFigures(name: string, measured: Measured, floorPerSecond: number): Figure[] {
  const { storedPerSecond, acceptedPerSecond } = measured;
  return [
    {
      ...figure('R2', `${name} runs/s, HTTP to queryable, full text on`, storedPerSecond, 'runs/s'),
      ...(name === 'W1' && { must: '8000' }),
    },
    figure('R2', `${name} runs/s accepted`, acceptedPerSecond, 'runs/s'),
    figure('R1', 'plain JSONEachRow insert of the same rows', floorPerSecond, 'runs/s'),
    {
      ...figure('R1', 'HTTP to queryable ÷ plain insert', storedPerSecond / floorPerSecond, ''),
      must: '0.60',
    },
  ];
}

/** CPU is what a busy machine cannot falsify: the whole product's, and the floor's. */
function costFigures({ processes }: Measured, runs: number, floorUs: number): Figure[] {
  const us = (name: string) => (processes.get(name) ?? 0) / runs;
  let total = 0;
  for (const name of processes.keys()) total += us(name);
  return [
    figure('R3', 'accept CPU of ingest at full load', us('ingest-rest'), 'µs/run'),
    figure(
      'CPU',
      'everything, generator included',
      total,
      'µs/run',
      '230 allow 8,000 runs/s on two cores',
    ),
    figure('CPU', 'plain insert, in ClickHouse', floorUs, 'µs/run'),
    figure(
      'R1',
      'CPU of plain insert ÷ CPU of the product',
      floorUs / (total - us('generator')),
      '',
    ),
  ];
}

const figure = (row: string, what: string, value: number, unit: string, note?: string): Figure => ({
  row,
  what,
  value,
  unit,
  ...(note !== undefined && { note }),
});

/** Runs out of every part of the plan that the graph does not give as ended. */
async function unreadable(stack: BenchStack, { expected }: Plan): Promise<number> {
  const ids = [...expected.keys()];
  const step = Math.max(1, Math.floor(ids.length / 100));
  let missing = 0;
  for (let index = 0; index < ids.length; index += step) {
    const { data } = await graph<{ run: { status: string } | null } | null>(
      stack,
      'query ($id: ID!) { run(id: $id) { status } }',
      { id: ids[index] },
    );
    if (data?.run?.status !== 'SUCCESS') missing += 1;
  }
  return missing;
}
