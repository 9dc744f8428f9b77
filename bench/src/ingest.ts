import { setTimeout as pause } from 'node:timers/promises';
import { startStack } from '@runlight/testkit/default-stack';
import type { Stack } from '@runlight/testkit/default-stack';
import { graph } from '@runlight/testkit/graph-request';
import { Pool } from 'undici';
import { boundary, encodeRequest } from './multipart.ts';
import { createRandom } from './random.ts';
import type { Figure } from './results.ts';
import { chatTrace } from './workload-chat.ts';
import type { WorkloadRun } from './workload-chat.ts';

// R2: W1 from HTTP to queryable, on the default stack, generator included in the machine's load.

const runsPerRequest = 100;

interface Request {
  body: Buffer;
  rawBytes: number;
  /** A run whose update is in this request. */
  lastUpdated: string | undefined;
}

/** All requests of the workload: each holds the creates of one block and the updates of an earlier one. */
async function prepare(runs: number, seed: number): Promise<Request[]> {
  const random = createRandom(seed);
  const startMs = Date.now() - 60_000;
  const blocks: WorkloadRun[][] = [];
  for (let made = 0; made < runs; made += runsPerRequest) {
    const block: WorkloadRun[] = [];
    for (let trace = 0; trace < runsPerRequest / 4; trace += 1) {
      block.push(...chatTrace(random, 'bench', startMs + made / 10 + trace));
    }
    blocks.push(block);
  }
  const requests: Request[] = [];
  // The update of a run follows its create eight requests later: about a second at the target rate.
  const lag = 8;
  for (let index = 0; index < blocks.length + lag; index += 1) {
    const updates = blocks[index - lag] ?? [];
    const encoded = await encodeRequest(blocks[index] ?? [], updates);
    requests.push({ ...encoded, lastUpdated: updates.at(-1)?.id });
  }
  return requests;
}

async function post(pool: Pool, stack: Stack, request: Request): Promise<number> {
  for (;;) {
    const response = await pool.request({
      path: '/runs/multipart',
      method: 'POST',
      headers: {
        'x-api-key': stack.apiKey,
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'content-encoding': 'zstd',
      },
      body: request.body,
    });
    await response.body.dump();
    if (response.statusCode !== 503 && response.statusCode !== 429) return response.statusCode;
    await pause(250);
  }
}

async function isStored(stack: Stack, id: string): Promise<boolean> {
  const { data } = await graph<{ run: { status: string } | null } | null>(
    stack,
    'query ($id: ID!) { run(id: $id) { status } }',
    { id },
  );
  return data?.run?.status === 'SUCCESS';
}

export async function measureIngest({ runs = 100_000, connections = 4, seed = 1 } = {}): Promise<
  Figure[]
> {
  const requests = await prepare(runs, seed);
  const rawBytes = requests.reduce((sum, request) => sum + request.rawBytes, 0);
  const stack = await startStack();
  const pool = new Pool(stack.url, { connections, pipelining: 1 });
  try {
    const startedAt = performance.now();
    let next = 0;
    let refused = 0;
    const sender = async () => {
      for (let request = requests[next++]; request; request = requests[next++]) {
        if ((await post(pool, stack, request)) !== 202) refused += 1;
      }
    };
    await Promise.all(Array.from({ length: connections }, sender));
    const acceptedMs = performance.now() - startedAt;
    const last = requests.slice(-connections).map(({ lastUpdated }) => lastUpdated!);
    while (!(await Promise.all(last.map((id) => isStored(stack, id)))).every(Boolean))
      await pause(50);
    const storedMs = performance.now() - startedAt;
    const missing = await countMissing(stack, requests);
    return [
      {
        row: 'R2',
        what: 'W1 runs/s, HTTP to queryable, full text on',
        value: (runs / storedMs) * 1000,
        unit: 'runs/s',
        must: '8000',
      },
      { row: 'R2', what: 'W1 runs/s accepted', value: (runs / acceptedMs) * 1000, unit: 'runs/s' },
      {
        row: 'R2',
        what: 'runs sent',
        value: runs,
        unit: 'runs',
        note: `${runsPerRequest} per request, ${connections} connections, zstd`,
      },
      { row: 'R2', what: 'raw bytes per run', value: rawBytes / runs, unit: 'B' },
      { row: 'R2', what: 'requests refused for good', value: refused, unit: 'requests', must: '0' },
      { row: 'R2', what: 'sampled runs that are missing', value: missing, unit: 'runs', must: '0' },
    ];
  } finally {
    await pool.close();
    await stack.stop();
  }
}

/** Looks up the last updated run of every request. */
async function countMissing(stack: Stack, requests: Request[]): Promise<number> {
  let missing = 0;
  for (const { lastUpdated } of requests) {
    if (lastUpdated && !(await isStored(stack, lastUpdated))) missing += 1;
  }
  return missing;
}
