import { crc32 } from 'node:zlib';
import type { WorkloadRun } from './chat.ts';
import { encodeRequest } from './multipart.ts';
import type { Random } from '../random.ts';

// What will be sent, and what must be stored when all of it was accepted.

/** How a run must be found: its totals, and a checksum of each payload field. */
export interface ExpectedRun {
  promptTokens: number;
  completionTokens: number;
  totalTokens: number;
  payloads: Record<string, number>;
}

export interface PlannedRequest {
  body: Buffer;
  rawBytes: number;
}

export interface Plan {
  requests: PlannedRequest[];
  expected: Map<string, ExpectedRun>;
  rawBytes: number;
}

export interface PlanOptions {
  runs: number;
  /** Makes the runs of one trace. */
  trace: (startMs: number) => WorkloadRun[];
  random: Random;
  runsPerRequest?: number;
  /** The update of a run follows its create so many requests later; 8 are a second at the target rate. */
  lag?: number;
  /** W4: of the requests are sent twice, and of the runs are updated before they are created. */
  disorder?: number;
}

/** The requests of a workload: each holds the creates of one block and the updates of an earlier one. */
export async function makePlan(options: PlanOptions): Promise<Plan> {
  const { runs, trace, random, runsPerRequest = 100, lag = 8, disorder = 0 } = options;
  const startMs = Date.now() - 60_000;
  const creates: WorkloadRun[][] = [];
  const updates: WorkloadRun[][] = [];
  const expected = new Map<string, ExpectedRun>();
  let block = 0;
  for (let made = 0; made < runs; block += 1) {
    const late = random.next() < disorder ? 2 * lag : 0;
    for (let inBlock = 0; inBlock < runsPerRequest && made < runs;) {
      const ofTrace = trace(startMs + made / 10);
      for (const run of ofTrace) expected.set(run.id, expectedRun(run));
      (creates[block + late] ??= []).push(...ofTrace);
      (updates[block + lag] ??= []).push(...ofTrace);
      inBlock += ofTrace.length;
      made += ofTrace.length;
    }
  }
  const requests = await encodeAll(creates, updates);
  if (disorder > 0) repeatSome(requests, random, disorder);
  const rawBytes = requests.reduce((sum, request) => sum + request.rawBytes, 0);
  return { requests, expected, rawBytes };
}

async function encodeAll(
  creates: WorkloadRun[][],
  updates: WorkloadRun[][],
): Promise<PlannedRequest[]> {
  const requests: PlannedRequest[] = [];
  for (let index = 0; index < Math.max(creates.length, updates.length); index += 1) {
    const [created = [], updated = []] = [creates[index], updates[index]];
    if (created.length + updated.length === 0) continue;
    requests.push(await encodeRequest(created, updated));
  }
  return requests;
}

/** As a client does that got no answer and sends again, a little later. */
function repeatSome(requests: PlannedRequest[], random: Random, share: number): void {
  for (let index = requests.length - 1; index >= 0; index -= 1) {
    if (random.next() < share) requests.splice(index + 5, 0, requests[index]!);
  }
}

function expectedRun({ create, update }: WorkloadRun): ExpectedRun {
  const outputs = JSON.parse(update.outputs) as { usage_metadata?: Record<string, number> };
  const usage = outputs.usage_metadata;
  return {
    promptTokens: usage?.['input_tokens'] ?? 0,
    completionTokens: usage?.['output_tokens'] ?? 0,
    totalTokens: usage?.['total_tokens'] ?? 0,
    payloads: {
      inputs: crc32(create.inputs),
      extra: crc32(create.extra),
      outputs: crc32(update.outputs),
    },
  };
}
