import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from '@runlight/run-model';
import type { Stack } from '@runlight/testkit/default-stack';

/** A steady sender that remembers which runs were accepted, and only those. */
export interface Load {
  /** Ids of runs whose create and end were both answered with 202. */
  accepted: ReadonlySet<string>;
  runsPerBatch: number;
  /** Requests that failed or were refused; an SDK would have sent them again. */
  refused: () => number;
  stop: () => Promise<void>;
}

const stamp = (ms: number) =>
  `${new Date(ms).toISOString().replaceAll(/[-:.]/g, '').replace('Z', '')}000Z`;

/** Sends batches of `runsPerBatch` whole runs, one after the other, until stopped. */
export function startLoad(stack: Stack, project: string, runsPerBatch = 20): Load {
  const accepted = new Set<string>();
  let refusedRequests = 0;
  const stopping = new AbortController();

  async function send(): Promise<void> {
    const now = Date.now();
    const runs = Array.from({ length: runsPerBatch }, (_, index) => {
      const id = uuidv7(now);
      const base = { id, trace_id: id, dotted_order: `${stamp(now)}${id}` };
      return {
        id,
        post: {
          ...base,
          name: `load ${index}`,
          run_type: 'chain',
          session_name: project,
          start_time: new Date(now).toISOString(),
          inputs: { index },
        },
        patch: {
          ...base,
          session_name: project,
          end_time: new Date(now + 5).toISOString(),
          outputs: { ok: true },
        },
      };
    });
    try {
      const response = await fetch(`${stack.url}/runs/batch`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-api-key': stack.apiKey },
        body: JSON.stringify({
          post: runs.map(({ post }) => post),
          patch: runs.map(({ patch }) => patch),
        }),
        signal: AbortSignal.timeout(10_000),
      });
      await response.arrayBuffer();
      if (response.status === 202) for (const { id } of runs) accepted.add(id);
      else refusedRequests += 1;
    } catch {
      refusedRequests += 1;
    }
  }

  const loop = (async () => {
    while (!stopping.signal.aborted) {
      await send();
      await pause(40);
    }
  })();
  return {
    accepted,
    runsPerBatch,
    refused: () => refusedRequests,
    stop: async () => {
      stopping.abort();
      await loop;
    },
  };
}
